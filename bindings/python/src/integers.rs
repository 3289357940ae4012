//! Python's integers, which have no largest one, as those of the core.

use pyo3::exceptions::{PyOverflowError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyInt;
use semaine::{Weekday, wide};

use crate::errors;

/// An `int`, or whatever has `__index__`; beyond 64 bits, the nearest number that is not.
///
/// # Errors
///
/// Python's own `TypeError` for anything else, also for a float.
pub(crate) fn nearest_i64(number: &Bound<'_, PyAny>) -> PyResult<i64> {
    match number.extract() {
        Ok(number) => Ok(number),
        Err(error) if error.is_instance_of::<PyOverflowError>(number.py()) => {
            let index = number.call_method0("__index__")?;
            Ok(if index.lt(PyInt::new(number.py(), 0))? {
                i64::MIN
            } else {
                i64::MAX
            })
        }
        Err(error) => Err(error),
    }
}

/// The other operand of an operator; none if it is no integer, so that Python asks that operand.
///
/// # Errors
///
/// Whatever its `__index__` raises, except a `TypeError`.
pub(crate) fn operand(number: &Bound<'_, PyAny>) -> PyResult<Option<i64>> {
    match nearest_i64(number) {
        Err(error) if error.is_instance_of::<PyTypeError>(number.py()) => Ok(None),
        number => number.map(Some),
    }
}

/// The weekday of an ISO number.
///
/// # Errors
///
/// `WeekError` (`weekday_out_of_range`) for any number but 1 to 7.
pub(crate) fn weekday(number: &Bound<'_, PyAny>) -> PyResult<Weekday> {
    wide::weekday(nearest_i64(number)?).map_err(|error| errors::refused(number.py(), error))
}
