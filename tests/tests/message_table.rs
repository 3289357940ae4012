//! `messages.csv`: what the core says of the calls that the vectors have refused. No oracle knows the
//! wording, and every language has to use the same.

mod table;

use std::collections::HashSet;
use std::fmt::Display;
use std::fs;

use semaine::{Date, Error, IsoWeek, IsoWeekDate, Weekday, Weeks};
use table::{Row, rows};

/// Set by `cargo xtask codegen`, which writes the file.
const WRITE: &str = "SEMAINE_WRITE_MESSAGES";

const HEADER: [&str; 8] = [
    "function",
    "arguments",
    "code",
    "value",
    "min",
    "max",
    "offset",
    "message",
];

/// The first call with each message.
struct Messages {
    seen: HashSet<String>,
    table: csv::Writer<Vec<u8>>,
}

impl Messages {
    fn add(&mut self, function: &str, arguments: &str, refused: Option<Error>) {
        let Some(error) = refused else { return };
        let message = error.to_string();
        if !self.seen.insert(message.clone()) {
            return;
        }
        let (min, max) = error.range().unzip();
        let [value, min, max] = [error.value(), min, max].map(or_empty);
        let offset = or_empty(error.offset());
        let row = [
            function,
            arguments,
            error.code(),
            &value,
            &min,
            &max,
            &offset,
            &message,
        ];
        self.table.write_record(row).expect("memory can be written");
    }
}

fn or_empty<T: Display>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn fields(row: &Row, columns: &[&str]) -> String {
    columns
        .iter()
        .map(|column| row.text(column))
        .collect::<Vec<_>>()
        .join(" ")
}

fn messages() -> Vec<u8> {
    let mut messages = Messages {
        seen: HashSet::new(),
        table: csv::Writer::from_writer(Vec::new()),
    };
    messages
        .table
        .write_record(HEADER)
        .expect("memory can be written");
    for row in rows("civil_errors.csv", 1_400) {
        let refused = Date::new(row.get("year"), row.get("month"), row.get("day")).err();
        messages.add("date", &fields(&row, &["year", "month", "day"]), refused);
    }
    for row in rows("numbers.csv", 150) {
        let (function, number) = (row.text("function"), row.get("number"));
        let refused = match function {
            "from_epoch_day" => Date::from_epoch_day(number).err(),
            "from_epoch_week" => IsoWeek::from_epoch_week(number).err(),
            "weekday" => Weekday::from_number(row.get("number")).err(),
            function => panic!("{}: unknown function {function}", row.place()),
        };
        messages.add(function, row.text("number"), refused);
    }
    for row in rows("mondays.csv", 100) {
        let day = Date::from_epoch_day(row.get("epoch_day"));
        let refused = day.and_then(IsoWeek::from_monday).err();
        messages.add("from_monday", row.text("epoch_day"), refused);
    }
    for row in rows("weeks.csv", 1_900) {
        let (year, week) = (row.get("year"), row.get("week"));
        let arguments = fields(&row, &["year", "week"]);
        messages.add("week", &arguments, IsoWeek::new(year, week).err());
        let constrained = IsoWeek::new_constrained(year, week).err();
        messages.add("week_constrained", &arguments, constrained);
        if let Ok(week) = IsoWeek::new(year, week) {
            messages.add("to_html", row.text("epoch_week"), week.to_html_text().err());
        }
    }
    for row in rows("years.csv", 1_600) {
        let refused = Weeks::of_year(row.get("year")).err();
        messages.add("of_year", row.text("year"), refused);
    }
    for row in rows("months.csv", 290) {
        let refused = Weeks::overlapping_month(row.get("year"), row.get("month")).err();
        messages.add(
            "overlapping_month",
            &fields(&row, &["year", "month"]),
            refused,
        );
    }
    for row in rows("texts.csv", 7_500) {
        let text = row.decoded("text");
        let refused = match row.text("function") {
            "parse_date" => Date::parse(&text).err(),
            "parse_week" => IsoWeek::parse(&text).err(),
            "parse_html" => IsoWeek::parse_html(&text).err(),
            "parse_lenient_week" => IsoWeek::parse_lenient(&text).err(),
            "parse_week_date" => IsoWeekDate::parse(&text).err(),
            "parse_lenient_week_date" => IsoWeekDate::parse_lenient(&text).err(),
            function => panic!("{}: unknown function {function}", row.place()),
        };
        messages.add(row.text("function"), row.text("text"), refused);
    }
    messages.table.into_inner().expect("memory can be written")
}

#[test]
fn the_file_is_what_the_core_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/messages.csv");
    let messages = messages();
    if std::env::var_os(WRITE).is_some() {
        fs::write(path, &messages).expect("the file can be written");
    }
    let committed = fs::read(path).expect("the file can be read");
    assert!(
        committed == messages,
        "messages.csv differs: `cargo xtask codegen` writes it"
    );
}
