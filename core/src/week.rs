//! The ISO week: one integer, the weeks since 1970-W01.

use core::fmt;
use core::ops::Sub;
use core::str::FromStr;

use crate::bounds::{EPOCH_WEEK, FIRST_WEEK, LAST_WEEK, WEEK, YEAR};
use crate::error::{Error, ErrorKind};
use crate::operators::add_and_sub;
use crate::week_year::{first_week_index, is_long, week_index, year_week};
use crate::{Date, Days, Text, Weekday, format, parse};

/// A week of ISO 8601: Monday to Sunday, in the year of its Thursday.
///
/// Use it wherever a week number would be stored: a number without its year, or with the calendar
/// year of one of its days, names the wrong week around New Year. Weeks compare, hash and subtract
/// as the integers that they are, and a week that does not exist cannot be built.
///
/// ```
/// use semaine::{Date, IsoWeek};
///
/// let week = IsoWeek::of(Date::new(2025, 8, 7)?);
/// assert_eq!((week.year(), week.week()), (2025, 32));
/// assert_eq!(week.monday(), Date::new(2025, 8, 4)?);
/// assert_eq!(week.to_string(), "2025-W32");
/// assert_eq!(week + 21, "2026-W01".parse()?);
/// assert!(IsoWeek::new(2025, 53).is_err());
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoWeek(i32);

impl IsoWeek {
    /// The first week whose seven days are representable: epoch week -306,783,377.
    pub const MIN: Self = Self(FIRST_WEEK);
    /// The last week whose seven days are representable: epoch week 306,783,377.
    pub const MAX: Self = Self(LAST_WEEK);

    /// The week of an ISO year and a number, 1 to 52 or 53.
    ///
    /// # Errors
    ///
    /// `year_out_of_range`, `week_out_of_range` for a number that no year has, `week_not_in_year`
    /// for 53 in a year of 52 weeks, and `epoch_week_out_of_range` in the two years that are only
    /// partly representable.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert!(IsoWeek::new(2020, 53).is_ok());
    /// assert_eq!(IsoWeek::new(2021, 53).unwrap_err().code(), "week_not_in_year");
    /// assert_eq!(IsoWeek::new(2021, 0).unwrap_err().code(), "week_out_of_range");
    /// ```
    #[inline]
    pub const fn new(year: i32, week: u8) -> Result<Self, Error> {
        tri!(YEAR.check(year as i64, ErrorKind::YearOutOfRange));
        tri!(WEEK.check(week as i64, ErrorKind::WeekOutOfRange));
        if week == 53 && !is_long(year) {
            return Err(Error::week_not_in_year(year));
        }
        Self::from_epoch_week(Self::from_valid(year, week).0)
    }

    /// The week of a year and a number that exist; it may lie out of range only in the two years
    /// that are partly representable.
    #[inline]
    pub(crate) const fn from_valid(year: i32, week: u8) -> Self {
        // OK because indices of these years, counted from the first epoch week, are between -52 and
        // 613,566,754 + 52.
        Self(first_week_index(year) + (week as i32 - 1) + Self::MIN.0)
    }

    /// The week of an ISO year and a number, where a number that is too large means the year's last
    /// week: what Temporal calls `overflow: "constrain"`.
    ///
    /// # Errors
    ///
    /// As [`IsoWeek::new`], but of the numbers only 0 is refused.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::new_constrained(2021, 53)?, IsoWeek::new(2021, 52)?);
    /// assert_eq!(IsoWeek::new_constrained(2020, 60)?, IsoWeek::new(2020, 53)?);
    /// assert!(IsoWeek::new_constrained(2021, 0).is_err());
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn new_constrained(year: i32, week: u8) -> Result<Self, Error> {
        let last = crate::weeks_in_year(year);
        Self::new(year, if week > last { last } else { week })
    }

