//! Columns of days: slices in, slices out, many rows at once.
//!
//! Use it where dates lie in arrays, as in Arrow, polars, `NumPy` or a typed array. Every function
//! works through its rows with the fastest instruction set of the machine ([`InstructionSet`]), needs
//! no allocator, since the caller owns what is written, and gives each row the answer that
//! [`IsoWeek`](crate::IsoWeek) and [`Date`](crate::Date) give.
//!
//! ```
//! use semaine::columns::{week_start, year_week};
//!
//! let days = [20_086, 20_087, 20_454]; // 2024-12-29, 2024-12-30, 2026-01-01
//! let (mut years, mut weeks) = ([0; 3], [0; 3]);
//! year_week(&days[..], &mut years, &mut weeks)?;
//! assert_eq!(years, [2024, 2025, 2026]);
//! assert_eq!(weeks, [52, 1, 1]);
//!
//! let mut mondays = [0; 3];
//! week_start(&days[..], &mut mondays[..])?;
//! assert_eq!(mondays, [20_080, 20_087, 20_451]);
//! # Ok::<(), semaine::Error>(())
//! ```
//!
//! # What goes in and comes out
//!
//! | a column of | is read as | and written as |
//! |---|---|---|
//! | epoch days in 32 bits: Arrow `date32`, polars `Date` | `&[i32]` | `&mut [i32]` |
//! | epoch days in 64 bits: `NumPy` `datetime64[D]` | `&[i64]` | `&mut [i64]` |
//! | instants in s, ms, µs or ns | [`Instants`] | [`InstantsMut`] |
//! | epoch weeks | [`EpochWeeks`] | [`EpochWeeksMut`] |
//! | texts in Arrow's `utf8` and `large_utf8` layout | [`Texts`] | [`TextsMut`] |
//!
//! Any column of days can be read by any function and written by any function that answers with
//! days. Columns that belong together must have the same number of rows, bitmaps a byte for each
//! eight rows or part of them; anything else is refused before anything is written.
//!
//! # Nulls
//!
//! `i64::MIN` is `NaT` and stays it. A day whose week is not representable (see
//! [`Date`](crate::Date)) becomes null, and the functions of days return how many rows are null
//! afterwards, `NaT` included. Null is the lowest number of a type that can be negative, 0 for weeks and
//! weekdays, and an empty text, none of which is an answer; among truth values it is `false`. What Arrow
//! calls valid is carried through by the caller, and what lies in the rows that it calls null is counted
//! like any other; see [`validity`].
#![allow(
    clippy::inline_always,
    reason = "only what is inlined is compiled for the chosen instruction set"
)]

mod bitmap;
mod calendar;
mod column;
mod dispatch;
mod drive;
mod format;
mod functions;
mod instants;
mod lanes;
mod parse;
mod texts;

pub use self::bitmap::validity;
pub use self::column::{Column, ColumnMut, EpochWeeks, EpochWeeksMut};
pub use self::dispatch::InstructionSet;
pub use self::format::{
    Formatted, WEEK_DATE_TEXT_MAX, WEEK_TEXT_MAX, format_week, format_week_date,
};
pub use self::functions::{
    epoch_week, epoch_week_in_place, is_week_start, is_week_start_bits, iso_year,
    iso_year_in_place, week_end, week_end_in_place, week_number, week_start, week_start_in_place,
    week_start_on, week_start_on_in_place, weekday, year_week,
};
pub use self::instants::{Instants, InstantsMut, TimeUnit};
pub use self::parse::{Parsed, parse_week, parse_week_date};
pub use self::texts::{Offset, Texts, TextsMut};
