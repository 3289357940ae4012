//! Values as PostgreSQL sends and takes them.

use std::borrow::Cow;
use std::error::Error as StdError;

use bytes::BytesMut;
use postgres::Row;
use postgres::types::{Format, FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::Result;
use crate::database::postgres::fault::{failed, fault};
use crate::error::FaultKind;
use crate::value::{Blob, Value};

/// The text that PostgreSQL reads as that value of whatever type a parameter has; `None` for NULL.
fn text(value: &Value) -> Option<Cow<'_, str>> {
    Some(match value {
        Value::Null => return None,
        Value::Integer(number) => number.to_string().into(),
        Value::Real(number) => number.to_string().into(),
        Value::Text(text) => text.into(),
        Value::Blob(blob) => format!("\\x{}", blob.hex).into(),
    })
}

/// The text that PostgreSQL reads as an array of these values, whatever their type.
pub(super) fn array(values: impl Iterator<Item = Value>) -> Value {
    let mut array = "{".to_owned();
    for (index, value) in values.enumerate() {
        if index > 0 {
            array.push(',');
        }
        let Some(text) = text(&value) else {
            array.push_str("NULL");
            continue;
        };
        array.push('"');
        for character in text.chars() {
            if matches!(character, '"' | '\\') {
                array.push('\\');
            }
            array.push(character);
        }
        array.push('"');
    }
    array.push('}');
    Value::Text(array)
}

impl ToSql for Value {
    fn to_sql(
        &self,
        _: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn StdError + Sync + Send>> {
        Ok(match text(self) {
            None => IsNull::Yes,
            Some(text) => {
                out.extend_from_slice(text.as_bytes());
                IsNull::No
            }
        })
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Text
    }

    to_sql_checked!();
}

/// As parameters of a statement.
pub(super) fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as _).collect()
}

/// The value of a column, whose type has to be one that [`Value`] has; a boolean, as SQLite has it, is 0 or 1.
pub(super) fn read(row: &Row, index: usize) -> Result<Value> {
    let kind = row.columns().get(index).map(postgres::Column::type_);
    match kind {
        Some(&Type::INT8) => get(row, index, Value::Integer),
        Some(&Type::INT4) => get(row, index, |number: i32| Value::Integer(number.into())),
        Some(&Type::INT2) => get(row, index, |number: i16| Value::Integer(number.into())),
        Some(&Type::OID) => get(row, index, |number: u32| Value::Integer(number.into())),
        Some(&Type::BOOL) => get(row, index, |truth: bool| Value::Integer(truth.into())),
        Some(&Type::FLOAT8) => get(row, index, Value::Real),
        Some(&Type::FLOAT4) => get(row, index, |number: f32| Value::Real(number.into())),
        Some(&(Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN)) => {
            get(row, index, |text: &str| Value::Text(text.to_owned()))
        }
        Some(&Type::BYTEA) => get(row, index, |bytes: &[u8]| Value::Blob(Blob::new(bytes))),
        kind => {
            let kind = kind.map_or("nothing", Type::name);
            let why = format!("the column {index} is {kind}, which has to be read as text");
            Err(fault(FaultKind::Other, why))
        }
    }
}

fn get<'a, T: FromSql<'a>>(
    row: &'a Row,
    index: usize,
    value: impl FnOnce(T) -> Value,
) -> Result<Value> {
    let read: Option<T> = row.try_get(index).map_err(|error| failed(&error, false))?;
    Ok(read.map_or(Value::Null, value))
}
