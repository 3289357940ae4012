//! Every vector of `vectors/*.csv`, whose expected values were made without this library.

mod table;

use std::collections::BTreeSet;

use semaine::{
    Date, Error, ErrorKind, IsoWeek, IsoWeekDate, MonthRule, MonthWeek, Weekday, Weeks,
    is_long_year, is_monday, iso_year, next_monday, previous_monday, week_end, week_number,
    week_range, week_start, weeks_in_year,
};
use table::{Row, rows};

/// The files, each with the fewest rows that it may have.
const FILES: [(&str, usize); 13] = [
    ("arithmetic.csv", 1_700),
    ("civil_errors.csv", 1_400),
    ("date_texts.csv", 800),
    ("dates.csv", 6_000),
    ("errors.csv", 26),
    ("mondays.csv", 100),
    ("month_weeks.csv", 6_000),
    ("months.csv", 290),
    ("numbers.csv", 150),
    ("ranges.csv", 30),
    ("texts.csv", 7_500),
    ("weeks.csv", 1_900),
    ("years.csv", 1_600),
];

fn vectors(file: &str) -> Vec<Row> {
    let (_, at_least) = FILES
        .iter()
        .find(|(name, _)| *name == file)
        .expect("the file is listed");
    rows(file, *at_least)
}

fn day(epoch_day: i32) -> Date {
    Date::from_epoch_day(epoch_day).expect("the vector's day is representable")
}

fn week(epoch_week: i32) -> IsoWeek {
    IsoWeek::from_epoch_week(epoch_week).expect("the vector's week is representable")
}

/// Compares a result with the columns `error` and, where the file has it, `value`; the caller says
/// which value the columns of a success name.
fn assert_result<T: PartialEq + std::fmt::Debug>(
    row: &Row,
    found: Result<T, Error>,
    expected: Option<&T>,
    has_value: bool,
) {
    let place = row.place();
    match found {
        Ok(found) => {
            assert_eq!(row.text("error"), "", "{place}: accepted {found:?}");
            assert_eq!(Some(&found), expected, "{place}");
        }
        Err(error) => {
            assert_eq!(row.text("error"), error.code(), "{place}");
            if has_value {
                assert_eq!(error.value(), row.optional("value"), "{place}");
            }
        }
    }
}

#[test]
fn dates() {
    for row in vectors("dates.csv") {
        let place = row.place();
        let (year, month, number) = (row.get("year"), row.get("month"), row.get("day"));
        let (week_year, week_of_year) = (row.get("iso_year"), row.get("iso_week"));
        let weekday = Weekday::from_number(row.get("weekday")).unwrap();
        let date = day(row.get("epoch_day"));
        let week = date.iso_week();

        assert_eq!(date.civil(), (year, month, number), "{place}");
        assert_eq!(
            (date.year(), date.month(), date.day()),
            (year, month, number),
            "{place}"
        );
        assert_eq!(Date::new(year, month, number), Ok(date), "{place}");
        assert_eq!(date.weekday(), weekday, "{place}");
        assert_eq!(is_monday(date), weekday == Weekday::Monday, "{place}");

        assert_eq!(week.epoch_week(), row.get("epoch_week"), "{place}");
        assert_eq!(week.year_week(), (week_year, week_of_year), "{place}");
        assert_eq!(
            (week.year(), week.week()),
            (week_year, week_of_year),
            "{place}"
        );
        assert_eq!(
            (iso_year(date), week_number(date)),
            (week_year, week_of_year),
            "{place}"
        );
        assert_eq!(IsoWeek::new(week_year, week_of_year), Ok(week), "{place}");
        assert!(week.contains(date), "{place}");
        assert_eq!(week.day(weekday), date, "{place}");

        let week_date = date.iso_week_date();
        assert_eq!(
            week_date.parts(),
            (week_year, week_of_year, weekday),
            "{place}"
        );
        assert_eq!(
            IsoWeekDate::new(week_year, week_of_year, weekday),
            Ok(week_date),
            "{place}"
        );
        assert_eq!(week_date.date(), date, "{place}");

        let (monday, sunday) = (day(row.get("week_start")), day(row.get("week_end")));
        assert_eq!(
            (week_start(date), week_end(date)),
            (monday, sunday),
            "{place}"
        );
        assert_eq!(week_range(date), (monday, sunday), "{place}");
        assert_eq!((week.monday(), week.sunday()), (monday, sunday), "{place}");
        assert_eq!(
            next_monday(date).ok(),
            row.optional("next_monday").map(day),
            "{place}"
        );
        assert_eq!(
            previous_monday(date).ok(),
            row.optional("previous_monday").map(day),
            "{place}"
        );
    }
}

