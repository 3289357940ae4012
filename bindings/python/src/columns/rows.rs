//! Lists of dates or texts, row by row.

use pyo3::basic::CompareOp;
use pyo3::exceptions::PyOverflowError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyList, PyString, PyTuple};
use semaine::{Date, IsoWeekDate, Weekday, columns};

use super::question::{DayOf, Form, NumberOf, OnError, Question, SmallOf};
use super::shared::Shared;
use crate::iso_week::IsoWeek;
use crate::{dates, errors, texts};

/// The answers for each row; None and NaT become None. Rows with the same answer share one object.
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
    let name = question.name();
    let mut shared = Shared::for_rows(rows.len());
    let text = |text: &str| PyResult::Ok(PyString::new(py, text));
    match question {
        Question::Day(question) => of_each(name, rows, |row, date| {
            let day = day_of(py, question, date)?;
            if row.is_exact_instance_of::<PyDate>() {
                shared.get(day.epoch_day(), || dates::date(py, day))
            } else {
                dates::moved(row, date, day)
            }
        }),
        Question::Small(SmallOf::WeekNumber) => of_each(name, rows, |_, date| {
            let week = semaine::IsoWeek::of(date);
            shared.get(week.epoch_week(), || week.week().into_pyobject(py))
        }),
        Question::Small(SmallOf::Weekday) => of_each(name, rows, |_, date| {
            let weekday = date.weekday().number();
            shared.get(weekday.into(), || weekday.into_pyobject(py))
        }),
        Question::Number(NumberOf::IsoYear) => of_each(name, rows, |_, date| {
            let week = semaine::IsoWeek::of(date);
            shared.get(week.epoch_week(), || week.year().into_pyobject(py))
        }),
        Question::Number(NumberOf::EpochWeek) => of_each(name, rows, |_, date| {
            let week = semaine::IsoWeek::of(date).epoch_week();
            shared.get(week, || week.into_pyobject(py))
        }),
        Question::YearWeek => of_each(name, rows, |_, date| {
            let week = semaine::IsoWeek::of(date);
            shared.get(week.epoch_week(), || {
                (week.year(), week.week()).into_pyobject(py)
            })
        }),
        Question::IsoWeek => of_each(name, rows, |_, date| {
            let week = semaine::IsoWeek::of(date);
            shared.get(week.epoch_week(), || Bound::new(py, IsoWeek(week)))
        }),
        Question::IsWeekStart => of_each(name, rows, |_, date| {
            Ok(PyBool::new(py, semaine::is_monday(date))
                .to_owned()
                .into_any())
        }),
        Question::Format(Form::Week) => of_each(name, rows, |_, date| {
            let week = semaine::IsoWeek::of(date);
            shared.get(week.epoch_week(), || text(&week.to_text()))
        }),
        Question::Format(Form::WeekDate) => of_each(name, rows, |_, date| {
            shared.get(date.epoch_day(), || text(&IsoWeekDate::of(date).to_text()))
        }),
        Question::Parse(form, on_error) => listed(rows, |row| {
            let Some(date) = parse(form, on_error, row)? else {
                return Ok(None);
            };
            match shared.get(date.epoch_day(), || dates::date(py, date)) {
                Err(error)
                    if on_error == OnError::Null && error.is_instance_of::<PyOverflowError>(py) =>
                {
                    Ok(None)
                }
                day => day.map(Some),
            }
        }),
    }
}

/// The date that a text names; none for None, NaT and, if errors are to be null, for a text that is refused.
///
/// # Errors
///
/// `TypeError` for what is no text, `ParseError` or `WeekError` for one that is refused.
pub(super) fn parse(
    form: Form,
    on_error: OnError,
    text: &Bound<'_, PyAny>,
) -> PyResult<Option<Date>> {
    if is_null(text)? {
        return Ok(None);
    }
    texts::parse("parse", text, |text| {
        let date = match form {
            Form::Week => semaine::IsoWeek::parse(text).map(semaine::IsoWeek::monday),
            Form::WeekDate => IsoWeekDate::parse(text).map(IsoWeekDate::date),
        };
        match on_error {
            OnError::Raise => date.map(Some),
            OnError::Null => Ok(date.ok()),
        }
    })
}

fn day_of(py: Python<'_>, question: DayOf, date: Date) -> PyResult<Date> {
    match question {
        DayOf::Start(Weekday::Monday) => Ok(semaine::week_start(date)),
        DayOf::End => Ok(semaine::week_end(date)),
        DayOf::Start(first) => {
            let mut day = [0];
            columns::week_start_on(&[date.epoch_day()][..], first, &mut day[..])
                .and_then(|_| Date::from_epoch_day(day[0]))
                .map_err(|error| errors::overflow(py, error))
        }
    }
}

/// The list of what a function makes of each date.
fn of_each<'py>(
    name: &str,
    rows: &Bound<'py, PyTuple>,
    mut answer: impl FnMut(&Bound<'py, PyAny>, Date) -> PyResult<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyList>> {
    listed(rows, |row| {
        if is_null(row)? {
            return Ok(None);
        }
        answer(row, dates::day(name, row)?).map(Some)
    })
}

/// Whether a row is None, or NaT of pandas or NumPy.
///
/// # Errors
///
/// What it raises when it is compared.
#[inline]
fn is_null(row: &Bound<'_, PyAny>) -> PyResult<bool> {
    if row.is_exact_instance_of::<PyDate>() || row.is_exact_instance_of::<PyString>() {
        return Ok(false);
    }
    Ok(row.is_none() || is_not_a_time(row)?)
}

fn is_not_a_time(row: &Bound<'_, PyAny>) -> PyResult<bool> {
    if row.is_exact_instance_of::<PyDateTime>() {
        return Ok(false);
    }
    let class = row.get_type().name()?;
    if class != "NaTType" && class != "datetime64" {
        return Ok(false);
    }
    // Like NaN, it is the one value that is not equal to itself.
    row.rich_compare(row, CompareOp::Ne)?.is_truthy()
}

/// The list of what a function makes of each row.
fn listed<'py>(
    rows: &Bound<'py, PyTuple>,
    mut answer: impl FnMut(&Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>>,
) -> PyResult<Bound<'py, PyList>> {
    let py = rows.py();
    let mut answers = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter_borrowed().enumerate() {
        answers.push(answer(&row).map_err(|error| errors::at_row(py, index, error))?);
    }
    PyList::new(py, answers)
}
