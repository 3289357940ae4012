//! The civil date: an epoch day, and the arithmetic between it and year, month and day.

use core::fmt;
use core::ops::Sub;
use core::str::FromStr;

use crate::bounds::{DAY, EPOCH_DAY, FIRST_DAY, LAST_DAY, MONTH, YEAR};
use crate::error::{Error, ErrorKind};
use crate::operators::add_and_sub;
use crate::week_year::{LAST_DAY_INDEX, weekday_number};
use crate::{IsoWeek, IsoWeekDate, Text, Weekday, format, parse};

/// A day of the proleptic Gregorian calendar, stored as days since 1970-01-01.
///
/// Use it to come from and go to other date types: databases, Arrow and `NumPy` hold the same
/// integer, and the features `jiff`, `chrono` and `time` convert from and to those crates' dates.
///
/// Every `Date` belongs to an [`IsoWeek`] whose seven days are all representable, so the range from
/// [`Date::MIN`] to [`Date::MAX`] is that of an `i32` but for six days at the beginning and five at
/// the end.
///
/// ```
/// use semaine::{Date, IsoWeek};
///
/// let date = Date::new(2024, 12, 30)?;
/// assert_eq!(date.epoch_day(), 20_087);
/// assert_eq!(date.iso_week(), IsoWeek::new(2025, 1)?);
/// assert_eq!(date.to_string(), "2024-12-30");
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

const MONTHS_PER_YEAR: i32 = 12;
/// A cycle after which leap years repeat: 400 years.
const DAYS_PER_CYCLE: u32 = 146_097;
/// The arithmetic below counts years and days from 1 March of this year, of which a cycle begins, so that
/// nothing has to treat negative numbers apart.
const BASE_YEAR: i32 = -5_880_000;
const _: () = assert!(BASE_YEAR % 400 == 0 && (BASE_YEAR as i64) < YEAR.min);
/// Days from there to 1970-01-01; 719,468 of them after 0000-03-01.
const BASE_TO_EPOCH: u32 = BASE_YEAR.unsigned_abs() / 400 * DAYS_PER_CYCLE + 719_468;
/// Days from there to the first representable day.
const BASE_TO_FIRST_DAY: u32 = BASE_TO_EPOCH.wrapping_add_signed(FIRST_DAY);

impl Date {
    /// The first day, the Monday of [`IsoWeek::MIN`]: epoch day -2,147,483,642.
    pub const MIN: Self = Self(FIRST_DAY);
    /// The last day, the Sunday of [`IsoWeek::MAX`]: epoch day 2,147,483,642.
    pub const MAX: Self = Self(LAST_DAY);

    /// The day of a year, month (1 to 12) and day of the month.
    ///
    /// # Errors
    ///
    /// `year_out_of_range`, `month_out_of_range`, `day_out_of_range` for a day that no month has,
    /// `day_not_in_month` for one that only this month lacks, and `epoch_day_out_of_range` in the
    /// two years that are only partly representable.
    ///
    /// ```
    /// use semaine::Date;
    ///
    /// assert!(Date::new(2024, 2, 29).is_ok());
    /// assert_eq!(Date::new(2025, 2, 29).unwrap_err().code(), "day_not_in_month");
    /// assert_eq!(Date::new(2025, 2, 32).unwrap_err().code(), "day_out_of_range");
    /// ```
    ///
    /// # Algorithm
    ///
    /// As [`Date::civil`], in reverse: in a year that begins in March, month `m` (3 to 14) begins
    /// after `(979 m - 2919) / 32` days (proposition 6.2).
    #[inline]
    pub const fn new(year: i32, month: u8, day: u8) -> Result<Self, Error> {
        tri!(YEAR.check(year as i64, ErrorKind::YearOutOfRange));
        tri!(MONTH.check(month as i64, ErrorKind::MonthOutOfRange));
        tri!(DAY.check(day as i64, ErrorKind::DayOutOfRange));
        // Few days ask how long the month is.
        if day > 28 && day > days_in_month(year, month) {
            return Err(Error::day_not_in_month(year, month, day));
        }
        let epoch_day = epoch_day(year, month, day);
        // The sum may have gone round: days before 1970, and they alone, are negative.
        if (epoch_day < 0) == (year < 1970)
            && let Ok(date) = Self::from_epoch_day(epoch_day)
        {
            return Ok(date);
        }
        Err(out_of_range(year, epoch_day))
    }