    /// The week that contains a day.
    ///
    /// ```
    /// use semaine::{Date, IsoWeek};
    ///
    /// assert_eq!(IsoWeek::of(Date::new(2025, 12, 29)?), IsoWeek::new(2026, 1)?);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn of(date: Date) -> Self {
        Self::from_index(week_index(date.index()))
    }

    /// The week that starts on a day.
    ///
    /// Use it where a column or a request holds the Monday of a week, to refuse every other day.
    ///
    /// # Errors
    ///
    /// `not_a_monday` for a day that starts no week; the message names the right Monday.
    ///
    /// ```
    /// use semaine::{Date, IsoWeek};
    ///
    /// assert_eq!(IsoWeek::from_monday(Date::new(2025, 8, 4)?)?, IsoWeek::new(2025, 32)?);
    /// assert_eq!(
    ///     IsoWeek::from_monday(Date::new(2025, 8, 7)?).unwrap_err().to_string(),
    ///     "2025-08-07 is a Thursday, not a Monday: its week starts on 2025-08-04",
    /// );
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn from_monday(date: Date) -> Result<Self, Error> {
        match date.weekday() {
            Weekday::Monday => Ok(Self::of(date)),
            _ => Err(Error::new(ErrorKind::NotAMonday, date.epoch_day() as i64)),
        }
    }

    /// The week at a distance from 1970-W01.
    ///
    /// # Errors
    ///
    /// `epoch_week_out_of_range` beyond [`IsoWeek::MIN`] or [`IsoWeek::MAX`].
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::from_epoch_week(0)?, IsoWeek::new(1970, 1)?);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    pub const fn from_epoch_week(epoch_week: i32) -> Result<Self, Error> {
        Self::from_epoch_week_i64(epoch_week as i64)
    }

    #[inline]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because the bounds of an epoch week lie within those of an i32"
    )]
    pub(crate) const fn from_epoch_week_i64(epoch_week: i64) -> Result<Self, Error> {
        match EPOCH_WEEK.check(epoch_week, ErrorKind::EpochWeekOutOfRange) {
            Ok(()) => Ok(Self(epoch_week as i32)),
            Err(error) => Err(error),
        }
    }

    /// Reads `YYYY-Www` or `YYYYWww`, or a sign and a year of at least four digits instead of
    /// `YYYY`.
    ///
    /// # Errors
    ///
    /// The `parse_…` codes for a text of another form, and those of [`IsoWeek::new`] for a week
    /// that does not exist, each with the byte offset. Form is judged before values.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::parse("2025-W32")?, IsoWeek::parse("2025W32")?);
    /// assert_eq!(IsoWeek::parse("+12025-W01")?.year(), 12_025);
    /// let error = IsoWeek::parse("2025-w32").unwrap_err();
    /// assert_eq!((error.code(), error.offset()), ("parse_expected_w", Some(5)));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    pub const fn parse(text: &str) -> Result<Self, Error> {
        Self::parse_bytes(text.as_bytes())
    }

    /// [`IsoWeek::parse`] for bytes that need not be UTF-8.
    ///
    /// # Errors
    ///
    /// As [`IsoWeek::parse`].
    #[inline]
    pub const fn parse_bytes(text: &[u8]) -> Result<Self, Error> {
        parse::week(text)
    }

    /// Reads what HTML calls a *valid week string*, the value of `<input type="week">`: a year of
    /// at least four digits and at least 1, `-W`, and two digits of a week that exists.
    ///
    /// # Errors
    ///
    /// As [`IsoWeek::parse`], with `html_year_out_of_range` for the year 0 and for years that are
    /// too large.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::parse_html("12025-W01")?.year(), 12_025);
    /// assert!(IsoWeek::parse_html("2025W01").is_err());
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn parse_html(text: &str) -> Result<Self, Error> {
        parse::html_week(text.as_bytes())
    }

    /// Reads a week as people type it.
    ///
    /// Beyond what [`IsoWeek::parse`] takes, this allows ASCII white space around the text, a
    /// hyphen, a space or nothing before the week, a lower-case `w`, and a single digit for weeks 1
    /// to 9. It still needs the `w`, and a week that exists.
    ///
    /// # Errors
    ///
    /// As [`IsoWeek::parse`].
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::parse_lenient(" 2025 w7\n")?, IsoWeek::new(2025, 7)?);
    /// assert!(IsoWeek::parse_lenient("2025-w53").is_err());
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn parse_lenient(text: &str) -> Result<Self, Error> {
        parse::lenient_week(text.as_bytes())
    }

    /// The weeks since 1970-W01, negative before it.
    #[inline]
    #[must_use]
    pub const fn epoch_week(self) -> i32 {
        self.0
    }

    /// The weeks since [`IsoWeek::MIN`].
    #[inline]
    #[allow(clippy::cast_sign_loss, reason = "the distance, modulo 2^32, is meant")]
    pub(crate) const fn index(self) -> u32 {
        self.0.wrapping_sub(Self::MIN.0) as u32
    }

    /// The week at an index of at most `LAST_WEEK_INDEX`.
    #[inline]
    pub(crate) const fn from_index(index: u32) -> Self {
        Self(Self::MIN.0.wrapping_add_unsigned(index))
    }

    /// The year that the week belongs to: the calendar year of its Thursday.
    ///
    /// ```
    /// use semaine::{Date, IsoWeek};
    ///
    /// assert_eq!(IsoWeek::of(Date::new(2027, 1, 3)?).year(), 2026);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year_week().0
    }

    /// The number of the week in its year, 1 to 53.
    ///
    /// A number is only half of a week's name: see [`IsoWeek::year_week`].
    #[inline]
    #[must_use]
    pub const fn week(self) -> u8 {
        self.year_week().1
    }

    /// The year that the week belongs to and its number in it, in one computation.
    ///
    /// ```
    /// use semaine::{Date, IsoWeek};
    ///
    /// assert_eq!(IsoWeek::of(Date::new(2021, 1, 3)?).year_week(), (2020, 53));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    ///
    /// # Algorithm
    ///
    /// The calendar year of the week's Thursday, and that day's day of the year divided by 7, both
    /// from Euclidean affine functions (C. Neri and L. Schneider, DOI 10.1002/spe.3172) of the
    /// number of weeks since a year 1 of a 400-year cycle. The source derives every constant.
    #[inline]
    #[must_use]
    pub const fn year_week(self) -> (i32, u8) {
        year_week(self.index())
    }

    /// The day on which the week starts.
    #[inline]
    #[must_use]
    pub const fn monday(self) -> Date {
        self.day(Weekday::Monday)
    }

    /// The day on which the week ends.
    #[inline]
    #[must_use]
    pub const fn sunday(self) -> Date {
        self.day(Weekday::Sunday)
    }

    /// The day of the week with the given name.
    ///
    /// ```
    /// use semaine::{Date, IsoWeek, Weekday};
    ///
    /// let week = IsoWeek::new(2025, 32)?;
    /// assert_eq!(week.day(Weekday::Thursday), Date::new(2025, 8, 7)?);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn day(self, weekday: Weekday) -> Date {
        Date::from_index(7 * self.index() + weekday.index())
    }

    /// The seven days, Monday first.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// let days = IsoWeek::new(2025, 32)?.days();
    /// assert_eq!(days.len(), 7);
    /// assert_eq!(days.last().map(|day| day.to_string()).as_deref(), Some("2025-08-10"));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn days(self) -> Days {
        Days::inclusive(self.monday(), self.sunday())
    }

    /// Whether a day belongs to this week.
    ///
    /// ```
    /// use semaine::{Date, IsoWeek};
    ///
    /// let week = IsoWeek::new(2026, 1)?;
    /// assert!(week.contains(Date::new(2025, 12, 29)?));
    /// assert!(!week.contains(Date::new(2025, 12, 28)?));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn contains(self, date: Date) -> bool {
        Self::of(date).0 == self.0
    }

    /// The week a number of weeks later, or earlier for a negative number.
    ///
    /// # Errors
    ///
    /// `epoch_week_out_of_range` beyond [`IsoWeek::MIN`] or [`IsoWeek::MAX`].
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::new(2020, 53)?.checked_add(1)?, IsoWeek::new(2021, 1)?);
    /// assert!(IsoWeek::MAX.checked_add(1).is_err());
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn checked_add(self, weeks: i32) -> Result<Self, Error> {
        Self::from_epoch_week_i64(self.0 as i64 + weeks as i64)
    }

    /// The week a number of weeks earlier, or later for a negative number.
    ///
    /// # Errors
    ///
    /// `epoch_week_out_of_range` beyond [`IsoWeek::MIN`] or [`IsoWeek::MAX`].
    pub const fn checked_sub(self, weeks: i32) -> Result<Self, Error> {
        Self::from_epoch_week_i64(self.0 as i64 - weeks as i64)
    }

    /// The week a number of weeks later, or [`IsoWeek::MIN`] or [`IsoWeek::MAX`] where that lies
    /// beyond.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::MAX.saturating_add(1), IsoWeek::MAX);
    /// assert_eq!(IsoWeek::MAX.saturating_add(i32::MIN), IsoWeek::MIN);
    /// ```
    #[must_use]
    pub const fn saturating_add(self, weeks: i32) -> Self {
        match self.checked_add(weeks) {
            Ok(week) => week,
            Err(_) if weeks < 0 => Self::MIN,
            Err(_) => Self::MAX,
        }
    }

    /// The week a number of weeks earlier, or [`IsoWeek::MIN`] or [`IsoWeek::MAX`] where that lies
    /// beyond.
    #[must_use]
    pub const fn saturating_sub(self, weeks: i32) -> Self {
        match self.checked_sub(weeks) {
            Ok(week) => week,
            Err(_) if weeks > 0 => Self::MIN,
            Err(_) => Self::MAX,
        }
    }

    /// The weeks from another week to this one, negative if the other is later; `-` does the same.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::new(2021, 1)?.weeks_since(IsoWeek::new(2020, 1)?), 53);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn weeks_since(self, other: Self) -> i32 {
        // OK because the largest difference is 613,566,754.
        self.0 - other.0
    }

    /// The extended form `YYYY-Www`, with a sign and as many digits as needed outside the years 0
    /// to 9999, in a fixed buffer.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::new(12_025, 1)?.to_text().as_str(), "+12025-W01");
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn to_text(self) -> Text {
        format::week(self)
    }

    /// The basic form `YYYYWww`, in a fixed buffer.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::new(2025, 32)?.to_basic_text().as_str(), "2025W32");
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn to_basic_text(self) -> Text {
        format::basic_week(self)
    }

    /// The value of `<input type="week">`: no sign, and as many digits as the year needs, but at
    /// least four.
    ///
    /// # Errors
    ///
    /// `html_year_out_of_range` for weeks before the year 1.
    ///
    /// ```
    /// use semaine::IsoWeek;
    ///
    /// assert_eq!(IsoWeek::new(12_025, 1)?.to_html_text()?.as_str(), "12025-W01");
    /// assert!(IsoWeek::new(0, 1)?.to_html_text().is_err());
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn to_html_text(self) -> Result<Text, Error> {
        format::html_week(self)
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.to_text().as_str())
    }
}

impl fmt::Debug for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for IsoWeek {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl TryFrom<i32> for IsoWeek {
    type Error = Error;

    fn try_from(epoch_week: i32) -> Result<Self, Error> {
        Self::from_epoch_week(epoch_week)
    }
}

impl From<IsoWeek> for i32 {
    fn from(week: IsoWeek) -> Self {
        week.epoch_week()
    }
}

impl From<Date> for IsoWeek {
    fn from(date: Date) -> Self {
        Self::of(date)
    }
}

impl Sub for IsoWeek {
    type Output = i32;

    fn sub(self, other: Self) -> i32 {
        self.weeks_since(other)
    }
}

impl IntoIterator for IsoWeek {
    type Item = Date;
    type IntoIter = Days;

    fn into_iter(self) -> Days {
        self.days()
    }
}

add_and_sub!(IsoWeek, i32);
