//! A time zone, which decides when a day begins.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use semaine::Date;
use serde::{Deserialize, Deserializer, de};

/// A time zone of the IANA database, such as `Europe/Paris`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The date there at an instant.
    #[must_use]
    pub fn today(&self, now: Timestamp) -> Date {
        self.0.to_datetime(now).date().into()
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self(TimeZone::UTC)
    }
}

/// A text that is the name of no time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAZone;

impl fmt::Display for NotAZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an IANA time zone")
    }
}

impl std::error::Error for NotAZone {}

impl FromStr for Zone {
    type Err = NotAZone;

    fn from_str(text: &str) -> Result<Self, NotAZone> {
        TimeZone::get(text)
            .ok()
            .filter(|zone| !zone.is_unknown())
            .map(Self)
            .ok_or(NotAZone)
    }
}

/// The error of a refused text is that of [`NotAZone`].
impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
