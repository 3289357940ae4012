//! Typed arrays to the core's columns, and back. Everything is `None` that is not answered.

use semaine::columns::{self, Instants, InstantsMut, TimeUnit};

use crate::array::{Array, Element, all_apart, apart, same};
use crate::milliseconds::Clock;
use crate::questions::{DayOf, NumberOf};

/// Days, in the form of the column.
pub(crate) fn days(
    question: impl DayOf,
    mut column: Array,
    utc_offset_seconds: i32,
    mut out: Array,
) -> Option<()> {
    let replace = |days: &mut [i32]| question.replace(days);
    let clock = Clock::new(utc_offset_seconds);
    if let Some(days) = same(&mut column, &mut out) {
        replace(days);
    } else if let Some((days, out)) = apart::<i32, i32>(&column, &mut out) {
        question.answer(days, out).ok()?;
    } else if let Some(times) = same::<f64>(&mut column, &mut out) {
        clock.replace_in_place(times, replace);
    } else if let Some((times, out)) = apart(&column, &mut out) {
        clock.replace_each(times, out, replace);
    } else if let Some(times) = same::<i64>(&mut column, &mut out) {
        let times = InstantsMut::new(times, TimeUnit::Nanosecond, utc_offset_seconds).ok()?;
        question.replace(times);
    } else {
        let (times, out) = apart(&column, &mut out)?;
        let times = Instants::new(times, TimeUnit::Nanosecond, utc_offset_seconds).ok()?;
        let out = InstantsMut::new(out, TimeUnit::Nanosecond, utc_offset_seconds).ok()?;
        question.answer(times, out).ok()?;
    }
    Some(())
}

/// Numbers.
pub(crate) fn numbers<Q: NumberOf<Number: Element>>(
    question: Q,
    column: Array,
    utc_offset_seconds: i32,
    mut out: Array,
) -> Option<()> {
    if let Some((days, out)) = apart::<i32, _>(&column, &mut out) {
        question.answer(days, out).ok()?;
    } else if let Some((times, out)) = apart(&column, &mut out) {
        Clock::new(utc_offset_seconds).answer_each(times, |days, rows| {
            question.answer(days, out.get_mut(rows)?).ok().map(drop)
        })?;
    } else {
        let (times, out) = apart(&column, &mut out)?;
        let times = Instants::new(times, TimeUnit::Nanosecond, utc_offset_seconds).ok()?;
        question.answer(times, out).ok()?;
    }
    Some(())
}

/// Numbers in the place of epoch days.
pub(crate) fn replaced(
    replace: impl Fn(&mut [i32]) -> usize,
    column: &mut Array,
    out: &mut Array,
) -> Option<()> {
    same(column, out).map(replace).map(drop)
}

/// Years and week numbers.
pub(crate) fn year_week(
    column: Array,
    utc_offset_seconds: i32,
    mut years: Array,
    mut weeks: Array,
) -> Option<()> {
    if let Some((days, years, weeks)) = all_apart::<i32, _, _>(&column, &mut years, &mut weeks) {
        columns::year_week(days, years, weeks).ok()?;
    } else if let Some((times, years, weeks)) = all_apart(&column, &mut years, &mut weeks) {
        Clock::new(utc_offset_seconds).answer_each(times, |days, rows| {
            let (years, weeks) = (years.get_mut(rows.clone())?, weeks.get_mut(rows)?);
            columns::year_week(days, years, weeks).ok().map(drop)
        })?;
    } else {
        let (times, years, weeks) = all_apart(&column, &mut years, &mut weeks)?;
        let times = Instants::new(times, TimeUnit::Nanosecond, utc_offset_seconds).ok()?;
        columns::year_week(times, years, weeks).ok()?;
    }
    Some(())
}
