//! Columns of days of every length and alignment, on each instruction set, beside the stepper.

use proptest::prelude::*;
use semaine::Weekday;
use semaine::columns::{EpochWeeks, Instants, InstantsMut, InstructionSet};
use semaine_tests::columns::answers::Answers;
use semaine_tests::columns::bytes::{check_days, check_instants, check_wide};
use semaine_tests::columns::instants::{Clock, OFFSETS, UNITS};
use semaine_tests::columns::kernels::Kernels;
use semaine_tests::columns::sets;
use semaine_tests::columns::walk::{EVERY_DAY, Scope, walk};
use semaine_tests::exhaustive::{FIRST_DAY, LAST_DAY};
use semaine_tests::oracle::Stepper;

/// Longer than every length below and all that the functions take at a time.
const LENGTHS: std::ops::RangeInclusive<usize> = 0..=200;
const HEADS: std::ops::RangeInclusive<usize> = 0..=8;

/// Days of every kind, in an order that puts each kind at every place of a chunk sooner or later:
/// new years, both ends of the range, days beyond them, nulls and days in between.
fn mixed_days(rows: usize) -> Vec<i64> {
    let new_year = |row: i64| 365 * row + row / 4 - 3;
    (0..)
        .take(rows)
        .map(|row| match row % 11 {
            0 => new_year(row),
            1 => FIRST_DAY + row / 11,
            2 => LAST_DAY - row / 11,
            3 => new_year(-3 * row),
            4 if row % 3 == 0 => LAST_DAY + 1 + row % 5,
            5 if row % 3 == 1 => FIRST_DAY - 1 - row % 6,
            6 => row * 10_000_019 % LAST_DAY,
            7 => -row * 10_000_019 % LAST_DAY,
            _ => 20_000 + row,
        })
        .collect()
}

fn narrow(days: &[i64]) -> Vec<i32> {
    let days = days.iter().copied().map(i32::try_from);
    days.collect::<Result<_, _>>().expect("days of an i32")
}

/// The set asked for, or the last available one that comes before it, or the first of all.
#[test]
fn a_limit_is_not_exceeded() {
    let available: Vec<_> = InstructionSet::available().collect();
    let fastest = available.last().copied().expect("at least one");
    sets::each(|set| {
        if set != fastest {
            return;
        }
        let mut expected = available[0];
        for asked in [
            InstructionSet::Compiled,
            InstructionSet::Sse2,
            InstructionSet::Sse42,
            InstructionSet::Avx2,
            InstructionSet::Avx512,
            InstructionSet::Neon,
        ] {
            if available.contains(&asked) {
                expected = asked;
            }
            asked.limit();
            assert_eq!(InstructionSet::current(), expected, "{asked}");
        }
    });
}

#[test]
fn every_length_and_alignment() {
    let wide = mixed_days(LENGTHS.end() + HEADS.end());
    let days = narrow(&wide);
    sets::each(|_| {
        for rows in LENGTHS {
            // Every length begins at the first place, and at a third of the others.
            for head in HEADS.filter(|head| *head == 0 || (rows + head) % 3 == 0) {
                let mut kernels = Kernels {
                    head,
                    ..Kernels::default()
                };
                check_days(&mut kernels, &days[head..head + rows]);
                check_wide(&mut kernels, &wide[head..head + rows]);
            }
        }
    });
}

/// A day without a week alone among others, at every place of two chunks and a rest.
#[test]
fn a_null_at_every_place() {
    sets::each(|_| {
        for null in [i32::MIN, i32::MIN + 5, i32::MAX - 4, i32::MAX] {
            for place in 0..70 {
                let mut days: Vec<i32> = (20_000..20_070).collect();
                days[place] = null;
                check_days(&mut Kernels::default(), &days);
                let mut wide: Vec<i64> = days.iter().copied().map(i64::from).collect();
                wide[place] = i64::MIN + i64::from(null == i32::MAX);
                check_wide(&mut Kernels::default(), &wide);
            }
        }
    });
}

