//! What columns of Arrow are asked, and their answers.

use std::ffi::CString;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use semaine::columns::{Offset, Texts, TextsMut, WEEK_DATE_TEXT_MAX, WEEK_TEXT_MAX};
use semaine::{Error, ErrorKind};

use super::abi::Array;
use super::export::{Buffer, Chunk, Field};
use super::import::{Column, Number, malformed};
use super::layout::{Layout, Type};
use super::views::Views;
use crate::columns::days::{self, Days};
use crate::columns::memory::zeros;
use crate::columns::question::{Form, OnError, Question};
use crate::columns::texts::{self, Failure};
use crate::errors;

/// The type of the answers.
pub(super) fn field(question: Question, column: &Type) -> PyResult<Field> {
    let plain = |format: &str, name: &str| -> PyResult<Field> {
        Ok(Field {
            format: CString::new(format)?,
            name: CString::new(name)?,
            children: Vec::new(),
        })
    };
    let name = &column.name;
    match question {
        Question::Day(_) => plain(&column.format, name),
        Question::Small(_) => plain("C", name),
        Question::Number(_) => plain("i", name),
        Question::IsWeekStart => plain("b", name),
        Question::Format(_) => plain("u", name),
        Question::Parse(..) => plain("tdD", name),
        Question::YearWeek => Ok(Field {
            children: vec![plain("i", "year")?, plain("C", "week")?],
            ..plain("+s", name)?
        }),
        Question::IsoWeek => Err(PyTypeError::new_err("iso_week() takes no Arrow data")),
    }
}

/// The answers for an array; `first` is the row of a stream with which it begins.
///
/// # Errors
///
/// `ParseError` or `WeekError` of the first text that cannot be read, and `ValueError` for an array
/// that contradicts itself.
pub(super) fn chunk(
    py: Python<'_>,
    question: Question,
    column: &Type,
    array: &Array,
    first: usize,
) -> PyResult<Chunk> {
    let rows = Column::of(array, column.in_struct)?;
    let valid = rows.validity()?;
    let refused = |error| errors::refused(py, error);
    match column.layout {
        Layout::Days => {
            let values = rows.numbers(1, 0)?;
            py.detach(|| answers(question, Days::Narrow(&values), valid))
                .map_err(refused)
        }
        Layout::Instants(clock) => {
            let values = rows.numbers(1, 0)?;
            py.detach(|| answers(question, Days::Wide(&values, Some(clock)), valid))
                .map_err(refused)
        }
        Layout::Utf8 => parsed::<i32>(py, question, &rows, valid, first),
        Layout::LargeUtf8 => parsed::<i64>(py, question, &rows, valid, first),
        Layout::Utf8View => viewed(py, question, &rows, valid, first),
    }
}

fn answers(question: Question, days: Days<'_>, valid: Option<Vec<u8>>) -> Result<Chunk, Error> {
    let length = days.len();
    let mut children = Vec::new();
    let (validity, values) = match (question, days) {
        (Question::Day(question), Days::Narrow(column)) => {
            let mut out = zeros(length);
            let nulls = days::narrow(question, column, &mut out)?;
            let validity = validity(Days::Narrow(&out), valid, nulls)?;
            (validity, Some(Buffer::Narrow(out)))
        }
        (Question::Day(question), Days::Wide(column, clock)) => {
            let mut out = zeros(length);
            let nulls = days::wide(question, column, clock, &mut out)?;
            let validity = validity(Days::Wide(&out, clock), valid, nulls)?;
            (validity, Some(Buffer::Wide(out)))
        }
        (Question::Small(question), _) => {
            let mut out = zeros(length);
            let nulls = days.small(question, &mut out)?;
            (validity(days, valid, nulls)?, Some(Buffer::Bytes(out)))
        }
        (Question::Number(question), _) => {
            let mut out = zeros(length);
            let nulls = days.number(question, &mut out)?;
            (validity(days, valid, nulls)?, Some(Buffer::Narrow(out)))
        }
        (Question::IsWeekStart, _) => {
            let mut out = zeros(length.div_ceil(8));
            let nulls = days.is_week_start_bits(&mut out)?;
            (validity(days, valid, nulls)?, Some(Buffer::Bytes(out)))
        }
        (Question::Format(form), _) => return formatted(form, days, valid),
        (Question::YearWeek | Question::Parse(..) | Question::IsoWeek, _) => {
            let (mut years, mut weeks) = (zeros(length), zeros(length));
            let nulls = days.year_week(&mut years, &mut weeks)?;
            let validity = validity(days, valid, nulls)?;
            // A field that is looked at without its struct has the nulls, too.
            for values in [Buffer::Narrow(years), Buffer::Bytes(weeks)] {
                children.push(Chunk::new(length, validity.clone(), [values]).into());
            }
            (validity, None)
        }
    };
    Ok(Chunk {
        children,
        ..Chunk::new(length, validity, values)
    })
}

