//! The day of the week.

use core::fmt;

use crate::bounds::WEEKDAY;
use crate::error::{Error, ErrorKind};

/// A day of the week, numbered as ISO 8601 does: 1 for Monday to 7 for Sunday.
///
/// The order is that of the week, so Monday is the least.
///
/// ```
/// use semaine::{Date, Weekday};
///
/// let date = Date::new(2025, 8, 7)?;
/// assert_eq!(date.weekday(), Weekday::Thursday);
/// assert_eq!(date.weekday().number(), 4);
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Weekday {
    /// Day 1, on which a week starts.
    Monday = 1,
    /// Day 2.
    Tuesday = 2,
    /// Day 3.
    Wednesday = 3,
    /// Day 4, whose year is the week's year.
    Thursday = 4,
    /// Day 5.
    Friday = 5,
    /// Day 6.
    Saturday = 6,
    /// Day 7, on which a week ends.
    Sunday = 7,
}

impl Weekday {
    /// The seven days, in the order of the week.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The weekday of an ISO number, 1 for Monday to 7 for Sunday.
    ///
    /// # Errors
    ///
    /// `weekday_out_of_range` for any other number.
    ///
    /// ```
    /// use semaine::Weekday;
    ///
    /// assert_eq!(Weekday::from_number(7)?, Weekday::Sunday);
    /// assert_eq!(Weekday::from_number(0).unwrap_err().code(), "weekday_out_of_range");
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn from_number(number: u8) -> Result<Self, Error> {
        match WEEKDAY.check(number as i64, ErrorKind::WeekdayOutOfRange) {
            Ok(()) => Ok(Self::from_valid_number(number as u32)),
            Err(error) => Err(error),
        }
    }

    /// The ISO number: 1 for Monday to 7 for Sunday.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The name in English.
    ///
    /// ```
    /// assert_eq!(semaine::Weekday::Monday.name(), "Monday");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }

    /// The weekday of a number that is known to be 1 to 7.
    #[inline]
    pub(crate) const fn from_valid_number(number: u32) -> Self {
        match number {
            2 => Self::Tuesday,
            3 => Self::Wednesday,
            4 => Self::Thursday,
            5 => Self::Friday,
            6 => Self::Saturday,
            7 => Self::Sunday,
            _ => Self::Monday,
        }
    }

    /// The distance from Monday, 0 to 6.
    pub(crate) const fn index(self) -> u32 {
        self as u32 - 1
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl TryFrom<u8> for Weekday {
    type Error = Error;

    fn try_from(number: u8) -> Result<Self, Error> {
        Self::from_number(number)
    }
}

impl From<Weekday> for u8 {
    fn from(weekday: Weekday) -> Self {
        weekday.number()
    }
}
