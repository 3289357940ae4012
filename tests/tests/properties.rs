//! Properties of random input: arithmetic, ranges, texts and errors.

use proptest::prelude::*;
use semaine::{Date, Days, IsoWeek, IsoWeekDate, MonthRule, MonthWeek, Weekday, Weeks};
use semaine_tests::exhaustive::{FIRST_DAY, LAST_DAY};
use semaine_tests::invariants;
use semaine_tests::oracle::{Stepper, days_in_month};

/// Any representable day, with both ends of the range and the years of living memory more often
/// than their share.
fn any_date() -> impl Strategy<Value = Date> {
    prop_oneof![
        FIRST_DAY..=LAST_DAY,
        FIRST_DAY..=FIRST_DAY + 800,
        LAST_DAY - 800..=LAST_DAY,
        -40_000_i64..=60_000,
    ]
    .prop_map(|day| Date::from_epoch_day(i32::try_from(day).expect("an i32")).expect("in range"))
}

fn any_week() -> impl Strategy<Value = IsoWeek> {
    any_date().prop_map(IsoWeek::of)
}

/// The number of the year's last week: that of 28 December, which is always in it.
fn weeks_of(year: i32) -> u8 {
    // No year begins further from this than a year and some days.
    let mut day = Stepper::at((i64::from(year) - 1970) * 146_097 / 400 - 400);
    while (day.year, day.month, day.day) != (year, 12, 28) {
        day.step();
    }
    day.week
}

