//! Bitmaps in Arrow's layout: a bit a row, the first row in the lowest bit of the first byte.

use super::calendar::{Iso, WeekSpan as _};
use super::column::{Column, Load};
use super::drive::{Sink, check_length, drive};
use super::lanes::{LANES, bits, put_bits};
use crate::Error;

/// Writes a bit for each day, and 0 for spare bits and days without a week. Returns how many days have
/// none.
pub(super) fn put(
    column: &impl Load,
    out: &mut [u8],
    of: impl Fn(i32) -> bool,
) -> Result<usize, Error> {
    let rows = column.values().len();
    check_length(out.len(), rows.div_ceil(8))?;
    let nulls = drive(column, Iso, Bits { out: &mut *out, of });
    if let (Some(last), spare @ 1..) = (out.last_mut(), 8 * rows.div_ceil(8) - rows) {
        *last &= u8::MAX >> spare;
    }
    Ok(nulls)
}

/// A bit for each day.
struct Bits<'a, F> {
    out: &'a mut [u8],
    of: F,
}

impl<F: Fn(i32) -> bool> Sink for Bits<'_, F> {
    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) -> usize {
        put_bits(self.out, first, bits(days, &self.of));
        0
    }

    fn erase(&mut self, first: usize, lost: &[bool; LANES]) {
        let bytes = self.out.get_mut(first / 8..).unwrap_or_default();
        let kept = bits(lost, |lost| !lost).to_le_bytes();
        for (byte, kept) in bytes.iter_mut().zip(kept) {
            *byte &= kept;
        }
    }
}

/// The rows that have a week, as an Arrow validity bitmap: those that `valid` calls valid, or all
/// without it, but for days whose week is not representable and `NaT`. Spare bits are 0. Returns how
/// many rows are null.
///
/// The other functions do not look at bitmaps: what they write for a null row is of no meaning, and
/// the bitmap of their input is that of their output, unless they return another number than 0. Then
/// this function makes the right one.
///
/// # Errors
///
/// `length_mismatch` if a bitmap does not have a byte for each eight rows or part of them.
///
/// ```
/// use semaine::columns::{validity, week_start};
///
/// let (days, valid) = ([20_087, 0, i32::MAX], [0b101]);
/// let mut mondays = [0; 3];
/// let mut valid_mondays = valid;
/// if week_start(&days[..], &mut mondays[..])? > 0 {
///     assert_eq!(validity(&days[..], Some(&valid), &mut valid_mondays)?, 2);
/// }
/// assert_eq!(valid_mondays, [0b001]);
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn validity(column: impl Column, valid: Option<&[u8]>, out: &mut [u8]) -> Result<usize, Error> {
    let rows = column.values().len();
    if let Some(valid) = valid {
        check_length(valid.len(), rows.div_ceil(8))?;
    }
    put(&column, out, |day| Iso.has(day))?;
    for (byte, valid) in out.iter_mut().zip(valid.unwrap_or_default()) {
        *byte &= valid;
    }
    let valid: usize = out.iter().map(|byte| byte.count_ones() as usize).sum();
    Ok(rows - valid)
}
