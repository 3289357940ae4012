//! Inputs and peers that the benchmarks share.

pub mod peers;

use semaine::Date;

/// How many dates a benchmark of one date at a time works on: more than a branch predictor can learn.
pub const DATES: usize = 4096;

/// Pseudo-random days of the years 1 to 9999, which every peer can hold, always the same ones.
///
/// # Panics
///
/// Never: the days are in range.
///
/// # Algorithm
///
/// The 64-bit xorshift generator of G. Marsaglia, *Xorshift RNGs*, Journal of Statistical Software
/// 8 (2003), with the shifts 13, 7 and 17.
pub fn endless_dates() -> impl Iterator<Item = Date> {
    let first = Date::new(1, 1, 1).expect("in range");
    let days = (Date::new(9999, 12, 31).expect("in range") - first).unsigned_abs() + 1;
    let mut state = 88_172_645_463_325_252_u64;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        first + (state % days).cast_signed()
    })
}

/// The first of these days, each put into the form that a benchmark works on.
#[must_use]
pub fn dates<T>(convert: impl Fn(Date) -> T) -> Vec<T> {
    endless_dates().take(DATES).map(convert).collect()
}