/// The rows that are valid and have an answer, as bits; none if all do.
fn validity(
    column: Days<'_>,
    valid: Option<Vec<u8>>,
    nulls: usize,
) -> Result<Option<Vec<u8>>, Error> {
    if nulls == 0 {
        return Ok(valid);
    }
    let mut out = zeros(column.len().div_ceil(8));
    column.validity(valid.as_deref(), &mut out)?;
    Ok(Some(out))
}

fn formatted(form: Form, days: Days<'_>, valid: Option<Vec<u8>>) -> Result<Chunk, Error> {
    let length = days.len();
    let mut offsets = zeros(length + 1);
    let (usual, longest) = match form {
        Form::Week => ("2025-W32".len(), WEEK_TEXT_MAX),
        Form::WeekDate => ("2025-W32-4".len(), WEEK_DATE_TEXT_MAX),
    };
    let mut bytes = zeros(length * usual);
    let mut write = |bytes: &mut [u8]| {
        let offsets = &mut offsets;
        days.format(form, TextsMut { bytes, offsets })
    };
    let written = match write(&mut bytes) {
        Err(error) if error.kind() == ErrorKind::TextBufferTooSmall => {
            bytes = zeros(length * longest);
            write(&mut bytes)?
        }
        written => written?,
    };
    bytes.truncate(written.bytes);
    let validity = validity(days, valid, written.nulls)?;
    let values = [Buffer::Narrow(offsets), Buffer::Bytes(bytes)];
    Ok(Chunk::new(length, validity, values))
}

/// Parses `utf8` or `large_utf8`.
fn parsed<O: Offset + Number + Send + Sync>(
    py: Python<'_>,
    question: Question,
    rows: &Column<'_>,
    valid: Option<Vec<u8>>,
    first: usize,
) -> PyResult<Chunk>
where
    i64: From<O>,
{
    let offsets = rows.numbers::<O>(1, 1)?;
    let end = offsets.last().copied().unwrap_or_default();
    let bytes = rows.bytes(2, usize::try_from(i64::from(end)).unwrap_or_default())?;
    finished(py, question, rows.len(), first, |form, out, validity| {
        let texts = Texts {
            bytes,
            offsets: &offsets,
            validity: valid.as_deref(),
        };
        texts::parse(form, texts, out, validity).map(|parsed| parsed.first_failure)
    })
}

/// Parses `utf8_view`.
fn viewed(
    py: Python<'_>,
    question: Question,
    rows: &Column<'_>,
    valid: Option<Vec<u8>>,
    first: usize,
) -> PyResult<Chunk> {
    let views = Views::of(rows)?;
    let mut leads_nowhere = false;
    let chunk = finished(py, question, rows.len(), first, |form, out, validity| {
        texts::parse_each(form, out, validity, |row, bytes| {
            if !is_valid(valid.as_deref(), row) {
                return false;
            }
            match views.text(row) {
                Some(text) => bytes.extend_from_slice(text),
                None => leads_nowhere = true,
            }
            true
        })
    });
    if leads_nowhere {
        return Err(malformed());
    }
    chunk
}

fn is_valid(validity: Option<&[u8]>, row: usize) -> bool {
    validity.is_none_or(|bits| {
        bits.get(row / 8)
            .is_some_and(|byte| byte >> (row % 8) & 1 == 1)
    })
}

fn finished(
    py: Python<'_>,
    question: Question,
    length: usize,
    first: usize,
    parse: impl FnOnce(Form, &mut [i32], &mut [u8]) -> Result<Failure, Error> + Send,
) -> PyResult<Chunk> {
    let Question::Parse(form, on_error) = question else {
        return Err(PyTypeError::new_err("not a question to texts"));
    };
    let (mut days, mut validity) = (zeros(length), zeros(length.div_ceil(8)));
    let failure = py.detach(|| parse(form, &mut days, &mut validity));
    if let Some((row, error)) = failure.map_err(|error| errors::refused(py, error))?
        && on_error == OnError::Raise
    {
        let row = first + row;
        return Err(errors::at_row(py, row, errors::refused(py, error)));
    }
    Ok(Chunk::new(length, Some(validity), [Buffer::Narrow(days)]))
}
