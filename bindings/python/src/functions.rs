//! The questions that a single date is asked.

use pyo3::prelude::*;
use semaine::{Date, Error};

use crate::{dates, errors, integers};

/// Functions of a date that answer with a date of the same kind.
macro_rules! moves {
    ($($(#[doc = $doc:literal])* $name:ident = $day:expr;)*) => {$(
        $(#[doc = $doc])*
        #[pyfunction]
        #[pyo3(signature = (date, /))]
        pub(crate) fn $name<'py>(date: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
            let day = dates::day(stringify!($name), date)?;
            let moved = ($day)(day).map_err(|error| errors::overflow(date.py(), error))?;
            dates::moved(date, day, moved)
        }
    )*};
}

/// A function that answers for every day.
fn infallible(answer: impl Fn(Date) -> Date) -> impl Fn(Date) -> Result<Date, Error> {
    move |day| Ok(answer(day))
}

moves! {
    week_start = infallible(semaine::week_start);
    week_end = infallible(semaine::week_end);
    next_monday = semaine::next_monday;
    previous_monday = semaine::previous_monday;
}

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

#[pyfunction]
#[pyo3(signature = (date, /))]
pub(crate) fn week_number(date: &Bound<'_, PyAny>) -> PyResult<u8> {
    dates::day("week_number", date).map(semaine::week_number)
}

#[pyfunction]
#[pyo3(signature = (date, /))]
pub(crate) fn iso_year(date: &Bound<'_, PyAny>) -> PyResult<i32> {
    dates::day("iso_year", date).map(semaine::iso_year)
}

#[pyfunction]
#[pyo3(signature = (date, /))]
pub(crate) fn is_monday(date: &Bound<'_, PyAny>) -> PyResult<bool> {
    dates::day("is_monday", date).map(semaine::is_monday)
}

#[pyfunction]
#[pyo3(signature = (year, /))]
pub(crate) fn weeks_in_year(year: &Bound<'_, PyAny>) -> PyResult<u8> {
    semaine::wide::weeks_in_year(integers::nearest_i64(year)?)
        .map_err(|error| errors::refused(year.py(), error))
}

#[pyfunction]
#[pyo3(signature = (year, /))]
pub(crate) fn is_long_year(year: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(weeks_in_year(year)? == 53)
}
