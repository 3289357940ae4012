//! The questions that a column of days is asked.

use super::bitmap;
use super::calendar::epoch_week as week_of_day;
use super::calendar::{Iso, NO_DAY, Shifted, WeekSpan, locate};
use super::column::{Column, ColumnMut};
use super::drive::{Rows, Sink, check_length, days, days_in_place, drive};
use super::lanes::{self, LANES, map, put};
use crate::{Error, Weekday};

/// A function of days that is compiled where it is called, for the instruction set chosen there.
macro_rules! inlined {
    ($days:ident => $answer:expr) => {
        #[inline(always)]
        |$days| $answer
    };
}

/// The Monday of each day's week. Returns how many rows are null.
///
/// # Errors
///
/// `length_mismatch` if the columns differ in length.
///
/// ```
/// use semaine::columns::week_start;
///
/// let days = [20_087, 20_091, i32::MAX]; // 2024-12-30, 2025-01-03, and no day of a whole week
/// let mut mondays = [0; 3];
/// assert_eq!(week_start(&days[..], &mut mondays[..])?, 1);
/// assert_eq!(mondays, [20_087, 20_087, i32::MIN]);
///
/// let mut too_short = [0; 2];
/// let error = week_start(&days[..], &mut too_short[..]).unwrap_err();
/// assert_eq!(error.to_string(), "length 2 does not match: expected 3");
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn week_start(column: impl Column, out: impl ColumnMut) -> Result<usize, Error> {
    days(&column, out, Iso, first_days(Iso, 0))
}

/// The Sunday of each day's week. Returns how many rows are null.
///
/// # Errors
///
/// `length_mismatch` if the columns differ in length.
///
/// ```
/// let mut sundays = [0_i64; 1];
/// semaine::columns::week_end(&[20_087_i64][..], &mut sundays[..])?;
/// assert_eq!(sundays, [20_093]);
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn week_end(column: impl Column, out: impl ColumnMut) -> Result<usize, Error> {
    days(&column, out, Iso, first_days(Iso, 6))
}

/// The first day of each day's week, for weeks that start on any weekday: ISO weeks start on Monday,
/// American ones on Sunday. Returns how many rows are null; weeks that do not lie wholly between
/// [`Date::MIN`](crate::Date::MIN) and [`Date::MAX`](crate::Date::MAX) do.
///
/// Such weeks have no ISO number.
///
/// # Errors
///
/// `length_mismatch` if the columns differ in length.
///
/// ```
/// use semaine::{Weekday, columns::week_start_on};
///
/// let mut sundays = [0; 1];
/// week_start_on(&[20_087][..], Weekday::Sunday, &mut sundays[..])?;
/// assert_eq!(sundays, [20_086]);
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn week_start_on(
    column: impl Column,
    first: Weekday,
    out: impl ColumnMut,
) -> Result<usize, Error> {
    let weeks = Shifted::on(first);
    days(&column, out, weeks, first_days(weeks, 0))
}

/// Replaces each day by the Monday of its week. Returns how many rows are null.
///
/// ```
/// let mut days = [20_087, 20_091];
/// semaine::columns::week_start_in_place(&mut days[..]);
/// assert_eq!(days, [20_087, 20_087]);
/// ```
pub fn week_start_in_place(column: impl ColumnMut) -> usize {
    days_in_place(column, Iso, first_days(Iso, 0))
}

/// Replaces each day by the Sunday of its week. Returns how many rows are null.
///
/// ```
/// let mut days = [20_087, 20_091];
/// semaine::columns::week_end_in_place(&mut days[..]);
/// assert_eq!(days, [20_093, 20_093]);
/// ```
pub fn week_end_in_place(column: impl ColumnMut) -> usize {
    days_in_place(column, Iso, first_days(Iso, 6))
}

/// Replaces each day as [`week_start_on`] does. Returns how many rows are null.
///
/// ```
/// use semaine::{Weekday, columns::week_start_on_in_place};
///
/// let mut days = [20_087, 20_091];
/// week_start_on_in_place(&mut days[..], Weekday::Sunday);
/// assert_eq!(days, [20_086, 20_086]);
/// ```
pub fn week_start_on_in_place(column: impl ColumnMut, first: Weekday) -> usize {
    let weeks = Shifted::on(first);
    days_in_place(column, weeks, first_days(weeks, 0))
}

/// The number of each day's ISO week, 1 to 53. Nulls are 0; returns how many there are.
///
/// A week number needs its year: [`year_week`] gives both in hardly more time.
///
/// # Errors
///
/// `length_mismatch` if the columns differ in length.
///
/// ```
/// let mut weeks = [0; 2];
/// semaine::columns::week_number(&[20_086, 20_087][..], &mut weeks)?;
/// assert_eq!(weeks, [52, 1]);
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn week_number(column: impl Column, out: &mut [u8]) -> Result<usize, Error> {
    rows(column, out, 0, inlined!(days => locate(days).weeks()))
}

/// The ISO year of each day: that of its week. Nulls are `i32::MIN`; returns how many there are.
///
/// # Errors
///
/// `length_mismatch` if the columns differ in length.
///
/// ```
/// let mut years = [0; 2];
/// semaine::columns::iso_year(&[20_086, 20_087][..], &mut years)?;
/// assert_eq!(years, [2024, 2025]);
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn iso_year(column: impl Column, out: &mut [i32]) -> Result<usize, Error> {
    rows(column, out, NO_DAY, inlined!(days => locate(days).years()))
}

