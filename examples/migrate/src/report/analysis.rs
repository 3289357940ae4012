//! What an analysis says at a terminal.

use std::fmt::{self, Write};

use clap::ValueEnum;

use crate::analyze::Analysis;
use crate::analyze::column::{BadKind, Belonging, Column};
use crate::analyze::estimate::Estimate;
use crate::analyze::meeting::Meeting;
use crate::analyze::weekdays::share;
use crate::database::{Engine, Facts};
use crate::report::counts;
use crate::report::outcomes::findings;
use crate::report::text::{Side, bar, bytes, columns, counted, duration, few, number, wrapped};
use crate::run::outcome::{BadRow, Conflict};
use crate::run::resolve::shown;
use crate::value::{Key, Value};
use crate::week::Bad;

/// How many groups of rows that meet are listed.
const GROUPS: usize = 5;

/// How wide the bar of all rows would be.
const BAR: usize = 40;

const UNKNOWN: &str = "not checked";

pub(super) fn write(out: &mut impl Write, analysis: &Analysis) -> fmt::Result {
    head(out, analysis)?;
    for table in &analysis.tables {
        writeln!(out)?;
        column(out, table)?;
    }
    let recommended = &analysis.recommended;
    writeln!(out, "\nRecommended: --anchor {}", name(recommended.anchor))?;
    wrapped(out, 2, &recommended.why)?;
    writeln!(
        out,
        "\nWhat `migrate --anchor {} --on-conflict {}`{} would do",
        name(analysis.anchor),
        name(analysis.policy),
        if analysis.decisions {
            " with these decisions"
        } else {
            ""
        }
    )?;
    match &analysis.forecast {
        Some(forecast) => counts::write(out, forecast)?,
        None => stopped(out, analysis)?,
    }
    if !analysis.warnings.is_empty() {
        writeln!(out, "\nWarnings")?;
        findings(out, &analysis.warnings)?;
    }
    writeln!(out)?;
    estimate(out, &analysis.estimate)
}

fn head(out: &mut impl Write, analysis: &Analysis) -> fmt::Result {
    let Facts {
        engine,
        version,
        size,
        other_connections,
        ..
    } = &analysis.database;
    let row = |name: &str, content: String| vec![name.to_owned(), content];
    let database = format!(
        "{} {version}, {}",
        engine_name(*engine),
        size.map_or("of unknown size".to_owned(), bytes)
    );
    let others = other_connections.map_or(UNKNOWN.to_owned(), number);
    let rows = [
        row("database", database),
        row("other connections", others),
        row("plan", analysis.plan_hash.clone()),
    ];
    columns(out, 0, &[Side::Left, Side::Left], &rows)
}

fn column(out: &mut impl Write, table: &Column) -> fmt::Result {
    match &table.column {
        Some(column) => writeln!(out, "{}.{column}", table.table)?,
        None => writeln!(out, "{} (without a week column)", table.table)?,
    }
    let row = |what: &str, count: u64, more: String| vec![what.to_owned(), number(count), more];
    let mut rows = vec![row(
        "rows",
        table.rows,
        match (&table.earliest, &table.latest) {
            (Some(first), Some(last)) => format!("from {first} to {last}"),
            _ => String::new(),
        },
    )];
    if table.column.is_some() {
        rows.push(row(
            "NULL",
            table.nulls,
            first(&table.first_nulls, table.nulls),
        ));
        rows.push(row("no date", table.bad_rows(), String::new()));
        rows.push(row(
            "to move",
            table.to_move,
            percent(table.to_move, table.rows),
        ));
    }
    if let Some(meeting) = &table.meeting {
        rows.push(row("meeting", meeting.rows, met(meeting)));
    }
    if let Some(belonging) = &table.belonging {
        belong(&mut rows, belonging);
    }
    columns(out, 2, &[Side::Left, Side::Right, Side::Left], &rows)?;
    if !table.bad.is_empty() {
        writeln!(out, "  no date, by what stands there")?;
        bad(out, &table.bad)?;
    }
    if table.weekdays.total() > 0 {
        weekdays(out, table)?;
    }
    if let Some(meeting) = table.meeting.as_ref().filter(|meeting| meeting.groups > 0) {
        writeln!(out, "  rows that would have the same Monday")?;
        groups(out, meeting)?;
    }
    Ok(())
}

fn met(meeting: &Meeting) -> String {
    if meeting.groups == 0 {
        return "no two rows of an owner have the same Monday".to_owned();
    }
    format!(
        "in {}, {} too many",
        counted(meeting.groups, "group", "groups"),
        number(meeting.spare())
    )
}

fn belong(rows: &mut Vec<Vec<String>>, belonging: &Belonging) {
    let parent = &belonging.parent;
    let all = [
        (
            "following",
            belonging.following,
            format!("have the week of their row of {parent}"),
        ),
        (
            "differing",
            belonging.differing,
            first(&belonging.first_differing, belonging.differing),
        ),
        (
            "orphans",
            belonging.orphans,
            first(&belonging.first_orphans, belonging.orphans),
        ),
        (
            "unattached",
            belonging.unattached,
            format!("name no row of {parent}"),
        ),
        (
            "day stuck",
            belonging.stuck,
            first(&belonging.first_stuck, belonging.stuck),
        ),
    ];
    for (index, (what, count, more)) in all.into_iter().enumerate() {
        if index < 3 || count > 0 {
            rows.push(vec![what.to_owned(), number(count), more]);
        }
    }
}

