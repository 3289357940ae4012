//! The core's error as Python's exceptions, whose classes are in `semaine/_errors.py`.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use semaine::{Date, Error};

use crate::dates;

/// A class of `semaine._errors`, looked up once.
struct Class {
    name: &'static str,
    class: PyOnceLock<Py<PyType>>,
}

impl Class {
    const fn named(name: &'static str) -> Self {
        Self {
            name,
            class: PyOnceLock::new(),
        }
    }

    fn get<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyType>> {
        self.class.import(py, "semaine._errors", self.name)
    }
}

static WEEK: Class = Class::named("WeekError");
static PARSE: Class = Class::named("ParseError");
static NOT_A_MONDAY: Class = Class::named("NotAMondayError");
static OVERFLOW: Class = Class::named("WeekOverflowError");

/// What a constructor or a parser refused: a `WeekError`, and a `ParseError` for texts.
pub(crate) fn refused(py: Python<'_>, error: Error) -> PyErr {
    let class = if error.offset().is_some() {
        &PARSE
    } else {
        &WEEK
    };
    raised(py, class, error)
}

/// The same error, saying in which row of a column it is.
pub(crate) fn at_row(py: Python<'_>, row: usize, error: PyErr) -> PyErr {
    at(py, "row", row, error)
}

/// The same error, saying in which record of a batch it is, counted from 1.
pub(crate) fn at_record(py: Python<'_>, record: usize, error: PyErr) -> PyErr {
    at(py, "record", record, error)
}

fn at(py: Python<'_>, place: &str, number: usize, error: PyErr) -> PyErr {
    built(|| {
        let value = error.value(py);
        let message = format!("{place} {number}: {error}", error = value.str()?);
        value.setattr("args", (message,))?;
        value.setattr(place, number)?;
        Ok(error)
    })
}

/// The result of an operation lies beyond the weeks: an `OverflowError`, as of Python's dates.
pub(crate) fn overflow(py: Python<'_>, error: Error) -> PyErr {
    raised(py, &OVERFLOW, error)
}

/// A day of the core that `datetime.date` cannot hold.
pub(crate) fn beyond_datetime(py: Python<'_>, date: Date) -> PyErr {
    let message = format!("{date} is beyond datetime.date, which holds 0001-01-01 to 9999-12-31");
    built(|| {
        let class = OVERFLOW.get(py)?;
        let error = class.call1((
            message,
            "datetime_out_of_range",
            date.epoch_day(),
            DATETIME_DAYS,
        ))?;
        Ok(PyErr::from_value(error))
    })
}

/// The epoch days of `datetime.date.min` and `datetime.date.max`.
const DATETIME_DAYS: (i32, i32) = (-719_162, 2_932_896);

/// A date that is no Monday where a Monday has to be: it carries the date and the right Monday.
pub(crate) fn not_a_monday(object: &Bound<'_, PyAny>, date: Date, message: String) -> PyErr {
    built(|| {
        let class = NOT_A_MONDAY.get(object.py())?;
        let monday = dates::moved(object, date, semaine::week_start(date))?;
        let weekday = date.weekday().number();
        let error = class.call1((message, object, weekday, monday))?;
        Ok(PyErr::from_value(error))
    })
}

fn raised(py: Python<'_>, class: &Class, error: Error) -> PyErr {
    built(|| {
        let class = class.get(py)?;
        let arguments = (
            error.to_string(),
            error.code(),
            error.value(),
            error.range(),
            error.offset(),
        );
        Ok(PyErr::from_value(class.call1(arguments)?))
    })
}

/// The exception, or the one that was raised while it was made.
fn built(exception: impl FnOnce() -> PyResult<PyErr>) -> PyErr {
    exception().unwrap_or_else(|error| error)
}
