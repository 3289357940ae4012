//! What stands in a week column.

use semaine::Date;
use serde::Serialize;

use crate::value::Value;

/// The content of a week column in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Week {
    /// Nothing.
    Null,
    /// A day of the years 1 to 9999, whose Monday is one too.
    Date(Date),
    /// Something else, with its own text.
    Bad(Bad, String),
}

/// Why the content of a week column is no date that can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bad {
    /// A number, as SQLite makes of `'20240115'` in a column of the type DATE.
    Number,
    /// Bytes.
    Bytes,
    /// A date with a time.
    Time,
    /// A day that the calendar does not have, such as 2024-02-30.
    NoSuchDay,
    /// A day, or a Monday, outside of the years 1 to 9999.
    OutOfRange,
    /// PostgreSQL's `infinity` and `-infinity`.
    Infinity,
    /// Any other text.
    Other,
}

impl Week {
    /// Reads what a database answered for a week column.
    ///
    /// A date is ten characters, `2025-08-04`, of a day that exists in the years 1 to 9999; everything
    /// else that is not NULL is [`Week::Bad`], other ISO forms such as `20250804` too, since the two
    /// databases would not compare them as dates.
    #[must_use]
    pub fn read(value: &Value) -> Self {
        let text = match value {
            Value::Null => return Self::Null,
            Value::Integer(number) => return Self::Bad(Bad::Number, number.to_string()),
            Value::Real(number) => return Self::Bad(Bad::Number, number.to_string()),
            Value::Blob(bytes) => return Self::Bad(Bad::Bytes, bytes.hex.clone()),
            Value::Text(text) => text,
        };
        match date(text.as_bytes()) {
            Ok(date) => Self::Date(date),
            Err(why) => Self::Bad(why, text.clone()),
        }
    }
}

fn date(text: &[u8]) -> Result<Date, Bad> {
    if matches!(text, b"infinity" | b"-infinity") {
        return Err(Bad::Infinity);
    }
    if text.ends_with(b" BC") {
        return Err(Bad::OutOfRange);
    }
    let Some((day, rest)) = text.split_at_checked(10) else {
        return Err(Bad::Other);
    };
    if !has_form(day) {
        let five_digits = text.len() > 10
            && text
                .iter()
                .all(|byte| byte.is_ascii_digit() || *byte == b'-');
        return Err(if five_digits {
            Bad::OutOfRange
        } else {
            Bad::Other
        });
    }
    match rest {
        [] => {}
        [b' ' | b'T', ..] => return Err(Bad::Time),
        _ => return Err(Bad::Other),
    }
    let date = Date::parse_bytes(day).map_err(|_| Bad::NoSuchDay)?;
    if date.year() < 1 {
        return Err(Bad::OutOfRange);
    }
    Ok(date)
}

fn has_form(day: &[u8]) -> bool {
    let form = b"0000-00-00";
    day.iter().zip(form).all(|(byte, form)| match form {
        b'-' => *byte == b'-',
        _ => byte.is_ascii_digit(),
    })
}
