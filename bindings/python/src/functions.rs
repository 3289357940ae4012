//! The questions that a single date is asked.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyString;
use semaine::Error;

use crate::meth_o::{self, of_date};
use crate::{dates, errors, integers};

/// Functions that answer with a date of the same kind.
macro_rules! moves {
    ($($(#[doc = $doc:literal])* $name:ident = $answer:expr;)*) => {
        of_date! {$(
            $(#[doc = $doc])*
            $name(stringify!($name), stringify!($name)):
                |py, day| dates::plain(py, ($answer)(day).ok()?),
                |object: &Bound<'py, PyAny>, day| {
                    let moved = ($answer)(day);
                    let moved = moved.map_err(|error| errors::overflow(object.py(), error))?;
                    dates::moved(object, day, moved)
                };
        )*}
    };
}

/// Functions that answer with something else.
macro_rules! tells {
    ($($(#[doc = $doc:literal])* $name:ident = $answer:expr;)*) => {
        of_date! {$(
            $(#[doc = $doc])*
            $name(stringify!($name), stringify!($name)):
                |py, day| ($answer)(day).into_bound_py_any(py).ok(),
                |object: &Bound<'py, PyAny>, day| ($answer)(day).into_bound_py_any(object.py());
        )*}
    };
}

moves! {
    /// Give the Monday of a date's ISO week.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     Of a datetime, its own calendar date counts, whatever its time zone.
    ///
    /// Returns
    /// -------
    /// datetime.date or datetime.datetime
    ///     An object of the same class, with the same time of day and time zone.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     For anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine import IsoWeek, week_start
    /// >>> week_start(date(2025, 8, 7))
    /// datetime.date(2025, 8, 4)
    /// >>> IsoWeek.of(date(2025, 8, 7)).monday  # with the year and the number of the week
    /// datetime.date(2025, 8, 4)
    week_start = |day| Ok::<_, Error>(semaine::week_start(day));
    /// Give the Sunday of a date's ISO week.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     Of a datetime, its own calendar date counts, whatever its time zone.
    ///
    /// Returns
    /// -------
    /// datetime.date or datetime.datetime
    ///     An object of the same class, with the same time of day and time zone.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     For anything else.
    /// WeekOverflowError
    ///     After 9999-12-26: those weeks end beyond ``datetime.date.max``.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import datetime
    /// >>> from semaine import week_end
    /// >>> week_end(datetime(2025, 8, 7, 18, 30))
    /// datetime.datetime(2025, 8, 10, 18, 30)
    week_end = |day| Ok::<_, Error>(semaine::week_end(day));
    /// Give the first Monday strictly after a date.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     Of a datetime, its own calendar date counts, whatever its time zone.
    ///
    /// Returns
    /// -------
    /// datetime.date or datetime.datetime
    ///     An object of the same class, with the same time of day and time zone.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     For anything else.
    /// WeekOverflowError
    ///     In the last week of ``datetime.date``, which began on 9999-12-27.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine import next_monday
    /// >>> next_monday(date(2025, 8, 4))  # a Monday
    /// datetime.date(2025, 8, 11)
    next_monday = semaine::next_monday;
    /// Give the last Monday strictly before a date.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     Of a datetime, its own calendar date counts, whatever its time zone.
    ///
    /// Returns
    /// -------
    /// datetime.date or datetime.datetime
    ///     An object of the same class, with the same time of day and time zone.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     For anything else.
    /// WeekOverflowError
    ///     For 0001-01-01, which is a Monday and the first date that there is.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine import previous_monday
    /// >>> previous_monday(date(2025, 8, 7)), previous_monday(date(2025, 8, 4))
    /// (datetime.date(2025, 8, 4), datetime.date(2025, 7, 28))
    previous_monday = semaine::previous_monday;
}

tells! {
    /// Give the number of a date's ISO week.
    ///
    /// A week number means nothing without its year, which is not always the year of the date: prefer
    /// :meth:`IsoWeek.of`, which has both.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     Of a datetime, its own calendar date counts, whatever its time zone.
    ///
    /// Returns
    /// -------
    /// int
    ///     1 to 53.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     For anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine import IsoWeek, week_number
    /// >>> week_number(date(2025, 12, 29))
    /// 1
    /// >>> IsoWeek.of(date(2025, 12, 29))
    /// IsoWeek(2026, 1)
    week_number = semaine::week_number;
    /// Give the year that a date's ISO week belongs to: that of the week's Thursday.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     Of a datetime, its own calendar date counts, whatever its time zone.
    ///
    /// Returns
    /// -------
    /// int
    ///     The year; for the last days of 9999 still 9999.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     For anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine import iso_year
    /// >>> iso_year(date(2025, 12, 29)), iso_year(date(2027, 1, 1))
    /// (2026, 2026)
    iso_year = semaine::iso_year;
    /// Tell whether a date is a Monday, on which an ISO week starts.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     Of a datetime, its own calendar date counts, whatever its time zone.
    ///
    /// Returns
    /// -------
    /// bool
    ///     Whether it is.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     For anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine import is_monday
    /// >>> is_monday(date(2025, 8, 4)), is_monday(date(2025, 8, 5))
    /// (True, False)
    is_monday = semaine::is_monday;
}

/// Give the Monday and the Sunday of a date's ISO week.
///
/// Parameters
/// ----------
/// date : datetime.date or datetime.datetime
///     Of a datetime, its own calendar date counts, whatever its time zone.
///
/// Returns
/// -------
/// tuple
///     Two objects of the same class, with the same time of day and time zone.
///
/// Raises
/// ------
/// TypeError
///     For anything else.
/// WeekOverflowError
///     After 9999-12-26: those weeks end beyond ``datetime.date.max``.
///
/// Examples
/// --------
/// >>> from datetime import date
/// >>> from semaine import week_range
/// >>> week_range(date(2025, 12, 31))
/// (datetime.date(2025, 12, 29), datetime.date(2026, 1, 4))
#[pyfunction]
#[pyo3(signature = (date, /))]
pub(crate) fn week_range<'py>(
    date: &Bound<'py, PyAny>,
) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
    let day = dates::day("week_range", date)?;
    let (monday, sunday) = semaine::week_range(day);
    Ok((
        dates::moved(date, day, monday)?,
        dates::moved(date, day, sunday)?,
    ))
}

/// Count the weeks of an ISO year.
///
/// Parameters
/// ----------
/// year : int
///     The ISO year.
///
/// Returns
/// -------
/// int
///     52 or 53.
///
/// Raises
/// ------
/// WeekError
///     For a year before -5877641 or after 5881580 (code ``year_out_of_range``).
///
/// Examples
/// --------
/// >>> from semaine import weeks_in_year
/// >>> weeks_in_year(2025), weeks_in_year(2026)
/// (52, 53)
#[pyfunction]
#[pyo3(signature = (year, /))]
pub(crate) fn weeks_in_year(year: &Bound<'_, PyAny>) -> PyResult<u8> {
    semaine::wide::weeks_in_year(integers::nearest_i64(year)?)
        .map_err(|error| errors::refused(year.py(), error))
}

/// Tell whether an ISO year has 53 weeks.
///
/// Parameters
/// ----------
/// year : int
///     The ISO year.
///
/// Returns
/// -------
/// bool
///     Whether it has.
///
/// Raises
/// ------
/// WeekError
///     For a year before -5877641 or after 5881580 (code ``year_out_of_range``).
///
/// Examples
/// --------
/// >>> from semaine import is_long_year
/// >>> is_long_year(2020), is_long_year(2021)
/// (True, False)
#[pyfunction]
#[pyo3(signature = (year, /))]
pub(crate) fn is_long_year(year: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(weeks_in_year(year)? == 53)
}

/// Adds the functions of a date to the module.
///
/// # Errors
///
/// `MemoryError`.
pub(crate) fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    for function in [
        meth_o::function::<week_start>,
        meth_o::function::<week_end>,
        meth_o::function::<next_monday>,
        meth_o::function::<previous_monday>,
        meth_o::function::<week_number>,
        meth_o::function::<iso_year>,
        meth_o::function::<is_monday>,
    ] {
        let function = function(py)?;
        module.add(function.getattr("__name__")?.cast::<PyString>()?, function)?;
    }
    Ok(())
}