#[test]
fn date_texts() {
    for row in vectors("date_texts.csv") {
        let place = row.place();
        let date = day(row.get("epoch_day"));
        let week_date = date.iso_week_date();
        let (text, extended, basic) = (
            row.text("date"),
            row.text("week_date"),
            row.text("basic_week_date"),
        );

        assert_eq!(date.to_text().as_str(), text, "{place}");
        assert_eq!(week_date.to_text().as_str(), extended, "{place}");
        assert_eq!(week_date.to_basic_text().as_str(), basic, "{place}");
        assert_eq!(Date::parse(text), Ok(date), "{place}");
        assert_eq!(IsoWeekDate::parse(extended), Ok(week_date), "{place}");
        assert_eq!(IsoWeekDate::parse(basic), Ok(week_date), "{place}");
        assert_eq!(IsoWeekDate::parse_lenient(basic), Ok(week_date), "{place}");
    }
}

#[test]
fn mondays() {
    for row in vectors("mondays.csv") {
        let date = day(row.get("epoch_day"));
        let found = IsoWeek::from_monday(date);
        assert_result(
            &row,
            found,
            row.optional("epoch_week").map(week).as_ref(),
            false,
        );
        if let Err(error) = found {
            assert_eq!(
                error.value(),
                Some(i64::from(date.epoch_day())),
                "{}",
                row.place()
            );
        }
    }
}

#[test]
fn civil_errors() {
    for row in vectors("civil_errors.csv") {
        let found = Date::new(row.get("year"), row.get("month"), row.get("day"));
        assert_result(
            &row,
            found,
            row.optional("epoch_day").map(day).as_ref(),
            true,
        );
    }
}

#[test]
fn numbers() {
    for row in vectors("numbers.csv") {
        let place = row.place();
        let number: i32 = row.get("number");
        let found = match row.text("function") {
            "from_epoch_day" => Date::from_epoch_day(number).map(Date::epoch_day),
            "from_epoch_week" => IsoWeek::from_epoch_week(number).map(IsoWeek::epoch_week),
            "weekday" => Weekday::from_number(number.try_into().unwrap())
                .map(|weekday| i32::from(weekday.number())),
            function => panic!("{place}: unknown function {function}"),
        };
        assert_result(&row, found, Some(&number), false);
        if let Err(error) = found {
            assert_eq!(error.value(), Some(i64::from(number)), "{place}");
        }
    }
}

#[test]
fn years() {
    for row in vectors("years.csv") {
        let place = row.place();
        let year = row.get("year");
        let weeks: u8 = row.get("weeks_in_year");
        let first_monday = row.optional("first_monday").map(day);

        assert_eq!(weeks_in_year(year), weeks, "{place}");
        assert_eq!(is_long_year(year), weeks == 53, "{place}");
        assert_eq!(
            IsoWeek::new(year, 1).ok().map(IsoWeek::monday),
            first_monday,
            "{place}"
        );
        match Weeks::of_year(year) {
            Ok(found) => {
                assert_eq!(row.text("error"), "", "{place}");
                assert_eq!(found.len(), usize::from(weeks), "{place}");
                assert_eq!(found.days().first(), first_monday, "{place}");
            }
            Err(error) => assert_eq!(error.code(), row.text("error"), "{place}"),
        }
    }
}

