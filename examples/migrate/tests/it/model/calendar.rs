//! Days, counted; 0001-01-01 is day 0, and a Monday.

/// 9999-12-31.
pub(super) const LAST: i64 = 3_652_058;

/// A day as `2025-08-04`, found by walking over years and months.
pub(super) fn text(day: i64) -> String {
    let (mut left, mut year) = (day, 1);
    while left >= days_of_year(year) {
        left -= days_of_year(year);
        year += 1;
    }
    let mut month = 1;
    while left >= days_of_month(year, month) {
        left -= days_of_month(year, month);
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", left + 1)
}

/// 0 on Mondays.
pub(super) fn weekday(day: i64) -> i64 {
    day % 7
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of_year(year: i64) -> i64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_of_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[test]
fn days_are_those_of_a_printed_calendar() {
    assert_eq!(text(0), "0001-01-01");
    assert_eq!(text(LAST), "9999-12-31");
    // date(2025, 8, 4).toordinal() of CPython is 739467, which counts from 1.
    assert_eq!(text(739_466), "2025-08-04");
    assert_eq!(weekday(739_466), 0);
    assert_eq!(text(730_178), "2000-02-29");
}
