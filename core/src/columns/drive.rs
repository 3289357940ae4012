//! The one loop over the rows of a column that all functions of days share.

use super::calendar::{NO_DAY, Weeks};
use super::column::{ColumnMut, Load, Store, count_beyond, set};
use super::dispatch::vectorized;
use super::lanes::{LANES, put};
use crate::Error;

/// The rows after which the loop looks for days without a week: few enough to be still in the
/// fastest cache then, many enough for the look to cost nothing.
const BLOCK: usize = 1024;

/// What is done with the days.
pub(super) trait Sink {
    /// Takes days from a row on, or as many of them as there are rows left. Whatever it makes of days
    /// without an answer is erased later. Returns how many answers it could not keep.
    fn put(&mut self, first: usize, days: &[i32; LANES]) -> usize;

    /// Makes a row null.
    fn erase(&mut self, row: usize);
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

    fn erase(&mut self, row: usize) {
        set(self.out, row, self.null);
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
    W: Weeks,
    F: Fn(&[i32; LANES]) -> [i32; LANES],
{
    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) -> usize {
        let answers = (self.answer)(days);
        self.out.put(first, &answers);
        count_beyond(self.out.limits(), days, &answers, self.weeks)
    }

    fn erase(&mut self, row: usize) {
        self.out.erase(row);
    }
}

/// Hands each row of a column to a sink, and returns how many became null.
pub(super) fn drive(column: impl Load, weeks: impl Weeks, sink: impl Sink) -> usize {
    vectorized(
        #[inline(always)]
        move || each_block(column, weeks, sink),
    )
}

#[inline(always)]
fn each_block(column: impl Load, weeks: impl Weeks, mut sink: impl Sink) -> usize {
    let mut nulls = 0;
    if let Some(days) = column.as_days() {
        for (first, days) in (0..).step_by(BLOCK).zip(days.chunks(BLOCK)) {
            nulls += block(days, first, weeks, &mut sink);
        }
    } else {
        let mut buffer = [NO_DAY; BLOCK];
        for first in (0..column.rows()).step_by(BLOCK) {
            let days = buffer_for(&mut buffer, column.rows() - first);
            column.load(first, days);
            nulls += block(days, first, weeks, &mut sink);
        }
    }
    nulls
}

/// Answers each day of a column with a day in another.
pub(super) fn days(
    column: impl Load,
    out: impl ColumnMut,
    weeks: impl Weeks,
    answer: impl Fn(&[i32; LANES]) -> [i32; LANES],
) -> Result<usize, Error> {
    check_length(out.rows(), column.rows())?;
    Ok(drive(column, weeks, Days { out, weeks, answer }))
}

/// Replaces each day of a column by its answer.
pub(super) fn days_in_place(
    out: impl ColumnMut,
    weeks: impl Weeks,
    answer: impl Fn(&[i32; LANES]) -> [i32; LANES],
) -> usize {
    let sink = Days { out, weeks, answer };
    vectorized(
        #[inline(always)]
        move || in_place(sink),
    )
}

#[inline(always)]
fn in_place<M, W, F>(mut sink: Days<M, W, F>) -> usize
where
    M: Store,
    W: Weeks,
    Days<M, W, F>: Sink,
{
    let mut nulls = 0;
    let mut buffer = [NO_DAY; BLOCK];
    for first in (0..sink.out.rows()).step_by(BLOCK) {
        let days = buffer_for(&mut buffer, sink.out.rows() - first);
        sink.out.load(first, days);
        nulls += block(days, first, sink.weeks, &mut sink);
    }
    nulls
}

/// As much of the buffer as there are rows left.
#[inline(always)]
fn buffer_for(buffer: &mut [i32; BLOCK], left: usize) -> &mut [i32] {
    buffer.split_at_mut(left.min(BLOCK)).0
}

/// Hands some rows to a sink, has those without an answer erased, and returns the number of nulls.
#[inline(always)]
fn block(days: &[i32], first: usize, weeks: impl Weeks, sink: &mut impl Sink) -> usize {
    let mut nulls = 0;
    let mut row = first;
    let mut worst = [0; 8];
    let (chunks, rest) = days.as_chunks();
    for chunk in chunks {
        worst_index(&mut worst, chunk, weeks);
        nulls += sink.put(row, chunk);
        row += LANES;
    }
    if !rest.is_empty() {
        // Every column can hold the week of 1970-01-01, so that what fills up is not counted.
        let mut chunk = [0; LANES];
        for (day, &value) in chunk.iter_mut().zip(rest) {
            *day = value;
        }
        worst_index(&mut worst, &chunk, weeks);
        nulls += sink.put(row, &chunk);
    }
    if !worst.iter().all(|index| weeks.has_index(*index)) {
        nulls += erase(days, first, weeks, sink);
    }
    nulls
}

/// Keeps the largest index of each of eight columns of a chunk.
#[inline(always)]
fn worst_index(worst: &mut [u32; 8], chunk: &[i32; LANES], weeks: impl Weeks) {
    for days in chunk.as_chunks::<8>().0 {
        for (worst, &day) in worst.iter_mut().zip(days) {
            *worst = (*worst).max(weeks.index(day));
        }
    }
}

/// Has the rows without an answer erased.
#[cold]
#[inline(never)]
fn erase(days: &[i32], first: usize, weeks: impl Weeks, sink: &mut impl Sink) -> usize {
    let mut nulls = 0;
    for (row, &day) in (first..).zip(days) {
        if !weeks.has(day) {
            sink.erase(row);
            nulls += 1;
        }
    }
    nulls
}

/// Refuses a column or bitmap whose length is not the expected one.
pub(super) const fn check_length(length: usize, expected: usize) -> Result<(), Error> {
    if length == expected {
        Ok(())
    } else {
        Err(Error::length_mismatch(length, expected))
    }
}
