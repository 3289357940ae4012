//! What columns of Arrow are asked, and their answers.

use std::ffi::CString;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use semaine::columns::{Formatted, Offset, Texts, TextsMut, WEEK_DATE_TEXT_MAX, WEEK_TEXT_MAX};
use semaine::{Error, ErrorKind};

use super::abi::Array;
use super::export::{Buffer, Chunk, Field};
use super::import::{Column, malformed};
use super::layout::{Layout, Type};
use super::views::Views;
use crate::columns::days::{self, Days};
use crate::columns::memory::{NoMemory, Number, collected, zeros};
use crate::columns::question::{Form, OnError, Question};
use crate::columns::texts::{self, Failure};
use crate::errors;

/// Why a column has no answers.
#[derive(Debug)]
enum Failed {
    NoMemory(NoMemory),
    Refused(Error),
}

impl From<NoMemory> for Failed {
    fn from(no_memory: NoMemory) -> Self {
        Self::NoMemory(no_memory)
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl Failed {
    fn raised(self, py: Python<'_>) -> PyErr {
        match self {
            Self::NoMemory(no_memory) => no_memory.into(),
            Self::Refused(error) => errors::refused(py, error),
        }
    }
}

/// The type of the answers.
pub(super) fn field(question: Question, column: &Type, large_texts: bool) -> PyResult<Field> {
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
        Question::Format(_) => plain(if large_texts { "U" } else { "u" }, name),
        Question::Parse(..) => plain("tdD", name),
        Question::YearWeek => Ok(Field {
            children: vec![plain("i", "year")?, plain("C", "week")?],
            ..plain("+s", name)?
        }),
        Question::IsoWeek => Err(PyTypeError::new_err("iso_week() takes no Arrow data")),
    }
}

/// The answers for an array; `first` is the row of a stream with which it begins, `most_bytes` what
/// texts with offsets of 32 bits may have.
///
/// # Errors
///
/// `ParseError` or `WeekError` of the first text that cannot be read, and `ValueError` for an array
/// that contradicts itself, and `MemoryError`.
pub(super) fn chunk(
    py: Python<'_>,
    question: Question,
    column: &Type,
    array: &Array,
    first: usize,
    most_bytes: usize,
) -> PyResult<Chunk> {
    let rows = Column::of(array, column.in_struct)?;
    let valid = rows.validity()?;
    let raised = |failed: Failed| failed.raised(py);
    match column.layout {
        Layout::Days => {
            let values = rows.numbers(1, 0)?;
            py.detach(|| answers(question, Days::Narrow(&values), valid, most_bytes))
                .map_err(raised)
        }
        Layout::Instants(clock) => {
            let values = rows.numbers(1, 0)?;
            py.detach(|| {
                answers(
                    question,
                    Days::Wide(&values, Some(clock)),
                    valid,
                    most_bytes,
                )
            })
            .map_err(raised)
        }
        Layout::Nulls => nulls(py, question, rows.len(), first, most_bytes),
        Layout::Utf8 => parsed::<i32>(py, question, &rows, valid, first),
        Layout::LargeUtf8 => parsed::<i64>(py, question, &rows, valid, first),
        Layout::Utf8View => viewed(py, question, &rows, valid, first),
    }
}

fn answers(
    question: Question,
    days: Days<'_>,
    valid: Option<Vec<u8>>,
    most_bytes: usize,
) -> Result<Chunk, Failed> {
    let length = days.len();
    let mut children = Vec::new();
    let (validity, values) = match (question, days) {
        (Question::Day(question), Days::Narrow(column)) => {
            let mut out = zeros(length)?;
            let nulls = days::narrow(question, column, &mut out)?;
            let validity = validity(Days::Narrow(&out), valid, nulls)?;
            (validity, Some(Buffer::Narrow(out)))
        }
        (Question::Day(question), Days::Wide(column, clock)) => {
            let mut out = zeros(length)?;
            let nulls = days::wide(question, column, clock, &mut out)?;
            let validity = validity(Days::Wide(&out, clock), valid, nulls)?;
            (validity, Some(Buffer::Wide(out)))
        }
        (Question::Small(question), _) => {
            let mut out = zeros(length)?;
            let nulls = days.small(question, &mut out)?;
            (validity(days, valid, nulls)?, Some(Buffer::Bytes(out)))
        }
        (Question::Number(question), _) => {
            let mut out = zeros(length)?;
            let nulls = days.number(question, &mut out)?;
            (validity(days, valid, nulls)?, Some(Buffer::Narrow(out)))
        }
        (Question::IsWeekStart, _) => {
            let mut out = zeros(length.div_ceil(8))?;
            let nulls = days.is_week_start_bits(&mut out)?;
            (validity(days, valid, nulls)?, Some(Buffer::Bytes(out)))
        }
        (Question::Format(form), _) => return formatted(form, days, valid, most_bytes),
        (Question::YearWeek | Question::Parse(..) | Question::IsoWeek, _) => {
            let (mut years, mut weeks) = (zeros(length)?, zeros(length)?);
            let nulls = days.year_week(&mut years, &mut weeks)?;
            let validity = validity(days, valid, nulls)?;
            // A field that is looked at without its struct has the nulls, too.
            for values in [Buffer::Narrow(years), Buffer::Bytes(weeks)] {
                let bits = validity.as_deref();
                let bits = bits.map(|bits| collected(bits.iter().copied()));
                let bits = bits.transpose()?;
                children.push(Chunk::new(length, bits, [values]).into());
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
) -> Result<Option<Vec<u8>>, Failed> {
    if nulls == 0 {
        return Ok(valid);
    }
    let mut out = zeros(column.len().div_ceil(8))?;
    column.validity(valid.as_deref(), &mut out)?;
    Ok(Some(out))
}

/// Texts with offsets of 32 bits, if no texts of so many rows have more bytes than they should.
fn formatted(
    form: Form,
    days: Days<'_>,
    valid: Option<Vec<u8>>,
    most_bytes: usize,
) -> Result<Chunk, Failed> {
    let longest = match form {
        Form::Week => WEEK_TEXT_MAX,
        Form::WeekDate => WEEK_DATE_TEXT_MAX,
    };
    let (bytes, offsets, written) = if days.len().saturating_mul(longest) <= most_bytes {
        let (bytes, offsets, written) = written(form, days, longest)?;
        (bytes, Buffer::Narrow(offsets), written)
    } else {
        let (bytes, offsets, written) = written(form, days, longest)?;
        (bytes, Buffer::Wide(offsets), written)
    };
    let validity = validity(days, valid, written.nulls)?;
    let values = [offsets, Buffer::Bytes(bytes)];
    Ok(Chunk::new(days.len(), validity, values))
}

/// The texts of days, and offsets into them.
fn written<O: Offset + Number>(
    form: Form,
    days: Days<'_>,
    longest: usize,
) -> Result<(Vec<u8>, Vec<O>, Formatted), Failed> {
    let mut offsets = zeros(days.len() + 1)?;
    let usual = match form {
        Form::Week => "2025-W32".len(),
        Form::WeekDate => "2025-W32-4".len(),
    };
    let mut bytes = zeros(days.len().saturating_mul(usual))?;
    let mut write = |bytes: &mut [u8]| {
        let offsets = &mut offsets;
        days.format(form, TextsMut { bytes, offsets })
    };
    let written = match write(&mut bytes) {
        Err(error) if error.kind() == ErrorKind::TextBufferTooSmall => {
            bytes = zeros(days.len().saturating_mul(longest))?;
            write(&mut bytes)?
        }
        written => written?,
    };
    bytes.truncate(written.bytes);
    Ok((bytes, offsets, written))
}

/// Whether texts have offsets of 64 bits; all arrays of a stream get them if one has.
///
/// # Errors
///
/// `MemoryError`.
pub(super) fn are_large(question: Question, chunks: &mut [Chunk]) -> PyResult<bool> {
    let is_large = |chunk: &Chunk| matches!(chunk.buffers.get(1), Some(Buffer::Wide(_)));
    if !matches!(question, Question::Format(_)) || !chunks.iter().any(is_large) {
        return Ok(false);
    }
    for offsets in chunks
        .iter_mut()
        .filter_map(|chunk| chunk.buffers.get_mut(1))
    {
        if let Buffer::Narrow(narrow) = offsets {
            *offsets = Buffer::Wide(collected(narrow.iter().copied().map(i64::from))?);
        }
    }
    Ok(true)
}

/// Answers where every row is null.
fn nulls(
    py: Python<'_>,
    question: Question,
    length: usize,
    first: usize,
    most_bytes: usize,
) -> PyResult<Chunk> {
    if matches!(question, Question::Parse(..)) {
        return finished(py, question, length, first, |_, _, _| Ok(None));
    }
    let (days, none) = (zeros(length)?, zeros(length.div_ceil(8))?);
    answers(question, Days::Narrow(&days), Some(none), most_bytes)
        .map_err(|failed| failed.raised(py))
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
    let (mut days, mut validity) = (zeros(length)?, zeros(length.div_ceil(8))?);
    let failure = py.detach(|| parse(form, &mut days, &mut validity));
    if let Some((row, error)) = failure.map_err(|error| errors::refused(py, error))?
        && on_error == OnError::Raise
    {
        let row = first + row;
        return Err(errors::at_row(py, row, errors::refused(py, error)));
    }
    Ok(Chunk::new(length, Some(validity), [Buffer::Narrow(days)]))
}
