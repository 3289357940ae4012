//! The week of a month: a named tuple of `semaine/_month_week.py`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use semaine::{MonthRule, MonthWeek};

use crate::dates;

static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// Give the week of the month of a date, for which there is no standard: each rule has a name.
///
/// Parameters
/// ----------
/// date : datetime.date or datetime.datetime
///     Of a datetime, its own calendar date counts, whatever its time zone.
/// rule : {"thursday", "monday", "row", "seven_days"}, default "thursday"
///     ``"thursday"`` counts whole ISO weeks in the month of their Thursday, ``"monday"`` in that of
///     their Monday; ``"row"`` counts the rows of the month's page in a calendar that begins on
///     Monday, ``"seven_days"`` the sevens of days since the first of the month.
///
/// Returns
/// -------
/// MonthWeek
///     The year, the month and the number of the week there.
///
/// Raises
/// ------
/// TypeError
///     For anything but a date.
/// ValueError
///     For another rule.
///
/// Examples
/// --------
/// >>> from datetime import date
/// >>> from semaine import month_week
/// >>> month_week(date(2025, 8, 31))
/// MonthWeek(year=2025, month=8, week=4)
/// >>> month_week(date(2025, 8, 31), rule="row")
/// MonthWeek(year=2025, month=8, week=5)
#[pyfunction]
#[pyo3(signature = (date, /, *, rule = "thursday"))]
pub(crate) fn month_week<'py>(date: &Bound<'py, PyAny>, rule: &str) -> PyResult<Bound<'py, PyAny>> {
    let rule = match rule {
        "thursday" => MonthRule::Thursday,
        "monday" => MonthRule::Monday,
        "row" => MonthRule::Row,
        "seven_days" => MonthRule::SevenDays,
        other => return Err(unknown(other)),
    };
    let week = MonthWeek::of(dates::day("month_week", date)?, rule);
    CLASS
        .import(date.py(), "semaine._month_week", "MonthWeek")?
        .call1((week.year, week.month, week.week))
}

fn unknown(rule: &str) -> PyErr {
    PyValueError::new_err(format!(
        "rule must be \"thursday\", \"monday\", \"row\" or \"seven_days\", not {rule:?}"
    ))
}
