//! `NumPy` arrays, as buffers of integers that `semaine/columns/_numpy.py` makes of them.

use pyo3::buffer::{Element, PyBuffer};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use semaine::columns::{TextsMut, TimeUnit, WEEK_DATE_TEXT_MAX};
use semaine::{Date, Error};

use super::days::{self, Clock, Days};
use super::memory::zeros;
use super::question::{Form, OnError, Question};
use super::{rows, texts};
use crate::errors;

/// The rows of texts that are written before they are widened.
const ROWS: usize = 1024;

/// Writes the answers for a column of integers, days or instants of a unit, to another.
#[pyfunction]
#[pyo3(signature = (question, unit, column, out, weeks = None, /))]
pub(crate) fn fill_answers(
    question: Question,
    unit: &str,
    column: &Bound<'_, PyAny>,
    out: &Bound<'_, PyAny>,
    weeks: Option<&Bound<'_, PyAny>>,
) -> PyResult<()> {
    let py = column.py();
    let column = Rows::of(unit, column)?;
    let days = column.days();
    let answered = match question {
        Question::Day(question) => match days {
            Days::Narrow(days) => {
                let mut out = Written::of(out)?;
                let out = out.values();
                py.detach(|| days::narrow(question, days, out))
            }
            Days::Wide(values, clock) => {
                let mut out = Written::of(out)?;
                let out = out.values();
                py.detach(|| days::wide(question, values, clock, out))
            }
        },
        Question::Small(question) => {
            let mut out = Written::of(out)?;
            let out = out.values();
            py.detach(|| days.small(question, out))
        }
        Question::Number(question) => {
            let mut out = Written::of(out)?;
            let out = out.values();
            py.detach(|| days.number(question, out))
        }
        Question::IsWeekStart => {
            let mut out = Written::of(out)?;
            let out = truths(out.values());
            py.detach(|| days.is_week_start(out))
        }
        Question::YearWeek => {
            let weeks = weeks.ok_or_else(|| PyTypeError::new_err("year_week needs two arrays"))?;
            let (mut years, mut weeks) = (Written::of(out)?, Written::of(weeks)?);
            let (years, weeks) = (years.values(), weeks.values());
            py.detach(|| days.year_week(years, weeks))
        }
        Question::Format(_) | Question::Parse(..) | Question::IsoWeek => {
            return Err(PyTypeError::new_err("not a question of integers"));
        }
    };
    answered.map_err(|error| errors::refused(py, error))?;
    Ok(())
}

/// Writes the texts of a column of days to an array of code points, as many for each row; tells
/// whether all of them fit.
#[pyfunction]
#[pyo3(signature = (question, unit, column, out, /))]
pub(crate) fn fill_texts(
    question: Question,
    unit: &str,
    column: &Bound<'_, PyAny>,
    out: &Bound<'_, PyAny>,
) -> PyResult<bool> {
    let Question::Format(form) = question else {
        return Err(PyTypeError::new_err("not a question of texts"));
    };
    let py = column.py();
    let column = Rows::of(unit, column)?;
    let days = column.days();
    let mut out = Written::of(out)?;
    let out = out.values();
    py.detach(|| widen(form, days, out))
        .map_err(|error| errors::refused(py, error))
}

fn widen(form: Form, days: Days<'_>, out: &mut [u32]) -> Result<bool, Error> {
    let width = out.len().checked_div(days.len()).unwrap_or_default().max(1);
    let mut bytes = [0; ROWS * WEEK_DATE_TEXT_MAX];
    let mut offsets = [0_i32; ROWS + 1];
    for (block, out) in out.chunks_mut(ROWS * width).enumerate() {
        let rows = out.len() / width;
        let days = days.rows(block * ROWS..block * ROWS + rows);
        let offsets = offsets.get_mut(..=rows).unwrap_or_default();
        let bytes = &mut bytes[..];
        days.format(form, TextsMut { bytes, offsets })?;
        let mut start = 0;
        for (out, end) in out.chunks_exact_mut(width).zip(offsets.iter().skip(1)) {
            let end = usize::try_from(*end).unwrap_or_default();
            let text = match bytes.get(start..end) {
                None | Some([]) => b"NaT",
                Some(text) => text,
            };
            start = end;
            let Some((letters, rest)) = out.split_at_mut_checked(text.len()) else {
                return Ok(false);
            };
            for (letter, byte) in letters.iter_mut().zip(text) {
                *letter = u32::from(*byte);
            }
            rest.fill(0);
        }
    }
    Ok(true)
}

