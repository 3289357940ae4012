//! Values as both databases know them.

use serde::{Deserialize, Serialize};

/// A value of a column.
///
/// From PostgreSQL, integers, floating-point numbers, `bytea` and texts come as what they are, and every
/// other type (dates, booleans, `numeric`, `jsonb`, `uuid`, …) as the text that the database writes; it
/// is cast back where it is stored. SQLite's own five storage classes need no such rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Value {
    /// No value.
    Null,
    /// A whole number.
    Integer(i64),
    /// A floating-point number.
    Real(f64),
    /// A text, or the text of a value of another type.
    Text(String),
    /// Bytes.
    Blob(Blob),
}

/// Bytes, which JSON holds as hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Blob {
    /// The digits, two for each byte, in lower case.
    pub hex: String,
}

impl Blob {
    /// Of these bytes.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        let mut hex = String::with_capacity(bytes.len() * 2);
        for byte in bytes {
            for half in [byte >> 4, byte & 15] {
                hex.extend(char::from_digit(half.into(), 16));
            }
        }
        Self { hex }
    }

    /// The bytes; `None` if the digits are none.
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let (pairs, rest) = self.hex.as_bytes().as_chunks();
        let byte = |&[high, low]: &[u8; 2]| u8::try_from(digit(high)? << 4 | digit(low)?).ok();
        rest.is_empty().then(|| pairs.iter().map(byte).collect())?
    }
}

/// What names a row: the value of the key column that the plan names.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(untagged)]
pub enum Key {
    /// Of an integer column.
    Integer(i64),
    /// Of any other column, as text.
    Text(String),
}

impl From<&Key> for Value {
    fn from(key: &Key) -> Self {
        match key {
            Key::Integer(number) => Self::Integer(*number),
            Key::Text(text) => Self::Text(text.clone()),
        }
    }
}
