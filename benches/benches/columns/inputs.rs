//! What the columns hold: the same dates in every form, made once and only if a benchmark runs that
//! needs them.

use std::sync::LazyLock;

use chrono::NaiveDate;
use semaine_benches::endless_dates;
use semaine_benches::peers::chrono_date;

/// The rows of the largest column.
pub(crate) const ROWS: usize = 10_000_000;

pub(crate) const NANOSECONDS_A_DAY: i64 = 86_400_000_000_000;

/// Puts the dates' epoch days at all times of the day and just within what 64 bits hold.
const NANOSECONDS_APART: i64 = 3_000_000_000_001;

static DAYS: LazyLock<Vec<i32>> = LazyLock::new(|| {
    let dates = endless_dates().take(ROWS);
    dates.map(semaine::Date::epoch_day).collect()
});

static WIDE_DAYS: LazyLock<Vec<i64>> =
    LazyLock::new(|| DAYS.iter().copied().map(i64::from).collect());

static NANOSECONDS: LazyLock<Vec<i64>> = LazyLock::new(|| {
    let days = WIDE_DAYS.iter();
    days.map(|day| day * NANOSECONDS_APART).collect()
});

/// Epoch days, as Arrow has them.
pub(crate) fn days(rows: usize) -> &'static [i32] {
    first(&DAYS, rows)
}

/// The same in 64 bits, as `NumPy` has them.
pub(crate) fn wide_days(rows: usize) -> &'static [i64] {
    first(&WIDE_DAYS, rows)
}

/// Instants, which are on other days, since so many years do not fit.
pub(crate) fn nanoseconds(rows: usize) -> &'static [i64] {
    first(&NANOSECONDS, rows)
}

fn first<T>(column: &[T], rows: usize) -> &[T] {
    column.get(..rows).expect("no more rows than there are")
}

/// The date of a row of epoch days.
pub(crate) fn date(row: usize) -> NaiveDate {
    chrono_date(*DAYS.get(row).expect("a row"))
}

/// The date of a row of instants.
pub(crate) fn date_of_instant(row: usize) -> NaiveDate {
    let instant = NANOSECONDS.get(row).expect("a row");
    let day = instant.div_euclid(NANOSECONDS_A_DAY);
    chrono_date(day.try_into().expect("in range"))
}
