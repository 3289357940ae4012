//! The short form of the exhaustive walk: a whole 400-year cycle at several places, both ends of
//! the range, and every text of a cycle. `cargo xtask exhaustive` walks everything.

use semaine_tests::exhaustive::{DAYS, FIRST_DAY, LAST_DAY, walk, walk_texts};
use semaine_tests::oracle::{DAYS_PER_CYCLE, Stepper};

#[test]
fn whole_cycles_agree_with_the_stepper() {
    // Around the epoch, before year 1, at odd places, and at both ends of the range.
    for first in [
        0,
        -1_000_000,
        -123_456_789,
        1_234_567_890,
        FIRST_DAY,
        LAST_DAY - DAYS_PER_CYCLE,
    ] {
        let visited = walk(first..=first + DAYS_PER_CYCLE, |_| ());
        assert_eq!(i64::try_from(visited), Ok(DAYS_PER_CYCLE + 1));
    }
}

#[test]
fn the_range_is_that_of_an_i32_less_eleven_days() {
    assert_eq!(DAYS, (1 << 32) - 11);
    assert_eq!(i64::from(semaine::Date::MIN.epoch_day()), FIRST_DAY);
    assert_eq!(i64::from(semaine::Date::MAX.epoch_day()), LAST_DAY);
    for day in [FIRST_DAY - 1, LAST_DAY + 1] {
        let day = i32::try_from(day).expect("still an i32");
        assert!(semaine::Date::from_epoch_day(day).is_err());
    }
    let (first, last) = (Stepper::at(FIRST_DAY), Stepper::at(LAST_DAY));
    let years = semaine::IsoWeek::new(i32::MAX, 1).unwrap_err().range();
    assert_eq!(years, Some((first.year.into(), last.year.into())));
    assert_eq!((first.iso_year, last.iso_year), (first.year, last.year));
}

#[test]
fn texts_agree_with_the_standard_library() {
    assert_eq!(walk_texts(-401..=401), 2 * 20_871 + 52 + 52 + 52);
    // Where the number of digits changes.
    assert_eq!(walk_texts(9_990..=10_010), 21 * 52 + 4);
}