/// Longer than what fits a processor's registers, and in part than its fastest cache.
#[test]
fn long_columns() {
    for rows in [1023, 1024, 1025, 2048, 5000] {
        let wide = mixed_days(rows);
        let days = narrow(&wide);
        sets::each(|_| {
            check_days(&mut Kernels::default(), &days);
            check_wide(&mut Kernels::default(), &wide);
        });
    }
}

#[test]
fn days_in_64_bits_at_the_ends_of_every_integer() {
    let mut wide = Vec::new();
    for bits in 0..=63 {
        for near in -3..=3 {
            let power = if bits == 63 { i64::MIN } else { 1 << bits };
            wide.push(power.wrapping_add(near));
            wide.push(power.wrapping_neg().wrapping_add(near));
            // The same low half as a day near 1970.
            wide.push(power.wrapping_add(20_000 + near));
        }
    }
    sets::each(|_| check_wide(&mut Kernels::default(), &wide));
}

/// Around years that the arithmetic treats apart: the leap years that only the Julian calendar has,
/// and the ends of 400-year cycles, near 1970 and where an `f32` is coarsest.
#[test]
fn days_around_the_joints_of_the_calendar() {
    for centre in [
        0,
        1_000_000_000,
        -1_000_000_000,
        LAST_DAY - 80_000,
        FIRST_DAY + 80_000,
    ] {
        sets::each(|_| {
            let walked = walk(centre - 74_000..=centre + 74_000, Scope::Everything, |_| ());
            assert_eq!((walked.days, walked.nulls), (148_001, 0));
        });
    }
}

#[test]
fn both_ends_of_every_day_of_an_i32() {
    let (first, last) = (*EVERY_DAY.start(), *EVERY_DAY.end());
    sets::each(|_| {
        let low = walk(first..=first + 5_000, Scope::Everything, |_| ());
        let high = walk(last - 5_000..=last, Scope::Everything, |_| ());
        assert_eq!((low.nulls, high.nulls), (6, 5));
    });
}

#[test]
fn instants_around_midnights_and_at_the_ends_of_an_i64() {
    for clock in Clock::all(&[0, 1, -1, 3_600, -12_345, 86_399, -86_399]) {
        let mut instants = vec![i64::MIN, i64::MIN + 1, i64::MAX, i64::MAX - 1, 0, 1, -1];
        let days = mixed_days(300).into_iter().chain(-400..400);
        let (ns, us) = (106_751, 106_751_991);
        let ends = [-us, -ns, ns, us].into_iter();
        for day in days.chain(ends.flat_map(|end| end - 5..=end + 5)) {
            // Beyond what the unit can count there is no such instant.
            let Some((first, last)) = clock.ends(day) else {
                continue;
            };
            instants.extend([first, first + 1, last - 1, last]);
            instants.extend(first.checked_sub(1));
            instants.extend(last.checked_add(1));
        }
        // Where the dividend changes its sign or leaves the range.
        instants.extend((0..62).flat_map(|bit| [1 << bit, -(1 << bit), i64::MAX - (1 << bit)]));
        sets::each(|_| {
            for start in 0..9 {
                let part = &instants[start * 17..];
                check_instants(&mut Kernels::default(), clock, part);
            }
        });
    }
}

/// Days whose midnight, or whose Monday's, an `i64` does not hold become `NaT` and are counted.
#[test]
fn instants_written_beyond_their_limits() {
    for clock in Clock::all(&OFFSETS) {
        let mut days: Vec<i64> = mixed_days(500);
        for end in [106_751, 106_751_991, LAST_DAY - 50] {
            days.extend(end - 20..=end + 20);
            days.extend(-end - 20..=-end + 20);
        }
        let answers = Answers::of(days.iter().copied().map(Some));
        let column = narrow(&days);
        sets::each(|_| {
            let mut kernels = Kernels::default();
            clock.check_written(&mut kernels, &column[..], &answers);
            clock.check_written(&mut kernels, &days[..], &answers);
            let weeks = column.iter().map(|&day| day / 7).collect::<Vec<_>>();
            let mondays = weeks.iter().map(|&week| Some(7 * i64::from(week) - 3));
            clock.check_written(&mut kernels, EpochWeeks(&weeks), &Answers::of(mondays));
        });
    }
}

