//! Columns of days: what the functions read from and write to.

use super::calendar::{NO_DAY, Weeks, epoch_week};
use super::lanes::{LANES, map, put};
use crate::bounds::{FIRST_DAY, FIRST_WEEK, LAST_DAY, LAST_WEEK};

/// A column of days to read: `&[i32]` or `&[i64]` epoch days, [`Instants`](super::Instants) or
/// [`EpochWeeks`].
///
/// Days since 1970-01-01 in 32 bits are Arrow's `date32` and polars' `Date`, in 64 bits `NumPy`'s
/// `datetime64[D]`.
pub trait Column: Copy + Load {}

/// A column of days to write: `&mut [i32]` or `&mut [i64]` epoch days,
/// [`InstantsMut`](super::InstantsMut) or [`EpochWeeksMut`].
///
/// Rows without an answer become the lowest number of the type, which in 64 bits is `NumPy`'s `NaT`
/// and never a day that has a week.
pub trait ColumnMut: Store {}

/// How days are read from a column. Outside this crate nobody can name it, so that the columns here
/// are all there are.
pub trait Load {
    /// The number of rows.
    fn rows(&self) -> usize;

    /// Reads epoch days from a row on; those that no `i32` holds, and nulls, become [`NO_DAY`].
    fn load(&self, first: usize, days: &mut [i32]);

    /// The epoch days themselves, where the column consists of them.
    fn as_days(&self) -> Option<&[i32]> {
        None
    }
}

/// How days are written to a column.
pub trait Store: Load {
    /// The first and the last day that the column can hold.
    fn limits(&self) -> (i32, i32) {
        (FIRST_DAY, LAST_DAY)
    }

    /// Writes epoch days from a row on, or as many of them as there are rows left. Days beyond the
    /// limits become nulls, if they are days of a week.
    fn put(&mut self, first: usize, days: &[i32; LANES]);

    /// Makes a row null.
    fn erase(&mut self, row: usize);
}

/// A part of a column, from a row on and as long as another.
#[inline(always)]
pub(super) fn part<T>(column: &[T], first: usize, rows: usize) -> &[T] {
    column
        .get(first..)
        .and_then(|rest| rest.get(..rows))
        .unwrap_or_default()
}

/// Writes to a row, if there is one.
pub(super) fn set<T>(column: &mut [T], row: usize, value: T) {
    if let Some(row) = column.get_mut(row) {
        *row = value;
    }
}

impl Column for &[i32] {}

impl Load for &[i32] {
    fn rows(&self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn load(&self, first: usize, days: &mut [i32]) {
        days.copy_from_slice(part(self, first, days.len()));
    }

    fn as_days(&self) -> Option<&[i32]> {
        Some(self)
    }
}

impl ColumnMut for &mut [i32] {}

impl Load for &mut [i32] {
    fn rows(&self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn load(&self, first: usize, days: &mut [i32]) {
        (&**self).load(first, days);
    }
}

impl Store for &mut [i32] {
    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) {
        put(self, first, days);
    }

    fn erase(&mut self, row: usize) {
        set(self, row, NO_DAY);
    }
}

impl Column for &[i64] {}

impl Load for &[i64] {
    fn rows(&self) -> usize {
        self.len()
    }

    #[inline(always)]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because days beyond an i32 take the other branch"
    )]
    fn load(&self, first: usize, days: &mut [i32]) {
        const FIRST: i64 = FIRST_DAY as i64;
        const LAST: i64 = LAST_DAY as i64;
        for (&wide, day) in part(self, first, days.len()).iter().zip(days) {
            *day = if (FIRST..=LAST).contains(&wide) {
                wide as i32
            } else {
                NO_DAY
            };
        }
    }
}

impl ColumnMut for &mut [i64] {}

impl Load for &mut [i64] {
    fn rows(&self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn load(&self, first: usize, days: &mut [i32]) {
        (&**self).load(first, days);
    }
}

impl Store for &mut [i64] {
    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) {
        put(self, first, &map(days, i64::from));
    }

    fn erase(&mut self, row: usize) {
        set(self, row, i64::MIN);
    }
}

/// A column of epoch weeks (the weeks since 1970-W01, see
/// [`IsoWeek::epoch_week`](crate::IsoWeek::epoch_week)), each of which stands for its Monday.
///
/// ```
/// use semaine::columns::{EpochWeeks, week_end};
///
/// let mut sundays = [0; 2];
/// week_end(EpochWeeks(&[0, 1]), &mut sundays[..])?;
/// assert_eq!(sundays, [3, 10]);
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct EpochWeeks<'a>(pub &'a [i32]);

impl Column for EpochWeeks<'_> {}

impl Load for EpochWeeks<'_> {
    fn rows(&self) -> usize {
        self.0.len()
    }

    #[inline(always)]
    fn load(&self, first: usize, days: &mut [i32]) {
        for (&week, day) in part(self.0, first, days.len()).iter().zip(days) {
            *day = if (FIRST_WEEK..=LAST_WEEK).contains(&week) {
                7 * week - 3
            } else {
                NO_DAY
            };
        }
    }
}

/// A column of epoch weeks to write: of each day the week that contains it; nulls are `i32::MIN`.
///
/// ```
/// use semaine::columns::{EpochWeeksMut, Texts, parse_week};
///
/// let texts = Texts { bytes: b"1970-W011970-W53", offsets: &[0, 8, 16], validity: None };
/// let mut weeks = [0; 2];
/// parse_week(texts, EpochWeeksMut(&mut weeks), &mut [0])?;
/// assert_eq!(weeks, [0, 52]);
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Debug)]
pub struct EpochWeeksMut<'a>(pub &'a mut [i32]);

impl ColumnMut for EpochWeeksMut<'_> {}

impl Load for EpochWeeksMut<'_> {
    fn rows(&self) -> usize {
        self.0.len()
    }

    #[inline(always)]
    fn load(&self, first: usize, days: &mut [i32]) {
        EpochWeeks(self.0).load(first, days);
    }
}

impl Store for EpochWeeksMut<'_> {
    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) {
        put(self.0, first, &map(days, epoch_week));
    }

    fn erase(&mut self, row: usize) {
        set(self.0, row, NO_DAY);
    }
}

/// Counts the rows whose question has an answer that the column to be written cannot hold.
#[inline(always)]
pub(super) fn count_beyond(
    limits: (i32, i32),
    days: &[i32],
    answers: &[i32; LANES],
    weeks: impl Weeks,
) -> usize {
    let (min, max) = limits;
    if (min, max) == (FIRST_DAY, LAST_DAY) {
        return 0;
    }
    days.iter()
        .zip(answers)
        .filter(|&(&day, &answer)| weeks.has(day) && !(min..=max).contains(&answer))
        .count()
}
