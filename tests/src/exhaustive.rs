//! The walk over days, on each of which everything that the library says of a day is compared with
//! the stepper, in both directions.

use std::ops::RangeInclusive;

use semaine::{
    Date, IsoWeek, IsoWeekDate, Weekday, is_monday, next_monday, previous_monday, week_range,
    weeks_in_year,
};

use crate::oracle::Stepper;

/// The first representable epoch day, derived here from the definition of the range: the lowest
/// `i32` whose whole week is made of `i32`s. -2^31 is a Tuesday, so it is the Monday after it.
pub const FIRST_DAY: i64 = i32::MIN as i64 + 6;
/// The last representable epoch day, likewise.
pub const LAST_DAY: i64 = i32::MAX as i64 - 5;
/// The number of representable days.
pub const DAYS: i64 = LAST_DAY - FIRST_DAY + 1;

/// Compares the library with the stepper on every day of a range, and returns how many days it
/// visited. `progress` is told about every 2^20 days how many have passed since it was last told.
///
/// # Panics
///
/// On the first day on which they differ.
pub fn walk(days: RangeInclusive<i64>, mut progress: impl FnMut(u32)) -> u64 {
    let mut stepper = Stepper::at(*days.start());
    let mut previous_week = 0;
    let mut visited = 0_u64;
    let mut untold = 0;
    loop {
        check_day(&stepper);
        if stepper.weekday == 1 {
            check_week(&stepper);
            if stepper.week == 1 && previous_week != 0 {
                assert_eq!(
                    weeks_in_year(stepper.iso_year - 1),
                    previous_week,
                    "{stepper:?}"
                );
            }
            previous_week = stepper.week;
        }
        visited += 1;
        untold += 1;
        if untold == 1 << 20 {
            progress(untold);
            untold = 0;
        }
        if stepper.epoch_day == *days.end() {
            progress(untold);
            return visited;
        }
        stepper.step();
    }
}

/// Everything that is asked of one day.
#[inline]
fn check_day(expected: &Stepper) {
    let Stepper {
        epoch_day,
        year,
        month,
        day,
        weekday,
        epoch_week,
        iso_year,
        week,
    } = *expected;

    let date = Date::from_epoch_day(narrow(epoch_day)).expect("a representable day");
    assert_eq!(i64::from(date.epoch_day()), epoch_day, "{expected:?}");
    assert_eq!(date.civil(), (year, month, day), "{expected:?}");
    assert_eq!(Date::new(year, month, day), Ok(date), "{expected:?}");
    assert_eq!(date.weekday().number(), weekday, "{expected:?}");
    assert_eq!(is_monday(date), weekday == 1, "{expected:?}");

    let week_date = date.iso_week_date();
    let (got_year, got_week, got_weekday) = week_date.parts();
    assert_eq!(
        (got_year, got_week, got_weekday.number()),
        (iso_year, week, weekday),
        "{expected:?}"
    );
    assert_eq!(
        IsoWeekDate::new(iso_year, week, got_weekday),
        Ok(week_date),
        "{expected:?}"
    );
    assert_eq!(week_date.date(), date, "{expected:?}");

    let iso_week = date.iso_week();
    assert_eq!(i64::from(iso_week.epoch_week()), epoch_week, "{expected:?}");
    assert_eq!(iso_week.year_week(), (iso_year, week), "{expected:?}");

    let monday = epoch_day - i64::from(weekday - 1);
    let (got_monday, got_sunday) = week_range(date);
    assert_eq!(i64::from(got_monday.epoch_day()), monday, "{expected:?}");
    assert_eq!(
        i64::from(got_sunday.epoch_day()),
        monday + 6,
        "{expected:?}"
    );

    let next = next_monday(date).ok().map(|day| i64::from(day.epoch_day()));
    assert_eq!(next, representable(monday + 7), "{expected:?}");
    let before = if weekday == 1 { monday - 7 } else { monday };
    let previous = previous_monday(date)
        .ok()
        .map(|day| i64::from(day.epoch_day()));
    assert_eq!(previous, representable(before), "{expected:?}");
}

