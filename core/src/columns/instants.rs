//! Instants as columns of days: floored to days on the way in, midnights on the way out.

use super::calendar::NO_DAY;
use super::column::{Column, ColumnMut, Form, Load, Store};
use crate::Error;
use crate::bounds::{FIRST_DAY, LAST_DAY, UTC_OFFSET};
use crate::error::ErrorKind;

/// The unit in which instants are counted from 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// `datetime64[s]`, Arrow's `Second`.
    Second,
    /// `datetime64[ms]`, Arrow's `Millisecond`.
    Millisecond,
    /// `datetime64[us]`, Arrow's `Microsecond`.
    Microsecond,
    /// `datetime64[ns]`, Arrow's `Nanosecond`.
    Nanosecond,
}

impl TimeUnit {
    /// The k for which a second has 10^k units.
    const fn decimals(self) -> u32 {
        match self {
            Self::Second => 0,
            Self::Millisecond => 3,
            Self::Microsecond => 6,
            Self::Nanosecond => 9,
        }
    }

    const fn per_second(self) -> i64 {
        match self {
            Self::Second => 1,
            Self::Millisecond => 1_000,
            Self::Microsecond => 1_000_000,
            Self::Nanosecond => 1_000_000_000,
        }
    }
}

/// A column of instants to read, each of which stands for its day at a fixed offset from UTC.
///
/// Instants before 1970 belong to the day that they are in, not to the one after it. `i64::MIN` is
/// `NaT`.
///
/// ```
/// use semaine::columns::{Instants, TimeUnit, weekday};
///
/// // One millisecond before 1970, a Thursday: still Wednesday in UTC, and Thursday in Paris.
/// let instants = [-1];
/// let mut weekdays = [0];
/// weekday(Instants::new(&instants, TimeUnit::Millisecond, 0)?, &mut weekdays)?;
/// assert_eq!(weekdays, [3]);
/// weekday(Instants::new(&instants, TimeUnit::Millisecond, 3600)?, &mut weekdays)?;
/// assert_eq!(weekdays, [4]);
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Instants<'a> {
    values: &'a [i64],
    clock: Clock,
}

impl<'a> Instants<'a> {
    /// Instants of a unit, at so many seconds by which local time is ahead of UTC.
    ///
    /// # Errors
    ///
    /// `utc_offset_out_of_range` for an offset of a day or more.
    pub const fn new(
        values: &'a [i64],
        unit: TimeUnit,
        utc_offset_seconds: i32,
    ) -> Result<Self, Error> {
        let clock = tri!(Clock::new(unit, utc_offset_seconds));
        Ok(Self { values, clock })
    }
}

/// A column of instants to write: of each day its midnight at a fixed offset from UTC. Nulls, and
/// days whose midnight does not fit an `i64`, become `i64::MIN`.
///
/// ```
/// use semaine::columns::{InstantsMut, TimeUnit, week_start_in_place};
///
/// let mut instants = [1_754_567_890];
/// week_start_in_place(InstantsMut::new(&mut instants, TimeUnit::Second, 7200)?);
/// assert_eq!(instants, [1_754_258_400]); // 2025-08-04T00:00+02:00
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Debug)]
pub struct InstantsMut<'a> {
    values: &'a mut [i64],
    clock: Clock,
}

impl<'a> InstantsMut<'a> {
    /// Instants of a unit, at so many seconds by which local time is ahead of UTC.
    ///
    /// # Errors
    ///
    /// `utc_offset_out_of_range` for an offset of a day or more.
    pub const fn new(
        values: &'a mut [i64],
        unit: TimeUnit,
        utc_offset_seconds: i32,
    ) -> Result<Self, Error> {
        let clock = tri!(Clock::new(unit, utc_offset_seconds));
        Ok(Self { values, clock })
    }
}

/// The arithmetic between instants and days.
///
/// # Algorithm
///
/// A second has 10^k = 2^k 5^k units and a day 2^(k + 7) · 675 · 5^k. An instant is divided by the powers
/// of two first, rounded down, and then by `675 · 5^k`, as a product in floating point that becomes
/// exact by rounding. The instants of days without a week are told apart by the dividend, since it may be
/// too large for that.
/// Every instant is made positive first, and stays so with any offset, so that nothing has to be treated
/// as negative.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// k.
    decimals: u32,
    /// By how much local time is ahead of UTC, in 2^k units, and [`ROOM`].
    offset: i64,
    /// What stands for 1970-01-01T00:00 after the divisions by powers of two.
    zero: i64,
    /// The smallest and the largest number whose quotient is a day.
    first: i64,
    last: i64,
    /// 1 / (675 · 5^k).
    reciprocal: f64,
    /// Half the reciprocal, minus the half that makes rounding to the nearest rounding down.
    bias: f64,
    /// By how much local time is ahead of UTC.
    units_ahead: i64,
    units_per_day: i64,
    /// The first and the last day whose midnight is an instant.
    limits: (i32, i32),
}

const SECONDS_PER_DAY: i64 = 86_400;
/// The odd factor of that number, and the power of two that is its other factor.
const ODD: i64 = 675;
const TWOS: u32 = 7;
const _: () = assert!(ODD << TWOS == SECONDS_PER_DAY);

