//! Every day that jiff, chrono and time know, compared with what they say of it.

use std::iter::successors;

use chrono::Datelike;
use semaine::{Date, IsoWeek, IsoWeekDate, Weekday};

#[test]
fn jiff_on_its_whole_range() {
    use jiff::civil;

    let mut visited = 0;
    let first = Date::from(civil::Date::MIN).epoch_day();
    for (day, theirs) in (first..).zip(civil::Date::MIN.series(jiff::Span::new().days(1))) {
        let ours = Date::from(theirs);
        assert_eq!(ours.epoch_day(), day, "{theirs}");
        assert_eq!(civil::Date::try_from(ours), Ok(theirs));
        assert_eq!(ours.weekday(), Weekday::from(theirs.weekday()), "{theirs}");

        let week_date = theirs.iso_week_date();
        let (year, week, weekday) = ours.iso_week_date().parts();
        assert_eq!(
            (year, week, weekday),
            (
                i32::from(week_date.year()),
                week_date.week().unsigned_abs(),
                week_date.weekday().into()
            ),
            "{theirs}"
        );
        assert_eq!(IsoWeekDate::from(week_date).date(), ours, "{theirs}");
        assert_eq!(
            civil::ISOWeekDate::try_from(ours.iso_week_date()),
            Ok(week_date)
        );
        visited += 1;
    }
    assert_eq!(visited, 7_304_484);
}

#[test]
fn chrono_on_its_whole_range() {
    use chrono::NaiveDate;

    let mut visited = 0;
    let first = Date::from(NaiveDate::MIN).epoch_day();
    // The iterator of days ends before the last.
    let days = NaiveDate::MIN.iter_days().chain([NaiveDate::MAX]);
    for (day, theirs) in (first..).zip(days) {
        let ours = Date::from(theirs);
        assert_eq!(ours.epoch_day(), day, "{theirs}");
        assert_eq!(
            (ours.year(), u32::from(ours.month()), u32::from(ours.day())),
            (theirs.year(), theirs.month(), theirs.day())
        );
        assert_eq!(NaiveDate::try_from(ours), Ok(theirs));
        let week = theirs.iso_week();
        assert_eq!(ours.iso_week(), IsoWeek::from(week), "{theirs}");
        let (year, number) = ours.iso_week().year_week();
        assert_eq!(
            (year, u32::from(number)),
            (week.year(), week.week()),
            "{theirs}"
        );
        assert_eq!(ours.weekday(), Weekday::from(theirs.weekday()), "{theirs}");
        visited += 1;
    }
    assert_eq!(visited, (NaiveDate::MAX - NaiveDate::MIN).num_days() + 1);
}

#[test]
fn time_on_its_whole_range_with_large_dates() {
    use time::Date as Theirs;

    let mut visited = 0;
    let first = Date::from(Theirs::MIN).epoch_day();
    let days = successors(Some(Theirs::MIN), |date| date.next_day());
    for (day, date) in (first..).zip(days) {
        let ours = Date::from(date);
        assert_eq!(ours.epoch_day(), day, "{date}");
        assert_eq!(Theirs::try_from(ours), Ok(date));
        let (year, month, day_of_month) = ours.civil();
        assert_eq!(
            (year, month, day_of_month),
            (date.year(), date.month().into(), date.day()),
            "{date}"
        );
        let (year, week, weekday) = date.to_iso_week_date();
        assert_eq!(
            ours.iso_week_date().parts(),
            (year, week, weekday.into()),
            "{date}"
        );
        visited += 1;
    }
    assert_eq!(
        visited,
        Theirs::MAX.to_julian_day() - Theirs::MIN.to_julian_day() + 1
    );
}