/// Writes the days that texts name, each of so many bytes or code points, to an array of epoch days.
#[pyfunction]
#[pyo3(signature = (question, texts, width, out, /))]
pub(crate) fn fill_parsed(
    question: Question,
    texts: &Bound<'_, PyAny>,
    width: usize,
    out: &Bound<'_, PyAny>,
) -> PyResult<()> {
    let py = texts.py();
    let mut out = Written::of(out)?;
    let out = out.values();
    if let Ok(bytes) = Read::<u8>::of(texts) {
        return parsed(py, question, bytes.values(), width, out, |text, bytes| {
            bytes.extend_from_slice(text);
        });
    }
    let points = Read::<u32>::of(texts)?;
    parsed(py, question, points.values(), width, out, |text, bytes| {
        if text.iter().all(|point| *point < 0x80) {
            bytes.extend(text.iter().map(|point| point.to_le_bytes()[0]));
            return;
        }
        for point in text {
            // What is no character is refused where it stands, like any that is in no week.
            let letter = char::from_u32(*point).unwrap_or(char::REPLACEMENT_CHARACTER);
            bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
    })
}

fn parsed<T: Copy + Default + PartialEq + Sync>(
    py: Python<'_>,
    question: Question,
    texts: &[T],
    width: usize,
    out: &mut [i64],
    push: impl Fn(&[T], &mut Vec<u8>) + Sync,
) -> PyResult<()> {
    let Question::Parse(form, on_error) = question else {
        return Err(PyTypeError::new_err("not a question to texts"));
    };
    let mut validity = zeros(out.len().div_ceil(8))?;
    let failure = py.detach(|| {
        texts::parse_each(form, out, &mut validity, |row, bytes| {
            let text = texts
                .get(row * width..(row + 1) * width)
                .unwrap_or_default();
            let zeros = text.iter().rev().take_while(|unit| **unit == T::default());
            let start = bytes.len();
            push(
                text.get(..text.len() - zeros.count()).unwrap_or_default(),
                bytes,
            );
            bytes.get(start..) != Some(b"NaT")
        })
    });
    match failure.map_err(|error| errors::refused(py, error))? {
        Some((row, error)) if on_error == OnError::Raise => {
            Err(errors::at_row(py, row, errors::refused(py, error)))
        }
        _ => Ok(()),
    }
}

/// Writes the days that the texts of a tuple name to an array of epoch days.
#[pyfunction]
#[pyo3(signature = (question, texts, out, /))]
pub(crate) fn fill_parsed_rows(
    question: Question,
    texts: &Bound<'_, PyTuple>,
    out: &Bound<'_, PyAny>,
) -> PyResult<()> {
    let Question::Parse(form, on_error) = question else {
        return Err(PyTypeError::new_err("not a question to texts"));
    };
    let mut out = Written::of(out)?;
    let rows = texts.iter_borrowed().enumerate();
    for (out, (row, text)) in out.values().iter_mut().zip(rows) {
        let date = rows::parse(form, on_error, &text)
            .map_err(|error| errors::at_row(texts.py(), row, error))?;
        *out = date.map_or(i64::MIN, |date| Date::epoch_day(date).into());
    }
    Ok(())
}

/// A column of integers that is read.
enum Rows {
    Narrow(Read<i32>),
    Wide(Read<i64>, Option<Clock>),
}

impl Rows {
    /// The days of a column of epoch days, 32 or 64 bits wide, or of instants of 64 bits.
    ///
    /// # Errors
    ///
    /// `ValueError` for another unit than days, s, ms, us and ns, `BufferError` for other numbers.
    fn of(unit: &str, column: &Bound<'_, PyAny>) -> PyResult<Self> {
        let unit = match unit {
            "D" => {
                return Ok(match Read::of(column) {
                    Ok(days) => Self::Narrow(days),
                    Err(_) => Self::Wide(Read::of(column)?, None),
                });
            }
            "s" => TimeUnit::Second,
            "ms" => TimeUnit::Millisecond,
            "us" => TimeUnit::Microsecond,
            "ns" => TimeUnit::Nanosecond,
            other => return Err(PyValueError::new_err(format!("no unit: {other}"))),
        };
        let clock = Clock {
            unit,
            utc_offset_seconds: 0,
        };
        Ok(Self::Wide(Read::of(column)?, Some(clock)))
    }

    fn days(&self) -> Days<'_> {
        match self {
            Self::Narrow(days) => Days::Narrow(days.values()),
            Self::Wide(values, clock) => Days::Wide(values.values(), *clock),
        }
    }
}

/// A contiguous array that is read.
struct Read<T>(PyBuffer<T>);

impl<T: Element> Read<T> {
    fn of(array: &Bound<'_, PyAny>) -> PyResult<Self> {
        PyBuffer::get(array).map(Self)
    }

    /// The elements; none of an array that is not contiguous.
    fn values(&self) -> &[T] {
        // SAFETY: the buffer is held, and any bits are a number of these types. Another thread that
        // writes to an array while it is read gets what it asked for, as with every function of NumPy.
        self.0
            .as_slice_ptr()
            .map_or(&[], |values| unsafe { values.as_ref() })
    }
}

/// A contiguous array that is written to.
struct Written<T>(PyBuffer<T>);

impl<T: Element> Written<T> {
    /// # Errors
    ///
    /// `BufferError` for an array that cannot be written to.
    fn of(array: &Bound<'_, PyAny>) -> PyResult<Self> {
        let buffer = PyBuffer::get(array)?;
        if buffer.readonly() {
            return Err(PyValueError::new_err("the array is read-only"));
        }
        Ok(Self(buffer))
    }

    /// The elements; none of an array that is not contiguous.
    fn values(&mut self) -> &mut [T] {
        // SAFETY: as in `Read`; `_numpy.py` passes no array that shares memory with what is read.
        self.0
            .as_slice_ptr()
            .map_or(&mut [], |mut values| unsafe { values.as_mut() })
    }
}

/// Bytes as truth values, all of them false.
fn truths(bytes: &mut [u8]) -> &mut [bool] {
    bytes.fill(0);
    // SAFETY: a bool has the size of a byte, and zero is false.
    unsafe { std::slice::from_raw_parts_mut(bytes.as_mut_ptr().cast(), bytes.len()) }
}
