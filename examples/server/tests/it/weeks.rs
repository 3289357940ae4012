//! The facts of a week, compared with the vectors and with another library.

use std::collections::BTreeSet;
use std::fs;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::support::{Database, Server, on_both};

on_both!(
    every_date_has_its_week,
    every_week_is_known,
    years_have_their_number_of_weeks,
    a_refused_week_says_why,
    the_first_and_the_last_week,
);

/// Every so many of the vectors: all of them would take minutes on a busy machine.
const STRIDE: usize = 5;

/// The rows of a file of vectors, without its head.
fn rows(name: &str) -> Vec<Vec<String>> {
    let path = format!(
        "{}/../../tests/vectors/{name}.csv",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .skip(1)
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

fn number(text: &str) -> i32 {
    text.parse().unwrap()
}

fn date(epoch_day: &str) -> Date {
    jiff::civil::date(1970, 1, 1)
        .checked_add(number(epoch_day).days())
        .unwrap()
}

/// The name of the week of a date, by another library.
fn name(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// What the service should tell of the week of a Monday.
fn facts(year: i32, number: i32, monday: Date) -> Value {
    let days = (0..7).map(|n| monday.checked_add(n.days()).unwrap());
    let days: Vec<String> = days.map(|day| day.to_string()).collect();
    json!({
        "week": format!("{year:04}-W{number:02}"),
        "year": year,
        "number": number,
        "monday": days[0],
        "sunday": days[6],
        "days": days,
        "previous": name(monday.checked_sub(1.week()).unwrap()),
        "next": name(monday.checked_add(1.week()).unwrap()),
        "weeks_in_year": i32::from(monday.iso_week_date().weeks_in_year()),
    })
}

async fn facts_of(server: &Server, text: &str) -> Value {
    server
        .get(&format!("/api/weeks/{text}"))
        .expect(200)
        .await
        .body
}

async fn every_date_has_its_week(database: Database) {
    let server = database.serve();
    let mut count = 0;
    let rows = rows("dates");
    let known = rows
        .iter()
        .filter(|row| (1..=9998).contains(&number(&row[1])));
    for row in known.step_by(STRIDE) {
        let text = format!("{:0>4}-{:0>2}-{:0>2}", row[1], row[2], row[3]);
        let wanted = facts(number(&row[5]), number(&row[6]), date(&row[8]));
        assert_eq!(facts_of(&server, &text).await, wanted, "{text}");
        count += 1;
    }
    assert_eq!(count, 5489_usize.div_ceil(STRIDE));
}

async fn every_week_is_known(database: Database) {
    let server = database.serve();
    let (mut known, mut refused) = (0, 0);
    let rows = rows("weeks");
    let rows = rows
        .iter()
        .filter(|row| (1..=9998).contains(&number(&row[0])));
    for row in rows.step_by(STRIDE) {
        let text = format!("{:0>4}-W{:0>2}", row[0], row[1]);
        if row[7].is_empty() {
            let wanted = facts(number(&row[0]), number(&row[1]), date(&row[3]));
            assert_eq!(facts_of(&server, &text).await, wanted);
            assert_eq!(facts_of(&server, &row[5]).await, wanted);
            known += 1;
        } else {
            let answer = server.get(&format!("/api/weeks/{text}")).expect(400).await;
            assert_eq!(answer.code(), row[7], "{text}");
            assert_eq!(
                (&answer.body["field"], &answer.body["value"]),
                (&json!("week"), &json!(text))
            );
            refused += 1;
        }
    }
    assert!(known > 100 && refused > 10, "{known} {refused}");
}

async fn years_have_their_number_of_weeks(database: Database) {
    let server = database.serve();
    let mut count = 0;
    let rows = rows("years");
    let known = rows
        .iter()
        .filter(|row| (1..=9998).contains(&number(&row[0])));
    for row in known.step_by(STRIDE) {
        let last = facts_of(&server, &format!("{:0>4}-W{}", row[0], row[1])).await;
        assert_eq!(last["weeks_in_year"], number(&row[1]));
        let next = format!("{:04}-W01", number(&row[0]) + 1);
        assert_eq!(last["next"], next);
        count += 1;
    }
    assert!(count > 100, "{count}");
}

async fn a_refused_week_says_why(database: Database) {
    let server = database.serve();
    let mut seen = BTreeSet::new();
    for row in rows("texts") {
        let (function, text, error) = (&row[0], &row[1], &row[3]);
        // What has a W is read as a week, and everything else as a date.
        let is_week = text.contains(['W', 'w']);
        let is_read = function == if is_week { "parse_week" } else { "parse_date" };
        if !is_read || text.is_empty() {
            continue;
        }
        let text = ['/', '?', '#', '\\']
            .into_iter()
            .fold(text.clone(), |text, sign| {
                text.replace(sign, &format!("%{:02X}", u32::from(sign)))
            });
        // The first of each error, and some more.
        if !seen.insert(error.clone()) && text.len() % 4 != 0 {
            continue;
        }
        let answer = server.get(&format!("/api/weeks/{text}")).send().await;
        if error.is_empty() {
            let is_far = answer.code() == "year_out_of_range";
            assert!(answer.status == 200 || is_far, "{text}: {}", answer.text);
        } else {
            assert_eq!(
                (answer.status, answer.code()),
                (400, error.as_str()),
                "{text}"
            );
        }
    }
    for error in [
        "day_not_in_month",
        "month_out_of_range",
        "parse_expected_digit",
        "parse_expected_separator",
        "parse_expected_w",
        "parse_trailing",
        "parse_unexpected_end",
        "week_not_in_year",
        "week_out_of_range",
    ] {
        assert!(seen.contains(error), "{error}");
    }
}

async fn the_first_and_the_last_week(database: Database) {
    let server = database.serve();
    let first = facts_of(&server, "0001-01-01").await;
    assert_eq!(
        (&first["week"], &first["previous"]),
        (&json!("0001-W01"), &json!("0000-W52"))
    );
    let last = facts_of(&server, "9998-12-31").await;
    assert_eq!(
        (&last["week"], &last["next"]),
        (&json!("9998-W53"), &json!("9999-W01"))
    );
    assert_eq!(last["sunday"], "9999-01-03");
    for text in [
        "0000-12-31",
        "9999-01-01",
        "0000-W52",
        "9999-W01",
        "-0001-W01",
        "+10000-W01",
    ] {
        let answer = server.get(&format!("/api/weeks/{text}")).expect(400).await;
        assert!(
            answer.code().ends_with("out_of_range"),
            "{text}: {}",
            answer.text
        );
    }
}
