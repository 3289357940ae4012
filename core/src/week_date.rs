//! The ISO week date: a week and a weekday, which together are a day.

use core::fmt;
use core::ops::Sub;
use core::str::FromStr;

use crate::error::Error;
use crate::operators::add_and_sub;
use crate::week_year::{weekday_number, year_week_of_thursday};
use crate::{Date, IsoWeek, Text, Weekday, format, parse};

/// A day named by its week and weekday: `2025-W32-4`.
///
/// It is the same day as a [`Date`], only read and written differently; the two convert into each
/// other without loss or failure, and share their order, hash and range.
///
/// ```
/// use semaine::{Date, IsoWeekDate, Weekday};
///
/// let day = IsoWeekDate::new(2025, 32, Weekday::Thursday)?;
/// assert_eq!(day.to_string(), "2025-W32-4");
/// assert_eq!(Date::from(day), Date::new(2025, 8, 7)?);
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoWeekDate(Date);

impl IsoWeekDate {
    /// The first day: [`Date::MIN`].
    pub const MIN: Self = Self(Date::MIN);
    /// The last day: [`Date::MAX`].
    pub const MAX: Self = Self(Date::MAX);

    /// The day of an ISO year, a week's number and a weekday.
    ///
    /// # Errors
    ///
    /// As [`IsoWeek::new`].
    ///
    /// ```
    /// use semaine::{IsoWeekDate, Weekday};
    ///
    /// assert!(IsoWeekDate::new(2026, 53, Weekday::Sunday).is_ok());
    /// assert!(IsoWeekDate::new(2025, 53, Weekday::Sunday).is_err());
    /// ```
    pub const fn new(year: i32, week: u8, weekday: Weekday) -> Result<Self, Error> {
        match IsoWeek::new(year, week) {
            Ok(week) => Ok(Self(week.day(weekday))),
            Err(error) => Err(error),
        }
    }

