//! `Serialize` and `Deserialize`: the ISO 8601 text in formats for people, the integer in compact
//! ones. What is read is checked as `FromStr` and the integer's constructor check it.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{Date, Error, IsoWeek, IsoWeekDate, Weekday};

/// A type with a text and an integer form.
trait Dual: FromStr<Err = Error> {
    const EXPECTED: &'static str;
}

/// Reads the text form.
struct TextVisitor<T>(PhantomData<T>);

impl<T: Dual> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! dual {
    ($type:ident, $expected:literal, $to_integer:expr, $from_integer:expr) => {
        impl Dual for $type {
            const EXPECTED: &'static str = $expected;
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.serialize_str(&self.to_text())
                } else {
                    serializer.serialize_i32($to_integer(*self))
                }
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    deserializer.deserialize_str(TextVisitor(PhantomData))
                } else {
                    let integer = i32::deserialize(deserializer)?;
                    $from_integer(integer).map_err(de::Error::custom)
                }
            }
        }
    };
}

dual!(
    Date,
    "a date such as \"2025-08-07\"",
    Date::epoch_day,
    Date::from_epoch_day
);
dual!(
    IsoWeek,
    "an ISO week such as \"2025-W32\"",
    IsoWeek::epoch_week,
    IsoWeek::from_epoch_week
);
dual!(
    IsoWeekDate,
    "an ISO week date such as \"2025-W32-4\"",
    |day: IsoWeekDate| day.date().epoch_day(),
    |epoch_day| Date::from_epoch_day(epoch_day).map(IsoWeekDate::of)
);

/// The ISO number, 1 to 7, in every format: that is how ISO 8601 writes a weekday in a text, too.
impl Serialize for Weekday {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

impl<'de> Deserialize<'de> for Weekday {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_number(u8::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}
