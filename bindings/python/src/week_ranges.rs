//! Ranges of weeks: `semaine/_week_range.py` wraps a Python `range` of epoch weeks.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyRange, PyType};
use semaine::{IsoWeek, Weeks, wide};

use crate::errors;

static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// From one week up to, and without, another, or down to it if the step is negative.
pub(crate) fn stepped(
    py: Python<'_>,
    start: IsoWeek,
    stop: IsoWeek,
    step: i64,
) -> PyResult<Bound<'_, PyAny>> {
    if step == 0 {
        return Err(PyValueError::new_err(
            "IsoWeek.range() takes a step other than 0",
        ));
    }
    wrapped(
        py,
        start.epoch_week().into(),
        stop.epoch_week().into(),
        step,
    )
}

/// The 52 or 53 weeks of an ISO year.
pub(crate) fn of_year(py: Python<'_>, year: i64) -> PyResult<Bound<'_, PyAny>> {
    let made = wide::weeks_of_year(year);
    of(py, &made.map_err(|error| errors::refused(py, error))?)
}

/// The weeks that have at least one day in a calendar month.
pub(crate) fn overlapping_month(
    py: Python<'_>,
    year: i64,
    month: i64,
) -> PyResult<Bound<'_, PyAny>> {
    let made = wide::weeks_overlapping_month(year, month);
    of(py, &made.map_err(|error| errors::refused(py, error))?)
}

fn of<'py>(py: Python<'py>, weeks: &Weeks) -> PyResult<Bound<'py, PyAny>> {
    let start = weeks.first().map_or(0, IsoWeek::epoch_week).into();
    let stop = weeks.len().try_into().map_or(start, |len: i64| start + len);
    wrapped(py, start, stop, 1)
}

fn wrapped(py: Python<'_>, start: i64, stop: i64, step: i64) -> PyResult<Bound<'_, PyAny>> {
    let numbers = py.get_type::<PyRange>().call1((start, stop, step))?;
    CLASS
        .import(py, "semaine._week_range", "WeekRange")?
        .call1((numbers,))
}
