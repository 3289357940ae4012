//! `Day`: a date with a year of four digits, also that of the Mondays around it.

use std::fmt;
use std::str::FromStr;

use semaine::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

/// A date of the years 1 to 9998.
///
/// ```
/// use semaine_server::day::{Day, NotADay};
///
/// let day: Day = "2025-08-07".parse()?;
/// assert_eq!(day.date(), semaine::Date::new(2025, 8, 7)?);
/// assert!(matches!("9999-01-01".parse::<Day>(), Err(NotADay::OutOfRange(_))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

const FIRST_YEAR: i32 = 1;
/// Not 9999, whose last days have a next Monday in a year of five digits.
const LAST_YEAR: i32 = 9998;

impl Day {
    /// The date.
    #[must_use]
    pub const fn date(self) -> Date {
        self.0
    }
}

/// Why something is no [`Day`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADay {
    /// A text that is no date; the error says why and where.
    NoDate(semaine::Error),
    /// A date of another year.
    OutOfRange(Date),
}

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDate(error) => error.fmt(f),
            Self::OutOfRange(date) => {
                write!(f, "{date} is not of the years {FIRST_YEAR} to {LAST_YEAR}")
            }
        }
    }
}

impl std::error::Error for NotADay {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoDate(error) => Some(error),
            Self::OutOfRange(_) => None,
        }
    }
}

impl TryFrom<Date> for Day {
    type Error = NotADay;

    fn try_from(date: Date) -> Result<Self, NotADay> {
        if (FIRST_YEAR..=LAST_YEAR).contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(NotADay::OutOfRange(date))
        }
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        Date::parse(text).map_err(NotADay::NoDate)?.try_into()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The error of a refused text is that of [`NotADay`].
impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Day;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as \"2025-08-07\"")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Day, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

impl PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .description(Some("A date of the years 1 to 9998."))
            .examples(["2025-08-07"])
            .into()
    }
}

impl ToSchema for Day {
    fn name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_four_digits_only() {
        for (text, is_day) in [
            ("0000-12-31", false),
            ("0001-01-01", true),
            ("9998-12-31", true),
            ("9999-01-01", false),
            ("+12025-01-01", false),
            ("-0001-01-01", false),
        ] {
            assert_eq!(text.parse::<Day>().is_ok(), is_day, "{text}");
        }
    }
}
