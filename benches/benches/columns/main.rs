//! Whole columns of dates: in the first and the second cache, and ten million dates in memory.
//!
//! Beside every kernel stands a copy that moves as many bytes as the kernel must read and write,
//! which no kernel can be expected to beat where the memory is the bottleneck, and loops with the
//! libraries that people use today. Every answer is compared with chrono's.

mod group;
mod inputs;
mod outputs;

use std::cell::LazyCell;

use chrono::format::StrftimeItems;
use chrono::{Datelike, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::{self, ISOWeekDate};
use semaine::columns::{
    self as kernels, Formatted, Instants, InstantsMut, Parsed, Texts, TextsMut, TimeUnit,
};
use semaine::{Error, Weekday};
use semaine_benches::peers::{
    WEEK, WEEK_DATE, chrono_date, chrono_monday, chrono_parse_week, chrono_parts, chrono_write,
    jiff_date, jiff_day, jiff_monday, jiff_parse_week, jiff_parts, jiff_write,
};

use crate::group::{Columns, L1, L2, LARGE};
use crate::inputs::{NANOSECONDS_A_DAY, date, date_of_instant, days, nanoseconds, wide_days};
use crate::outputs::{Bits, Blank, Days, InPlace, Lines, Output, Strings, YearWeeks};

/// 1970-01-01 was a Thursday.
const DAYS_FROM_FIRST_MONDAY: i32 = 3;

fn every_size(criterion: &mut Criterion) {
    for size in [L1, L2, LARGE] {
        let columns = &mut Columns { criterion, size };
        days_of_weeks(columns);
        numbers(columns);
        year_week(columns);
        bits(columns);
        in_place(columns);
        other_inputs(columns);
        formatting(columns);
        parsing(columns);
    }
}

/// A kernel that writes one number or truth value for each epoch day.
fn one_column<T: Blank>(
    columns: &mut Columns<'_>,
    kernel: &'static str,
    semaine: impl Fn(&[i32], &mut [T]) -> Result<usize, Error>,
    chrono: impl Fn(NaiveDate) -> T,
    jiff: impl Fn(civil::Date) -> T,
) {
    let rows = columns.size.rows;
    let bytes = rows * (size_of::<i32>() + size_of::<T>());
    let mut group = columns.group(kernel, bytes, |row| chrono(date(row)));
    group.semaine(|out: &mut Vec<T>| semaine(days(rows), out));
    group.peer("chrono", |out: &mut Vec<T>| {
        fill(out, days(rows), |&day| chrono(chrono_date(day)));
    });
    group.peer("jiff", |out: &mut Vec<T>| {
        fill(out, days(rows), |&day| jiff(jiff_date(day)));
    });
}

fn fill<I, T>(out: &mut [T], input: impl IntoIterator<Item = I>, answer: impl Fn(I) -> T) {
    for (out, input) in out.iter_mut().zip(input) {
        *out = answer(input);
    }
}

fn chrono_start(date: NaiveDate) -> i32 {
    chrono_monday(date).to_epoch_days()
}

fn jiff_start(date: civil::Date) -> i32 {
    jiff_day(jiff_monday(date))
}

fn days_of_weeks(columns: &mut Columns<'_>) {
    one_column(
        columns,
        "week_start",
        |days, out: &mut [i32]| kernels::week_start(days, out),
        chrono_start,
        jiff_start,
    );
    one_column(
        columns,
        "week_end",
        |days, out: &mut [i32]| kernels::week_end(days, out),
        |date| chrono_start(date) + 6,
        |date| jiff_start(date) + 6,
    );
    one_column(
        columns,
        "week_start_on",
        |days, out: &mut [i32]| kernels::week_start_on(days, Weekday::Sunday, out),
        |date| date.week(chrono::Weekday::Sun).first_day().to_epoch_days(),
        |date| jiff_day(date) - i32::from(date.weekday().to_sunday_zero_offset()),
    );
    one_column(
        columns,
        "epoch_week",
        |days, out: &mut [i32]| kernels::epoch_week(days, out),
        |date| (chrono_start(date) + DAYS_FROM_FIRST_MONDAY) / 7,
        |date| (jiff_start(date) + DAYS_FROM_FIRST_MONDAY) / 7,
    );
    one_column(
        columns,
        "is_week_start",
        |days, out: &mut [bool]| kernels::is_week_start(days, out),
        |date| date.weekday() == chrono::Weekday::Mon,
        |date| date.weekday() == civil::Weekday::Monday,
    );
}

fn numbers(columns: &mut Columns<'_>) {
    one_column(
        columns,
        "week_number",
        |days, out: &mut [u8]| kernels::week_number(days, out),
        |date| chrono_parts(date).1,
        |date| jiff_parts(date).1,
    );
    one_column(
        columns,
        "iso_year",
        |days, out: &mut [i32]| kernels::iso_year(days, out),
        |date| chrono_parts(date).0,
        |date| jiff_parts(date).0,
    );
    one_column(
        columns,
        "weekday",
        |days, out: &mut [u8]| kernels::weekday(days, out),
        |date| chrono_parts(date).2,
        |date| jiff_parts(date).2,
    );
}

fn expected_year_week(date: NaiveDate) -> (i32, u8) {
    let (year, week, _) = chrono_parts(date);
    (year, week)
}

fn year_week(columns: &mut Columns<'_>) {
    let rows = columns.size.rows;
    let expected = |row| expected_year_week(date(row));
    let mut group = columns.group("year_week", rows * (4 + 5), expected);
    group.semaine(|YearWeeks { years, weeks }| kernels::year_week(days(rows), years, weeks));
    group.peer("chrono", |YearWeeks { years, weeks }| {
        let out = years.iter_mut().zip(weeks);
        for ((year, week), &day) in out.zip(days(rows)) {
            (*year, *week, _) = chrono_parts(chrono_date(day));
        }
    });
    group.peer("jiff", |YearWeeks { years, weeks }| {
        let out = years.iter_mut().zip(weeks);
        for ((year, week), &day) in out.zip(days(rows)) {
            (*year, *week, _) = jiff_parts(jiff_date(day));
        }
    });
}

fn bits(columns: &mut Columns<'_>) {
    let rows = columns.size.rows;
    let bytes = rows * 4 + rows.div_ceil(8);
    let expected = |row| date(row).weekday() == chrono::Weekday::Mon;
    columns
        .group("is_week_start_bits", bytes, expected)
        .semaine(|Bits(out)| kernels::is_week_start_bits(days(rows), out));
}

fn in_place(columns: &mut Columns<'_>) {
    let bytes = columns.size.rows * (4 + 4);
    let expected = |row| chrono_start(date(row));
    columns
        .group("week_start_in_place", bytes, expected)
        .semaine(|InPlace(out)| Ok(kernels::week_start_in_place(&mut out[..])));
}

fn other_inputs(columns: &mut Columns<'_>) {
    let rows = columns.size.rows;

    let expected = |row| i64::from(chrono_start(date(row)));
    columns
        .group("week_start_i64", rows * (8 + 8), expected)
        .semaine(|out: &mut Vec<i64>| kernels::week_start(wide_days(rows), &mut out[..]));

    let expected = |row| expected_year_week(date(row));
    columns
        .group("year_week_i64", rows * (8 + 5), expected)
        .semaine(|YearWeeks { years, weeks }| kernels::year_week(wide_days(rows), years, weeks));

    let unit = TimeUnit::Nanosecond;
    let expected = |row| i64::from(chrono_start(date_of_instant(row))) * NANOSECONDS_A_DAY;
    columns
        .group("week_start_ns", rows * (8 + 8), expected)
        .semaine(|out: &mut Vec<i64>| {
            let instants = Instants::new(nanoseconds(rows), unit, 0)?;
            kernels::week_start(instants, InstantsMut::new(out, unit, 0)?)
        });

    let expected = |row| expected_year_week(date_of_instant(row));
    columns
        .group("year_week_ns", rows * (8 + 5), expected)
        .semaine(|YearWeeks { years, weeks }| {
            kernels::year_week(Instants::new(nanoseconds(rows), unit, 0)?, years, weeks)
        });
}

fn week_text(date: NaiveDate) -> String {
    let (year, week, _) = chrono_parts(date);
    format!("{year:04}-W{week:02}")
}

fn week_date_text(date: NaiveDate) -> String {
    let (year, week, weekday) = chrono_parts(date);
    format!("{year:04}-W{week:02}-{weekday}")
}

/// The bytes of a text's place in a column.
const OFFSET: usize = size_of::<i32>();

fn formatting(columns: &mut Columns<'_>) {
    format_column(
        columns,
        "format_week",
        WEEK,
        |days, texts| kernels::format_week(days, texts),
        week_text,
    );
    format_column(
        columns,
        "format_week_date",
        WEEK_DATE,
        |days, texts| kernels::format_week_date(days, texts),
        week_date_text,
    );
}

fn format_column(
    columns: &mut Columns<'_>,
    kernel: &'static str,
    format: &str,
    semaine: impl Fn(&[i32], TextsMut<'_, i32>) -> Result<Formatted, Error>,
    text: impl Fn(NaiveDate) -> String,
) {
    let rows = columns.size.rows;
    let bytes = rows * (4 + text(NaiveDate::default()).len() + OFFSET);
    let mut group = columns.group(kernel, bytes, |row| text(date(row)));
    group.semaine(|out: &mut Lines| semaine(days(rows), out.texts_mut()));
    let items: Vec<_> = StrftimeItems::new(format).collect();
    group.peer("chrono", |out: &mut Strings| {
        out.write(days(rows), |&day, text| {
            chrono_write(chrono_date(day), &items, text);
        });
    });
    group.peer("jiff", |out: &mut Strings| {
        out.write(days(rows), |&day, text| {
            jiff_write(jiff_date(day), format, text);
        });
    });
}

fn parsing(columns: &mut Columns<'_>) {
    parse_column(
        columns,
        "parse_week",
        week_text,
        chrono_start,
        |texts, days, valid| kernels::parse_week(texts, days, valid),
        chrono_parse_week,
        |text| jiff_parse_week(text).date(),
    );
    parse_column(
        columns,
        "parse_week_date",
        week_date_text,
        |date| date.to_epoch_days(),
        |texts, days, valid| kernels::parse_week_date(texts, days, valid),
        |text| NaiveDate::parse_from_str(text, WEEK_DATE).expect("a week date"),
        |text| text.parse::<ISOWeekDate>().expect("a week date").date(),
    );
}

fn parse_column(
    columns: &mut Columns<'_>,
    kernel: &'static str,
    text: impl Fn(NaiveDate) -> String,
    expected: impl Fn(NaiveDate) -> i32,
    semaine: impl Fn(Texts<'_, i32>, &mut [i32], &mut [u8]) -> Result<Parsed, Error>,
    chrono: impl Fn(&str) -> NaiveDate,
    jiff: impl Fn(&str) -> civil::Date,
) {
    let rows = columns.size.rows;
    let bytes = rows * (text(NaiveDate::default()).len() + OFFSET + 4) + rows.div_ceil(8);
    let texts = LazyCell::new(|| {
        let mut texts = Strings::blank(rows);
        texts.write(0..rows, |row, all| all.push_str(&text(date(row))));
        texts
    });
    let mut group = columns.group(kernel, bytes, |row| expected(date(row)));
    group.semaine(|Days { days, valid }| semaine(texts.texts(), days, &mut valid.0));
    group.peer("chrono", |out: &mut Vec<i32>| {
        fill(out, texts.iter(), |text| chrono(text).to_epoch_days());
    });
    group.peer("jiff", |out: &mut Vec<i32>| {
        fill(out, texts.iter(), |text| jiff_day(jiff(text)));
    });
}

criterion_group!(all, every_size);
criterion_main!(all);
