//! Columns of days: what the functions read from and write to.

use super::calendar::{NO_DAY, epoch_week};
use crate::bounds::{FIRST_WEEK, LAST_WEEK};

/// A column of days to read: `&[i32]` or `&[i64]` epoch days, [`Instants`](super::Instants) or
/// [`EpochWeeks`].
///
/// Days since 1970-01-01 in 32 bits are Arrow's `date32` and polars' `Date`, in 64 bits `NumPy`'s
/// `datetime64[D]`.
///
/// Arrays and vectors are passed as slices: `&days[..]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a column of days to read",
    note = "pass a slice of `i32` or `i64`, as in `&days[..]`, `Instants` or `EpochWeeks`"
)]
pub trait Column: Copy + Load {}

/// A column of days to write: `&mut [i32]` or `&mut [i64]` epoch days,
/// [`InstantsMut`](super::InstantsMut) or [`EpochWeeksMut`].
///
/// Rows without an answer become the lowest number of the type, which in 64 bits is `NumPy`'s `NaT`
/// and never a day that has a week.
///
/// Arrays and vectors are passed as slices: `&mut days[..]`. A `&mut [i32]` that is needed afterwards is
/// lent as `&mut *days`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a column of days to write",
    note = "pass a slice of `i32` or `i64`, as in `&mut days[..]`, `InstantsMut` or `EpochWeeksMut`"
)]
pub trait ColumnMut: Store {}

/// What is read from. Outside this crate nobody can name it, so that the columns here are all there
/// are.
pub trait Load {
    /// What a row stands for.
    type Form: Form;

    /// What the rows stand for.
    fn form(&self) -> Self::Form;

    /// The rows.
    fn values(&self) -> &[<Self::Form as Form>::Value];
}

/// What is written to.
pub trait Store: Load {
    /// The rows.
    fn values_mut(&mut self) -> &mut [<Self::Form as Form>::Value];
}

/// How a row stands for a day.
pub trait Form: Copy {
    /// What a row consists of. Its default is a day of 1970-W01, which every form can hold.
    type Value: Copy + Default;

    /// Stands for no day.
    const NULL: Self::Value;

    /// The epoch day of a row; [`NO_DAY`] for null and, at the latest, for days that no `i32` holds.
    fn day(self, value: Self::Value) -> i32;

    /// The row of an epoch day; null for a day beyond the limits.
    fn value(self, day: i32) -> Self::Value;

    /// The first and the last day of a week for which there is a row, if there is not one for each.
    #[inline(always)]
    fn limits(self) -> Option<(i32, i32)> {
        None
    }
}

/// Epoch days in 32 bits.
#[derive(Clone, Copy, Debug)]
pub struct Days32;

impl Form for Days32 {
    type Value = i32;

    const NULL: i32 = NO_DAY;

    #[inline(always)]
    fn day(self, value: i32) -> i32 {
        value
    }

    #[inline(always)]
    fn value(self, day: i32) -> i32 {
        day
    }
}

/// Epoch days in 64 bits.
#[derive(Clone, Copy, Debug)]
pub struct Days64;

impl Form for Days64 {
    type Value = i64;

    const NULL: i64 = i64::MIN;

    /// Whether a day fits 32 bits shows when they are widened again.
    #[inline(always)]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because days that do not fit take the other branch"
    )]
    fn day(self, value: i64) -> i32 {
        let day = value as i32;
        if i64::from(day) == value { day } else { NO_DAY }
    }

    #[inline(always)]
    fn value(self, day: i32) -> i64 {
        day.into()
    }
}

/// Slices of a type as columns of a form.
macro_rules! slices {
    ($value:ty, $form:ident) => {
        impl Column for &[$value] {}

        impl Load for &[$value] {
            type Form = $form;

            #[inline(always)]
            fn form(&self) -> $form {
                $form
            }

            #[inline(always)]
            fn values(&self) -> &[$value] {
                self
            }
        }

        impl ColumnMut for &mut [$value] {}

        impl Load for &mut [$value] {
            type Form = $form;

            #[inline(always)]
            fn form(&self) -> $form {
                $form
            }

            #[inline(always)]
            fn values(&self) -> &[$value] {
                self
            }
        }

        impl Store for &mut [$value] {
            #[inline(always)]
            fn values_mut(&mut self) -> &mut [$value] {
                self
            }
        }
    };
}

slices!(i32, Days32);
slices!(i64, Days64);

/// Epoch weeks in 32 bits.
#[derive(Clone, Copy, Debug)]
pub struct Weeks32;

impl Form for Weeks32 {
    type Value = i32;

    const NULL: i32 = NO_DAY;

    #[inline(always)]
    fn day(self, week: i32) -> i32 {
        if (FIRST_WEEK..=LAST_WEEK).contains(&week) {
            week.wrapping_mul(7).wrapping_sub(3)
        } else {
            NO_DAY
        }
    }

    #[inline(always)]
    fn value(self, day: i32) -> i32 {
        epoch_week(day)
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
    type Form = Weeks32;

    #[inline(always)]
    fn form(&self) -> Weeks32 {
        Weeks32
    }

    #[inline(always)]
    fn values(&self) -> &[i32] {
        self.0
    }
}

/// A column of epoch weeks to write: of each day the week that contains it; nulls are `i32::MIN`.
///
/// ```
/// use semaine::columns::{EpochWeeksMut, Texts, parse_week};
///
/// let texts = Texts { bytes: b"1970-W011970-W53", offsets: &[0, 8, 16], validity: None };
/// let mut weeks = [0; 2];
/// let parsed = parse_week(texts, EpochWeeksMut(&mut weeks), &mut [0])?;
/// assert_eq!((weeks, parsed.failures), ([0, 52], 0));
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Debug)]
pub struct EpochWeeksMut<'a>(pub &'a mut [i32]);

impl ColumnMut for EpochWeeksMut<'_> {}

impl Load for EpochWeeksMut<'_> {
    type Form = Weeks32;

    #[inline(always)]
    fn form(&self) -> Weeks32 {
        Weeks32
    }

    #[inline(always)]
    fn values(&self) -> &[i32] {
        self.0
    }
}

impl Store for EpochWeeksMut<'_> {
    #[inline(always)]
    fn values_mut(&mut self) -> &mut [i32] {
        self.0
    }
}