/// More than any offset has 2^k units, and a multiple of the last power of two to be divided by.
const ROOM: i64 = 1 << 40;
const _: () = assert!(UTC_OFFSET.max * 5_i64.pow(9) < ROOM && ROOM % (1 << TWOS) == 0);

/// Adding 1.5 · 2^52 to a `f64` of at most 2^51 rounds it to an integer, which is then found in its bits;
/// adding its bits to an integer below 2^51 makes that a `f64`.
const ROUND: f64 = 6_755_399_441_055_744.0;
const ROUND_BITS: i64 = ROUND.to_bits().cast_signed();

/// The quotient, plus half the reciprocal, lies at least that half away from the integers on either
/// side. Reciprocal, product and sum are rounded by at most 2^-53 of it each, which is less (3 times
/// the dividend is below half of 2^53) and leaves room for the rounding of the bias, at most 2^-54.
const _: () = {
    let mut decimals = 0;
    while decimals <= 9 {
        let divisor = ODD as i128 * 5_i128.pow(decimals);
        let days = (LAST_DAY as i128 + 1) * divisor;
        let instants = (1_i128 << (63 - decimals - TWOS)) + divisor;
        let dividend = if days < instants { days } else { instants };
        assert!(dividend < 1 << 51 && 3 * dividend < 1 << 52);
        decimals += 3;
    }
};

impl Clock {
    #[allow(
        clippy::cast_precision_loss,
        reason = "OK because the divisor is below 2^31"
    )]
    const fn new(unit: TimeUnit, utc_offset_seconds: i32) -> Result<Self, Error> {
        let utc_offset = utc_offset_seconds as i64;
        tri!(UTC_OFFSET.check(utc_offset, ErrorKind::UtcOffsetOutOfRange));
        let decimals = unit.decimals();
        let (fives, units) = (5_i64.pow(decimals), unit.per_second());
        let (divisor, zero) = (ODD * fives, (1 << (63 - decimals - TWOS)) + (ROOM >> TWOS));
        let reciprocal = 1.0 / divisor as f64;
        Ok(Self {
            decimals,
            offset: utc_offset * fives + ROOM,
            zero,
            first: zero + FIRST_DAY as i64 * divisor,
            last: zero + LAST_DAY as i64 * divisor + (divisor - 1),
            reciprocal,
            bias: reciprocal / 2.0 - 0.5,
            units_ahead: utc_offset * units,
            units_per_day: SECONDS_PER_DAY * units,
            limits: limits(unit, utc_offset),
        })
    }
}

/// The first and the last day whose midnight is an instant other than `NaT`.
#[allow(
    clippy::cast_possible_truncation,
    reason = "OK because an i64 has less than 2^31 days of microseconds"
)]
const fn limits(unit: TimeUnit, utc_offset: i64) -> (i32, i32) {
    if matches!(unit, TimeUnit::Second | TimeUnit::Millisecond) {
        return (FIRST_DAY, LAST_DAY);
    }
    let seconds = i64::MAX / unit.per_second();
    let first = -(seconds - utc_offset).div_euclid(SECONDS_PER_DAY);
    let last = (seconds + utc_offset).div_euclid(SECONDS_PER_DAY);
    (first as i32, last as i32)
}

impl Form for Clock {
    type Value = i64;

    const NULL: i64 = i64::MIN;

    #[inline(always)]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because the low half of the bits is meant"
    )]
    fn day(self, instant: i64) -> i32 {
        let positive = (instant ^ i64::MIN).cast_unsigned();
        // OK to wrap: seconds alone can, from one end to the other, both far beyond the days.
        let local = (positive >> self.decimals).wrapping_add_signed(self.offset);
        let dividend = (local >> TWOS).cast_signed();
        let known = (self.first..=self.last).contains(&dividend) && instant != Self::NULL;

        let bits = dividend.wrapping_add(ROUND_BITS.wrapping_sub(self.zero));
        let exact = f64::from_bits(bits.cast_unsigned()) - ROUND;
        let day = (exact * self.reciprocal + self.bias + ROUND).to_bits() as i32;
        if known { day } else { NO_DAY }
    }

    /// The midnight with which the day begins.
    #[inline(always)]
    fn value(self, day: i32) -> i64 {
        let (first, last) = self.limits;
        if (first..=last).contains(&day) {
            i64::from(day)
                .wrapping_mul(self.units_per_day)
                .wrapping_sub(self.units_ahead)
        } else {
            Self::NULL
        }
    }

    #[inline(always)]
    fn limits(self) -> Option<(i32, i32)> {
        Some(self.limits)
    }
}

impl Column for Instants<'_> {}

impl Load for Instants<'_> {
    type Form = Clock;

    #[inline(always)]
    fn form(&self) -> Clock {
        self.clock
    }

    #[inline(always)]
    fn values(&self) -> &[i64] {
        self.values
    }
}

impl ColumnMut for InstantsMut<'_> {}

impl Load for InstantsMut<'_> {
    type Form = Clock;

    #[inline(always)]
    fn form(&self) -> Clock {
        self.clock
    }

    #[inline(always)]
    fn values(&self) -> &[i64] {
        self.values
    }
}

impl Store for InstantsMut<'_> {
    #[inline(always)]
    fn values_mut(&mut self) -> &mut [i64] {
        self.values
    }
}
