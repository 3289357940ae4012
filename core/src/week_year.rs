//! The year that a week belongs to and its number in it: the arithmetic behind every ISO question.
//!
//! Days and weeks are counted here by their *index*, the unsigned distance from the first
//! representable day or week, so that nothing has to treat negative numbers apart. The first
//! representable day is a Monday, so week index = day index / 7, rounded down.
//!
//! # Algorithm
//!
//! The ISO year of a week is the calendar year of its Thursday, and its number is that day's day
//! of the year (from 0) divided by 7, plus 1. Years are counted from a year 1 of a 400-year cycle,
//! such as 1, 401 or 2001: it begins on a Monday, and from there each leap day comes last in its
//! group of 4, 100 and 400 years. Then the century and the year within it are quotients of the
//! form `(4n + 3) / length`, as in C. Neri and L. Schneider, *Euclidean affine functions and their
//! application to calendar algorithms*, Software: Practice and Experience 53 (2023),
//! DOI 10.1002/spe.3172, and both remainders stay available.

use crate::bounds::{FIRST_WEEK, LAST_WEEK};

/// The last week index.
pub(crate) const LAST_WEEK_INDEX: u32 = LAST_WEEK.abs_diff(FIRST_WEEK);
/// The last day index.
pub(crate) const LAST_DAY_INDEX: u32 = 7 * LAST_WEEK_INDEX + 6;

/// The epoch week of 0001-01-01, which is a Monday and the epoch day -719,162.
const WEEK_OF_YEAR_1: i32 = -102_737;
const _: () = assert!(7 * WEEK_OF_YEAR_1 - 3 == -719_162);

/// A 400-year cycle has 146,097 days, which are 20,871 whole weeks.
const WEEKS_PER_CYCLE: u32 = 146_097 / 7;
/// Whole cycles from the base, the last year 1 of a cycle before every representable week, to the
/// year 0001.
const CYCLES: u32 = 14_695;
/// Weeks from the base to the first representable week.
const BASE: u32 =
    FIRST_WEEK.abs_diff(WEEK_OF_YEAR_1.wrapping_sub_unsigned(CYCLES * WEEKS_PER_CYCLE));
const _: () = assert!(BASE < WEEKS_PER_CYCLE && BASE_YEAR % 400 == 1 - 400);
const _: () = assert!(WEEK_OF_YEAR_1.wrapping_sub_unsigned(CYCLES * WEEKS_PER_CYCLE) <= FIRST_WEEK);
/// The year of the base.
const BASE_YEAR: i32 = 1_i32.wrapping_sub_unsigned(400 * CYCLES);

/// Whether the machine multiplies 64-bit numbers to 128 bits, or is a slow one to which 64 bits are
/// already many. `--cfg semaine_narrow` asks for the second kind's arithmetic, so that a test on
/// any machine can prove both.
const WIDE: bool = cfg!(all(target_pointer_width = "64", not(semaine_narrow)));

/// The ISO number of the weekday of a day, 1 for Monday to 7 for Sunday.
///
/// # Algorithm
///
/// `(u + 1) / 7` as a binary fraction with 64 digits after the point, of which the whole part is let
/// go: what is left is `k / 7` for the k-th weekday (0 for Sunday), less than 2^-33 too little. Eight
/// times that has the whole part k, and 7 for Sunday, whose fraction is just below 1.
#[inline]
#[allow(
    clippy::cast_possible_truncation,
    reason = "OK because three bits are left"
)]
pub(crate) const fn weekday_number(day_index: u32) -> u32 {
    const SEVENTH: u64 = u64::MAX / 7;
    if WIDE {
        ((day_index as u64 + 1).wrapping_mul(SEVENTH) >> 61) as u32
    } else {
        day_index % 7 + 1
    }
}

/// The index of the week that contains a day.
///
/// # Algorithm
///
/// `u / 7` as one 64-bit product. `M = (2^34 - 2) / 7` falls short of `2^34 / 7`, so `u M / 2^34`
/// falls short of `u / 7` by `2u / (7 · 2^34)`, less than 1/14 for `u < 2^32`. Adding 1/10, rounded,
/// makes up for that and stays below 1/7, the distance of the largest remainder from the next
/// quotient.
#[inline]
#[allow(
    clippy::cast_possible_truncation,
    reason = "OK because 2^64 / 2^34 < 2^32"
)]
pub(crate) const fn week_index(day_index: u32) -> u32 {
    const M: u64 = ((1 << 34) - 2) / 7;
    const _: () = assert!(7 * M + 2 == 1 << 34);
    if WIDE {
        ((day_index as u64 * M + (1 << 34) / 10) >> 34) as u32
    } else {
        day_index / 7
    }
}

/// The ISO year and the number, 1 to 53, of the week with this index.
#[inline]
pub(crate) const fn year_week(week: u32) -> (i32, u8) {
    if WIDE {
        wide(7 * week + 3)
    } else {
        narrow(week)
    }
}

/// [`year_week`] of the week whose Thursday has this day index.
#[inline]
pub(crate) const fn year_week_of_thursday(thursday: u32) -> (i32, u8) {
    if WIDE {
        wide(thursday)
    } else {
        narrow(thursday / 7)
    }
}

