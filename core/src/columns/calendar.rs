//! Weekday, week and year of many days at once, in operations that every vector unit has.
//!
//! Scalars use 64-bit products (see `week_year.rs`), which vector units have for every other lane at
//! best. They are fast at 32-bit arithmetic in two's complement and in floating point, so that is what
//! everything here is made of, without branches. No rounding is left to chance: the room for each is derived where it is made.

use super::lanes::{LANES, map, zip};
use crate::Weekday;
use crate::bounds::{FIRST_DAY, LAST_DAY};

/// Stands for a row without a week wherever days are passed on. No day of a week is equal to it.
pub(super) const NO_DAY: i32 = i32::MIN;
const _: () = assert!(NO_DAY < FIRST_DAY);

/// Weeks, of which every day has an answer: the days from the first of them to the last.
pub(super) trait WeekSpan: Copy {
    /// The first day of the first week.
    fn first_day(self) -> i32;

    /// The last day of the last week.
    fn last_day(self) -> i32;

    /// The days since the first one, modulo 2^32.
    #[inline(always)]
    fn index(self, day: i32) -> u32 {
        day.wrapping_sub(self.first_day()).cast_unsigned()
    }

    /// Whether an index is that of a day of these weeks.
    #[inline(always)]
    fn has_index(self, index: u32) -> bool {
        index <= self.index(self.last_day())
    }

    /// Whether a day is one of these weeks.
    #[inline(always)]
    fn has(self, day: i32) -> bool {
        self.has_index(self.index(day))
    }

    /// The days passed since the beginning of the week, 0 to 6.
    ///
    /// # Algorithm
    ///
    /// 64 leaves 1 when divided by 7, so the index `u` may be replaced by
    /// `x = u / 64 + u % 64 < 2^26 + 64`.
    #[inline(always)]
    fn place_in_week(self, day: i32) -> i32 {
        let index = self.index(day);
        sevenths((index >> 6) + (index & 63))
    }

    /// The first day of the week of a day.
    #[inline(always)]
    fn start(self, day: i32) -> i32 {
        day.wrapping_sub(self.place_in_week(day))
    }
}

/// The weeks of ISO 8601. Their range is known to the compiler, which spares the loops a register.
#[derive(Clone, Copy)]
pub(super) struct Iso;

impl WeekSpan for Iso {
    #[inline(always)]
    fn first_day(self) -> i32 {
        FIRST_DAY
    }

    #[inline(always)]
    fn last_day(self) -> i32 {
        LAST_DAY
    }
}

/// Weeks that start on any weekday.
#[derive(Clone, Copy)]
pub(super) struct Shifted {
    first: i32,
    last: i32,
}

impl Shifted {
    /// Those that lie wholly in the range of ISO weeks, which begins with a Monday and ends with a
    /// Sunday.
    pub(super) const fn on(weekday: Weekday) -> Self {
        let after_monday = weekday.number() as i32 - 1;
        Self {
            first: FIRST_DAY + after_monday,
            last: LAST_DAY
                - if after_monday == 0 {
                    0
                } else {
                    7 - after_monday
                },
        }
    }
}

impl WeekSpan for Shifted {
    #[inline(always)]
    fn first_day(self) -> i32 {
        self.first
    }

    #[inline(always)]
    fn last_day(self) -> i32 {
        self.last
    }
}

/// The remainder of a number below 2^26 + 64 divided by 7.
///
/// # Algorithm
///
/// With `S = (2^32 + 3) / 7` the product `x S`, of which 32 bits are kept, is `2^32 (k / 7 + e)` for the
/// remainder `k` and an `e = 3 x / (7 · 2^32) < 1/140`. Its highest three bits are the whole part of
/// `8 k / 7 + 8 e`, which is k, since `8 k / 7` exceeds k by `k / 7`, at most 6/7.
#[inline(always)]
const fn sevenths(number: u32) -> i32 {
    const SEVENTH: u32 = 0x2492_4925;
    const _: () = assert!(7 * SEVENTH as u64 == (1 << 32) + 3);
    (number.wrapping_mul(SEVENTH) >> 29).cast_signed()
}

/// The epoch week of a day.
///
/// # Algorithm
///
/// The Thursday is a multiple of 7, so that multiplying by the inverse of 7 modulo 2^32 divides it.
#[inline(always)]
pub(super) fn epoch_week(day: i32) -> i32 {
    const INVERSE: i32 = -0x4924_9249;
    const _: () = assert!(INVERSE.wrapping_mul(7) == 1);
    Iso.start(day).wrapping_add(3).wrapping_mul(INVERSE)
}

/// Where days are in the 400-year cycle, from which year and week can be read.
///
/// # Algorithm
///
/// 1. The cycle of a day is its epoch day divided by 146,097, rounded. A `f32` is inexact so far out
///    and may choose the neighbouring cycle, but only for days within [`SLACK`] of the cycle's ends,
///    and all that follows holds that far beyond them. Taking the cycle off leaves the place of the
///    day in it, counted from [`ORIGIN`], a Monday; the place of its week's Monday follows.
/// 2. Giving the years 1800, 1900 and 2100 the leap day that they lack makes it a place in the Julian
///    calendar, where every year has 1461/4 days.
/// 3. One product gives the years since [`BASE_YEAR`] and the part of the year that has passed. 512 is
///    added, so that the `f32` has 14 binary digits after the point; its bits are then year and part
///    as integers.
pub(super) struct Located {
    /// The bits of the number of cycles since the one around 1970, plus 1.5 · 2^23.
    cycle: [i32; LANES],
    /// The bits of the Julian years since [`BASE_YEAR`], plus 512.
    years: [u32; LANES],
}

