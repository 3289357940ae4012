//! Which types of Arrow are columns of dates or texts.

use std::ffi::{CStr, c_char};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use semaine::columns::TimeUnit;

use super::abi::Schema;
use super::import::malformed;
use crate::columns::days::Clock;
use crate::columns::question::Question;

/// How the rows of a column lie in memory.
#[derive(Clone, Copy, Debug)]
pub(super) enum Layout {
    /// Epoch days of 32 bits.
    Days,
    Instants(Clock),
    /// Texts with offsets of 32 bits, of 64 bits, and as views.
    Utf8,
    LargeUtf8,
    Utf8View,
    /// No memory at all, since every row is null.
    Nulls,
}

/// The type of a column.
#[derive(Debug)]
pub(super) struct Type {
    pub(super) layout: Layout,
    /// Arrow's format string; that of date32 where every row is null.
    pub(super) format: String,
    pub(super) name: String,
    /// Whether the column is the only field of a struct.
    pub(super) in_struct: bool,
}

impl Type {
    /// # Errors
    ///
    /// `TypeError` for a type that the question cannot be asked of.
    pub(super) fn of(question: Question, schema: &Schema) -> PyResult<Self> {
        // SAFETY: a schema that is not released has a format, and both texts end with a zero.
        let (format, name) = unsafe { (text(schema.format), text(schema.name)) };
        if format == "+s" {
            return Self::in_struct(question, schema);
        }
        if !schema.dictionary.is_null() {
            return Err(wrong_type(question, "dictionary-encoded values"));
        }
        let wants_texts = matches!(question, Question::Parse(..));
        match layout(&format) {
            Some(Layout::Nulls) => Ok(Self {
                layout: Layout::Nulls,
                format: "tdD".into(),
                name,
                in_struct: false,
            }),
            Some(layout) if layout.is_text() == wants_texts => Ok(Self {
                layout,
                format,
                name,
                in_struct: false,
            }),
            None if format.starts_with("ts") && !wants_texts => {
                let zone = format.get(4..).unwrap_or_default();
                let found =
                    format!("timestamps of the time zone {zone}: convert them to local time");
                Err(wrong_type(question, &found))
            }
            _ => Err(wrong_type(question, type_name(&format))),
        }
    }
}

impl Type {
    /// The type of the only field of a struct.
    fn in_struct(question: Question, schema: &Schema) -> PyResult<Self> {
        if schema.n_children != 1 {
            let found = format!("{} columns", schema.n_children);
            return Err(wrong_type(question, &found));
        }
        // SAFETY: it has as many children as it says, if it has any.
        let child = unsafe { schema.children.as_ref().and_then(|child| child.as_ref()) };
        let child = child.ok_or_else(malformed)?;
        // SAFETY: as above.
        if unsafe { text(child.format) } == "+s" {
            return Err(wrong_type(question, "a struct in a struct"));
        }
        Ok(Self {
            in_struct: true,
            ..Self::of(question, child)?
        })
    }
}

impl Layout {
    fn is_text(self) -> bool {
        matches!(self, Self::Utf8 | Self::LargeUtf8 | Self::Utf8View)
    }
}

fn wrong_type(question: Question, found: &str) -> PyErr {
    let wanted = match question {
        Question::Parse(..) => "utf8, large_utf8 or utf8_view",
        _ => "date32, date64 or timestamp",
    };
    let name = question.name();
    PyTypeError::new_err(format!(
        "{name}() takes an Arrow column of {wanted}, not {found}"
    ))
}

fn layout(format: &str) -> Option<Layout> {
    Some(match format {
        "tdD" => Layout::Days,
        "tdm" => Layout::Instants(Clock {
            unit: TimeUnit::Millisecond,
            utc_offset_seconds: 0,
        }),
        "u" => Layout::Utf8,
        "U" => Layout::LargeUtf8,
        "vu" => Layout::Utf8View,
        "n" => Layout::Nulls,
        timestamp => {
            let (unit, zone) = timestamp.strip_prefix("ts")?.split_once(':')?;
            let unit = match unit {
                "s" => TimeUnit::Second,
                "m" => TimeUnit::Millisecond,
                "u" => TimeUnit::Microsecond,
                "n" => TimeUnit::Nanosecond,
                _ => return None,
            };
            Layout::Instants(Clock {
                unit,
                utc_offset_seconds: utc_offset(zone)?,
            })
        }
    })
}

/// What Arrow calls the type of a format string, without its parameters.
fn type_name(format: &str) -> &'static str {
    match format {
        "b" => "bool",
        "c" => "int8",
        "C" => "uint8",
        "s" => "int16",
        "S" => "uint16",
        "i" => "int32",
        "I" => "uint32",
        "l" => "int64",
        "L" => "uint64",
        "e" => "float16",
        "f" => "float32",
        "g" => "float64",
        "z" => "binary",
        "Z" => "large_binary",
        "vz" => "binary_view",
        "u" => "utf8",
        "U" => "large_utf8",
        "vu" => "utf8_view",
        "tdD" => "date32",
        "tdm" => "date64",
        "tts" | "ttm" => "time32",
        "ttu" | "ttn" => "time64",
        "+l" => "list",
        "+L" => "large_list",
        "+vl" => "list_view",
        "+vL" => "large_list_view",
        "+m" => "map",
        "+r" => "run_end_encoded",
        other => match other.get(..2) {
            Some("ts") => "timestamp",
            Some("tD") => "duration",
            Some("ti") => "interval",
            Some("d:") => "decimal",
            Some("w:") => "fixed_size_binary",
            Some("+w") => "fixed_size_list",
            Some("+u") => "union",
            _ => "a type that Arrow did not have yet",
        },
    }
}

/// The seconds by which a time zone is always ahead of UTC; none for one that has rules.
fn utc_offset(zone: &str) -> Option<i32> {
    if matches!(zone, "" | "UTC" | "Etc/UTC" | "GMT" | "Z") {
        return Some(0);
    }
    let (sign, digits) = match zone.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = digits
        .split_once(':')
        .or_else(|| digits.split_at_checked(2))?;
    let number = |text: &str| {
        let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<i32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60)
}

/// # Safety
///
/// The text is null, or ends with a zero.
unsafe fn text(start: *const c_char) -> String {
    if start.is_null() {
        return String::new();
    }
    // SAFETY: the caller says so.
    let text = unsafe { CStr::from_ptr(start) };
    text.to_string_lossy().into_owned()
}
