//! Reads a value of a body, path or query, and refuses what it cannot read by the keys that lead to it.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, Unexpected, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use serde_json::{Map, Value};

use crate::day::Day;
use crate::model::{Cursor, NamedWeek, Zone};
use crate::refusal::{Reason, Refusal};
use crate::week_start::WeekStart;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// JSON, where a text is not a number.
    Body,
    /// A path or query, where a text may say a number.
    Texts,
}

/// Reads a value as a type.
pub(super) fn read<T: DeserializeOwned>(value: &Value, source: Source) -> Result<T, Refusal> {
    T::deserialize(Input { value, source }).map_err(|problem| problem.refusal(value))
}

/// What is wrong with a value.
#[derive(Debug)]
struct Problem {
    reason: Reason,
    /// What the type says, for the reasons that only it knows.
    message: String,
    /// Of the refused value, the innermost first.
    keys: Vec<String>,
}

impl Problem {
    fn new(reason: Reason) -> Self {
        Self {
            reason,
            message: String::new(),
            keys: Vec::new(),
        }
    }

    fn under(mut self, key: impl Into<String>) -> Self {
        self.keys.push(key.into());
        self
    }

    fn refusal(mut self, root: &Value) -> Refusal {
        self.keys.reverse();
        let field = if self.keys.is_empty() {
            "body".to_owned()
        } else {
            self.keys.join(".")
        };
        let value = match self.reason {
            Reason::MissingField | Reason::UnknownField => &Value::Null,
            _ => self.keys.iter().fold(root, |value, key| child(value, key)),
        };
        value
            .as_str()
            .and_then(|text| of_text(&self.message, &field, text))
            .unwrap_or_else(|| Refusal::of(self.reason, field, scalar(value)))
    }
}

/// The refusal of a text, which is known by parsing it again: serde keeps nothing but the message of an error.
fn of_text(message: &str, field: &str, text: &str) -> Option<Refusal> {
    if let Err(error) = text.parse::<WeekStart>()
        && error.to_string() == message
    {
        return Some(Refusal::not_a_week_start(error, field, text));
    }
    if let Err(error) = text.parse::<Day>()
        && error.to_string() == message
    {
        return Some(Refusal::not_a_day(error, field, text));
    }
    if let Err(error) = text.parse::<NamedWeek>()
        && error.to_string() == message
    {
        return Some(Refusal::not_a_week(error, field, text));
    }
    if let Err(error) = text.parse::<Cursor>()
        && error.to_string() == message
    {
        return Some(Refusal::of(Reason::InvalidCursor, field, text));
    }
    if let Err(error) = text.parse::<Zone>()
        && error.to_string() == message
    {
        return Some(Refusal::of(Reason::InvalidTimeZone, field, text));
    }
    None
}

fn child<'a>(value: &'a Value, key: &str) -> &'a Value {
    match value {
        Value::Object(entries) => entries.get(key),
        Value::Array(items) => key.parse::<usize>().ok().and_then(|index| items.get(index)),
        _ => None,
    }
    .unwrap_or(&Value::Null)
}

/// What a refusal keeps of a value, which may be large.
fn scalar(value: &Value) -> Value {
    match value {
        Value::Array(_) | Value::Object(_) => Value::Null,
        _ => value.clone(),
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason.code())
    }
}

impl std::error::Error for Problem {}

impl de::Error for Problem {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            message: message.to_string(),
            ..Self::new(Reason::WrongType)
        }
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::new(Reason::WrongType)
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::new(Reason::OutOfRange)
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self::new(Reason::OutOfRange)
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::new(Reason::UnknownField).under(field)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Reason::MissingField).under(field)
    }
}

#[derive(Clone, Copy)]
struct Input<'a> {
    value: &'a Value,
    source: Source,
}

impl<'de> Input<'de> {
    fn of(self, value: &'de Value) -> Self {
        Self { value, ..self }
    }
}

fn wrong_type<T>(visitor: &dyn de::Expected) -> Result<T, Problem> {
    Err(de::Error::invalid_type(Unexpected::Other("value"), visitor))
}

impl<'de> Deserializer<'de> for Input<'de> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(number) => {
                if let Some(number) = number.as_i64() {
                    visitor.visit_i64(number)
                } else if let Some(number) = number.as_u64() {
                    visitor.visit_u64(number)
                } else {
                    visitor.visit_f64(number.as_f64().unwrap_or(f64::INFINITY))
                }
            }
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(items) => visitor.visit_seq(Items {
                rest: items.iter().enumerate(),
                input: self,
            }),
            Value::Object(entries) => visitor.visit_map(Entries {
                rest: entries.iter(),
                value: None,
                input: self,
            }),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        if self.source == Source::Body && self.value.is_string() {
            return wrong_type(&visitor);
        }
        self.deserialize_any(visitor)
    }

    /// An array is none, though serde would take its items for the fields.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        if self.value.is_object() {
            self.deserialize_any(visitor)
        } else {
            wrong_type(&visitor)
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct Items<'de> {
    rest: std::iter::Enumerate<std::slice::Iter<'de, Value>>,
    input: Input<'de>,
}

impl<'de> de::SeqAccess<'de> for Items<'de> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Problem> {
        let Some((index, item)) = self.rest.next() else {
            return Ok(None);
        };
        seed.deserialize(self.input.of(item))
            .map(Some)
            .map_err(|problem| problem.under(index.to_string()))
    }
}

struct Entries<'de> {
    rest: <&'de Map<String, Value> as IntoIterator>::IntoIter,
    value: Option<(&'de str, &'de Value)>,
    input: Input<'de>,
}

impl<'de> de::MapAccess<'de> for Entries<'de> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Problem> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some((key, value));
        let key: StrDeserializer<'_, Problem> = key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let Some((key, value)) = self.value.take() else {
            return Err(de::Error::custom("a value without a key"));
        };
        seed.deserialize(self.input.of(value))
            .map_err(|problem| problem.under(key))
    }
}
