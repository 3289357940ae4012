//! An ISO week with what a calendar shows of it.

use std::fmt;
use std::str::FromStr;

use semaine::{Date, IsoWeek, weeks_in_year};
use serde::{Deserialize, Deserializer, Serialize, de};
use utoipa::ToSchema;
use utoipa::openapi::schema::{
    Array, ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, Type,
};

use crate::day::{Day, NotADay};

/// The week that a text names, by itself or by any of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedWeek(pub IsoWeek);

/// Why a text names no week of the years 1 to 9998.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAWeek {
    /// It is neither a week nor a date; the error says why and where.
    Unreadable(semaine::Error),
    /// It is one of another year.
    OutOfRange,
}

impl fmt::Display for NotAWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "neither a week nor a date: {error}"),
            Self::OutOfRange => f.write_str("not of the years 1 to 9998"),
        }
    }
}

impl std::error::Error for NotAWeek {}

impl FromStr for NamedWeek {
    type Err = NotAWeek;

    fn from_str(text: &str) -> Result<Self, NotAWeek> {
        if !text.contains(['W', 'w']) {
            return match text.parse::<Day>() {
                Ok(day) => Ok(Self(IsoWeek::of(day.date()))),
                Err(NotADay::NoDate(error)) => Err(NotAWeek::Unreadable(error)),
                Err(NotADay::OutOfRange(_)) => Err(NotAWeek::OutOfRange),
            };
        }
        let week = IsoWeek::parse(text).map_err(NotAWeek::Unreadable)?;
        Day::try_from(week.monday())
            .map(|_| Self(week))
            .map_err(|_| NotAWeek::OutOfRange)
    }
}

/// The error of a refused text is that of [`NotAWeek`].
impl<'de> Deserialize<'de> for NamedWeek {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// An ISO week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "week": "2025-W32",
    "year": 2025,
    "number": 32,
    "monday": "2025-08-04",
    "sunday": "2025-08-10",
    "days": [
        "2025-08-04", "2025-08-05", "2025-08-06", "2025-08-07", "2025-08-08", "2025-08-09", "2025-08-10",
    ],
    "previous": "2025-W31",
    "next": "2025-W33",
    "weeks_in_year": 52,
}))]
pub struct Week {
    /// Only of the current week: which day it is in the time zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, format = Date)]
    pub today: Option<Date>,
    /// Its text by ISO 8601.
    #[schema(value_type = String, pattern = r"^\d{4}-W\d{2}$")]
    pub week: IsoWeek,
    /// The year that it belongs to, which some of its days may not.
    pub year: i32,
    /// Its number in that year.
    #[schema(minimum = 1, maximum = 53)]
    pub number: u8,
    /// Its first day.
    #[schema(value_type = String, format = Date)]
    pub monday: Date,
    /// Its last day.
    #[schema(value_type = String, format = Date)]
    pub sunday: Date,
    /// All its days.
    #[schema(schema_with = days)]
    pub days: Vec<Date>,
    /// The week before it.
    #[schema(value_type = String, pattern = r"^\d{4}-W\d{2}$")]
    pub previous: IsoWeek,
    /// The week after it.
    #[schema(value_type = String, pattern = r"^\d{4}-W\d{2}$")]
    pub next: IsoWeek,
    /// How many weeks its year has.
    #[schema(minimum = 52, maximum = 53)]
    pub weeks_in_year: u8,
}

fn days() -> Array {
    ArrayBuilder::new()
        .description(Some("All its days."))
        .items(
            ObjectBuilder::new()
                .schema_type(Type::String)
                .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))),
        )
        .min_items(Some(7))
        .max_items(Some(7))
        .build()
}

impl From<IsoWeek> for Week {
    fn from(week: IsoWeek) -> Self {
        let (year, number) = week.year_week();
        Self {
            today: None,
            week,
            year,
            number,
            monday: week.monday(),
            sunday: week.sunday(),
            days: week.days().collect(),
            previous: week.saturating_sub(1),
            next: week.saturating_add(1),
            weeks_in_year: weeks_in_year(year),
        }
    }
}
