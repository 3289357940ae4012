//! `WeekStart`: a date that is known to be a Monday.
//!
//! To lift into a service of one's own, together with `day`: a field or parameter of this type refuses what
//! is no Monday before a handler runs, and says which Mondays are near.

use std::fmt;
use std::str::FromStr;

use semaine::{Date, IsoWeek, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::day::{Day, NotADay};

/// The Monday of an ISO week of the years 1 to 9998.
///
/// ```
/// use semaine_server::week_start::{NotAWeekStart, WeekStart};
///
/// let start: WeekStart = "2025-08-04".parse()?;
/// assert_eq!(start.week().to_string(), "2025-W32");
/// assert_eq!(serde_json::to_string(&start)?, "\"2025-08-04\"");
///
/// let Err(NotAWeekStart::NotAMonday { weekday, previous, next, .. }) = "2025-08-07".parse::<WeekStart>() else {
///     unreachable!("it is a Thursday");
/// };
/// assert_eq!(weekday, semaine::Weekday::Thursday);
/// assert_eq!((previous.to_string(), next.to_string()), ("2025-08-04".into(), "2025-08-11".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekStart(IsoWeek);

impl WeekStart {
    /// The start of the week in which a day lies.
    ///
    /// ```
    /// use semaine_server::week_start::WeekStart;
    ///
    /// assert_eq!(WeekStart::of("2025-08-07".parse()?).to_string(), "2025-08-04");
    /// # Ok::<(), semaine_server::day::NotADay>(())
    /// ```
    #[must_use]
    pub const fn of(day: Day) -> Self {
        // OK because 0001-01-01 is a Monday, so that no week begins before the first day.
        Self(IsoWeek::of(day.date()))
    }

    /// The week that starts on this Monday.
    #[must_use]
    pub const fn week(self) -> IsoWeek {
        self.0
    }

    /// The Monday.
    #[must_use]
    pub const fn monday(self) -> Date {
        self.0.monday()
    }
}

/// Why something is no [`WeekStart`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAWeekStart {
    /// A text that is no date, or a date of other years.
    NotADay(NotADay),
    /// A date that is another day of the week.
    NotAMonday {
        /// The date.
        date: Date,
        /// The day that it is.
        weekday: Weekday,
        /// The last Monday before it.
        previous: Date,
        /// The first Monday after it.
        next: Date,
    },
}

impl fmt::Display for NotAWeekStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADay(error) => error.fmt(f),
            Self::NotAMonday {
                date,
                weekday,
                previous,
                next,
            } => write!(
                f,
                "{date} is a {weekday}, not a Monday: those around it are {previous} and {next}"
            ),
        }
    }
}

impl std::error::Error for NotAWeekStart {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotADay(error) => Some(error),
            Self::NotAMonday { .. } => None,
        }
    }
}

impl TryFrom<Date> for WeekStart {
    type Error = NotAWeekStart;

    fn try_from(date: Date) -> Result<Self, NotAWeekStart> {
        Day::try_from(date)
            .map_err(NotAWeekStart::NotADay)?
            .try_into()
    }
}

impl TryFrom<Day> for WeekStart {
    type Error = NotAWeekStart;

    fn try_from(day: Day) -> Result<Self, NotAWeekStart> {
        let date = day.date();
        IsoWeek::from_monday(date).map(Self).map_err(|_| {
            let week = IsoWeek::of(date);
            NotAWeekStart::NotAMonday {
                date,
                weekday: date.weekday(),
                previous: week.monday(),
                next: week.saturating_add(1).monday(),
            }
        })
    }
}

impl FromStr for WeekStart {
    type Err = NotAWeekStart;

    fn from_str(text: &str) -> Result<Self, NotAWeekStart> {
        text.parse::<Day>()
            .map_err(NotAWeekStart::NotADay)?
            .try_into()
    }
}

impl fmt::Display for WeekStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.monday().fmt(f)
    }
}

impl Serialize for WeekStart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The error of a refused text is that of [`NotAWeekStart`].
impl<'de> Deserialize<'de> for WeekStart {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = WeekStart;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a Monday such as \"2025-08-04\"")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<WeekStart, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

impl PartialSchema for WeekStart {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .description(Some(
                "A date of the years 1 to 9998 that is a Monday: the first day of an ISO week.",
            ))
            .examples(["2025-08-04"])
            .into()
    }
}

impl ToSchema for WeekStart {
    fn name() -> std::borrow::Cow<'static, str> {
        "Monday".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATES: &str = include_str!("../../../tests/vectors/dates.csv");

    #[test]
    fn mondays_are_those_of_the_vectors() {
        let date = |epoch_day: &str| Date::from_epoch_day(epoch_day.parse().unwrap()).unwrap();
        let (mut mondays, mut others) = (0, 0);
        for row in DATES.lines().skip(1) {
            let row: Vec<&str> = row.split(',').collect();
            let (year, month, day) = (row[1], row[2], row[3]);
            if !(1..=9998).contains(&year.parse::<i32>().unwrap()) {
                continue;
            }
            let text = format!("{year:0>4}-{month:0>2}-{day:0>2}");
            let (week_start, next_monday) = (date(row[8]), date(row[10]));
            assert_eq!(
                WeekStart::of(text.parse().unwrap()).monday(),
                week_start,
                "{text}"
            );
            match text.parse::<WeekStart>() {
                Ok(start) => {
                    assert_eq!((row[4], start.to_string()), ("1", text));
                    mondays += 1;
                }
                Err(error) => {
                    let expected = NotAWeekStart::NotAMonday {
                        date: date(row[0]),
                        weekday: Weekday::from_number(row[4].parse().unwrap()).unwrap(),
                        previous: week_start,
                        next: next_monday,
                    };
                    assert_eq!(error, expected, "{text}");
                    others += 1;
                }
            }
        }
        assert!(mondays > 100 && others > 600, "{mondays} and {others}");
    }

    #[test]
    fn json_has_the_error_of_the_text() {
        for text in ["2025-08-07", "2025-02-29", "", "9999-01-04", "2025-W32"] {
            let error = text.parse::<WeekStart>().unwrap_err().to_string();
            let json = serde_json::Value::from(text);
            assert_eq!(
                serde_json::from_value::<WeekStart>(json)
                    .unwrap_err()
                    .to_string(),
                error
            );
        }
        assert!(serde_json::from_str::<WeekStart>("20250804").is_err());
    }
}
