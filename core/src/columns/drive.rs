//! The one loop over the rows of a column that all functions of days share.

use super::calendar::WeekSpan;
use super::column::{ColumnMut, Form as _, Load, Store};
use super::dispatch::vectorized;
use super::lanes::{self, LANES, count, get, get_rest, map, put, put_map, zip};
use crate::Error;

/// What is done with the days.
pub(super) trait Sink {
    /// Takes days from a row on, or as many of them as there are rows left. Whatever it makes of days
    /// without an answer is erased later. Returns how many answers it could not keep.
    fn put(&mut self, first: usize, days: &[i32; LANES]) -> usize;

    /// Makes those rows from one on null that are lost.
    fn erase(&mut self, first: usize, lost: &[bool; LANES]);
}

/// An answer for each row.
pub(super) struct Rows<'a, T, F> {
    pub(super) out: &'a mut [T],
    pub(super) null: T,
    pub(super) answer: F,
}

impl<T: Copy, F: Fn(&[i32; LANES]) -> [T; LANES]> Sink for Rows<'_, T, F> {
    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) -> usize {
        put(self.out, first, &(self.answer)(days));
        0
    }

    fn erase(&mut self, first: usize, lost: &[bool; LANES]) {
        lanes::erase(self.out, first, lost, self.null);
    }
}

/// A day for each day.
pub(super) struct Days<M, W, F> {
    out: M,
    weeks: W,
    answer: F,
}

impl<M, W, F> Sink for Days<M, W, F>
where
    M: Store,
    W: WeekSpan,
    F: Fn(&[i32; LANES]) -> [i32; LANES],
{
    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) -> usize {
        let answers = (self.answer)(days);
        let form = self.out.form();
        put_map(self.out.values_mut(), first, &answers, |day| {
            form.value(day)
        });
        let Some((min, max)) = form.limits() else {
            return 0;
        };
        let lost = zip(days, &answers, |day, answer| {
            self.weeks.has(day) && !(min..=max).contains(&answer)
        });
        count(&lost, |lost| lost)
    }

    fn erase(&mut self, first: usize, lost: &[bool; LANES]) {
        lanes::erase(self.out.values_mut(), first, lost, M::Form::NULL);
    }
}

/// Hands each row of a column to a sink, and returns how many became null.
pub(super) fn drive(column: &impl Load, weeks: impl WeekSpan, mut sink: impl Sink) -> usize {
    vectorized(
        #[inline(always)]
        || {
            let mut nulls = 0;
            let mut first = 0;
            while let Some(days) = load(column, first) {
                nulls += sink.put(first, &days);
                if !answered(&days, weeks) {
                    // Loaded again, so that otherwise no register has to keep the days.
                    let days = load_rest(column, first);
                    nulls += erase(&days, first, weeks, &mut sink);
                }
                first += LANES;
            }
            if first < column.values().len() {
                let days = load_rest(column, first);
                nulls += sink.put(first, &days);
                nulls += erase(&days, first, weeks, &mut sink);
            }
            nulls
        },
    )
}

/// Answers each day of a column with a day in another.
pub(super) fn days(
    column: &impl Load,
    out: impl ColumnMut,
    weeks: impl WeekSpan,
    answer: impl Fn(&[i32; LANES]) -> [i32; LANES],
) -> Result<usize, Error> {
    check_length(out.values().len(), column.values().len())?;
    Ok(drive(column, weeks, Days { out, weeks, answer }))
}

/// Replaces each day of a column by its answer.
pub(super) fn days_in_place(
    out: impl ColumnMut,
    weeks: impl WeekSpan,
    answer: impl Fn(&[i32; LANES]) -> [i32; LANES],
) -> usize {
    let mut sink = Days { out, weeks, answer };
    vectorized(
        #[inline(always)]
        || {
            let mut nulls = 0;
            let mut first = 0;
            while let Some(days) = load(&sink.out, first) {
                nulls += sink.put(first, &days);
                if !answered(&days, weeks) {
                    // A copy is what the call is given, so that without a call the rows stay in registers.
                    nulls += erase(&{ days }, first, weeks, &mut sink);
                }
                first += LANES;
            }
            if first < sink.out.values().len() {
                let days = load_rest(&sink.out, first);
                nulls += sink.put(first, &days);
                nulls += erase(&days, first, weeks, &mut sink);
            }
            nulls
        },
    )
}

/// The days of rows from one on, if there are so many left.
#[inline(always)]
fn load<C: Load>(column: &C, first: usize) -> Option<[i32; LANES]> {
    let form = column.form();
    let values = get(column.values(), first)?;
    Some(map(values, |value| form.day(value)))
}

/// The days of rows from one on, and days of 1970-W01 where there are fewer left.
#[cold]
#[inline(never)]
fn load_rest<C: Load>(column: &C, first: usize) -> [i32; LANES] {
    let form = column.form();
    let values = get_rest(column.values(), first);
    map(&values, |value| form.day(value))
}

/// Whether all days of a chunk have an answer.
#[inline(always)]
fn answered(days: &[i32; LANES], weeks: impl WeekSpan) -> bool {
    // The largest index of each of eight columns of the chunk: one vector instead of four.
    let mut indices = [0; 8];
    for days in days.as_chunks::<8>().0 {
        for (index, &day) in indices.iter_mut().zip(days) {
            *index = weeks.index(day).max(*index);
        }
    }
    indices
        .iter()
        .fold(true, |all, &index| all & weeks.has_index(index))
}

/// Has the rows without an answer erased, and returns their number.
#[cold]
#[inline(never)]
fn erase(days: &[i32; LANES], first: usize, weeks: impl WeekSpan, sink: &mut impl Sink) -> usize {
    let lost = map(days, |day| !weeks.has(day));
    sink.erase(first, &lost);
    count(&lost, |lost| lost)
}

/// Refuses a column or bitmap whose length is not the expected one.
pub(super) const fn check_length(length: usize, expected: usize) -> Result<(), Error> {
    if length == expected {
        Ok(())
    } else {
        Err(Error::length_mismatch(length, expected))
    }
}