#[test]
fn weeks() {
    for row in vectors("weeks.csv") {
        let place = row.place();
        let (year, number) = (row.get("year"), row.get("week"));
        let found = IsoWeek::new(year, number);
        assert_result(
            &row,
            found,
            row.optional("epoch_week").map(week).as_ref(),
            true,
        );

        let constrained = IsoWeek::new_constrained(year, number);
        let code = constrained.err().map_or("", Error::code);
        assert_eq!(code, row.text("constrained_error"), "{place}");
        assert_eq!(
            constrained.ok(),
            row.optional("constrained_epoch_week").map(week),
            "{place}"
        );

        let Ok(found) = found else { continue };
        let (text, basic, html) = (
            row.text("text"),
            row.text("basic_text"),
            row.text("html_text"),
        );
        assert_eq!(found.year_week(), (year, number), "{place}");
        assert_eq!(found.monday(), day(row.get("monday")), "{place}");
        assert_eq!(found.to_text().as_str(), text, "{place}");
        assert_eq!(found.to_basic_text().as_str(), basic, "{place}");
        assert_eq!(IsoWeek::parse(text), Ok(found), "{place}");
        assert_eq!(IsoWeek::parse(basic), Ok(found), "{place}");
        match found.to_html_text() {
            Ok(found_html) => {
                assert_eq!(found_html.as_str(), html, "{place}");
                assert_eq!(IsoWeek::parse_html(html), Ok(found), "{place}");
            }
            Err(error) => {
                assert_eq!(
                    (error.code(), html),
                    ("html_year_out_of_range", ""),
                    "{place}"
                );
            }
        }
    }
}

/// The rows of one unit; the members of both units have the same methods, but no common trait.
macro_rules! assert_arithmetic {
    ($unit:literal, $member:ident, $at_least:literal) => {
        let mut checks = 0;
        for row in vectors("arithmetic.csv") {
            let unit = row.text("unit");
            assert!(["weeks", "days"].contains(&unit), "{}", row.place());
            if unit != $unit {
                continue;
            }
            checks += 1;
            let place = row.place();
            let (start, amount) = ($member(row.get("start")), row.get("amount"));
            let adds = row.text("operation") == "add";
            let (checked, saturated) = if adds {
                (start.checked_add(amount), start.saturating_add(amount))
            } else {
                (start.checked_sub(amount), start.saturating_sub(amount))
            };
            assert_result(
                &row,
                checked,
                row.optional("result").map($member).as_ref(),
                true,
            );
            assert_eq!(saturated, $member(row.get("saturated")), "{place}");
            if let Ok(found) = checked {
                let difference = if adds { found - start } else { start - found };
                assert_eq!(difference, amount, "{place}");
            }
        }
        assert!(checks >= $at_least, "only {checks} rows of {}", $unit);
    };
}

#[test]
fn arithmetic_of_weeks() {
    assert_arithmetic!("weeks", week, 800);
}

#[test]
fn arithmetic_of_days() {
    assert_arithmetic!("days", day, 900);
}

#[test]
fn month_weeks() {
    for row in vectors("month_weeks.csv") {
        let place = row.place();
        let rule = match row.text("rule") {
            "thursday" => MonthRule::Thursday,
            "monday" => MonthRule::Monday,
            "row" => MonthRule::Row,
            "seven_days" => MonthRule::SevenDays,
            rule => panic!("{place}: unknown rule {rule}"),
        };
        let expected = (row.get("year"), row.get("month"), row.get("week"));
        let date = day(row.get("epoch_day"));
        let found = MonthWeek::of(date, rule);
        assert_eq!((found.year, found.month, found.week), expected, "{place}");
        if rule == MonthRule::Thursday {
            assert_eq!(MonthWeek::of_week(date.iso_week()), found, "{place}");
        }
    }
}

#[test]
fn months() {
    for row in vectors("months.csv") {
        let found = Weeks::overlapping_month(row.get("year"), row.get("month"));
        let expected = row
            .optional("first_week")
            .map(|first| Weeks::inclusive(week(first), week(row.get("last_week"))));
        if let Some(expected) = &expected {
            assert_eq!(expected.len(), row.get::<usize>("weeks"), "{}", row.place());
        }
        assert_result(&row, found, expected.as_ref(), true);
    }
}

