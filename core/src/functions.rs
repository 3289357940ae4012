//! The questions that code asks of a date or a year, as plain functions.

use crate::week_year::{is_long, weekday_number};
use crate::{Date, Error, IsoWeek, Weekday};

/// The Monday of the date's ISO week: the date itself if it is one.
///
/// ```
/// use semaine::{Date, week_start};
///
/// assert_eq!(week_start(Date::new(2025, 8, 7)?), Date::new(2025, 8, 4)?);
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
#[must_use]
pub const fn week_start(date: Date) -> Date {
    let index = date.index();
    Date::from_index(index - (weekday_number(index) - 1))
}

/// The Sunday of the date's ISO week: the date itself if it is one.
///
/// ```
/// use semaine::{Date, week_end};
///
/// assert_eq!(week_end(Date::new(2025, 8, 7)?), Date::new(2025, 8, 10)?);
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
#[must_use]
pub const fn week_end(date: Date) -> Date {
    let index = date.index();
    Date::from_index(index + (7 - weekday_number(index)))
}

/// The Monday and the Sunday of the date's ISO week.
///
/// ```
/// use semaine::{Date, week_range};
///
/// let (monday, sunday) = week_range(Date::new(2026, 1, 1)?);
/// assert_eq!((monday, sunday), (Date::new(2025, 12, 29)?, Date::new(2026, 1, 4)?));
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
#[must_use]
pub const fn week_range(date: Date) -> (Date, Date) {
    (week_start(date), week_end(date))
}

/// The number of the date's ISO week, 1 to 53.
///
/// It is here for code that is being replaced. A number names a week only together with
/// [`iso_year`], which near New Year is not the date's calendar year; an [`IsoWeek`] is both.
///
/// ```
/// use semaine::{Date, IsoWeek, iso_year, week_number};
///
/// let date = Date::new(2024, 12, 30)?;
/// assert_eq!((iso_year(date), week_number(date)), (2025, 1));
/// assert_eq!(IsoWeek::of(date).year_week(), (2025, 1));
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
#[must_use]
pub const fn week_number(date: Date) -> u8 {
    date.iso_week_date().week()
}

/// The year that the date's ISO week belongs to.
///
/// ```
/// use semaine::{Date, iso_year};
///
/// assert_eq!(iso_year(Date::new(2027, 1, 1)?), 2026);
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
#[must_use]
pub const fn iso_year(date: Date) -> i32 {
    date.iso_week_date().year()
}

/// The number of weeks of an ISO year, 52 or 53. The rule holds for every `i32`, also where the
/// year's weeks are not representable.
///
/// ```
/// assert_eq!(semaine::weeks_in_year(2025), 52);
/// assert_eq!(semaine::weeks_in_year(2026), 53);
/// ```
///
/// # Algorithm
///
/// A year has 53 weeks when 4 January, which is in week 1, falls a week later in the next year than
/// 52 weeks after this one's. It drifts by a day a year, and by one more after a leap day.
#[inline]
#[must_use]
pub const fn weeks_in_year(year: i32) -> u8 {
    if is_long(year) { 53 } else { 52 }
}

/// Whether an ISO year has 53 weeks, as 71 of 400 years do.
///
/// ```
/// assert!(semaine::is_long_year(2020));
/// assert_eq!((1..=400).filter(|&year| semaine::is_long_year(year)).count(), 71);
/// ```
#[inline]
#[must_use]
pub const fn is_long_year(year: i32) -> bool {
    is_long(year)
}

/// Whether the date is a Monday, and so starts an ISO week.
///
/// ```
/// use semaine::{Date, is_monday};
///
/// assert!(is_monday(Date::new(2025, 8, 4)?));
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
#[must_use]
pub const fn is_monday(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Monday)
}

/// The first Monday after the date, never the date itself.
///
/// # Errors
///
/// `epoch_week_out_of_range` in the last week, [`IsoWeek::MAX`].
///
/// ```
/// use semaine::{Date, next_monday};
///
/// assert_eq!(next_monday(Date::new(2025, 8, 7)?)?, Date::new(2025, 8, 11)?);
/// assert_eq!(next_monday(Date::new(2025, 8, 4)?)?, Date::new(2025, 8, 11)?);
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
pub const fn next_monday(date: Date) -> Result<Date, Error> {
    match IsoWeek::of(date).checked_add(1) {
        Ok(week) => Ok(week.monday()),
        Err(error) => Err(error),
    }
}

/// The last Monday before the date, never the date itself.
///
/// # Errors
///
/// `epoch_day_out_of_range` on [`Date::MIN`], which is the first Monday.
///
/// ```
/// use semaine::{Date, previous_monday};
///
/// assert_eq!(previous_monday(Date::new(2025, 8, 7)?)?, Date::new(2025, 8, 4)?);
/// assert_eq!(previous_monday(Date::new(2025, 8, 4)?)?, Date::new(2025, 7, 28)?);
/// # Ok::<(), semaine::Error>(())
/// ```
#[inline]
pub const fn previous_monday(date: Date) -> Result<Date, Error> {
    match date.checked_sub(1) {
        Ok(yesterday) => Ok(week_start(yesterday)),
        Err(error) => Err(error),
    }
}