/// Texts that are nearly right: an alphabet of what stands in dates, and of what people mistype.
fn nearly_a_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[+-]?[0-9]{3,8}-?[Ww ]?-?[0-9]{1,3}-?[0-9]?[ \n]?",
        "[0-9]{4}-?W[0-5][0-9](-?[0-9])?",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn any_bytes_parse_or_explain(bytes in prop::collection::vec(any::<u8>(), 0..20)) {
        invariants::parse(&bytes);
        invariants::round_trip(&bytes);
    }

    #[test]
    fn nearly_right_texts_parse_or_explain(text in nearly_a_text()) {
        invariants::parse(text.as_bytes());
        invariants::round_trip(text.as_bytes());
    }

    #[test]
    fn arithmetic_is_the_steppers(day in any::<i32>(), days in any::<i64>(), weeks in any::<i32>()) {
        invariants::arithmetic(day, days, weeks);
        invariants::arithmetic(day, days >> 32, weeks >> 3);
    }

    #[test]
    fn adding_a_difference_leads_there(a in any_date(), b in any_date()) {
        prop_assert_eq!(a + (b - a), b);
        prop_assert_eq!(b - (b - a), a);
        let (a, b) = (IsoWeek::of(a), IsoWeek::of(b));
        prop_assert_eq!(a + (b - a), b);
        prop_assert_eq!(b - (b - a), a);
        prop_assert_eq!((b - a).cmp(&0), b.cmp(&a));
    }

    #[test]
    fn order_is_that_of_year_week_and_weekday(a in any_date(), b in any_date()) {
        let parts = |date: Date| {
            let (year, week, weekday) = date.iso_week_date().parts();
            (year, week, weekday.number())
        };
        prop_assert_eq!(parts(a).cmp(&parts(b)), a.iso_week_date().cmp(&b.iso_week_date()));
        prop_assert_eq!(a.civil().cmp(&b.civil()), a.cmp(&b));
    }

    #[test]
    fn display_pads_like_a_string(week in any_week(), width in 0_usize..24) {
        let text = week.to_text();
        prop_assert_eq!(format!("{week:>width$}"), format!("{:>width$}", text.as_str()));
        prop_assert_eq!(format!("{week:*^width$}"), format!("{:*^width$}", text.as_str()));
    }

    #[test]
    fn constrained_weeks_exist(year in -10_000_i32..10_000, week in 1_u8..) {
        let constrained = IsoWeek::new_constrained(year, week).expect("the year is representable");
        prop_assert_eq!(constrained.year_week(), (year, week.min(weeks_of(year))));
        prop_assert_eq!(IsoWeek::new(year, week).is_ok(), week <= weeks_of(year));
    }

    #[test]
    fn ranges_behave_like_ranges_of_integers(
        first in -300_i32..300,
        len in -3_i32..40,
        script in prop::collection::vec((any::<bool>(), 0_usize..5), 0..20),
    ) {
        let week = |number| IsoWeek::from_epoch_week(number).expect("near the epoch");
        let day = |number| Date::from_epoch_day(number).expect("near the epoch");
        let mut weeks = Weeks::from(week(first)..week(first + len));
        let mut days = Days::from(day(first)..day(first + len));
        let mut model = first..first + len;
        for (front, skip) in script {
            prop_assert_eq!((weeks.len(), days.len()), (model.len(), model.len()));
            prop_assert_eq!(weeks.clone().last().map(IsoWeek::epoch_week), model.clone().last());
            prop_assert_eq!(weeks.contains(week(first + 5)), model.contains(&(first + 5)));
            let (a, b, c) = if front {
                (weeks.nth(skip), days.nth(skip), model.nth(skip))
            } else {
                (weeks.nth_back(skip), days.nth_back(skip), model.nth_back(skip))
            };
            prop_assert_eq!(a.map(IsoWeek::epoch_week), c);
            prop_assert_eq!(b.map(Date::epoch_day), c);
            let all: Vec<_> = weeks.days().map(Date::epoch_day).collect();
            let expected: Vec<_> = model.clone().flat_map(|week| 7 * week - 3..=7 * week + 3).collect();
            prop_assert_eq!(all, expected);
        }
    }

    #[test]
    fn stepped_ranges_skip(first in any_week(), len in 0_i32..200, step in 1_usize..60) {
        let end = first.saturating_add(len);
        let expected: Vec<_> = (first.epoch_week()..end.epoch_week()).step_by(step).collect();
        let weeks = Weeks::from(first..end).step_by(step);
        prop_assert_eq!(weeks.len(), expected.len());
        prop_assert_eq!(weeks.clone().map(IsoWeek::epoch_week).collect::<Vec<_>>(), expected.clone());
        let backwards: Vec<_> = weeks.rev().map(IsoWeek::epoch_week).collect();
        prop_assert_eq!(backwards, expected.into_iter().rev().collect::<Vec<_>>());
    }

    #[test]
    fn weeks_of_a_year_are_all_of_it(year in -5_877_640_i32..=5_881_579) {
        let weeks = Weeks::of_year(year).expect("a year that is wholly representable");
        prop_assert!(weeks.clone().map(IsoWeek::year_week).eq((1..=weeks_of(year)).map(|week| (year, week))));
        prop_assert_eq!(weeks.days().len(), 7 * usize::from(weeks_of(year)));
    }

    #[test]
    fn weeks_overlap_the_month_that_they_have_days_of(date in any_date()) {
        let (year, month, _) = date.civil();
        if let Ok(weeks) = Weeks::overlapping_month(year, month) {
            prop_assert!(weeks.contains(IsoWeek::of(date)));
            for week in weeks.clone() {
                prop_assert!(week.days().any(|day| (day.year(), day.month()) == (year, month)));
            }
            let (first, last) = (weeks.first().expect("four weeks or more"), weeks.last().expect("four weeks or more"));
            let of_month = |week: IsoWeek| week.days().any(|day| (day.year(), day.month()) == (year, month));
            prop_assert!(first == IsoWeek::MIN || !of_month(first - 1));
            prop_assert!(last == IsoWeek::MAX || !of_month(last + 1));
        } else {
            prop_assert!(date < Date::MIN + 31 || date > Date::MAX - 31);
        }
    }

    /// Each rule by its definition: count the weeks of the month up to the day, one by one.
    #[test]
    fn weeks_of_the_month_count(date in any_date()) {
        let today = Stepper::at(date.epoch_day().into());
        for (rule, anchor) in [(MonthRule::Thursday, 4), (MonthRule::Monday, 1)] {
            let at = Stepper::at(today.epoch_day - i64::from(today.weekday) + anchor);
            let got = MonthWeek::of(date, rule);
            prop_assert_eq!((got.year, got.month), (at.year, at.month));
            let same_weekday = (1..=at.day).rev().step_by(7).count();
            prop_assert_eq!(usize::from(got.week), same_weekday);
        }

        let row = MonthWeek::of(date, MonthRule::Row);
        let mut day = Stepper::at(today.epoch_day - i64::from(today.day) + 1);
        let mut rows = 1;
        while day.epoch_day < today.epoch_day {
            day.step();
            rows += u8::from(day.weekday == 1);
        }
        prop_assert_eq!((row.year, row.month, row.week), (today.year, today.month, rows));

        let seven = MonthWeek::of(date, MonthRule::SevenDays);
        prop_assert_eq!(usize::from(seven.week), usize::from(today.day).div_ceil(7));
    }

    #[test]
    fn civil_dates_exist_or_are_refused(year in any::<i32>(), month in 0_u8..15, day in 0_u8..34) {
        for year in [year, year % 6_000_000, year % 3000] {
            let got = Date::new(year, month, day);
            let exists = (1..=12).contains(&month)
                && (1..=days_in_month(year, month)).contains(&day);
            match got {
                Ok(date) => {
                    prop_assert!(exists);
                    let stepper = Stepper::at(date.epoch_day().into());
                    prop_assert_eq!((stepper.year, stepper.month, stepper.day), (year, month, day));
                }
                Err(error) => {
                    let ends = [Stepper::at(FIRST_DAY).year, Stepper::at(LAST_DAY).year];
                    let beyond = year <= ends[0] || year >= ends[1];
                    prop_assert!(!exists || beyond, "{error}");
                }
            }
        }
    }
}