#[test]
fn ranges() {
    for row in vectors("ranges.csv") {
        let place = row.place();
        let expected: Vec<_> = row
            .text("weeks")
            .split_whitespace()
            .map(|epoch_week| week(epoch_week.parse().unwrap()))
            .collect();
        let (first, last) = (week(row.get("first")), week(row.get("last")));
        let step = row.get("step");
        let range = Weeks::inclusive(first, last);

        assert!(
            range.clone().step_by(step).eq(expected.iter().copied()),
            "{place}"
        );
        assert!(
            range
                .clone()
                .step_by(step)
                .rev()
                .eq(expected.iter().rev().copied()),
            "{place}"
        );
        assert_eq!(range.clone().step_by(step).len(), expected.len(), "{place}");
        assert_eq!(range.is_empty(), expected.is_empty(), "{place}");
        assert!(
            expected.iter().all(|&member| range.contains(member)),
            "{place}"
        );
    }
}

#[test]
fn texts() {
    for row in vectors("texts.csv") {
        let place = row.place();
        let text = row.decoded("text");
        let week = |found: IsoWeek| found.epoch_week();
        let week_date = |found: IsoWeekDate| found.date().epoch_day();
        let found = match row.text("function") {
            "parse_week" => {
                assert_eq!(text.parse(), IsoWeek::parse(&text), "{place}");
                IsoWeek::parse(&text).map(week)
            }
            "parse_week_date" => {
                assert_eq!(text.parse(), IsoWeekDate::parse(&text), "{place}");
                IsoWeekDate::parse(&text).map(week_date)
            }
            "parse_date" => {
                assert_eq!(text.parse(), Date::parse(&text), "{place}");
                Date::parse(&text).map(Date::epoch_day)
            }
            "parse_html" => IsoWeek::parse_html(&text).map(week),
            "parse_lenient_week" => IsoWeek::parse_lenient(&text).map(week),
            "parse_lenient_week_date" => IsoWeekDate::parse_lenient(&text).map(week_date),
            function => panic!("{place}: unknown function {function}"),
        };
        // One comparison of everything, so that a failure shows the text and both sides whole.
        let found = match found {
            Ok(number) => (Some(number), "", None, None),
            Err(error) => (None, error.code(), error.offset(), error.value()),
        };
        let expected = (
            row.optional("result"),
            row.text("error"),
            row.optional("offset"),
            row.optional("value"),
        );
        assert_eq!(
            found,
            expected,
            "{place}: {} {text:?}",
            row.text("function")
        );
    }
}

#[test]
fn every_error_code_is_listed_and_every_listed_code_exists() {
    let listed: BTreeSet<_> = vectors("errors.csv")
        .iter()
        .map(|row| row.text("code").to_owned())
        .collect();
    let existing: BTreeSet<_> = ErrorKind::ALL
        .iter()
        .map(|kind| kind.code().to_owned())
        .collect();
    assert_eq!(listed, existing);
}

#[test]
fn every_error_code_of_the_core_occurs_in_a_vector() {
    let mut occurring = BTreeSet::new();
    for (file, at_least) in FILES {
        for row in rows(file, at_least) {
            for column in ["error", "constrained_error"] {
                occurring.extend(row.if_present(column).map(String::from));
            }
        }
    }
    for row in vectors("errors.csv") {
        let code = row.text("code");
        // The messages of codes of columns, and what raises them, stand in `messages.rs`.
        let expected = row.text("feature").is_empty() && !row.get::<bool>("columns");
        assert_eq!(occurring.contains(code), expected, "{code}");
    }
}

#[test]
fn errors_carry_a_number_exactly_where_the_list_says_so() {
    let with_value: BTreeSet<_> = vectors("errors.csv")
        .iter()
        .filter(|row| row.get("has_value"))
        .map(|row| row.text("code").to_owned())
        .collect();
    for row in vectors("texts.csv") {
        let code = row.text("error");
        if !code.is_empty() {
            let has_value = !row.text("value").is_empty();
            assert_eq!(has_value, with_value.contains(code), "{}", row.place());
        }
    }
}
