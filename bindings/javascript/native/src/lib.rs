//! The columns of the npm package `semaine` in Node, on the Rust core.
//!
//! A column is an `Int32Array` of epoch days, a `Float64Array` of the time values of `Date`, or a
//! `BigInt64Array` of nanoseconds since 1970; of the last two, a day depends on by how many seconds local
//! time is ahead of UTC. Days are answered in an array of the same type, years and epoch weeks in an
//! `Int32Array`, week numbers, weekdays and truth values in a `Uint8Array`.
//!
//! Each function returns whether it has answered. It leaves arrays that are shared with other threads, that
//! overlap, or are of other types or lengths to the package's plain JavaScript, which answers alike, or
//! says what is wrong.

mod answers;
mod array;
mod large_pages;
mod milliseconds;
mod questions;

use napi_derive::napi;
use semaine::{Weekday, columns};

use self::answers::{days, numbers, replaced};
use self::array::Array;
use self::questions::{
    DayOfWeek, EpochWeek, IsWeekStart, IsoYear, WeekEnd, WeekNumber, WeekStart, WeekStartOn,
};

/// The Monday of each day's week.
#[napi(catch_unwind)]
pub fn week_start(column: Array, utc_offset_seconds: i32, out: Array) -> bool {
    days(WeekStart, column, utc_offset_seconds, out).is_some()
}

/// The Sunday of each day's week.
#[napi(catch_unwind)]
pub fn week_end(column: Array, utc_offset_seconds: i32, out: Array) -> bool {
    days(WeekEnd, column, utc_offset_seconds, out).is_some()
}

/// The first day of each day's week, for weeks that start on a weekday, 1 for Monday to 7 for Sunday.
#[napi(catch_unwind)]
pub fn week_start_on(column: Array, utc_offset_seconds: i32, out: Array, first: u8) -> bool {
    Weekday::from_number(first)
        .ok()
        .and_then(|first| days(WeekStartOn(first), column, utc_offset_seconds, out))
        .is_some()
}

/// The number of each day's ISO week.
#[napi(catch_unwind)]
pub fn week_number(column: Array, utc_offset_seconds: i32, out: Array) -> bool {
    numbers(WeekNumber, column, utc_offset_seconds, out).is_some()
}

/// The ISO year of each day.
#[napi(catch_unwind)]
pub fn iso_year(mut column: Array, utc_offset_seconds: i32, mut out: Array) -> bool {
    replaced(columns::iso_year_in_place, &mut column, &mut out)
        .or_else(|| numbers(IsoYear, column, utc_offset_seconds, out))
        .is_some()
}

/// ISO year and week number of each day in one pass.
#[napi(catch_unwind)]
pub fn year_week(column: Array, utc_offset_seconds: i32, years: Array, weeks: Array) -> bool {
    answers::year_week(column, utc_offset_seconds, years, weeks).is_some()
}

/// The weeks since 1970-W01 of each day.
#[napi(catch_unwind)]
pub fn epoch_week(mut column: Array, utc_offset_seconds: i32, mut out: Array) -> bool {
    replaced(columns::epoch_week_in_place, &mut column, &mut out)
        .or_else(|| numbers(EpochWeek, column, utc_offset_seconds, out))
        .is_some()
}

/// The ISO number of each day's weekday.
#[napi(catch_unwind)]
pub fn weekday(column: Array, utc_offset_seconds: i32, out: Array) -> bool {
    numbers(DayOfWeek, column, utc_offset_seconds, out).is_some()
}

/// 1 for each Monday, 0 for other days.
#[napi(catch_unwind)]
pub fn is_week_start(column: Array, utc_offset_seconds: i32, out: Array) -> bool {
    numbers(IsWeekStart, column, utc_offset_seconds, out).is_some()
}

/// Has large pages used for the memory of a large new array, which is given as bytes.
#[napi(catch_unwind)]
pub fn use_large_pages(mut memory: Array) {
    array::bytes(&mut memory).map(large_pages::ask_for);
}
