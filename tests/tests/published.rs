//! The facts that other projects publish in their tests: `vectors/published/*.csv`.

mod table;

use semaine::{Date, IsoWeek, IsoWeekDate, Weekday, weeks_in_year};
use table::{Row, rows};

fn facts(file: &str, at_least: usize) -> Vec<Row> {
    rows(&format!("published/{file}"), at_least)
}

fn date(row: &Row) -> Option<Date> {
    let year = row.optional("year")?;
    Some(Date::new(year, row.get("month"), row.get("day")).expect("the date exists"))
}

/// Checks what a table says of each date; where it names no date, the week date must be refused.
fn assert_dates(file: &str, at_least: usize) {
    for row in facts(file, at_least) {
        let place = row.place();
        let Some(date) = date(&row) else {
            let weekday = Weekday::from_number(row.get("weekday"));
            let week = IsoWeek::new(row.get("iso_year"), row.get("iso_week"));
            assert!(week.is_err() || weekday.is_err(), "{place}");
            continue;
        };
        let week_date = date.iso_week_date();
        let (year, week, weekday) = week_date.parts();
        if let Some(expected) = row.optional("iso_year") {
            assert_eq!(year, expected, "{place}");
        }
        if let Some(expected) = row.optional("iso_week") {
            assert_eq!(week, expected, "{place}");
        }
        if let Some(expected) = row
            .if_present("weekday")
            .and_then(|_| row.optional("weekday"))
        {
            assert_eq!(weekday.number(), expected, "{place}");
        }
        assert_eq!(
            IsoWeekDate::new(year, week, weekday),
            Ok(week_date),
            "{place}"
        );
        assert_eq!(week_date.date(), date, "{place}");
    }
}

fn assert_years(file: &str, at_least: usize) {
    for row in facts(file, at_least) {
        let weeks: u8 = row.get("weeks");
        assert_eq!(weeks_in_year(row.get("year")), weeks, "{}", row.place());
    }
}

/// A text is a day, or a week of which the table names the Monday, or refused.
fn assert_texts(file: &str, at_least: usize) {
    for row in facts(file, at_least) {
        let text = row.decoded("text");
        let found = match row.text("function") {
            "parse_week" => IsoWeek::parse(&text).map(IsoWeek::monday),
            "parse_week_date" => IsoWeekDate::parse(&text).map(IsoWeekDate::date),
            "parse_lenient_week_date" => IsoWeekDate::parse_lenient(&text).map(IsoWeekDate::date),
            "parse_date" => Date::parse(&text),
            function => panic!("{}: unknown function {function}", row.place()),
        };
        assert_eq!(found.ok(), date(&row), "{}: {text:?}", row.place());
    }
}

#[test]
fn cpython() {
    assert_dates("cpython_dates.csv", 53);
    assert_years("cpython_years.csv", 800);
    assert_texts("cpython_texts.csv", 41);
}

#[test]
fn go() {
    assert_dates("go_dates.csv", 98);
}

#[test]
fn chrono() {
    assert_dates("chrono_dates.csv", 29);
}

#[test]
fn time() {
    assert_dates("time_dates.csv", 19);
    assert_years("time_years.csv", 400);
}

#[test]
fn time_julian_days() {
    // The Julian day number at noon of 1970-01-01, since the Unix epoch is JD 2440587.5.
    const EPOCH: i32 = 2_440_588;
    for row in facts("time_julian_days.csv", 6) {
        let expected = row.get::<i32>("julian_day") - EPOCH;
        assert_eq!(
            date(&row).map(Date::epoch_day),
            Some(expected),
            "{}",
            row.place()
        );
    }
}

#[test]
fn jiff() {
    assert_dates("jiff_dates.csv", 12);
    assert_years("jiff_years.csv", 4);
    assert_texts("jiff_texts.csv", 5);
}

#[test]
fn test262() {
    assert_dates("test262_dates.csv", 54);
}

/// What `<input type="week">` keeps of the values that scripts give it.
#[test]
fn web_platform_tests() {
    for row in facts("wpt_inputs.csv", 16) {
        let kept = match IsoWeek::parse_html(row.text("value")) {
            Ok(week) => week.to_html_text().unwrap().to_string(),
            Err(_) => String::new(),
        };
        assert_eq!(kept, row.text("sanitized"), "{}", row.place());
    }
}
