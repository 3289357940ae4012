//! The other libraries, asked the same questions.
//!
//! All of it is small enough to be compiled into the loop that asks, as if it were written there.

use std::fmt::Write as _;

use chrono::format::{Item, Parsed, StrftimeItems};
use chrono::{Datelike, NaiveDate};
use jiff::SignedDuration;
use jiff::civil::{self, ISOWeekDate};
use semaine::Date;

/// A week in the language of strftime.
pub const WEEK: &str = "%G-W%V";
/// A week date in the language of strftime.
pub const WEEK_DATE: &str = "%G-W%V-%u";

const JIFF_EPOCH: civil::Date = civil::date(1970, 1, 1);

/// Our date as chrono's.
///
/// # Panics
///
/// Outside chrono's range.
#[inline]
#[must_use]
pub fn to_chrono(date: Date) -> NaiveDate {
    date.try_into().expect("years 1 to 9999")
}

/// Our date as jiff's.
///
/// # Panics
///
/// Outside jiff's range.
#[inline]
#[must_use]
pub fn to_jiff(date: Date) -> civil::Date {
    date.try_into().expect("years 1 to 9999")
}

/// The date of an epoch day.
///
/// # Panics
///
/// Outside chrono's range.
#[inline]
#[must_use]
pub fn chrono_date(day: i32) -> NaiveDate {
    NaiveDate::from_epoch_days(day).expect("in range")
}

/// The date of an epoch day.
///
/// # Panics
///
/// Outside jiff's range.
#[inline]
#[must_use]
pub fn jiff_date(day: i32) -> civil::Date {
    let elapsed = SignedDuration::from_hours(24 * i64::from(day));
    JIFF_EPOCH.checked_add(elapsed).expect("in range")
}

/// The epoch day of a date.
///
/// # Panics
///
/// Never: jiff's days fit.
#[inline]
#[must_use]
pub fn jiff_day(date: civil::Date) -> i32 {
    let hours = date.duration_since(JIFF_EPOCH).as_hours();
    i32::try_from(hours / 24).expect("in range")
}

/// Year and number of the week, and the weekday from Monday = 1.
#[allow(
    clippy::cast_possible_truncation,
    reason = "OK because weeks and weekdays are small, and a checked conversion would be timed"
)]
#[inline]
#[must_use]
pub fn chrono_parts(date: NaiveDate) -> (i32, u8, u8) {
    let week = date.iso_week();
    let weekday = date.weekday().number_from_monday();
    (week.year(), week.week() as u8, weekday as u8)
}

/// Year and number of the week, and the weekday from Monday = 1.
#[inline]
#[must_use]
pub fn jiff_parts(date: civil::Date) -> (i32, u8, u8) {
    let day = date.iso_week_date();
    let weekday = day.weekday().to_monday_one_offset();
    (
        day.year().into(),
        day.week().unsigned_abs(),
        weekday.unsigned_abs(),
    )
}

/// The Monday of a date.
#[inline]
#[must_use]
pub fn chrono_monday(date: NaiveDate) -> NaiveDate {
    date.week(chrono::Weekday::Mon).first_day()
}

/// The Monday of a date.
///
/// # Panics
///
/// Before jiff's first Monday.
#[inline]
#[must_use]
pub fn jiff_monday(date: civil::Date) -> civil::Date {
    let monday = date.iso_week_date().first_of_week();
    monday.expect("in range").date()
}

/// The Monday of a written week, for which chrono has no type.
///
/// # Panics
///
/// If it is none.
#[inline]
#[must_use]
pub fn chrono_parse_week(text: &str) -> NaiveDate {
    let mut parsed = Parsed::new();
    chrono::format::parse(&mut parsed, text, StrftimeItems::new(WEEK)).expect("a week");
    parsed
        .set_weekday(chrono::Weekday::Mon)
        .expect("not set yet");
    parsed.to_naive_date().expect("a week")
}

/// The Monday of a written week of a year with four digits, for which jiff has no type.
///
/// # Panics
///
/// If it is none.
#[inline]
#[must_use]
pub fn jiff_parse_week(text: &str) -> ISOWeekDate {
    let mut week_date = *b"YYYY-Www-1";
    week_date[..8].copy_from_slice(text.as_bytes());
    let week_date = str::from_utf8(&week_date).expect("ASCII");
    week_date.parse().expect("a week date")
}

/// Appends a date as `items` say.
///
/// # Panics
///
/// Never: a string takes everything.
#[inline]
pub fn chrono_write(date: NaiveDate, items: &[Item<'_>], text: &mut String) {
    write!(text, "{}", date.format_with_items(items.iter())).expect("a string takes everything");
}

/// Appends a date in the language of strftime.
///
/// # Panics
///
/// Never: a string takes everything.
#[inline]
pub fn jiff_write(date: civil::Date, format: &str, text: &mut String) {
    write!(text, "{}", date.strftime(format)).expect("a string takes everything");
}
