//! Columns of the time values of `Date`, milliseconds in floating point, as days: block by block, so that
//! those stay in the fastest cache.

use std::ops::Range;

/// The rows of a block.
const ROWS: usize = 1024;

const PER_DAY: f64 = 86_400_000.0;

/// The last millisecond that a `Date` can hold; the first one is its opposite.
const LAST: f64 = 8.64e15;

/// Stands for what no `Date` can hold.
const NULL: i32 = i32::MIN;

/// Where a column is: by how many milliseconds local time is ahead of UTC, less than a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    ahead: f64,
}

impl Clock {
    pub(crate) fn new(utc_offset_seconds: i32) -> Self {
        Self {
            ahead: f64::from(utc_offset_seconds) * 1000.0,
        }
    }

    /// Has the days of each block of a column answered, of which the rows are told. `None` if an answer is.
    pub(crate) fn answer_each(
        self,
        column: &[f64],
        mut answer: impl FnMut(&[i32], Range<usize>) -> Option<()>,
    ) -> Option<()> {
        let mut days = [0; ROWS];
        for (column, first) in column.chunks(ROWS).zip((0..).step_by(ROWS)) {
            let days = self.days(column, &mut days);
            answer(days, first..first + days.len())?;
        }
        Some(())
    }

    /// Has the days of each block of a column replaced, and writes their midnights to another.
    pub(crate) fn replace_each(
        self,
        column: &[f64],
        out: &mut [f64],
        replace: impl Fn(&mut [i32]) -> usize,
    ) {
        let mut days = [0; ROWS];
        for (column, out) in column.chunks(ROWS).zip(out.chunks_mut(ROWS)) {
            let days = self.days(column, &mut days);
            replace(days);
            self.write(days, out);
        }
    }

    /// The same, written to the column itself.
    pub(crate) fn replace_in_place(
        self,
        column: &mut [f64],
        replace: impl Fn(&mut [i32]) -> usize,
    ) {
        let mut days = [0; ROWS];
        for column in column.chunks_mut(ROWS) {
            let days = self.days(column, &mut days);
            replace(days);
            self.write(days, column);
        }
    }

    /// The days of as many rows as there are.
    ///
    /// # Algorithm
    ///
    /// Adding 1.5 · 2^52 rounds a number of less than 2^51 to the nearest integer, which then is in its
    /// lowest bits. So the day is found, or the one after it, whose midnight is exact and has yet to come.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because the low half of the bits is meant"
    )]
    fn days<'a>(self, column: &[f64], days: &'a mut [i32; ROWS]) -> &'a mut [i32] {
        const ROUND: f64 = 6_755_399_441_055_744.0;
        for (day, &time) in days.iter_mut().zip(column) {
            let rounded = (time + self.ahead) * (1.0 / PER_DAY) + ROUND;
            let midnight = (rounded - ROUND) * PER_DAY - self.ahead;
            let nearest = rounded.to_bits() as i32;
            *day = if time.abs() <= LAST {
                nearest.wrapping_sub((midnight > time).into())
            } else {
                NULL
            };
        }
        days.get_mut(..column.len()).unwrap_or_default()
    }

    /// The midnights with which days begin; NaN for null and for what no `Date` can hold.
    fn write(self, days: &[i32], out: &mut [f64]) {
        for (time, &day) in out.iter_mut().zip(days) {
            let midnight = f64::from(day) * PER_DAY - self.ahead;
            *time = if midnight.abs() <= LAST {
                midnight
            } else {
                f64::NAN
            };
        }
    }
}