/// What is asked once a week, on its Monday.
fn check_week(expected: &Stepper) {
    let week = IsoWeek::new(expected.iso_year, expected.week).expect("a week that exists");
    assert_eq!(i64::from(week.epoch_week()), expected.epoch_week);
    assert_eq!(
        IsoWeek::from_epoch_week(narrow(expected.epoch_week)),
        Ok(week)
    );
    assert_eq!(i64::from(week.monday().epoch_day()), expected.epoch_day);
    assert_eq!(i64::from(week.sunday().epoch_day()), expected.epoch_day + 6);
    for (offset, weekday) in (0..).zip(Weekday::ALL) {
        assert_eq!(
            i64::from(week.day(weekday).epoch_day()),
            expected.epoch_day + offset
        );
    }
    assert!(week.contains(week.monday()) && week.contains(week.sunday()));
    assert_eq!(IsoWeek::from_monday(week.monday()), Ok(week));
}

/// Compares texts with those that the standard library formats from the stepper's numbers, for
/// every week whose ISO year lies in a range, and reads them back; returns the number of weeks.
///
/// # Panics
///
/// On the first text that differs.
#[must_use]
pub fn walk_texts(years: RangeInclusive<i32>) -> u64 {
    let mut stepper = Stepper::at(366 * (i64::from(*years.start()) - 1971).min(0));
    let mut visited = 0;
    while stepper.iso_year <= *years.end() {
        if stepper.weekday == 1 && years.contains(&stepper.iso_year) {
            check_texts(&stepper);
            visited += 1;
        }
        stepper.step();
    }
    visited
}

fn check_texts(expected: &Stepper) {
    let week = IsoWeek::from_epoch_week(narrow(expected.epoch_week)).expect("a representable week");
    let (year, number) = (year_text(expected.iso_year), expected.week);

    let extended = format!("{year}-W{number:02}");
    assert_eq!(week.to_text().as_str(), extended);
    assert_eq!(IsoWeek::parse(&extended), Ok(week), "{extended}");
    assert_eq!(IsoWeek::parse_lenient(&extended), Ok(week), "{extended}");

    let basic = format!("{year}W{number:02}");
    assert_eq!(week.to_basic_text().as_str(), basic);
    assert_eq!(IsoWeek::parse(&basic), Ok(week), "{basic}");

    let html = format!("{:04}-W{number:02}", expected.iso_year);
    let (text, parsed) = (week.to_html_text(), IsoWeek::parse_html(&html));
    if expected.iso_year >= 1 {
        assert_eq!(text.as_deref(), Ok(html.as_str()));
        assert_eq!(parsed, Ok(week), "{html}");
    } else {
        assert!(text.is_err() && parsed.is_err(), "{html}");
    }

    let mut day = *expected;
    for weekday in 1..=7 {
        let date = Date::from_epoch_day(narrow(day.epoch_day)).expect("a representable day");
        let week_date = IsoWeekDate::of(date);
        for (text, expected) in [
            (week_date.to_text(), format!("{extended}-{weekday}")),
            (week_date.to_basic_text(), format!("{basic}{weekday}")),
        ] {
            assert_eq!(text.as_str(), expected);
            assert_eq!(IsoWeekDate::parse(&expected), Ok(week_date), "{expected}");
        }
        let civil = format!("{}-{:02}-{:02}", year_text(day.year), day.month, day.day);
        assert_eq!(date.to_text().as_str(), civil);
        assert_eq!(Date::parse(&civil), Ok(date), "{civil}");
        day.step();
    }
}

/// A year as ISO 8601 writes it: four digits, or a sign and at least four.
pub(crate) fn year_text(year: i32) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        _ if year < 0 => format!("-{:04}", year.unsigned_abs()),
        _ => format!("+{year}"),
    }
}

fn narrow(integer: i64) -> i32 {
    i32::try_from(integer).expect("days and weeks of the walk fit an i32")
}

fn representable(day: i64) -> Option<i64> {
    (FIRST_DAY..=LAST_DAY).contains(&day).then_some(day)
}
