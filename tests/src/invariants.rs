//! What holds for every input whatsoever: the fuzz targets and the replay of their corpora check
//! the same things.

use semaine::{Date, Error, ErrorKind, IsoWeek, IsoWeekDate};

use crate::exhaustive::{FIRST_DAY, LAST_DAY};
use crate::oracle::Stepper;

/// No bytes make a parser panic, and each error points into the text and explains itself.
///
/// # Panics
///
/// Where that does not hold.
pub fn parse(bytes: &[u8]) {
    check_error(bytes, IsoWeek::parse_bytes(bytes).err());
    check_error(bytes, IsoWeekDate::parse_bytes(bytes).err());
    check_error(bytes, Date::parse_bytes(bytes).err());
    if let Ok(text) = str::from_utf8(bytes) {
        check_error(bytes, IsoWeek::parse_html(text).err());
        check_error(bytes, IsoWeek::parse_lenient(text).err());
        check_error(bytes, IsoWeekDate::parse_lenient(text).err());
        if let Ok(week) = IsoWeek::parse(text) {
            assert_eq!(
                IsoWeek::parse_lenient(text),
                Ok(week),
                "lenient is a superset"
            );
        }
    }
}

fn check_error(bytes: &[u8], error: Option<Error>) {
    let Some(error) = error else { return };
    let offset = error.offset().expect("an error of a text has an offset");
    assert!(offset <= bytes.len(), "{error}");
    assert_eq!(
        error.kind() == ErrorKind::ParseEmpty,
        bytes.trim_ascii().is_empty() && offset == bytes.len(),
        "{error}"
    );
    assert!(error.to_string().ends_with(&format!("(at byte {offset})")));
    if let (Some(value), Some((min, max))) = (error.value(), error.range()) {
        assert!(value < min || value > max, "{error}");
    }
}

/// What is read and written is read again as the same, and written the same.
///
/// # Panics
///
/// Where that does not hold.
pub fn round_trip(bytes: &[u8]) {
    if let Ok(week) = IsoWeek::parse_bytes(bytes) {
        let text = week.to_text();
        assert_eq!(IsoWeek::parse(&text), Ok(week));
        assert_eq!(IsoWeek::parse(&week.to_basic_text()), Ok(week));
        if let Ok(html) = week.to_html_text() {
            assert_eq!(IsoWeek::parse_html(&html), Ok(week));
        }
        assert_eq!(IsoWeek::new(week.year(), week.week()), Ok(week));
    }
    if let Ok(day) = IsoWeekDate::parse_bytes(bytes) {
        assert_eq!(IsoWeekDate::parse(&day.to_text()), Ok(day));
        assert_eq!(IsoWeekDate::parse(&day.to_basic_text()), Ok(day));
        let (year, week, weekday) = day.parts();
        assert_eq!(IsoWeekDate::new(year, week, weekday), Ok(day));
    }
    if let Ok(date) = Date::parse_bytes(bytes) {
        assert_eq!(Date::parse(&date.to_text()), Ok(date));
        let (year, month, day) = date.civil();
        assert_eq!(Date::new(year, month, day), Ok(date));
    }
}

/// Adding days and weeks leads where the stepper leads, or is refused exactly where the range ends.
///
/// # Panics
///
/// Where that does not hold.
pub fn arithmetic(epoch_day: i32, days: i64, weeks: i32) {
    let Ok(date) = Date::from_epoch_day(epoch_day) else {
        assert!(!(FIRST_DAY..=LAST_DAY).contains(&epoch_day.into()));
        return;
    };
    check_day(
        date.checked_add(days),
        i64::from(epoch_day).checked_add(days),
    );
    check_day(
        date.checked_sub(days),
        i64::from(epoch_day).checked_sub(days),
    );

    let week = date.iso_week();
    let monday = i64::from(week.monday().epoch_day());
    let later = week.checked_add(weeks).map(IsoWeek::monday);
    check_day(later, Some(monday + 7 * i64::from(weeks)));
    if let Ok(later) = week.checked_add(weeks) {
        assert_eq!(later - week, weeks);
        assert_eq!(later.checked_sub(weeks), Ok(week));
        assert_eq!(later, week.saturating_add(weeks));
    } else {
        let end = if weeks < 0 {
            IsoWeek::MIN
        } else {
            IsoWeek::MAX
        };
        assert_eq!(week.saturating_add(weeks), end);
    }
}

/// [`arithmetic`] of an epoch day, days and weeks in 16 little-endian bytes; more or fewer bytes
/// hold nothing to check.
///
/// # Panics
///
/// Where [`arithmetic`] does.
pub fn arithmetic_of_bytes(bytes: &[u8]) {
    let Some((epoch_day, rest)) = bytes.split_first_chunk() else {
        return;
    };
    if let Some((days, rest)) = rest.split_first_chunk()
        && let Some((weeks, [])) = rest.split_first_chunk()
    {
        arithmetic(
            i32::from_le_bytes(*epoch_day),
            i64::from_le_bytes(*days),
            i32::from_le_bytes(*weeks),
        );
    }
}

fn check_day(got: Result<Date, Error>, expected: Option<i64>) {
    match expected.filter(|day| (FIRST_DAY..=LAST_DAY).contains(day)) {
        None => assert!(got.is_err()),
        Some(day) => {
            let stepper = Stepper::at(day);
            let got = got.expect("a representable day");
            assert_eq!(i64::from(got.epoch_day()), day);
            assert_eq!(got.civil(), (stepper.year, stepper.month, stepper.day));
            assert_eq!(
                (got.weekday().number(), got.iso_week().year_week()),
                (stepper.weekday, (stepper.iso_year, stepper.week))
            );
        }
    }
}