const DAYS_PER_CYCLE: i32 = 146_097;
/// Adding 1.5 · 2^23 to a `f32` of at most 2^22 rounds it to an integer, which is then found in its bits.
const ROUND: f32 = 12_582_912.0;
const ROUND_BITS: i32 = ROUND.to_bits().cast_signed();
/// Days by which a day may lie beyond the ends of its cycle: the epoch day, the reciprocal and their
/// product are rounded, each by at most 2^-24 of 2^31 days.
const SLACK: i32 = 3 << (31 - 24);

/// The first year of the Julian count, before the cycle around 1970: with it begins a group of four
/// years, of which the last is a leap year.
const BASE_YEAR: i32 = 1765;
/// 1 January of that year, 205 years and 49 leap days before 1970 (1800 and 1900 are none).
const BASE_DAY: i32 = -(205 * 365 + 49);
/// The Monday on or before it, from which the places in the cycle are counted.
const ORIGIN: i32 = BASE_DAY - (BASE_DAY + 3).rem_euclid(7);
/// Places are positive, and lie before the next year that only the Julian calendar makes a leap year.
const _: () = assert!(-(DAYS_PER_CYCLE / 2) - 1 - SLACK >= ORIGIN);
const _: () = assert!(DAYS_PER_CYCLE / 2 + 1 + SLACK < (2200 - 1970) * 365);

/// From the place of a Monday to the day of its Thursday counted from [`BASE_DAY`].
const TO_THURSDAY: i32 = ORIGIN + 3 - BASE_DAY;

/// The place from which on a Monday's Thursday is not before 1 January of a year.
const fn place_of_year(year: i32, leap_days: i32) -> i32 {
    365 * (year - BASE_YEAR) + leap_days - TO_THURSDAY
}
/// Where the count has to gain a day: after the years that are leap years in the Julian calendar
/// alone. The leap days are those of 1768, 1772 and so on that the Gregorian calendar has.
const AFTER_1800: i32 = place_of_year(1801, 8);
const AFTER_1900: i32 = place_of_year(1901, 32);
const AFTER_2100: i32 = place_of_year(2101, 81);

const FRACTION_BITS: u32 = 14;
const FRACTION: u32 = (1 << FRACTION_BITS) - 1;
/// 2^9: with the 9 digits of the years it leaves 14 of an `f32`'s 23.
const POINT: f32 = 512.0;
/// A day `j` of the Julian count belongs to the year `(4 j + 3) / 1461`, rounded down, so `j + 3/4` to
/// `j + 1` days are years and a part of the right year, and `j + 7/8` is 1/8 of a day, more than 2^-12
/// of a year, away from either end. Of up to 407 years the reciprocal and the product are rounded by
/// at most 2^-15 and 2^-16 of a year, this offset and the sum by 2^-15 each: less than 2^-13 together.
#[allow(clippy::cast_precision_loss, reason = "OK because it is less than 7")]
const OFFSET: f32 = POINT + (TO_THURSDAY as f32 + 0.875) / 365.25;

/// 365.25 / 7 weeks a year, as a multiple of 2^-9, too few by less than 2^-15 of them. The part of the
/// year that has passed ends between 1/8 and 7/8 of the Thursday, and at most 2^-13 of a year and
/// 2^-15 of itself, together less than 1/16 of a day, from there: in the same week.
const WEEKS_PER_YEAR: u32 = 26_715;
const WEEK_BITS: u32 = 9 + FRACTION_BITS;

#[inline(always)]
#[allow(
    clippy::cast_precision_loss,
    reason = "OK because the rounding is accounted for"
)]
pub(super) fn locate(days: &[i32; LANES]) -> Located {
    let cycle = map(days, |day| {
        (day as f32 * (1.0 / DAYS_PER_CYCLE as f32) + ROUND)
            .to_bits()
            .cast_signed()
    });
    let place = zip(days, &cycle, |day, cycle| {
        const SHIFT: i32 = ROUND_BITS.wrapping_mul(DAYS_PER_CYCLE).wrapping_sub(ORIGIN);
        day.wrapping_add(SHIFT)
            .wrapping_sub(cycle.wrapping_mul(DAYS_PER_CYCLE))
    });
    let monday = map(&place, |place| place - sevenths(place.cast_unsigned()));
    let julian = map(&monday, |monday| {
        monday
            + i32::from(monday >= AFTER_1800)
            + i32::from(monday >= AFTER_1900)
            + i32::from(monday >= AFTER_2100)
    });
    let years = map(&julian, |day| {
        (day as f32 * (1.0 / 365.25) + OFFSET).to_bits()
    });
    Located { cycle, years }
}

impl Located {
    /// The ISO year of each day.
    #[inline(always)]
    pub(super) fn years(&self) -> [i32; LANES] {
        const SHIFT: i32 = BASE_YEAR
            .wrapping_sub((POINT.to_bits() >> FRACTION_BITS).cast_signed())
            .wrapping_sub(ROUND_BITS.wrapping_mul(400));
        zip(&self.years, &self.cycle, |years, cycle| {
            (years >> FRACTION_BITS)
                .cast_signed()
                .wrapping_add(cycle.wrapping_mul(400))
                .wrapping_add(SHIFT)
        })
    }

    /// The number of each day's week, 1 to 53.
    #[inline(always)]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because a week's number is less than 2^8"
    )]
    pub(super) fn weeks(&self) -> [u8; LANES] {
        map(&self.years, |years| {
            (((years & FRACTION) * WEEKS_PER_YEAR) >> WEEK_BITS) as u8 + 1
        })
    }
}
