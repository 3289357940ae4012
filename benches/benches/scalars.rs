//! One date, one week or one text at a time, beside the libraries that people use today.
//!
//! Every group does the same work on the same dates with each library: from epoch days where the
//! question is asked of a column or a database, from each library's own type where that is what an
//! application holds. Every result is compared with the one that is right (numbers in the timed loop,
//! texts before it), so no library can be fast by being wrong or by not being run.

use std::fmt::{Debug, Write as _};
use std::hint::black_box;
use std::mem;
use std::time::Duration;

use chrono::NaiveDate;
use chrono::format::StrftimeItems;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use semaine::{Date, IsoWeek, IsoWeekDate, week_start};
use semaine_benches::peers::{
    WEEK, WEEK_DATE, chrono_date, chrono_monday, chrono_parse_week, chrono_parts, chrono_write,
    jiff_date, jiff_monday, jiff_parse_week, jiff_parts, jiff_write, to_chrono, to_jiff,
};
use semaine_benches::{DATES, dates};
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

const JULIAN_DAY_OF_EPOCH: i32 = 2_440_588;
const TIME_WEEK: &[BorrowedFormatItem<'_>] =
    format_description!("[year base:iso_week]-W[week_number repr:iso]");
const TIME_WEEK_DATE: &[BorrowedFormatItem<'_>] =
    format_description!("[year base:iso_week]-W[week_number repr:iso]-[weekday repr:monday]");

/// The same work with several libraries.
struct Group<'a>(BenchmarkGroup<'a, WallTime>);

impl<'a> Group<'a> {
    fn new(criterion: &'a mut Criterion, name: &str) -> Self {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(DATES as u64));
        Self(group)
    }

    /// Times a library on the dates in the form of its inputs; `expected` is what it has to answer
    /// for each date, in its own type, so that none pays for a conversion.
    fn add<I, O: PartialEq + Debug>(
        &mut self,
        library: &str,
        input: impl Fn(Date) -> I,
        expected: impl Fn(Date) -> O,
        work: impl Fn(&I) -> O,
    ) {
        let pairs = dates(|date| (input(date), expected(date)));
        for (input, expected) in &pairs {
            assert_eq!(&work(input), expected, "{library}");
        }
        self.0.bench_function(library, |bencher| {
            bencher.iter(|| {
                let right = black_box(&pairs)
                    .iter()
                    .filter(|(input, expected)| work(input) == *expected)
                    .count();
                assert_eq!(right, DATES, "{library}");
            });
        });
    }

    /// Times a library on its way to a text: `write` puts it where that library does, into the
    /// buffer, which is allocated already, or onto the stack, and shows it. Each text is compared
    /// before the timing; the timed loop looks only at lengths and last bytes, since comparing a
    /// text takes as long as writing it.
    fn add_writer<I>(
        &mut self,
        library: &str,
        input: impl Fn(Date) -> I,
        expected: impl Fn(Date) -> String,
        write: impl Fn(&I, &mut String, &mut dyn FnMut(&str)),
    ) {
        let inputs = dates(input);
        let mut buffer = String::with_capacity(64);
        let mut sum = 0;
        for (input, expected) in inputs.iter().zip(dates(expected)) {
            buffer.clear();
            write(input, &mut buffer, &mut |text| {
                assert_eq!(text, expected, "{library}");
                sum += weight(text);
            });
        }
        self.0.bench_function(library, |bencher| {
            bencher.iter(|| {
                let mut weights = 0;
                for input in black_box(&inputs) {
                    buffer.clear();
                    write(input, &mut buffer, &mut |text| weights += weight(text));
                }
                assert_eq!(weights, sum, "{library}");
            });
        });
    }
}

fn weight(text: &str) -> usize {
    text.len() + text.as_bytes().last().copied().map_or(0, usize::from)
}

/// The witness whose answers all the others, semaine too, are compared with: chrono's.
fn expected(date: Date) -> (i32, u8, u8) {
    chrono_parts(to_chrono(date))
}

fn expected_monday(date: Date) -> Date {
    chrono_monday(to_chrono(date)).into()
}

fn expected_week(date: Date) -> String {
    let (year, week, _) = expected(date);
    format!("{year:04}-W{week:02}")
}

fn expected_week_date(date: Date) -> String {
    let (_, _, weekday) = expected(date);
    format!("{}-{weekday}", expected_week(date))
}

fn parts(date: Date) -> (i32, u8, u8) {
    let (year, week, weekday) = date.iso_week_date().parts();
    (year, week, weekday.number())
}

fn time_parts(date: time::Date) -> (i32, u8, u8) {
    let (year, week, weekday) = date.to_iso_week_date();
    (year, week, weekday.number_from_monday())
}

fn to_time(date: Date) -> time::Date {
    date.try_into().expect("years 1 to 9999")
}

fn week_date_of_epoch_day(criterion: &mut Criterion) {
    let mut group = Group::new(criterion, "week_date_of_epoch_day");
    group.add("semaine", Date::epoch_day, expected, |&day| {
        parts(Date::from_epoch_day(day).expect("in range"))
    });
    group.add("datealgo", Date::epoch_day, expected, |&day| {
        datealgo::rd_to_isoweekdate(day)
    });
    group.add("chrono", Date::epoch_day, expected, |&day| {
        chrono_parts(chrono_date(day))
    });
    group.add("time", Date::epoch_day, expected, |&day| {
        time_parts(time::Date::from_julian_day(day + JULIAN_DAY_OF_EPOCH).expect("in range"))
    });
    group.add("jiff", Date::epoch_day, expected, |&day| {
        jiff_parts(jiff_date(day))
    });
}

fn week_date_of_own_date(criterion: &mut Criterion) {
    let mut group = Group::new(criterion, "week_date_of_own_date");
    group.add("semaine", |date| date, expected, |&date| parts(date));
    group.add("chrono", to_chrono, expected, |&date| chrono_parts(date));
    group.add("time", to_time, expected, |&date| time_parts(date));
    group.add("jiff", to_jiff, expected, |&date| jiff_parts(date));
}

fn monday(criterion: &mut Criterion) {
    let mut group = Group::new(criterion, "monday");
    group.add(
        "semaine",
        |date| date,
        expected_monday,
        |&date| week_start(date),
    );
    group.add(
        "chrono",
        to_chrono,
        |date| to_chrono(expected_monday(date)),
        |&date| chrono_monday(date),
    );
    group.add(
        "time",
        to_time,
        |date| to_time(expected_monday(date)),
        |&date| date - time::Duration::days(date.weekday().number_days_from_monday().into()),
    );
    group.add(
        "jiff",
        to_jiff,
        |date| to_jiff(expected_monday(date)),
        |&date| jiff_monday(date),
    );
}

/// The Monday as an integer, beside the lines that a program with epoch days would write by hand.
fn monday_of_epoch_day(criterion: &mut Criterion) {
    let expected = |date| expected_monday(date).epoch_day();
    let mut group = Group::new(criterion, "monday_of_epoch_day");
    group.add("semaine", Date::epoch_day, expected, |&day| {
        week_start(Date::from_epoch_day(day).expect("in range")).epoch_day()
    });
    group.add("by hand", Date::epoch_day, expected, |&day| {
        day - (day + 3).rem_euclid(7)
    });
    group.add("datealgo", Date::epoch_day, expected, |&day| {
        day - i32::from(datealgo::rd_to_weekday(day)) + 1
    });
}

fn parse_week_date(criterion: &mut Criterion) {
    let text = expected_week_date;
    let mut group = Group::new(criterion, "parse_week_date");
    group.add("semaine", text, IsoWeekDate::of, |text| {
        IsoWeekDate::parse(text).expect("a week date")
    });
    group.add(
        "jiff",
        text,
        |date| to_jiff(date).iso_week_date(),
        |text| text.parse().expect("a week date"),
    );
    group.add("chrono", text, to_chrono, |text| {
        NaiveDate::parse_from_str(text, WEEK_DATE).expect("a week date")
    });
    group.add("time", text, to_time, |text| {
        time::Date::parse(text, TIME_WEEK_DATE).expect("a week date")
    });
    let iso = time::format_description::well_known::Iso8601::PARSING;
    group.add("time Iso8601", text, to_time, |text| {
        time::Date::parse(text, &iso).expect("a week date")
    });
}

/// None of the peers has a type for a week, so they answer with its Monday.
fn parse_week(criterion: &mut Criterion) {
    let text = expected_week;
    let mut group = Group::new(criterion, "parse_week");
    group.add("semaine", text, IsoWeek::of, |text| {
        IsoWeek::parse(text).expect("a week")
    });
    let monday = |date| to_jiff(expected_monday(date)).iso_week_date();
    group.add("jiff", text, monday, |text| jiff_parse_week(text));
    let monday = |date| to_chrono(expected_monday(date));
    group.add("chrono", text, monday, |text| chrono_parse_week(text));
    let monday = |date| to_time(expected_monday(date));
    group.add("time", text, monday, |text| {
        let mut parsed = time::parsing::Parsed::new();
        parsed
            .parse_items(text.as_bytes(), TIME_WEEK)
            .expect("a week");
        parsed
            .set_weekday(time::Weekday::Monday)
            .expect("a weekday");
        time::Date::try_from(parsed).expect("a week")
    });
}

fn format_week_date(criterion: &mut Criterion) {
    let text = expected_week_date;
    let mut group = Group::new(criterion, "format_week_date");
    group.add_writer("semaine", IsoWeekDate::of, text, |day, _, show| {
        show(&day.to_text());
    });
    let week_date = |date| to_jiff(date).iso_week_date();
    group.add_writer("jiff", week_date, text, |day, buffer, show| {
        write!(buffer, "{day}").expect("a string takes everything");
        show(buffer);
    });
    let items: Vec<_> = StrftimeItems::new(WEEK_DATE).collect();
    group.add_writer("chrono", to_chrono, text, |date, buffer, show| {
        chrono_write(*date, &items, buffer);
        show(buffer);
    });
    group.add_writer("time", to_time, text, |date, buffer, show| {
        write_time(*date, TIME_WEEK_DATE, buffer);
        show(buffer);
    });
}

fn format_week(criterion: &mut Criterion) {
    let text = expected_week;
    let mut group = Group::new(criterion, "format_week");
    group.add_writer("semaine", IsoWeek::of, text, |week, _, show| {
        show(&week.to_text());
    });
    group.add_writer("jiff", to_jiff, text, |date, buffer, show| {
        jiff_write(*date, WEEK, buffer);
        show(buffer);
    });
    let items: Vec<_> = StrftimeItems::new(WEEK).collect();
    group.add_writer("chrono", to_chrono, text, |date, buffer, show| {
        chrono_write(*date, &items, buffer);
        show(buffer);
    });
    group.add_writer("time", to_time, text, |date, buffer, show| {
        write_time(*date, TIME_WEEK, buffer);
        show(buffer);
    });
}

/// Without the allocation that `format` makes: `time` writes bytes into a vector that is there.
fn write_time(date: time::Date, format: &[BorrowedFormatItem<'_>], buffer: &mut String) {
    let mut bytes = mem::take(buffer).into_bytes();
    date.format_into(&mut bytes, format).expect("formattable");
    *buffer = String::from_utf8(bytes).expect("ASCII");
}

/// Shorter than criterion's defaults: the minimum of a hundred samples settles early.
fn config() -> Criterion {
    Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
}

criterion_group! {
    name = scalars;
    config = config();
    targets =
        week_date_of_epoch_day,
        week_date_of_own_date,
        monday,
        monday_of_epoch_day,
        parse_week_date,
        parse_week,
        format_week_date,
        format_week,
}
criterion_main!(scalars);