    /// The day at a distance from 1970-01-01.
    ///
    /// # Errors
    ///
    /// `epoch_day_out_of_range` for the six lowest and five highest `i32`, whose weeks are not
    /// wholly representable.
    ///
    /// ```
    /// use semaine::{Date, Weekday};
    ///
    /// assert_eq!(Date::from_epoch_day(0)?.weekday(), Weekday::Thursday);
    /// assert!(Date::from_epoch_day(i32::MAX).is_err());
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    pub const fn from_epoch_day(epoch_day: i32) -> Result<Self, Error> {
        // Of all integers these are consecutive from the first day on, which takes one comparison.
        let date = Self(epoch_day);
        if date.index() <= LAST_DAY_INDEX {
            Ok(date)
        } else {
            Err(Error::new(ErrorKind::EpochDayOutOfRange, epoch_day as i64))
        }
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because the bounds of an epoch day lie within those of an i32"
    )]
    pub(crate) const fn from_epoch_day_i64(epoch_day: i64) -> Result<Self, Error> {
        match EPOCH_DAY.check(epoch_day, ErrorKind::EpochDayOutOfRange) {
            Ok(()) => Ok(Self(epoch_day as i32)),
            Err(error) => Err(error),
        }
    }

    /// The day of a year, month and day that exist and lie well inside the range.
    #[cfg(feature = "jiff")]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because the day is representable"
    )]
    pub(crate) const fn from_valid_civil(year: i32, month: u8, day: u8) -> Self {
        Self(epoch_day(year, month, day))
    }

    /// The day at a distance from 1970-01-01 that lies well inside the range.
    #[cfg(any(feature = "chrono", feature = "time"))]
    pub(crate) const fn from_valid_epoch_day(epoch_day: i32) -> Self {
        Self(epoch_day)
    }

    /// The days since 1970-01-01, negative before it.
    #[inline]
    #[must_use]
    pub const fn epoch_day(self) -> i32 {
        self.0
    }

    /// The days since [`Date::MIN`].
    #[inline]
    #[allow(clippy::cast_sign_loss, reason = "the distance, modulo 2^32, is meant")]
    pub(crate) const fn index(self) -> u32 {
        self.0.wrapping_sub(Self::MIN.0) as u32
    }

    /// The day at an index of at most `LAST_DAY_INDEX`.
    #[inline]
    pub(crate) const fn from_index(index: u32) -> Self {
        debug_assert!(index <= LAST_DAY_INDEX);
        Self(Self::MIN.0.wrapping_add_unsigned(index))
    }

    /// Year, month (1 to 12) and day of the month.
    ///
    /// ```
    /// let date = semaine::Date::from_epoch_day(-1)?;
    /// assert_eq!(date.civil(), (1969, 12, 31));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    ///
    /// # Algorithm
    ///
    /// C. Neri and L. Schneider, *Euclidean affine functions and their application to calendar
    /// algorithms*, Software: Practice and Experience 53 (2023), DOI 10.1002/spe.3172, figure 12,
    /// with one more division in front so that 32 bits suffice for the whole range: whole 400-year
    /// cycles are taken off first. Years begin in March, so that the leap day comes last.
    #[inline]
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        reason = "OK because what is cast is positive and less than 2^21, and months and days are \
                  less than 32"
    )]
    pub const fn civil(self) -> (i32, u8, u8) {
        let cycle = self.index() / DAYS_PER_CYCLE + BASE_TO_FIRST_DAY / DAYS_PER_CYCLE;
        let n = self.index() % DAYS_PER_CYCLE + BASE_TO_FIRST_DAY % DAYS_PER_CYCLE;

        let n_1 = 4 * n + 3;
        let century = n_1 / 146_097;
        let n_2 = (n_1 % 146_097) | 3;
        let year_of_century = n_2 / 1461;
        let day_of_year = n_2 % 1461 / 4;

        // Proposition 6.3: month and day of a year that begins in March, as the quotient and the
        // remainder of one division by 2^16 and a second by 2141.
        let n_3 = 2141 * day_of_year + 197_913;
        let month = n_3 >> 16;
        let day = (n_3 & 0xFFFF) / 2141 + 1;

        // -1 from January on, which is month 13: a mask, so that there is no branch to mispredict.
        let after_december = (12 - month.cast_signed()) >> 31;
        let year = (400 * cycle + 100 * century + year_of_century).cast_signed() - after_december;
        let month = month.cast_signed() - (after_december & MONTHS_PER_YEAR);
        (year + BASE_YEAR, month as u8, day as u8)
    }

    /// The calendar year, which near New Year may differ from the year of the ISO week.
    ///
    /// ```
    /// let date = semaine::Date::new(2024, 12, 30)?;
    /// assert_eq!((date.year(), date.iso_week().year()), (2024, 2025));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn year(self) -> i32 {
        self.civil().0
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.civil().1
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.civil().2
    }

    /// The day of the week.
    #[inline]
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        Weekday::from_valid_number(weekday_number(self.index()))
    }

    /// The ISO week that contains this day.
    #[inline]
    #[must_use]
    pub const fn iso_week(self) -> IsoWeek {
        IsoWeek::of(self)
    }

    /// This day as a week and a weekday.
    #[inline]
    #[must_use]
    pub const fn iso_week_date(self) -> IsoWeekDate {
        IsoWeekDate::of(self)
    }

    /// Reads `YYYY-MM-DD`, or a sign and a year of at least four digits instead of `YYYY`.
    ///
    /// # Errors
    ///
    /// The `parse_…` codes for a text of another form, and those of [`Date::new`] for a day that
    /// does not exist, each with the byte offset. Form is judged before values.
    ///
    /// ```
    /// use semaine::Date;
    ///
    /// assert_eq!(Date::parse("2025-08-07")?, Date::new(2025, 8, 7)?);
    /// let error = Date::parse("2025-02-29").unwrap_err();
    /// assert_eq!((error.code(), error.offset()), ("day_not_in_month", Some(8)));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn parse(text: &str) -> Result<Self, Error> {
        Self::parse_bytes(text.as_bytes())
    }

    /// [`Date::parse`] for bytes that need not be UTF-8.
    ///
    /// # Errors
    ///
    /// As [`Date::parse`].
    pub const fn parse_bytes(text: &[u8]) -> Result<Self, Error> {
        parse::date(text)
    }

    /// The text `YYYY-MM-DD`, with a sign and as many digits as needed outside the years 0 to 9999,
    /// in a fixed buffer.
    ///
    /// ```
    /// let date = semaine::Date::new(-43, 3, 15)?;
    /// assert_eq!(date.to_text().as_str(), "-0043-03-15");
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn to_text(self) -> Text {
        format::date(self)
    }

    /// The day a number of days later, or earlier for a negative number.
    ///
    /// # Errors
    ///
    /// `epoch_day_out_of_range` beyond [`Date::MIN`] or [`Date::MAX`]. Its value is the sum, or the
    /// end of the range of an `i64` where the sum lies beyond that.
    ///
    /// ```
    /// use semaine::Date;
    ///
    /// assert_eq!(Date::new(2024, 2, 28)?.checked_add(2)?, Date::new(2024, 3, 1)?);
    /// assert!(Date::MAX.checked_add(1).is_err());
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn checked_add(self, days: i64) -> Result<Self, Error> {
        Self::from_epoch_day_i64((self.0 as i64).saturating_add(days))
    }

    /// The day a number of days earlier, or later for a negative number.
    ///
    /// # Errors
    ///
    /// `epoch_day_out_of_range` beyond [`Date::MIN`] or [`Date::MAX`].
    pub const fn checked_sub(self, days: i64) -> Result<Self, Error> {
        Self::from_epoch_day_i64((self.0 as i64).saturating_sub(days))
    }

    /// The day a number of days later, or [`Date::MIN`] or [`Date::MAX`] where that lies beyond.
    ///
    /// ```
    /// use semaine::Date;
    ///
    /// assert_eq!(Date::MAX.saturating_add(1), Date::MAX);
    /// ```
    #[must_use]
    pub const fn saturating_add(self, days: i64) -> Self {
        match self.checked_add(days) {
            Ok(date) => date,
            Err(_) if days < 0 => Self::MIN,
            Err(_) => Self::MAX,
        }
    }

    /// The day a number of days earlier, or [`Date::MIN`] or [`Date::MAX`] where that lies beyond.
    #[must_use]
    pub const fn saturating_sub(self, days: i64) -> Self {
        match self.checked_sub(days) {
            Ok(date) => date,
            Err(_) if days > 0 => Self::MIN,
            Err(_) => Self::MAX,
        }
    }

    /// The days from another day to this one, negative if the other is later.
    ///
    /// ```
    /// use semaine::Date;
    ///
    /// let (first, last) = (Date::new(2025, 1, 1)?, Date::new(2025, 12, 31)?);
    /// assert_eq!(last.days_since(first), 364);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn days_since(self, other: Self) -> i64 {
        self.0 as i64 - other.0 as i64
    }
}

