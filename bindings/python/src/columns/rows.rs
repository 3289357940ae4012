//! Lists of dates or texts.

use pyo3::prelude::*;
use pyo3::types::{PyList, PyString, PyTuple};
use semaine::columns::{TextsMut, WEEK_DATE_TEXT_MAX, WEEK_TEXT_MAX};
use semaine::{Date, Error};

use super::days::{self, Days};
use super::question::{DayOf, Form, OnError, Question};
use crate::iso_week::IsoWeek;
use crate::{dates, errors, texts};

/// Stands for None, since no date has it.
const NONE: i32 = i32::MIN;

/// The answers for each row; None stays None.
///
/// # Errors
///
/// `TypeError` for a row that is no date (for `parse`, no text), `ParseError` or `WeekError` for a
/// text that is refused, and `WeekOverflowError` beyond `datetime.date`; each names the row.
#[pyfunction]
#[pyo3(signature = (question, rows, /))]
pub(crate) fn answer_rows<'py>(
    question: Question,
    rows: &Bound<'py, PyTuple>,
) -> PyResult<Bound<'py, PyList>> {
    let py = rows.py();
    if let Question::Parse(form, on_error) = question {
        return parsed(form, on_error, rows);
    }
    let days = days_of(question.name(), rows)?;
    let column = Days::Narrow(&days);
    let refused = |error: Error| errors::refused(py, error);
    match question {
        Question::Day(question) => moved(question, rows, &days),
        Question::Small(question) => {
            let mut answers = vec![0; days.len()];
            column.small(question, &mut answers).map_err(refused)?;
            listed(py, &days, answers)
        }
        Question::Number(question) => {
            let mut answers = vec![0; days.len()];
            column.number(question, &mut answers).map_err(refused)?;
            listed(py, &days, answers)
        }
        Question::YearWeek => {
            let (mut years, mut weeks) = (vec![0; days.len()], vec![0; days.len()]);
            column.year_week(&mut years, &mut weeks).map_err(refused)?;
            listed(py, &days, years.into_iter().zip(weeks))
        }
        Question::IsWeekStart => {
            let mut answers = vec![false; days.len()];
            column.is_week_start(&mut answers).map_err(refused)?;
            listed(py, &days, answers)
        }
        Question::IsoWeek => {
            let weeks = days.iter().map(|day| Date::from_epoch_day(*day));
            let weeks = weeks.map(|date| date.ok().map(IsoWeek::from));
            PyList::new(py, weeks)
        }
        Question::Format(form) => formatted(py, form, column),
        Question::Parse(..) => Ok(PyList::empty(py)),
    }
}

/// The date that a row names; none for None and, if errors are to be null, for a text that is refused.
///
/// # Errors
///
/// As [`answer_rows`].
pub(super) fn parse(
    form: Form,
    on_error: OnError,
    row: usize,
    text: &Bound<'_, PyAny>,
) -> PyResult<Option<Date>> {
    if text.is_none() {
        return Ok(None);
    }
    let parser = |text: &str| {
        let date = match form {
            Form::Week => semaine::IsoWeek::parse(text).map(semaine::IsoWeek::monday),
            Form::WeekDate => semaine::IsoWeekDate::parse(text).map(semaine::IsoWeekDate::date),
        };
        match (date, on_error) {
            (Err(_), OnError::Null) => Ok(None),
            (date, _) => date.map(Some),
        }
    };
    texts::parse("parse", text, parser).map_err(|error| errors::at_row(text.py(), row, error))
}

fn parsed<'py>(
    form: Form,
    on_error: OnError,
    rows: &Bound<'py, PyTuple>,
) -> PyResult<Bound<'py, PyList>> {
    let py = rows.py();
    let dates = rows.iter_borrowed().enumerate().map(|(row, text)| {
        parse(form, on_error, row, &text)?
            .map(|date| dates::date(py, date).map_err(|error| errors::at_row(py, row, error)))
            .transpose()
    });
    PyList::new(py, dates.collect::<PyResult<Vec<_>>>()?)
}

fn days_of(function: &str, rows: &Bound<'_, PyTuple>) -> PyResult<Vec<i32>> {
    let py = rows.py();
    let days = rows.iter_borrowed().enumerate().map(|(row, date)| {
        if date.is_none() {
            return Ok(NONE);
        }
        match dates::day(function, &date) {
            Ok(date) => Ok(date.epoch_day()),
            Err(error) => Err(errors::at_row(py, row, error)),
        }
    });
    days.collect()
}

/// Days of the weeks, of the same types as the dates.
fn moved<'py>(
    question: DayOf,
    rows: &Bound<'py, PyTuple>,
    days: &[i32],
) -> PyResult<Bound<'py, PyList>> {
    let py = rows.py();
    let mut answers = vec![0; days.len()];
    days::narrow(question, days, &mut answers).map_err(|error| errors::refused(py, error))?;
    let rows = rows.iter_borrowed().zip(days.iter().zip(&answers));
    let moved = rows.enumerate().map(|(row, (date, (from, to)))| {
        let days = (Date::from_epoch_day(*from), Date::from_epoch_day(*to));
        let (Ok(from), Ok(to)) = days else {
            return Ok(None);
        };
        let moved = dates::moved(&date, from, to);
        moved
            .map(Some)
            .map_err(|error| errors::at_row(py, row, error))
    });
    PyList::new(py, moved.collect::<PyResult<Vec<_>>>()?)
}

fn formatted<'py>(py: Python<'py>, form: Form, column: Days<'_>) -> PyResult<Bound<'py, PyList>> {
    let width = match form {
        Form::Week => WEEK_TEXT_MAX,
        Form::WeekDate => WEEK_DATE_TEXT_MAX,
    };
    let mut bytes = vec![0; column.len() * width];
    let mut offsets = vec![0; column.len() + 1];
    let texts = TextsMut {
        bytes: &mut bytes,
        offsets: &mut offsets,
    };
    let refused = |error| errors::refused(py, error);
    let written = column.format(form, texts).map_err(refused)?.bytes;
    let all = str::from_utf8(bytes.get(..written).unwrap_or_default()).unwrap_or_default();
    let places = offsets
        .iter()
        .map(|place| usize::try_from(*place).unwrap_or_default());
    let texts = places.clone().zip(places.skip(1)).map(|(start, end)| {
        let text = all.get(start..end).filter(|text| !text.is_empty());
        text.map(|text| PyString::new(py, text))
    });
    PyList::new(py, texts)
}

/// Answers as a list, with None where there is no day.
fn listed<'py, T: IntoPyObject<'py>>(
    py: Python<'py>,
    days: &[i32],
    answers: impl IntoIterator<Item = T>,
) -> PyResult<Bound<'py, PyList>> {
    let answers = days.iter().zip(answers);
    PyList::new(
        py,
        answers.map(|(day, answer)| (*day != NONE).then_some(answer)),
    )
}
