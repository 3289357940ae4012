//! Days and instants, in integers that neither overflow nor round.

use semaine::columns::{
    Column, ColumnMut, InstantsMut, TimeUnit, week_end, week_start, week_start_in_place,
};

use super::answers::{Answers, NULL};
use super::kernels::Kernels;

/// Every unit.
pub const UNITS: [TimeUnit; 4] = [
    TimeUnit::Second,
    TimeUnit::Millisecond,
    TimeUnit::Microsecond,
    TimeUnit::Nanosecond,
];

/// Offsets from UTC: none, the least and the most there are.
pub const OFFSETS: [i32; 5] = [0, 1, -1, 86_399, -86_399];

/// A unit and a fixed offset from UTC in seconds.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The unit.
    pub unit: TimeUnit,
    /// Seconds by which local time is ahead of UTC.
    pub offset: i32,
}

impl Clock {
    /// Every unit at every one of some offsets.
    pub fn all(offsets: &[i32]) -> impl Iterator<Item = Self> {
        UNITS
            .into_iter()
            .flat_map(move |unit| offsets.iter().map(move |&offset| Self { unit, offset }))
    }

    fn units_per_second(self) -> i128 {
        match self.unit {
            TimeUnit::Second => 1,
            TimeUnit::Millisecond => 1_000,
            TimeUnit::Microsecond => 1_000_000,
            TimeUnit::Nanosecond => 1_000_000_000,
        }
    }

    /// The epoch day that an instant is in, `None` for `NaT`.
    ///
    /// # Panics
    ///
    /// Never: an `i64` has fewer seconds than an `i64`.
    #[must_use]
    pub fn day(self, instant: i64) -> Option<i64> {
        let units = self.units_per_second();
        let local = i128::from(instant) + i128::from(self.offset) * units;
        let day = i64::try_from(local.div_euclid(86_400 * units));
        (instant != i64::MIN).then(|| day.expect("fewer days than instants"))
    }

    /// The first and the last instant of a day, if an `i64` holds both and neither is `NaT`.
    #[must_use]
    pub fn ends(self, day: i64) -> Option<(i64, i64)> {
        let units = self.units_per_second();
        let first = (i128::from(day) * 86_400 - i128::from(self.offset)) * units;
        let last = first + 86_400 * units - 1;
        let (first, last) = (i64::try_from(first).ok()?, i64::try_from(last).ok()?);
        (first != i64::MIN).then_some((first, last))
    }

    /// The first instant of a day, or `NaT` if it is none or the day is null.
    #[must_use]
    pub fn midnight(self, day: i32) -> i64 {
        let seconds = i128::from(day) * 86_400 - i128::from(self.offset);
        let instant = i64::try_from(seconds * self.units_per_second());
        if day == NULL {
            return i64::MIN;
        }
        instant.unwrap_or(i64::MIN)
    }

    /// Asks for the Mondays and the Sundays of days as instants.
    ///
    /// # Panics
    ///
    /// On the first answer that differs.
    pub fn check_written(self, kernels: &mut Kernels, column: impl Column, answers: &Answers) {
        let (mondays, nulls) = self.midnights(&answers.week_start);
        let name = "week_start into instants";
        kernels.rows(name, None, (&mondays, nulls), |out| {
            week_start(column, self.of_mut(out))
        });
        let sundays = answers.week_start.iter().map(|&monday| match monday {
            NULL => NULL,
            monday => monday + 6,
        });
        let (sundays, nulls) = self.midnights(&sundays.collect::<Vec<_>>());
        let name = "week_end into instants";
        kernels.rows(name, None, (&sundays, nulls), |out| {
            week_end(column, self.of_mut(out))
        });
    }

    /// Replaces instants by those of their Mondays.
    ///
    /// # Panics
    ///
    /// On the first answer that differs.
    pub fn check_replaced(self, kernels: &mut Kernels, instants: &[i64], answers: &Answers) {
        let (mondays, nulls) = self.midnights(&answers.week_start);
        let name = "week_start_in_place of instants";
        kernels.rows(name, Some(instants), (&mondays, nulls), |out| {
            Ok(week_start_in_place(self.of_mut(out)))
        });
    }

    fn midnights(self, days: &[i32]) -> (Vec<i64>, usize) {
        let midnights: Vec<_> = days.iter().map(|&day| self.midnight(day)).collect();
        let nulls = midnights.iter().filter(|&&row| row == i64::MIN).count();
        (midnights, nulls)
    }

    /// A column to write.
    ///
    /// # Panics
    ///
    /// If the library refuses the offset.
    pub fn of_mut(self, out: &mut [i64]) -> impl ColumnMut {
        InstantsMut::new(out, self.unit, self.offset).expect("less than a day")
    }
}