    /// The week date of a day.
    ///
    /// ```
    /// use semaine::{Date, IsoWeekDate};
    ///
    /// assert_eq!(IsoWeekDate::of(Date::new(2005, 1, 1)?), "2004-W53-6".parse()?);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn of(date: Date) -> Self {
        Self(date)
    }

    /// The civil date of this day.
    #[inline]
    #[must_use]
    pub const fn date(self) -> Date {
        self.0
    }

    /// The week that contains this day.
    #[inline]
    #[must_use]
    pub const fn iso_week(self) -> IsoWeek {
        IsoWeek::of(self.0)
    }

    /// The year that the week belongs to.
    #[inline]
    #[must_use]
    pub const fn year(self) -> i32 {
        self.parts().0
    }

    /// The number of the week in its year, 1 to 53.
    #[inline]
    #[must_use]
    pub const fn week(self) -> u8 {
        self.parts().1
    }

    /// The day of the week.
    #[inline]
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// Year, week and weekday, in one computation.
    ///
    /// ```
    /// use semaine::{Date, Weekday};
    ///
    /// let day = Date::new(2025, 8, 7)?.iso_week_date();
    /// assert_eq!(day.parts(), (2025, 32, Weekday::Thursday));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn parts(self) -> (i32, u8, Weekday) {
        let day = self.0.index();
        let weekday = weekday_number(day);
        // The Thursday of the week; day indices start on a Monday.
        let (year, week) = year_week_of_thursday(day + 4 - weekday);
        (year, week, Weekday::from_valid_number(weekday))
    }

    /// Reads `YYYY-Www-D` or `YYYYWwwD`, or a sign and a year of at least four digits instead of
    /// `YYYY`.
    ///
    /// # Errors
    ///
    /// The `parse_…` codes for a text of another form, those of [`IsoWeek::new`] for a week that
    /// does not exist and `weekday_out_of_range`, each with the byte offset. Form is judged before
    /// values.
    ///
    /// ```
    /// use semaine::IsoWeekDate;
    ///
    /// assert_eq!(IsoWeekDate::parse("2025-W32-4")?, IsoWeekDate::parse("2025W324")?);
    /// let error = IsoWeekDate::parse("2025-W324").unwrap_err();
    /// assert_eq!((error.code(), error.offset()), ("parse_mixed_separators", Some(8)));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    pub const fn parse(text: &str) -> Result<Self, Error> {
        Self::parse_bytes(text.as_bytes())
    }

    /// [`IsoWeekDate::parse`] for bytes that need not be UTF-8.
    ///
    /// # Errors
    ///
    /// As [`IsoWeekDate::parse`].
    #[inline]
    pub const fn parse_bytes(text: &[u8]) -> Result<Self, Error> {
        parse::week_date(text)
    }

    /// Reads a week date as people type it: as [`IsoWeek::parse_lenient`], with a hyphen, a space
    /// or nothing before the weekday.
    ///
    /// # Errors
    ///
    /// As [`IsoWeekDate::parse`].
    ///
    /// ```
    /// use semaine::IsoWeekDate;
    ///
    /// assert_eq!(IsoWeekDate::parse_lenient("2025 w7 4")?, IsoWeekDate::parse("2025-W07-4")?);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn parse_lenient(text: &str) -> Result<Self, Error> {
        parse::lenient_week_date(text.as_bytes())
    }

    /// The extended form `YYYY-Www-D`, with a sign and as many digits as needed outside the years
    /// 0 to 9999, in a fixed buffer.
    #[inline]
    #[must_use]
    pub const fn to_text(self) -> Text {
        format::week_date(self)
    }

    /// The basic form `YYYYWwwD`, in a fixed buffer.
    ///
    /// ```
    /// use semaine::IsoWeekDate;
    ///
    /// assert_eq!(IsoWeekDate::parse("2025-W32-4")?.to_basic_text().as_str(), "2025W324");
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn to_basic_text(self) -> Text {
        format::basic_week_date(self)
    }

    /// The day a number of days later, or earlier for a negative number.
    ///
    /// # Errors
    ///
    /// As [`Date::checked_add`].
    pub const fn checked_add(self, days: i64) -> Result<Self, Error> {
        match self.0.checked_add(days) {
            Ok(date) => Ok(Self(date)),
            Err(error) => Err(error),
        }
    }

    /// The day a number of days earlier, or later for a negative number.
    ///
    /// # Errors
    ///
    /// As [`Date::checked_sub`].
    pub const fn checked_sub(self, days: i64) -> Result<Self, Error> {
        match self.0.checked_sub(days) {
            Ok(date) => Ok(Self(date)),
            Err(error) => Err(error),
        }
    }

    /// The day a number of days later, or the end of the range where that lies beyond.
    #[must_use]
    pub const fn saturating_add(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The day a number of days earlier, or the end of the range where that lies beyond.
    #[must_use]
    pub const fn saturating_sub(self, days: i64) -> Self {
        Self(self.0.saturating_sub(days))
    }

    /// The days from another day to this one, negative if the other is later; `-` does the same.
    #[must_use]
    pub const fn days_since(self, other: Self) -> i64 {
        self.0.days_since(other.0)
    }
}

impl fmt::Display for IsoWeekDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.to_text().as_str())
    }
}

impl fmt::Debug for IsoWeekDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for IsoWeekDate {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl From<Date> for IsoWeekDate {
    fn from(date: Date) -> Self {
        Self::of(date)
    }
}

impl From<IsoWeekDate> for Date {
    fn from(day: IsoWeekDate) -> Self {
        day.date()
    }
}

impl From<IsoWeekDate> for IsoWeek {
    fn from(day: IsoWeekDate) -> Self {
        day.iso_week()
    }
}

impl Sub for IsoWeekDate {
    type Output = i64;

    fn sub(self, other: Self) -> i64 {
        self.days_since(other)
    }
}

add_and_sub!(IsoWeekDate, i64);