fn bad(out: &mut impl Write, kinds: &[BadKind]) -> fmt::Result {
    let rows: Vec<_> = kinds
        .iter()
        .map(|kind| {
            let shows = |row: &BadRow| format!("{}: {:?}", shown(&row.key), row.text);
            vec![
                why(kind.why).to_owned(),
                number(kind.rows),
                few(kind.first.iter().take(3).map(shows), kind.rows),
            ]
        })
        .collect();
    columns(out, 4, &[Side::Left, Side::Right, Side::Left], &rows)
}

const fn why(bad: Bad) -> &'static str {
    match bad {
        Bad::Number => "a number",
        Bad::Bytes => "bytes",
        Bad::Time => "a date with a time",
        Bad::NoSuchDay => "no such day",
        Bad::OutOfRange => "out of the years 1 to 9999",
        Bad::Infinity => "infinity",
        Bad::Other => "another text",
    }
}

fn weekdays(out: &mut impl Write, table: &Column) -> fmt::Result {
    writeln!(out, "  weeks start on")?;
    let total = table.weekdays.total();
    let suspected = table.suspicion.map(|suspicion| suspicion.weekday);
    let rows: Vec<_> = table
        .weekdays
        .days()
        .map(|(day, count)| {
            let mut bar = bar(share(count, total), BAR);
            if suspected == Some(day.number()) {
                bar.push_str(" suspected start");
            }
            vec![
                day.name().to_owned(),
                number(count),
                percent(count, total),
                bar,
            ]
        })
        .collect();
    columns(
        out,
        4,
        &[Side::Left, Side::Right, Side::Right, Side::Left],
        &rows,
    )
}

fn groups(out: &mut impl Write, meeting: &Meeting) -> fmt::Result {
    let listed = meeting.first.iter().take(GROUPS);
    let mut rows = vec![vec![
        "Monday".to_owned(),
        "owner".to_owned(),
        "rows".to_owned(),
    ]];
    rows.extend(listed.map(
        |Conflict {
             monday,
             owner,
             rows,
             ..
         }| {
            vec![
                monday.clone(),
                owner.iter().map(value).collect::<Vec<_>>().join(", "),
                rows.iter().map(shown).collect::<Vec<_>>().join(", "),
            ]
        },
    ));
    columns(out, 4, &[Side::Left, Side::Left, Side::Left], &rows)?;
    if meeting.groups > GROUPS as u64 {
        writeln!(out, "    …")?;
    }
    writeln!(
        out,
        "    keep-newest, keep-oldest and merge take {} out; shift moves {} to later Mondays",
        counted(meeting.spare(), "row", "rows"),
        if meeting.spare() == 1 { "it" } else { "them" }
    )
}

/// Why there is no forecast.
fn stopped(out: &mut impl Write, analysis: &Analysis) -> fmt::Result {
    writeln!(out, "  nothing: it would stop before any change")?;
    findings(out, &analysis.refusals)?;
    for table in &analysis.tables {
        let name = &table.table;
        if let Some(meeting) = &table.meeting {
            if meeting.undecided > 0 {
                let groups = counted(
                    meeting.undecided,
                    "group of rows that meet",
                    "groups of rows that meet",
                );
                let line = format!(
                    "{name}: nothing says what becomes of {groups}: choose a policy with --on-conflict, or \
                     decide in the file that `plan --conflicts FILE` writes"
                );
                wrapped(out, 2, &line)?;
            }
            if let Some(refusal) = &meeting.refusal {
                wrapped(out, 2, refusal)?;
            }
        }
        if let Some(belonging) = table
            .belonging
            .as_ref()
            .filter(|belonging| belonging.stuck > 0)
        {
            let line = format!(
                "{name}: the day of {} would not be in the new week: let the plan keep the index or the \
                 weekday, or choose the other anchor",
                counted(belonging.stuck, "row", "rows")
            );
            wrapped(out, 2, &line)?;
        }
    }
    Ok(())
}

fn estimate(out: &mut impl Write, estimate: &Estimate) -> fmt::Result {
    let size = |size: Option<u64>| size.map_or("unknown".to_owned(), bytes);
    let row =
        |what: &str, content: String, more: &str| vec![what.to_owned(), content, more.to_owned()];
    writeln!(out, "Time and disk")?;
    let basis = format!(
        "{} rows/s: {}",
        number(estimate.rows_per_second.into()),
        estimate.basis
    );
    let rows = [
        row("time", duration(estimate.seconds), &basis),
        row("backup", size(estimate.backup_bytes), "at most"),
        row("journal", bytes(estimate.journal_bytes), "until `finalize`"),
        row(
            "changed rows",
            size(estimate.rewritten_bytes),
            "at most, until the database cleans up",
        ),
        row(
            "free",
            estimate.free_bytes.map_or(UNKNOWN.to_owned(), bytes),
            match estimate.enough {
                Some(true) => "enough",
                Some(false) => "NOT ENOUGH",
                None => "",
            },
        ),
    ];
    columns(out, 2, &[Side::Left, Side::Right, Side::Left], &rows)
}

fn first(keys: &[Key], all: u64) -> String {
    if keys.is_empty() {
        return String::new();
    }
    format!("first: {}", few(keys.iter().map(shown), all))
}

fn percent(part: u64, whole: u64) -> String {
    if part > 0 && part * 1000 < whole {
        return "< 0.1 %".to_owned();
    }
    format!("{:.1} %", 100.0 * share(part, whole))
}

fn value(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => bytes.hex.clone(),
    }
}

pub(super) const fn engine_name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    }
}

/// An option as the command line writes it.
pub(super) fn name(option: impl ValueEnum + Copy) -> String {
    let value = option.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}