/// ISO year and week number of each day in one pass. Nulls are `i32::MIN` and 0; returns how many there
/// are.
///
/// # Errors
///
/// `length_mismatch` if the columns differ in length.
///
/// ```
/// let (mut years, mut weeks) = ([0; 2], [0; 2]);
/// semaine::columns::year_week(&[20_086, 20_087][..], &mut years, &mut weeks)?;
/// assert_eq!((years, weeks), ([2024, 2025], [52, 1]));
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn year_week(column: impl Column, years: &mut [i32], weeks: &mut [u8]) -> Result<usize, Error> {
    check_length(years.len(), column.values().len())?;
    check_length(weeks.len(), column.values().len())?;
    Ok(drive(&column, Iso, YearWeek { years, weeks }))
}

/// The weeks since 1970-W01 of each day. Nulls are `i32::MIN`; returns how many there are.
///
/// # Errors
///
/// `length_mismatch` if the columns differ in length.
///
/// ```
/// let mut weeks = [0; 3];
/// semaine::columns::epoch_week(&[-4, -3, 4][..], &mut weeks)?;
/// assert_eq!(weeks, [-1, 0, 1]);
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn epoch_week(column: impl Column, out: &mut [i32]) -> Result<usize, Error> {
    rows(
        column,
        out,
        NO_DAY,
        inlined!(days => map(days, week_of_day)),
    )
}

/// Replaces each day by its ISO year. Nulls are `i32::MIN`; returns how many there are.
///
/// ```
/// let mut days = [20_086, 20_087];
/// semaine::columns::iso_year_in_place(&mut days);
/// assert_eq!(days, [2024, 2025]);
/// ```
pub fn iso_year_in_place(days: &mut [i32]) -> usize {
    days_in_place(days, Iso, inlined!(days => locate(days).years()))
}

/// Replaces each day by the weeks since 1970-W01. Nulls are `i32::MIN`; returns how many there are.
///
/// ```
/// let mut days = [-4, -3, 4];
/// semaine::columns::epoch_week_in_place(&mut days);
/// assert_eq!(days, [-1, 0, 1]);
/// ```
pub fn epoch_week_in_place(days: &mut [i32]) -> usize {
    days_in_place(days, Iso, inlined!(days => map(days, week_of_day)))
}

/// The ISO number of each day's weekday, 1 for Monday to 7 for Sunday. Nulls are 0; returns how many
/// there are.
///
/// # Errors
///
/// `length_mismatch` if the columns differ in length.
///
/// ```
/// let mut weekdays = [0; 1];
/// semaine::columns::weekday(&[0][..], &mut weekdays)?;
/// assert_eq!(weekdays, [4]); // 1970-01-01 was a Thursday
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn weekday(column: impl Column, out: &mut [u8]) -> Result<usize, Error> {
    rows(column, out, 0, inlined!(days => map(days, weekday_of_day)))
}

/// Whether each day is a Monday. Nulls are `false`; returns how many there are.
///
/// # Errors
///
/// `length_mismatch` if the columns differ in length.
///
/// ```
/// let mut mondays = [false; 2];
/// semaine::columns::is_week_start(&[20_087, 20_088][..], &mut mondays)?;
/// assert_eq!(mondays, [true, false]);
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn is_week_start(column: impl Column, out: &mut [bool]) -> Result<usize, Error> {
    rows(column, out, false, inlined!(days => map(days, is_monday)))
}

/// Whether each day is a Monday, as an Arrow bitmap: a bit a row, the first lowest, spare bits 0. Nulls
/// are 0; returns how many there are.
///
/// # Errors
///
/// `length_mismatch` if the bitmap does not have a byte for each eight rows or part of them.
///
/// ```
/// let mut mondays = [0];
/// semaine::columns::is_week_start_bits(&[20_087, 20_088, 20_094][..], &mut mondays)?;
/// assert_eq!(mondays, [0b101]);
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn is_week_start_bits(column: impl Column, out: &mut [u8]) -> Result<usize, Error> {
    bitmap::put(&column, out, is_monday)
}

/// The first day of each day's week, or one so many days later.
fn first_days(weeks: impl WeekSpan, later: i32) -> impl Fn(&[i32; LANES]) -> [i32; LANES] {
    #[inline(always)]
    move |days| map(days, |day| weeks.start(day).wrapping_add(later))
}

#[inline(always)]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "OK because a place in a week is 0 to 6"
)]
fn weekday_of_day(day: i32) -> u8 {
    Iso.place_in_week(day) as u8 + 1
}

#[inline(always)]
fn is_monday(day: i32) -> bool {
    Iso.place_in_week(day) == 0
}

fn rows<T: Copy>(
    column: impl Column,
    out: &mut [T],
    null: T,
    answer: impl Fn(&[i32; LANES]) -> [T; LANES],
) -> Result<usize, Error> {
    check_length(out.len(), column.values().len())?;
    Ok(drive(&column, Iso, Rows { out, null, answer }))
}

struct YearWeek<'a> {
    years: &'a mut [i32],
    weeks: &'a mut [u8],
}

impl Sink for YearWeek<'_> {
    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) -> usize {
        let located = locate(days);
        put(self.years, first, &located.years());
        put(self.weeks, first, &located.weeks());
        0
    }

    fn erase(&mut self, first: usize, lost: &[bool; LANES]) {
        lanes::erase(self.years, first, lost, NO_DAY);
        lanes::erase(self.weeks, first, lost, 0);
    }
}
