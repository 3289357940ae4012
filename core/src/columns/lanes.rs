//! Short arrays of rows, in the form that compilers turn into vector instructions.

/// The rows that are worked on at a time. They fill four of AVX2's registers: each step of a
/// calculation then has enough independent work to hide the latency of the one before, and their
/// bits fill whole bytes of a bitmap.
pub(super) const LANES: usize = 32;

/// A function of each row.
#[inline(always)]
pub(super) fn map<T: Copy, U: Copy + Default>(
    values: &[T; LANES],
    f: impl Fn(T) -> U,
) -> [U; LANES] {
    let mut results = [U::default(); LANES];
    for (result, &value) in results.iter_mut().zip(values) {
        *result = f(value);
    }
    results
}

/// A function of each row of two columns.
#[inline(always)]
pub(super) fn zip<T: Copy, V: Copy, U: Copy + Default>(
    left: &[T; LANES],
    right: &[V; LANES],
    f: impl Fn(T, V) -> U,
) -> [U; LANES] {
    let mut results = [U::default(); LANES];
    for ((result, &left), &right) in results.iter_mut().zip(left).zip(right) {
        *result = f(left, right);
    }
    results
}

/// The rows for which a condition holds, as bits, the first row lowest.
#[inline(always)]
pub(super) fn bits<T: Copy>(values: &[T; LANES], condition: impl Fn(T) -> bool) -> u32 {
    let mut bits = 0;
    for (place, &value) in values.iter().enumerate() {
        bits |= u32::from(condition(value)) << place;
    }
    bits
}

/// Whether a condition holds for every row. All of them are judged, so that no branch stands
/// between them.
#[inline(always)]
pub(super) fn all<T: Copy>(values: &[T; LANES], condition: impl Fn(T) -> bool) -> bool {
    values
        .iter()
        .fold(true, |all, &value| all & condition(value))
}

/// How many rows a condition holds for.
#[inline(always)]
pub(super) fn count<T: Copy>(values: &[T; LANES], condition: impl Fn(T) -> bool) -> usize {
    let count: u32 = values
        .iter()
        .map(|&value| u32::from(condition(value)))
        .sum();
    count as usize
}

/// The rows of a column from a place on, if there are so many left.
#[inline(always)]
pub(super) fn get<T: Copy>(column: &[T], first: usize) -> Option<&[T; LANES]> {
    column.get(first..)?.first_chunk()
}

/// The rows of a column from a place on, and defaults where there are fewer left.
pub(super) fn get_rest<T: Copy + Default>(column: &[T], first: usize) -> [T; LANES] {
    let mut values = [T::default(); LANES];
    put_some(&mut values, column.get(first..).unwrap_or_default());
    values
}

/// Writes a function of rows from a place of a column on, or as many of them as the column has left
/// there.
#[inline(always)]
pub(super) fn put_map<T: Copy, U>(
    column: &mut [U],
    first: usize,
    values: &[T; LANES],
    f: impl Fn(T) -> U,
) {
    let rest = column.get_mut(first..).unwrap_or_default();
    if let Some(rows) = rest.first_chunk_mut::<LANES>() {
        for (row, &value) in rows.iter_mut().zip(values) {
            *row = f(value);
        }
    } else {
        // A copy is what the loop is given, so that without it the rows stay in registers.
        let values = *values;
        for (row, &value) in rest.iter_mut().zip(&values) {
            *row = f(value);
        }
    }
}

/// Writes rows from a place of a column on, or as many of them as the column has left there.
#[inline(always)]
pub(super) fn put<T: Copy>(column: &mut [T], first: usize, values: &[T; LANES]) {
    let rest = column.get_mut(first..).unwrap_or_default();
    if let Some(rows) = rest.first_chunk_mut() {
        *rows = *values;
    } else {
        // A copy is what the call is given, so that without a call the rows stay in registers.
        let values = *values;
        put_some(rest, &values);
    }
}

/// Writes null to those rows from a place of a column on that are lost.
pub(super) fn erase<T: Copy>(column: &mut [T], first: usize, lost: &[bool; LANES], null: T) {
    let rest = column.get_mut(first..).unwrap_or_default();
    for (row, &lost) in rest.iter_mut().zip(lost) {
        // Every row is written, so that no branch stands between them.
        *row = if lost { null } else { *row };
    }
}

/// Copies as many rows as there are on both sides.
#[cold]
#[inline(never)]
fn put_some<T: Copy>(column: &mut [T], values: &[T]) {
    for (row, &value) in column.iter_mut().zip(values) {
        *row = value;
    }
}

/// Writes the bits of rows from a place of a bitmap on, the lowest bit first, as far as the bitmap
/// goes. The place is a multiple of [`LANES`].
#[inline(always)]
pub(super) fn put_bits(bitmap: &mut [u8], first: usize, bits: u32) {
    let rest = bitmap.get_mut(first / 8..).unwrap_or_default();
    if let Some(bytes) = rest.first_chunk_mut() {
        *bytes = bits.to_le_bytes();
    } else {
        put_some(rest, &bits.to_le_bytes());
    }
}
