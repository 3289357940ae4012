//! Constructors from 64-bit integers, for callers whose integers are wider than the values: Python,
//! JavaScript, databases. Nothing is cut off before it is judged, so that an error names the number
//! that was given.

use crate::bounds::{MONTH, WEEK, WEEKDAY, YEAR};
use crate::error::ErrorKind;
use crate::{Date, Error, IsoWeek, IsoWeekDate, Weekday, Weeks};

/// [`IsoWeek::new`] of wide numbers.
///
/// # Errors
///
/// As [`IsoWeek::new`].
///
/// ```
/// use semaine::{IsoWeek, wide};
///
/// assert_eq!(wide::week(2025, 32)?, IsoWeek::new(2025, 32)?);
/// assert_eq!(
///     wide::week(2025, 256).unwrap_err().to_string(),
///     "week 256 is out of range: 1 to 53",
/// );
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
pub const fn week(year: i64, week: i64) -> Result<IsoWeek, Error> {
    let year = tri!(narrow_year(year));
    tri!(WEEK.check(week, ErrorKind::WeekOutOfRange));
    IsoWeek::new(year, narrow(week))
}

/// [`IsoWeek::new_constrained`] of wide numbers.
///
/// # Errors
///
/// As [`IsoWeek::new_constrained`].
///
/// ```
/// use semaine::{IsoWeek, wide};
///
/// assert_eq!(wide::week_constrained(2025, 1000)?, IsoWeek::new(2025, 52)?);
/// assert_eq!(wide::week_constrained(2025, -1).unwrap_err().value(), Some(-1));
/// # Ok::<(), semaine::Error>(())
/// ```
pub const fn week_constrained(year: i64, week: i64) -> Result<IsoWeek, Error> {
    let year = tri!(narrow_year(year));
    let last = crate::weeks_in_year(year);
    if week > last as i64 {
        return IsoWeek::new(year, last);
    }
    tri!(WEEK.check(week, ErrorKind::WeekOutOfRange));
    IsoWeek::new(year, narrow(week))
}

/// [`IsoWeekDate::new`] of wide numbers.
///
/// # Errors
///
/// As [`IsoWeekDate::new`] and [`Weekday::from_number`].
///
/// ```
/// use semaine::wide;
///
/// assert_eq!(wide::week_date(2025, 32, 4)?.to_string(), "2025-W32-4");
/// assert_eq!(wide::week_date(2025, 32, 1000).unwrap_err().code(), "weekday_out_of_range");
/// # Ok::<(), semaine::Error>(())
/// ```
pub const fn week_date(year: i64, week: i64, weekday: i64) -> Result<IsoWeekDate, Error> {
    let week = tri!(self::week(year, week));
    let weekday = tri!(self::weekday(weekday));
    Ok(IsoWeekDate::of(week.day(weekday)))
}

/// [`Weekday::from_number`] of a wide number.
///
/// # Errors
///
/// As [`Weekday::from_number`].
///
/// ```
/// use semaine::{Weekday, wide};
///
/// assert_eq!(wide::weekday(7)?, Weekday::Sunday);
/// assert_eq!(wide::weekday(257).unwrap_err().value(), Some(257));
/// # Ok::<(), semaine::Error>(())
/// ```
pub const fn weekday(number: i64) -> Result<Weekday, Error> {
    tri!(WEEKDAY.check(number, ErrorKind::WeekdayOutOfRange));
    Weekday::from_number(narrow(number))
}

/// [`IsoWeek::from_epoch_week`] of a wide number.
///
/// # Errors
///
/// As [`IsoWeek::from_epoch_week`].
///
/// ```
/// use semaine::wide;
///
/// let error = wide::epoch_week(1 << 40).unwrap_err();
/// assert_eq!(error.value(), Some(1 << 40));
/// ```
#[inline]
pub const fn epoch_week(epoch_week: i64) -> Result<IsoWeek, Error> {
    IsoWeek::from_epoch_week_i64(epoch_week)
}

/// [`Date::from_epoch_day`] of a wide number.
///
/// # Errors
///
/// As [`Date::from_epoch_day`].
///
/// ```
/// use semaine::wide;
///
/// let error = wide::epoch_day(1 << 40).unwrap_err();
/// assert_eq!(error.value(), Some(1 << 40));
/// ```
#[inline]
pub const fn epoch_day(epoch_day: i64) -> Result<Date, Error> {
    Date::from_epoch_day_i64(epoch_day)
}

/// [`IsoWeek::checked_add`] of a wide number.
///
/// # Errors
///
/// As [`IsoWeek::checked_add`].
///
/// ```
/// use semaine::{IsoWeek, wide};
///
/// assert_eq!(wide::add_weeks(IsoWeek::new(2025, 52)?, 1)?, IsoWeek::new(2026, 1)?);
/// assert!(wide::add_weeks(IsoWeek::MIN, i64::MAX).is_err());
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
pub const fn add_weeks(week: IsoWeek, weeks: i64) -> Result<IsoWeek, Error> {
    IsoWeek::from_epoch_week_i64((week.epoch_week() as i64).saturating_add(weeks))
}

/// The number of weeks of a year, [`weeks_in_year`](crate::weeks_in_year) of a wide number.
///
/// # Errors
///
/// `year_out_of_range` for a year in which no day is representable.
///
/// ```
/// use semaine::wide;
///
/// assert_eq!(wide::weeks_in_year(2026)?, 53);
/// assert_eq!(wide::weeks_in_year(1 << 40).unwrap_err().code(), "year_out_of_range");
/// # Ok::<(), semaine::Error>(())
/// ```
pub const fn weeks_in_year(year: i64) -> Result<u8, Error> {
    Ok(crate::weeks_in_year(tri!(narrow_year(year))))
}

/// [`Weeks::of_year`] of a wide number.
///
/// # Errors
///
/// As [`Weeks::of_year`].
///
/// ```
/// assert_eq!(semaine::wide::weeks_of_year(2026)?.len(), 53);
/// # Ok::<(), semaine::Error>(())
/// ```
pub const fn weeks_of_year(year: i64) -> Result<Weeks, Error> {
    Weeks::of_year(tri!(narrow_year(year)))
}

/// [`Weeks::overlapping_month`] of wide numbers.
///
/// # Errors
///
/// As [`Weeks::overlapping_month`].
///
/// ```
/// use semaine::wide;
///
/// assert_eq!(wide::weeks_overlapping_month(2025, 8)?.len(), 5);
/// assert_eq!(wide::weeks_overlapping_month(2025, 257).unwrap_err().value(), Some(257));
/// # Ok::<(), semaine::Error>(())
/// ```
pub const fn weeks_overlapping_month(year: i64, month: i64) -> Result<Weeks, Error> {
    let year = tri!(narrow_year(year));
    tri!(MONTH.check(month, ErrorKind::MonthOutOfRange));
    Weeks::overlapping_month(year, narrow(month))
}

/// A year that is in range.
#[inline]
#[allow(
    clippy::cast_possible_truncation,
    reason = "OK because the range of years fits 32 bits"
)]
const fn narrow_year(year: i64) -> Result<i32, Error> {
    tri!(YEAR.check(year, ErrorKind::YearOutOfRange));
    Ok(year as i32)
}

/// A number between 1 and 53.
#[inline]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "OK because the caller has checked its range"
)]
const fn narrow(number: i64) -> u8 {
    number as u8
}
