//! What a column is asked: `semaine.columns._question.Question`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use semaine::Weekday;

use crate::integers;

/// A question, by the type of its answers.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    Day(DayOf),
    Small(SmallOf),
    Number(NumberOf),
    YearWeek,
    IsWeekStart,
    Format(Form),
    Parse(Form, OnError),
    IsoWeek,
}

/// Which day of the week is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum DayOf {
    /// The first, of weeks that start on a weekday.
    Start(Weekday),
    End,
}

/// Which number of one byte, 0 for null, is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SmallOf {
    WeekNumber,
    Weekday,
}

/// Which number, `i32::MIN` for null, is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NumberOf {
    IsoYear,
    EpochWeek,
}

/// The form of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Week,
    WeekDate,
}

/// What becomes of a text that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnError {
    Raise,
    Null,
}

impl Question {
    /// The function that asks.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Day(DayOf::Start(_)) => "week_start",
            Self::Day(DayOf::End) => "week_end",
            Self::Small(SmallOf::WeekNumber) => "week_number",
            Self::Small(SmallOf::Weekday) => "weekday",
            Self::Number(NumberOf::IsoYear) => "iso_year",
            Self::Number(NumberOf::EpochWeek) => "epoch_week",
            Self::YearWeek => "year_week",
            Self::IsWeekStart => "is_week_start",
            Self::Format(_) => "format",
            Self::Parse(..) => "parse",
            Self::IsoWeek => "iso_week",
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Question {
    type Error = PyErr;

    fn extract(question: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let name: PyBackedStr = question.getattr("name")?.extract()?;
        let form = || -> PyResult<Form> {
            let weekday: bool = question.getattr("weekday")?.extract()?;
            Ok(if weekday { Form::WeekDate } else { Form::Week })
        };
        Ok(match &*name {
            "week_start" => {
                let first = integers::weekday(&question.getattr("first_day")?)?;
                Self::Day(DayOf::Start(first))
            }
            "week_end" => Self::Day(DayOf::End),
            "week_number" => Self::Small(SmallOf::WeekNumber),
            "weekday" => Self::Small(SmallOf::Weekday),
            "iso_year" => Self::Number(NumberOf::IsoYear),
            "epoch_week" => Self::Number(NumberOf::EpochWeek),
            "year_week" => Self::YearWeek,
            "is_week_start" => Self::IsWeekStart,
            "format" => Self::Format(form()?),
            "parse" => {
                let errors: PyBackedStr = question.getattr("errors")?.extract()?;
                let on_error = match &*errors {
                    "null" => OnError::Null,
                    _ => OnError::Raise,
                };
                Self::Parse(form()?, on_error)
            }
            "iso_week" => Self::IsoWeek,
            other => {
                return Err(PyValueError::new_err(format!("no question: {other}")));
            }
        })
    }
}