/// [`year_week`] for machines that multiply 64-bit numbers to 128 bits.
///
/// # Algorithm
///
/// Giving every century the leap day that only each fourth has turns the count of days into the
/// Julian calendar's, of which each year is 1461/4 days: with `c` centuries passed, `c - c/4` days
/// are added. One product then holds the year in its upper half and the elapsed part of the year,
/// as a binary fraction, in its lower half; that part times 1461/28 is the week's number from 0.
#[inline]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "OK because years from the base are below 2^24 and weeks below 2^6"
)]
const fn wide(thursday: u32) -> (i32, u8) {
    // 146,097 CENTURY exceeds 2^47 by EXCESS, so n CENTURY / 2^47 exceeds n / 146,097 by n EXCESS /
    // (146,097 · 2^47), less than 6 / 146,097. That is the least distance from the next quotient: a
    // Thursday's n and 146,097 leave 1 and 0 when divided by 7, so the remainder is at most
    // 146,097 - 6.
    const CENTURY: u64 = (1 << 47) / 146_097 + 1;
    const _: () = {
        const EXCESS: u128 = 146_097 * CENTURY as u128 - (1 << 47);
        assert!(quarter_days(LAST_DAY_INDEX) as u128 * EXCESS < 6 << 47);
        assert!(quarter_days(3) % 7 == 1);
    };
    const _: () = assert!(quarter_days(LAST_DAY_INDEX).checked_mul(CENTURY).is_some());

    // The Julian count's j = 4 d + 3 is less than 2^35. YEAR / 2^64 exceeds 1 / 1461 by 2^14 (less
    // at most 1) parts of 2^64, so the product exceeds j / 1461 by at least 2^-32, which makes up for
    // cutting `elapsed` to 32 bits, and by at most 2^-15. That is less than 1 / 1461, the distance of
    // a year's last j from the next year, and after the product with 1461 / 28 (rounded up by at
    // most 2^-26) less than 1 / 28, its distance from the next week.
    const YEAR: u128 = (1 << 64) / 1461 + (1 << 14);
    const WEEK: u64 = (1461 << 26) / 28 + 1;
    const _: () = assert!(quarter_days(3) * ((1 << 14) - 1) >= 1 << 32);
    // A day more for each century of at least 36,524 days; and the week's product fits 64 bits.
    const _: () = assert!(quarter_days(LAST_DAY_INDEX) / 36_524 * 36_525 < 1 << 35);
    const _: () = assert!((u32::MAX as u64 * WEEK).checked_add(1 << 58).is_some());

    let n = quarter_days(thursday);
    let century = (n * CENTURY) >> 47;
    // 4 (c - c/4) = 3 c + c % 4.
    let julian = n + 3 * century + (century & 3);
    let product = julian as u128 * YEAR;
    let elapsed = (product as u64) >> 32;
    let week = (elapsed * WEEK + (1 << 58)) >> 58;
    ((product >> 64) as i32 + BASE_YEAR, week as u8)
}

/// `4 d + 3` for the day `d` after the base: the form in which Neri and Schneider divide.
#[inline]
const fn quarter_days(day_index: u32) -> u64 {
    4 * (day_index as u64 + 7 * BASE as u64) + 3
}

/// [`year_week`] in 32-bit arithmetic, for all other machines.
///
/// # Algorithm
///
/// With `w` weeks passed since the base, four times the Thursday's day plus 3 is `28 w + 15`. Divided
/// by 7 throughout, the century is `(4 w + 2) / 20,871`, which stays below 2^32.
#[inline]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "OK because years from the base are below 2^24 and weeks below 2^6"
)]
const fn narrow(week: u32) -> (i32, u8) {
    const _: () = assert!(4 * (LAST_WEEK_INDEX as u64 + BASE as u64) + 2 < 1 << 32);

    let n = 4 * (week + BASE) + 2;
    let century = n / WEEKS_PER_CYCLE;
    // 4 d + 3 for the day d of the century.
    let day = (7 * (n % WEEKS_PER_CYCLE) + 1) | 3;
    let year = 100 * century + day / 1461;
    let week = day % 1461 / 28;
    (year as i32 + BASE_YEAR, week as u8 + 1)
}

/// The index of week 1 of a year, negative or too large where that week is not representable.
///
/// # Algorithm
///
/// Week 1 contains 4 January. `y` years after the base, of which `leaps` were leap years, 1 January
/// is day `365 y + leaps = 7 · 52 y + (y + leaps)`, counted from a Monday.
#[allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "OK because representable years are above the base and 52 (y + 1) < 2^31"
)]
pub(crate) const fn first_week_index(year: i32) -> i32 {
    let y = (year - BASE_YEAR) as u32;
    (52 * y + (shift(y) + 3) / 7) as i32 - BASE as i32
}

/// Whether a year has 53 weeks: whether 4 January falls a week later in the count of whole weeks
/// above 52 a year when the next year begins.
pub(crate) const fn is_long(year: i32) -> bool {
    // Only the place in the cycle matters; 399 leads from a year to the years passed since the
    // last year 1 of a cycle.
    #[allow(
        clippy::cast_sign_loss,
        reason = "OK because a Euclidean remainder is positive"
    )]
    let y = year.rem_euclid(400) as u32 + 399;
    (shift(y) + 3) / 7 != (shift(y + 1) + 3) / 7
}

/// The days by which `y` years from a year 1 of a cycle exceed 52 weeks each.
const fn shift(y: u32) -> u32 {
    let century = y / 100;
    y + y / 4 - century + century / 4
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `narrow` sees a week only through its century and its place in the 400-year cycle, of which
    /// whole cycles meet every case. The rounding of `wide` grows with the distance from the base, so
    /// they stand at both ends and in the middle; its assertions bound it everywhere.
    #[test]
    fn both_widths_agree_on_whole_cycles() {
        let mut visited = 0;
        for first in [
            0,
            LAST_WEEK_INDEX / 2,
            LAST_WEEK_INDEX - 3 * WEEKS_PER_CYCLE,
        ] {
            for week in first..=first + 3 * WEEKS_PER_CYCLE {
                assert_eq!(wide(7 * week + 3), narrow(week), "week index {week}");
                visited += 1;
            }
        }
        assert_eq!(visited, 3 * (3 * WEEKS_PER_CYCLE + 1));
    }
}
