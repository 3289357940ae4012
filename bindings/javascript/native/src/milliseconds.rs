//! Columns of the time values of `Date`, milliseconds in floating point, as the core's instants: block by
//! block, so that those stay in the fastest cache.

use std::ops::Range;

use semaine::columns::{Instants, InstantsMut, TimeUnit};

/// The rows of a block.
const ROWS: usize = 1024;

/// The last millisecond that a `Date` can hold; the first one is its opposite.
const LAST: f64 = 8.64e15;

/// Stands for what no `Date` can hold.
const NULL: i64 = i64::MIN;

/// Has each block of a column answered, of which the rows are told. `None` if an answer is, or if local time
/// is a day or more from UTC.
pub(crate) fn answer_each(
    column: &[f64],
    utc_offset_seconds: i32,
    mut answer: impl FnMut(Instants<'_>, Range<usize>) -> Option<()>,
) -> Option<()> {
    let mut rows = [0; ROWS];
    for (column, first) in column.chunks(ROWS).zip((0..).step_by(ROWS)) {
        let rows = read(column, &mut rows);
        let column = Instants::new(rows, TimeUnit::Millisecond, utc_offset_seconds).ok()?;
        answer(column, first..first + rows.len())?;
    }
    Some(())
}

/// Has each block of a column replaced by its answers, which are written to another. `None` if local time
/// is a day or more from UTC.
pub(crate) fn replace_each(
    column: &[f64],
    utc_offset_seconds: i32,
    out: &mut [f64],
    replace: impl Fn(InstantsMut<'_>) -> usize,
) -> Option<()> {
    let mut rows = [0; ROWS];
    for (column, out) in column.chunks(ROWS).zip(out.chunks_mut(ROWS)) {
        let rows = read(column, &mut rows);
        let times = InstantsMut::new(rows, TimeUnit::Millisecond, utc_offset_seconds).ok()?;
        replace(times);
        write(rows, out);
    }
    Some(())
}

/// The same, written to the column itself.
pub(crate) fn replace_in_place(
    column: &mut [f64],
    utc_offset_seconds: i32,
    replace: impl Fn(InstantsMut<'_>) -> usize,
) -> Option<()> {
    let mut block = [0.0; ROWS];
    for column in column.chunks_mut(ROWS) {
        let block = block.get_mut(..column.len())?;
        block.copy_from_slice(column);
        replace_each(block, utc_offset_seconds, column, &replace)?;
    }
    Some(())
}

/// Milliseconds rounded down, and null for what no `Date` can hold.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "OK because what a `Date` can hold fits both types"
)]
fn read<'a>(column: &[f64], rows: &'a mut [i64; ROWS]) -> &'a mut [i64] {
    for (row, &time) in rows.iter_mut().zip(column) {
        let towards_zero = time as i64;
        let floor = towards_zero - i64::from(towards_zero as f64 > time);
        *row = if time.abs() <= LAST { floor } else { NULL };
    }
    rows.get_mut(..column.len()).unwrap_or_default()
}

/// Milliseconds, and NaN for null and what no `Date` can hold.
#[allow(
    clippy::cast_precision_loss,
    reason = "OK because what a `Date` can hold fits both types"
)]
fn write(rows: &[i64], out: &mut [f64]) {
    for (time, &row) in out.iter_mut().zip(rows) {
        let milliseconds = row as f64;
        *time = if milliseconds.abs() <= LAST {
            milliseconds
        } else {
            f64::NAN
        };
    }
}
