//! Columns of days: what the functions read from and write to.

use super::calendar::{NO_DAY, epoch_week};
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
    /// What a row consists of. Its default is a day of 1970-W01, whatever the column.
    type Value: Copy + Default;

    /// The rows.
    fn values(&self) -> &[Self::Value];

    /// The epoch day of a row, or [`NO_DAY`] if no `i32` holds it, and for null.
    fn day(&self, value: Self::Value) -> i32;
}

/// How days are written to a column.
pub trait Store: Load {
    /// What a row without an answer consists of.
    const NULL: Self::Value;

    /// The rows.
    fn values_mut(&mut self) -> &mut [Self::Value];

    /// The row of an epoch day; null for a day beyond the limits.
    fn value(&self, day: i32) -> Self::Value;

    /// The first and the last day that the column can hold, if it cannot hold all.
    fn limits(&self) -> Option<(i32, i32)> {
        None
    }
}

impl Column for &[i32] {}

impl Load for &[i32] {
    type Value = i32;

    fn values(&self) -> &[i32] {
        self
    }

    #[inline(always)]
    fn day(&self, value: i32) -> i32 {
        value
    }
}

impl ColumnMut for &mut [i32] {}

impl Load for &mut [i32] {
    type Value = i32;

    fn values(&self) -> &[i32] {
        self
    }

    #[inline(always)]
    fn day(&self, value: i32) -> i32 {
        value
    }
}

impl Store for &mut [i32] {
    const NULL: i32 = NO_DAY;

    fn values_mut(&mut self) -> &mut [i32] {
        self
    }

    #[inline(always)]
    fn value(&self, day: i32) -> i32 {
        day
    }
}

impl Column for &[i64] {}

impl Load for &[i64] {
    type Value = i64;

    fn values(&self) -> &[i64] {
        self
    }

    #[inline(always)]
    fn day(&self, value: i64) -> i32 {
        narrow(value)
    }
}

impl ColumnMut for &mut [i64] {}

impl Load for &mut [i64] {
    type Value = i64;

    fn values(&self) -> &[i64] {
        self
    }

    #[inline(always)]
    fn day(&self, value: i64) -> i32 {
        narrow(value)
    }
}

impl Store for &mut [i64] {
    const NULL: i64 = i64::MIN;

    fn values_mut(&mut self) -> &mut [i64] {
        self
    }

    #[inline(always)]
    fn value(&self, day: i32) -> i64 {
        day.into()
    }
}

#[inline(always)]
#[allow(
    clippy::cast_possible_truncation,
    reason = "OK because days beyond an i32 take the other branch"
)]
const fn narrow(day: i64) -> i32 {
    if (FIRST_DAY as i64 <= day) & (day <= LAST_DAY as i64) {
        day as i32
    } else {
        NO_DAY
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
    type Value = i32;

    fn values(&self) -> &[i32] {
        self.0
    }

    #[inline(always)]
    fn day(&self, week: i32) -> i32 {
        monday(week)
    }
}

#[inline(always)]
const fn monday(week: i32) -> i32 {
    if (FIRST_WEEK <= week) & (week <= LAST_WEEK) {
        7 * week - 3
    } else {
        NO_DAY
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
    type Value = i32;

    fn values(&self) -> &[i32] {
        self.0
    }

    #[inline(always)]
    fn day(&self, week: i32) -> i32 {
        monday(week)
    }
}

impl Store for EpochWeeksMut<'_> {
    const NULL: i32 = NO_DAY;

    fn values_mut(&mut self) -> &mut [i32] {
        self.0
    }

    #[inline(always)]
    fn value(&self, day: i32) -> i32 {
        epoch_week(day)
    }
}
