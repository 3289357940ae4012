//! The constructors from 64-bit integers: as the narrow ones, and nothing cut off beyond them.
//!
//! What the narrow ones answer is held against the vectors elsewhere; here they are the reference.

use semaine::{IsoWeek, IsoWeekDate, Weekday, Weeks, weeks_in_year, wide};

/// Numbers that a cast to 8 or 32 bits would make valid, and the ends.
const BEYOND: [i64; 10] = [
    256 + 1,
    256 + 32,
    -256 + 1,
    -1,
    (1 << 32) + 1,
    (1 << 32) + 2025,
    -(1 << 32) + 1,
    i64::MIN,
    i64::MIN + 1,
    i64::MAX,
];

const YEARS: [i32; 9] = [
    -5_877_642, -5_877_641, -1, 0, 1, 2020, 2021, 5_881_580, 5_881_581,
];

#[test]
fn numbers_that_fit_mean_the_same() {
    let mut count = 0;
    for year in YEARS {
        for week in 0..=u8::MAX {
            let (wide_year, wide_week) = (year.into(), week.into());
            assert_eq!(wide::week(wide_year, wide_week), IsoWeek::new(year, week));
            assert_eq!(
                wide::week_constrained(wide_year, wide_week),
                IsoWeek::new_constrained(year, week),
            );
            for weekday in Weekday::ALL {
                assert_eq!(
                    wide::week_date(wide_year, wide_week, weekday.number().into()),
                    IsoWeekDate::new(year, week, weekday),
                );
            }
            assert_eq!(
                wide::weeks_overlapping_month(wide_year, wide_week),
                Weeks::overlapping_month(year, week),
            );
            count += 1;
        }
        assert_eq!(wide::weeks_of_year(year.into()), Weeks::of_year(year));
    }
    assert_eq!(count, 9 * 256);
    for number in 0..=u8::MAX {
        assert_eq!(wide::weekday(number.into()), Weekday::from_number(number));
    }
    assert_eq!(wide::weeks_in_year(2026), Ok(weeks_in_year(2026)));
}

#[test]
fn numbers_that_do_not_fit_are_named() {
    for number in BEYOND {
        let refusals = [
            (wide::week(number, 1).map(drop), "year_out_of_range"),
            (
                wide::week_constrained(number, 1).map(drop),
                "year_out_of_range",
            ),
            (wide::weeks_in_year(number).map(drop), "year_out_of_range"),
            (wide::weeks_of_year(number).map(drop), "year_out_of_range"),
            (wide::week(2025, number).map(drop), "week_out_of_range"),
            (
                wide::week_date(2025, 1, number).map(drop),
                "weekday_out_of_range",
            ),
            (wide::weekday(number).map(drop), "weekday_out_of_range"),
            (
                wide::weeks_overlapping_month(2025, number).map(drop),
                "month_out_of_range",
            ),
        ];
        for (refusal, code) in refusals {
            // Years take most 32-bit numbers, so only the wider ones are beyond them.
            if code == "year_out_of_range" && number.abs_diff(0) < 1 << 31 {
                continue;
            }
            let error = refusal.expect_err(code);
            assert_eq!((error.code(), error.value()), (code, Some(number)));
        }
        if number > 0 {
            assert_eq!(wide::week_constrained(2025, number), IsoWeek::new(2025, 52));
        } else {
            assert_eq!(
                wide::week_constrained(2025, number).unwrap_err().value(),
                Some(number)
            );
        }
    }
}

#[test]
fn epochs_and_sums_do_not_wrap() {
    for number in [1 << 32, (1 << 32) + 5, -(1 << 32), i64::MIN, i64::MAX] {
        assert_eq!(wide::epoch_week(number).unwrap_err().value(), Some(number));
        assert_eq!(wide::epoch_day(number).unwrap_err().value(), Some(number));
        assert!(wide::add_weeks(IsoWeek::MIN, number).is_err());
        assert!(wide::add_weeks(IsoWeek::MAX, number).is_err());
    }
    assert_eq!(
        wide::add_weeks(IsoWeek::MIN, IsoWeek::MAX.weeks_since(IsoWeek::MIN).into()),
        Ok(IsoWeek::MAX),
    );
    for number in [-1, 0, 1] {
        assert_eq!(
            wide::epoch_week(number).map(|week| week.epoch_week().into()),
            Ok(number)
        );
        assert_eq!(
            wide::epoch_day(number).map(|day| day.epoch_day().into()),
            Ok(number)
        );
    }
}