#[test]
fn months_have_the_days_that_the_error_says() {
    let error = Date::new(1900, 2, 29).unwrap_err();
    assert_eq!(error.range(), Some((1, days_in_month(1900, 2).into())));
    assert_eq!(
        error.to_string(),
        "day 29 does not exist in month 2 of 1900, which has 28 days"
    );
}

/// Skipping further than a range is long leaves it empty where it ends, and harmless.
#[test]
fn ranges_survive_any_skip() {
    let weeks = Weeks::inclusive(IsoWeek::MIN, IsoWeek::MIN + 9);
    for skip in [9, 10, 613_566_757, usize::MAX] {
        for back in [false, true] {
            let mut weeks = weeks.clone();
            let found = if back {
                weeks.nth_back(skip)
            } else {
                weeks.nth(skip)
            };
            assert_eq!(found.is_some(), skip == 9);
            assert_eq!((weeks.len(), weeks.days().len()), (0, 0));
            assert_eq!((weeks.next(), weeks.next_back()), (None, None));
        }
    }
    assert_eq!(Weeks::from(IsoWeek::MAX..IsoWeek::MIN).days().len(), 0);
}

#[test]
fn weekdays_convert_both_ways() {
    for (number, weekday) in (1..=7).zip(Weekday::ALL) {
        assert_eq!(Weekday::try_from(number), Ok(weekday));
        assert_eq!(u8::from(weekday), number);
    }
    for number in [0, 8, u8::MAX] {
        assert_eq!(
            Weekday::from_number(number).unwrap_err().code(),
            "weekday_out_of_range"
        );
    }
}

#[test]
fn operators_panic_beyond_the_range_with_the_errors_text() {
    assert_panics(|| IsoWeek::MAX + 1, "epoch week 306783378");
    assert_panics(|| IsoWeek::MIN - 1, "epoch week -306783378");
    assert_panics(|| Date::MAX + 1, "epoch day 2147483643");
    assert_panics(|| IsoWeekDate::MIN - 1, "epoch day -2147483643");
}

fn assert_panics<T: std::fmt::Debug>(operation: fn() -> T, text: &str) {
    let panic = std::panic::catch_unwind(operation).expect_err("beyond the range");
    let message = panic.downcast_ref::<String>().expect("a formatted message");
    assert!(message.starts_with(text), "{message}");
}
