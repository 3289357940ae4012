//! An integer between bounds, in a body, a path or a query.

use std::fmt;

use serde::Deserializer;
use serde::de::{self, Unexpected};

/// Reads an integer.
///
/// # Errors
///
/// An invalid value for an integer out of the bounds, an invalid type for everything else.
pub(super) fn integer<'de, const MIN: i64, const MAX: i64, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<i64, D::Error> {
    deserializer.deserialize_i64(Visitor::<MIN, MAX>)
}

struct Visitor<const MIN: i64, const MAX: i64>;

impl<const MIN: i64, const MAX: i64> Visitor<MIN, MAX> {
    fn within<E: de::Error>(&self, number: Option<i64>, found: Unexpected<'_>) -> Result<i64, E> {
        number
            .filter(|number| (MIN..=MAX).contains(number))
            .ok_or_else(|| E::invalid_value(found, self))
    }
}

impl<const MIN: i64, const MAX: i64> de::Visitor<'_> for Visitor<MIN, MAX> {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer from {MIN} to {MAX}")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<i64, E> {
        self.within(Some(number), Unexpected::Signed(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<i64, E> {
        self.within(i64::try_from(number).ok(), Unexpected::Unsigned(number))
    }

    /// JSON has one kind of number, so that `7.0` is an integer, too.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "OK because the conversion saturates, and the bounds are those of what a float holds exactly"
    )]
    fn visit_f64<E: de::Error>(self, number: f64) -> Result<i64, E> {
        if number.fract() == 0.0 {
            self.within(Some(number as i64), Unexpected::Float(number))
        } else {
            Err(E::invalid_type(Unexpected::Float(number), &self))
        }
    }

    /// Of a path or query. JSON does not come here with a text in place of a number.
    fn visit_str<E: de::Error>(self, text: &str) -> Result<i64, E> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(E::invalid_type(Unexpected::Str(text), &self));
        }
        self.within(text.parse().ok(), Unexpected::Str(text))
    }
}
