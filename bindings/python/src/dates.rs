//! `datetime.date` and its subclasses as the core's days, and back.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{
    IntoPyDict, PyDate, PyDateAccess, PyDateTime, PyDelta, PyTimeAccess, PyTzInfoAccess,
};
use semaine::Date;

use crate::errors;

/// The calendar date of a `date` or `datetime`, whatever its time and zone.
///
/// # Errors
///
/// `TypeError` naming the function and the type of anything else, also of pandas' `NaT`, which is a
/// `datetime` by its class alone.
#[inline]
pub(crate) fn day(function: &str, object: &Bound<'_, PyAny>) -> PyResult<Date> {
    if let Ok(date) = object.cast_exact::<PyDate>() {
        return stored(date);
    }
    other_day(function, object)
}

fn other_day(function: &str, object: &Bound<'_, PyAny>) -> PyResult<Date> {
    if let Ok(datetime) = object.cast_exact::<PyDateTime>() {
        return stored(datetime);
    }
    if object.cast::<PyDate>().is_err() {
        return Err(wrong_type(function, object));
    }
    told(object)?.ok_or_else(|| wrong_type(function, object))
}

/// What to raise for an object that is no date.
pub(crate) fn wrong_type(function: &str, object: &Bound<'_, PyAny>) -> PyErr {
    match object.get_type().name() {
        Ok(name) => PyTypeError::new_err(format!(
            "{function}() takes a datetime.date or datetime.datetime, not {name}"
        )),
        Err(error) => error,
    }
}

/// The day of a `datetime.date` that is of no subclass.
#[inline]
pub(crate) fn exact(date: &Bound<'_, PyDate>) -> Option<Date> {
    Date::new(date.get_year(), date.get_month(), date.get_day()).ok()
}

/// The date in the fields of the object.
#[inline]
fn stored(date: &impl PyDateAccess) -> PyResult<Date> {
    Date::new(date.get_year(), date.get_month(), date.get_day())
        .map_err(|error| PyTypeError::new_err(error.to_string()))
}

/// The date that a subclass says it is: pandas' `Timestamp` can be one that the fields cannot hold.
/// None if it says none, as `NaT`, whose year is a float.
///
/// # Errors
///
/// Whatever its properties raise.
fn told(date: &Bound<'_, PyAny>) -> PyResult<Option<Date>> {
    let (year, month, day) = (
        date.getattr("year")?,
        date.getattr("month")?,
        date.getattr("day")?,
    );
    let (Ok(year), Ok(month), Ok(day)) = (year.extract(), month.extract(), day.extract()) else {
        return Ok(None);
    };
    Ok(Date::new(year, month, day).ok())
}

/// A `datetime.date`.
///
/// # Errors
///
/// `WeekOverflowError` beyond the years 1 to 9999.
#[inline]
pub(crate) fn date(py: Python<'_>, date: Date) -> PyResult<Bound<'_, PyDate>> {
    let (year, month, day) = date.civil();
    if !(1..=9999).contains(&year) {
        return Err(errors::beyond_datetime(py, date));
    }
    PyDate::new(py, year, month, day)
}

/// A `datetime.date`, if it can hold the day.
#[inline]
pub(crate) fn plain(py: Python<'_>, day: Date) -> Option<Bound<'_, PyAny>> {
    let (year, month, day) = day.civil();
    if !(1..=9999).contains(&year) {
        return None;
    }
    Some(PyDate::new(py, year, month, day).ok()?.into_any())
}

/// The same kind of object on another day: as `object + timedelta(...)` keeps class, time and zone.
///
/// # Errors
///
/// `WeekOverflowError`, or whatever a subclass raises, beyond the years 1 to 9999.
#[inline]
pub(crate) fn moved<'py>(
    object: &Bound<'py, PyAny>,
    from: Date,
    to: Date,
) -> PyResult<Bound<'py, PyAny>> {
    let py = object.py();
    if object.is_exact_instance_of::<PyDate>() {
        return Ok(date(py, to)?.into_any());
    }
    moved_otherwise(object, from, to)
}

fn moved_otherwise<'py>(
    object: &Bound<'py, PyAny>,
    from: Date,
    to: Date,
) -> PyResult<Bound<'py, PyAny>> {
    let py = object.py();
    let (year, month, day) = to.civil();
    if !(1..=9999).contains(&year) {
        return Err(errors::beyond_datetime(py, to));
    }
    let Ok(datetime) = object.cast_exact::<PyDateTime>() else {
        if let Ok(datetime) = object.cast::<PyDateTime>()
            && datetime.get_tzinfo().is_some()
        {
            // A sum may count hours of the clock in UTC, as those of pandas and pendulum do.
            let first_of_two = [("fold", 0)].into_py_dict(py)?;
            return object.call_method("replace", (year, month, day), Some(&first_of_two));
        }
        let days = to.epoch_day() - from.epoch_day();
        return object.add(PyDelta::new(py, days, 0, 0, false)?);
    };
    let moved = PyDateTime::new(
        py,
        year,
        month,
        day,
        datetime.get_hour(),
        datetime.get_minute(),
        datetime.get_second(),
        datetime.get_microsecond(),
        datetime.get_tzinfo().as_ref(),
    )?;
    Ok(moved.into_any())
}