/// The days from 1970-01-01 to a day that exists.
const fn epoch_day(year: i32, month: u8, day: u8) -> i32 {
    // -1 for January and February, which end the year before: a mask, so that there is no branch to
    // mispredict.
    let before_march = (month as i32 - 3) >> 31;
    let year = (year - BASE_YEAR + before_march).cast_unsigned();
    let month = (month as i32 + (before_march & MONTHS_PER_YEAR)).cast_unsigned();
    let century = year / 100;
    let day_of_year = ((979 * month - 2919) >> 5) + day as u32 - 1;
    // OK to wrap: the caller sees whether the sum lies outside the range.
    (365 * year)
        .wrapping_add(year / 4 - century + century / 4 + day_of_year)
        .wrapping_sub(BASE_TO_EPOCH)
        .cast_signed()
}

/// The error of a day whose epoch day, of which the low 32 bits are given, is not representable.
#[cold]
const fn out_of_range(year: i32, low: i32) -> Error {
    let whole = if year < 1970 && low >= 0 {
        low as i64 - (1 << 32)
    } else if year >= 1970 && low < 0 {
        low as i64 + (1 << 32)
    } else {
        low as i64
    };
    Error::new(ErrorKind::EpochDayOutOfRange, whole)
}

/// The days of a month from 1 to 12.
pub(crate) const fn days_in_month(year: i32, month: u8) -> u8 {
    if month == 2 {
        28 + is_leap_year(year) as u8
    } else {
        // 31 for odd months before August and even ones from there on.
        0b1_1110 | (month ^ (month >> 3))
    }
}

const fn is_leap_year(year: i32) -> bool {
    // Of the multiples of 4 that are multiples of 25, the leap years are those of 16, since 25 · 16 = 400.
    year & (if year % 25 == 0 { 0b1111 } else { 0b11 }) == 0
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.to_text().as_str())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl TryFrom<i32> for Date {
    type Error = Error;

    fn try_from(epoch_day: i32) -> Result<Self, Error> {
        Self::from_epoch_day(epoch_day)
    }
}

impl From<Date> for i32 {
    fn from(date: Date) -> Self {
        date.epoch_day()
    }
}

impl Sub for Date {
    type Output = i64;

    fn sub(self, other: Self) -> i64 {
        self.days_since(other)
    }
}

add_and_sub!(Date, i64);
