//! Values as SQLite stores them.

use rusqlite::ToSql;
use rusqlite::types::{FromSqlError, ToSqlOutput, Type, ValueRef};

use crate::value::{Blob, Key, Value};
use crate::week::{Bad, Week};
use crate::{Error, Result};

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Integer(number) => ToSqlOutput::from(*number),
            Self::Real(number) => ToSqlOutput::from(*number),
            Self::Text(text) => ToSqlOutput::from(text.as_str()),
            Self::Blob(blob) => {
                let bytes = blob.bytes().ok_or_else(|| {
                    rusqlite::Error::ToSqlConversionFailure("no hexadecimal digits".into())
                })?;
                ToSqlOutput::Owned(bytes.into())
            }
        })
    }
}

impl ToSql for Key {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Integer(number) => ToSqlOutput::from(*number),
            Self::Text(text) => ToSqlOutput::from(text.as_str()),
        })
    }
}

/// The value of a column. A text that is not UTF-8 is an error.
pub(super) fn read(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<Value> {
    Ok(match row.get_ref(index)? {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => Value::Text(
            str::from_utf8(text)
                .map_err(|error| {
                    let error = FromSqlError::Utf8Error(error);
                    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, error.into())
                })?
                .to_owned(),
        ),
        ValueRef::Blob(bytes) => Value::Blob(Blob::new(bytes)),
    })
}

/// The week of a column. Nothing that may stand there is an error.
pub(super) fn week(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<Week> {
    if let ValueRef::Text(text) = row.get_ref(index)?
        && str::from_utf8(text).is_err()
    {
        let text = String::from_utf8_lossy(text).into_owned();
        return Ok(Week::Bad(Bad::Other, text));
    }
    read(row, index).map(|value| Week::read(&value))
}

/// The key of a row of that table.
///
/// # Errors
///
/// `PreCheck` for a value that cannot name a row.
pub(super) fn key(value: Value, table: &str, column: &str) -> Result<Key> {
    let what = match value {
        Value::Integer(number) => return Ok(Key::Integer(number)),
        Value::Text(text) => return Ok(Key::Text(text)),
        Value::Null => "a NULL",
        Value::Real(_) => "a floating-point number",
        Value::Blob(_) => "bytes",
    };
    Err(Error::PreCheck(format!(
        "{table} has {what} as the {column} of a row: only integers and texts can name rows"
    )))
}