/// An offset moves the day by its sign: one second before midnight in UTC it is tomorrow where the
/// clocks are ahead, and one second after it yesterday where they are behind.
#[test]
fn offsets_are_seconds_ahead_of_utc() {
    let thursday = 0;
    let day = |instant: i64, offset| {
        let mut weekdays = [0];
        let column = [instant];
        let column = Instants::new(&column, UNITS[0], offset).unwrap();
        semaine::columns::weekday(column, &mut weekdays).unwrap();
        weekdays[0]
    };
    assert_eq!((day(thursday - 1, 0), day(thursday - 1, 1)), (3, 4));
    assert_eq!((day(thursday, 0), day(thursday, -1)), (4, 3));
    for (offset, fits) in [
        (86_399, true),
        (86_400, false),
        (-86_399, true),
        (-86_400, false),
    ] {
        assert_eq!(Instants::new(&[], UNITS[0], offset).is_ok(), fits);
        assert_eq!(InstantsMut::new(&mut [], UNITS[0], offset).is_ok(), fits);
    }
}

/// The documented meaning of weeks that start on any weekday, beside the number of the weekday.
#[test]
fn weeks_start_on_the_weekday_that_is_asked_for() {
    for first in Weekday::ALL {
        let days: Vec<i32> = (-20..20).collect();
        let mut starts = [0; 40];
        semaine::columns::week_start_on(&days[..], first, &mut starts[..]).unwrap();
        for (day, start) in days.into_iter().zip(starts) {
            assert!((day - 6..=day).contains(&start));
            assert_eq!(Stepper::at(start.into()).weekday, first.number());
        }
    }
}

/// Numbers of every size, with days that have a week more often than their share.
fn any_number() -> impl Strategy<Value = i64> {
    prop_oneof![
        any::<i64>(),
        any::<i32>().prop_map(i64::from),
        -800_000_i64..800_000,
        Just(i64::MIN),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_days_in_32_bits(days in prop::collection::vec(any::<i32>(), 0..150), head in HEADS) {
        sets::each(|_| check_days(&mut Kernels { head, ..Kernels::default() }, &days));
    }

    #[test]
    fn any_days_in_64_bits(days in prop::collection::vec(any_number(), 0..150), head in HEADS) {
        sets::each(|_| check_wide(&mut Kernels { head, ..Kernels::default() }, &days));
    }

    #[test]
    fn any_instants(
        instants in prop::collection::vec(any_number(), 0..150),
        unit in prop::sample::select(&UNITS),
        offset in -86_399..=86_399,
    ) {
        let clock = Clock { unit, offset };
        sets::each(|_| check_instants(&mut Kernels::default(), clock, &instants));
    }
}

/// The earliest instants are still in a day where the clocks are behind UTC.
#[test]
fn the_earliest_instants_behind_utc() {
    for clock in Clock::all(&[-1, -3_600, -86_399]) {
        sets::each(|_| {
            let earliest = [i64::MIN + 1, i64::MIN + 2];
            check_instants(&mut Kernels::default(), clock, &earliest);
        });
    }
}

/// Spare bits are 0 whatever a column is filled up with.
#[test]
fn spare_bits_of_epoch_weeks() {
    sets::each(|_| {
        let mut mondays = [0xA5];
        let weeks = EpochWeeks(&[0, 1, 2]);
        semaine::columns::is_week_start_bits(weeks, &mut mondays).unwrap();
        assert_eq!(mondays, [0b111]);
    });
}
