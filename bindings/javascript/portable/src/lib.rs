//! The core's scalar functions, to be compiled to plain JavaScript: integers in, integers out, no
//! memory, nothing that can panic.
//!
//! The JavaScript face has checked that every argument is a 32-bit integer, that months, days of a month
//! and weeks of a year are from 0 to 255, and hands epoch days and weeks back only as it got them or after
//! comparing them with the bounds. A refusal is a number below
//! every day and week: `i32::MIN` plus the place of what was refused in the order of the arguments,
//! then 3 for what this month or year lacks, then 4 for what is beyond the range.
#![allow(
    unsafe_code,
    reason = "JavaScript asks for functions by their names, which must not be mangled"
)]

use core::hint::unreachable_unchecked;

use semaine::{Date, Error, ErrorKind, IsoWeek, MonthRule, MonthWeek, Weeks};

/// The first epoch day.
#[unsafe(no_mangle)]
pub extern "C" fn first_day() -> i32 {
    Date::MIN.epoch_day()
}

/// The last epoch day.
#[unsafe(no_mangle)]
pub extern "C" fn last_day() -> i32 {
    Date::MAX.epoch_day()
}

/// The last epoch week; the first is its negative.
#[unsafe(no_mangle)]
pub extern "C" fn last_week() -> i32 {
    IsoWeek::MAX.epoch_week()
}

/// The first year of which some day is representable.
#[unsafe(no_mangle)]
pub extern "C" fn first_year() -> i32 {
    Date::MIN.year()
}

/// The last year of which some day is representable.
#[unsafe(no_mangle)]
pub extern "C" fn last_year() -> i32 {
    Date::MAX.year()
}

/// The epoch day of a year, month and day, or a refusal.
#[unsafe(no_mangle)]
#[inline(never)]
pub extern "C" fn day(year: i32, month: i32, day: i32) -> i32 {
    match Date::new(year, byte(month), byte(day)) {
        Ok(date) => date.epoch_day(),
        Err(error) => refusal(error),
    }
}

/// Year, month and day of an epoch day: 512 times the year, 32 times the month, and the day. Only a
/// `f64` has room for them, since the years take 24 bits.
#[unsafe(no_mangle)]
pub extern "C" fn civil(day: i32) -> f64 {
    let (year, month, day) = date(day).civil();
    f64::from(year) * 512.0 + f64::from(i32::from(month) * 32 + i32::from(day))
}

/// The ISO number of the weekday of an epoch day.
#[unsafe(no_mangle)]
pub extern "C" fn weekday(day: i32) -> i32 {
    date(day).weekday().number().into()
}

/// The epoch week of an epoch day.
#[unsafe(no_mangle)]
#[inline(never)]
pub extern "C" fn week_of(day: i32) -> i32 {
    IsoWeek::of(date(day)).epoch_week()
}

/// The epoch day of the Monday of an epoch week.
#[unsafe(no_mangle)]
pub extern "C" fn monday(week: i32) -> i32 {
    self::week(week).monday().epoch_day()
}

/// Year and number of an epoch week: 64 times the year, and the number.
#[unsafe(no_mangle)]
#[inline(never)]
pub extern "C" fn year_week(week: i32) -> i32 {
    let (year, number) = self::week(week).year_week();
    year * 64 + i32::from(number)
}

/// The epoch week of a year and a number, or a refusal.
#[unsafe(no_mangle)]
pub extern "C" fn week_from(year: i32, number: i32) -> i32 {
    match IsoWeek::new(year, byte(number)) {
        Ok(week) => week.epoch_week(),
        Err(error) => refusal(error),
    }
}

/// How many weeks a year has.
///
/// The 28th of December is always in the last week, and years repeat after 400. So this takes what
/// pages load for other questions anyway.
#[unsafe(no_mangle)]
pub extern "C" fn weeks_in_year(year: i32) -> i32 {
    year_week(week_of(day(year % 400 + 2000, 12, 28))) & 63
}

/// Year, month and number of the week of the month of an epoch day by a rule, in the order in which
/// [`MonthRule`] declares them: 128 times the year, 8 times the month, and the number.
#[unsafe(no_mangle)]
pub extern "C" fn month_week(day: i32, rule: i32) -> i32 {
    let rule = match rule {
        0 => MonthRule::Thursday,
        1 => MonthRule::Monday,
        2 => MonthRule::Row,
        _ => MonthRule::SevenDays,
    };
    let number = MonthWeek::of(date(day), rule);
    number.year * 128 + i32::from(number.month) * 8 + i32::from(number.week)
}

/// The epoch weeks that overlap a month: 8 times the first, and their number; or 8 times a refusal.
/// Only a `f64` has room for them.
#[unsafe(no_mangle)]
pub extern "C" fn weeks_of_month(year: i32, month: i32) -> f64 {
    let (first, length) = match Weeks::overlapping_month(year, byte(month)) {
        Ok(weeks) => match weeks.first() {
            Some(first) => (first.epoch_week(), u8::try_from(weeks.len()).unwrap_or(0)),
            None => (0, 0),
        },
        Err(error) => (refusal(error), 0),
    };
    f64::from(first) * 8.0 + f64::from(length)
}

/// A number that fits a byte.
fn byte(number: i32) -> u8 {
    match u8::try_from(number) {
        Ok(number) => number,
        // SAFETY: the face calls with such numbers only, as the crate's documentation says.
        Err(_) => unsafe { unreachable_unchecked() },
    }
}

fn refusal(error: Error) -> i32 {
    i32::MIN
        + match error.kind() {
            ErrorKind::YearOutOfRange => 0,
            ErrorKind::MonthOutOfRange | ErrorKind::WeekOutOfRange => 1,
            ErrorKind::DayOutOfRange => 2,
            ErrorKind::DayNotInMonth | ErrorKind::WeekNotInYear => 3,
            _ => 4,
        }
}

fn date(day: i32) -> Date {
    match Date::from_epoch_day(day) {
        Ok(date) => date,
        // SAFETY: the face calls with days of the range only, as the crate's documentation says.
        Err(_) => unsafe { unreachable_unchecked() },
    }
}

fn week(week: i32) -> IsoWeek {
    match IsoWeek::from_epoch_week(week) {
        Ok(week) => week,
        // SAFETY: the face calls with weeks of the range only, as the crate's documentation says.
        Err(_) => unsafe { unreachable_unchecked() },
    }
}
