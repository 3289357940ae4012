//! A shape in the words of both databases, and of a plan.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use semaine_migrate::plan::{Keep, Left};

use super::calendar;
use super::rows::{Key, Row, Tree, Week};
use super::shape::{Child, Newest, Shape};
use crate::support::database::{Kind, Rows};

/// Names that have to be quoted, and one that both databases know as a word of their own.
const TABLE: &str = "Meal Plans";
const KEY: &str = "Key";
const WEEK: &str = "week of";
const OWNERS: [&str; 2] = ["user", "it's"];
const NEWEST: &str = "edited";
const MERGE: &str = "meals";
const PARENT: &str = "belongs to";
const DAY: &str = "day";
const NOTE: &str = "note";

/// A table: its name, its columns with what each holds of a row, and where its rows are.
struct Table<'a> {
    name: String,
    /// Name, type on both, and what it holds.
    columns: Vec<Column>,
    /// What follows the columns.
    constraint: String,
    index: String,
    tree: &'a Tree,
}

struct Column {
    name: &'static str,
    kind: &'static str,
    cell: fn(&Key, &Row) -> Option<String>,
}

/// The statements that make the tables and fill them.
pub(super) fn script(shape: &Shape, tree: &Tree, kind: Kind) -> String {
    let mut sql = String::new();
    for table in tables(shape, tree) {
        let columns: Vec<_> = table
            .columns
            .iter()
            .map(|column| format!("\"{}\" {}", column.name, kind_of(column.kind, kind)))
            .collect();
        let columns = columns.join(", ");
        let Table {
            name,
            constraint,
            index,
            ..
        } = &table;
        write!(
            sql,
            "CREATE TABLE \"{name}\" ({columns}{constraint}); {index};"
        )
        .unwrap();
        for (key, row) in &table.tree.rows {
            let cells: Vec<_> = table
                .columns
                .iter()
                .map(|column| literal((column.cell)(key, row)))
                .collect();
            let cells = cells.join(", ");
            write!(sql, "INSERT INTO \"{name}\" VALUES ({cells});").unwrap();
        }
    }
    sql
}

/// The names of the columns of every table.
pub(super) fn columns(shape: &Shape, tree: &Tree) -> BTreeMap<String, Vec<String>> {
    let tables = tables(shape, tree);
    let columns = |table: &Table<'_>| {
        let names = table.columns.iter().map(|column| column.name.to_owned());
        (table.name.clone(), names.collect())
    };
    tables.iter().map(columns).collect()
}

/// What a query for all columns as texts finds.
pub(super) fn rows(shape: &Shape, tree: &Tree) -> BTreeMap<String, Rows> {
    let rows = |table: Table<'_>| {
        let cells = table.tree.rows.iter().map(|(key, row)| {
            table
                .columns
                .iter()
                .map(|column| (column.cell)(key, row))
                .collect()
        });
        let mut rows: Rows = cells.collect();
        rows.sort();
        (table.name, rows)
    };
    tables(shape, tree).into_iter().map(rows).collect()
}

/// The plan, as TOML.
pub(super) fn plan(shape: &Shape) -> String {
    let mut plan = "version = 1\n[[table]]\n".to_owned();
    entry(&mut plan, TABLE, Some(WEEK));
    if let Some(owners) = shape.owners {
        writeln!(plan, "unique = {:?}", &OWNERS[..owners]).unwrap();
    }
    if shape.newest.is_some() {
        writeln!(plan, "newest = {NEWEST:?}").unwrap();
    }
    if shape.merge {
        writeln!(plan, "merge = [{MERGE:?}]").unwrap();
    }
    left(&mut plan, shape);
    for (number, child) in shape.children.iter().enumerate() {
        child_plan(&mut plan, shape, child, "table", &child_name(TABLE, number));
    }
    plan
}

fn child_plan(plan: &mut String, shape: &Shape, child: &Child, path: &str, name: &str) {
    let path = format!("{path}.child");
    writeln!(plan, "[[{path}]]").unwrap();
    entry(plan, name, child.week.then_some(WEEK));
    writeln!(plan, "parent = {PARENT:?}").unwrap();
    if child.week {
        left(plan, shape);
    }
    if let Some(day) = child.day {
        let keep = match day.keep {
            Keep::Index => "index",
            Keep::Date => "date",
            Keep::Weekday => "weekday",
        };
        writeln!(
            plan,
            "day = {{ column = {DAY:?}, first = {}, keep = {keep:?} }}",
            day.first
        )
        .unwrap();
    }
    for (number, grandchild) in child.children.iter().enumerate() {
        child_plan(plan, shape, grandchild, &path, &child_name(name, number));
    }
}

fn entry(plan: &mut String, name: &str, week: Option<&str>) {
    writeln!(plan, "name = {name:?}\nkey = {KEY:?}").unwrap();
    if let Some(week) = week {
        writeln!(plan, "week = {week:?}").unwrap();
    }
}

fn left(plan: &mut String, shape: &Shape) {
    for (name, left) in [("nulls", shape.nulls), ("bad-dates", shape.bad_dates)] {
        let word = match left {
            Left::Keep => "keep",
            Left::Refuse => "refuse",
        };
        writeln!(plan, "{name} = {word:?}").unwrap();
    }
}

fn child_name(parent: &str, number: usize) -> String {
    format!("{parent} {number}")
}

fn tables<'a>(shape: &'a Shape, tree: &'a Tree) -> Vec<Table<'a>> {
    let mut columns = vec![
        key(shape.text_keys),
        Column {
            name: WEEK,
            kind: "DATE",
            cell: week,
        },
    ];
    let owners: [fn(&Key, &Row) -> Option<String>; 2] =
        [|_, row| owner(row, 0), |_, row| owner(row, 1)];
    let owners = OWNERS.into_iter().zip(owners);
    for (name, cell) in owners.take(shape.owners.unwrap_or(0)) {
        columns.push(Column {
            name,
            kind: "BIGINT",
            cell,
        });
    }
    if let Some(newest) = shape.newest {
        columns.push(Column {
            name: NEWEST,
            kind: match newest {
                Newest::Integer => "BIGINT",
                Newest::Text => "TEXT",
            },
            cell: |_, row| row.newest.as_ref().map(named),
        });
    }
    if shape.merge {
        columns.push(Column {
            name: MERGE,
            kind: "TEXT",
            cell: |_, row| row.merge.clone(),
        });
    }
    columns.push(note());
    let indexed: Vec<_> = OWNERS
        .iter()
        .take(shape.owners.unwrap_or(0))
        .chain([&WEEK])
        .map(|name| format!("\"{name}\""))
        .collect();
    let unique = if shape.unique_index { "UNIQUE" } else { "" };
    let index = format!(
        "CREATE {unique} INDEX owned ON \"{TABLE}\" ({})",
        indexed.join(", ")
    );
    let mut all = vec![Table {
        name: TABLE.to_owned(),
        columns,
        constraint: String::new(),
        index,
        tree,
    }];
    for (number, (child, tree)) in shape.children.iter().zip(&tree.children).enumerate() {
        let parent = (TABLE, shape.text_keys);
        child_tables(&mut all, shape, child, tree, parent, number);
    }
    all
}

fn child_tables<'a>(
    all: &mut Vec<Table<'a>>,
    shape: &Shape,
    child: &'a Child,
    tree: &'a Tree,
    (parent, parent_texts): (&str, bool),
    number: usize,
) {
    let name = child_name(parent, number);
    let mut columns = vec![
        key(child.text_keys),
        Column {
            name: PARENT,
            kind: if parent_texts { "TEXT" } else { "BIGINT" },
            cell: |_, row| row.parent.as_ref().map(named),
        },
    ];
    if child.week {
        columns.push(Column {
            name: WEEK,
            kind: "DATE",
            cell: week,
        });
    }
    if child.day.is_some() {
        columns.push(Column {
            name: DAY,
            kind: "BIGINT",
            cell: |_, row| row.day.map(|day| day.to_string()),
        });
    }
    columns.push(note());
    let unique = if child.one_a_parent { "UNIQUE" } else { "" };
    let constraint = if shape.references {
        format!(
            ", FOREIGN KEY (\"{PARENT}\") REFERENCES \"{parent}\" (\"{KEY}\") ON DELETE CASCADE"
        )
    } else {
        String::new()
    };
    let index = format!(
        "CREATE {unique} INDEX child_{} ON \"{name}\" (\"{PARENT}\")",
        all.len()
    );
    all.push(Table {
        name: name.clone(),
        columns,
        constraint,
        index,
        tree,
    });
    for (number, (grandchild, tree)) in child.children.iter().zip(&tree.children).enumerate() {
        child_tables(
            all,
            shape,
            grandchild,
            tree,
            (&name, child.text_keys),
            number,
        );
    }
}

fn key(texts: bool) -> Column {
    Column {
        name: KEY,
        kind: if texts { "text key" } else { "integer key" },
        cell: |key, _| Some(named(key)),
    }
}

fn note() -> Column {
    Column {
        name: NOTE,
        kind: "TEXT",
        cell: |_, row| Some(row.note.clone()),
    }
}

fn kind_of(kind: &'static str, database: Kind) -> &'static str {
    match (kind, database) {
        ("integer key", Kind::Sqlite) => "INTEGER PRIMARY KEY",
        ("integer key", Kind::Postgres) => "BIGINT PRIMARY KEY",
        ("text key", _) => "TEXT NOT NULL PRIMARY KEY",
        _ => kind,
    }
}

fn owner(row: &Row, column: usize) -> Option<String> {
    row.owner[column].map(|owner| owner.to_string())
}

fn week(_: &Key, row: &Row) -> Option<String> {
    match row.week {
        Week::Null => None,
        Week::Day(day) => Some(calendar::text(day)),
        Week::Bad(text) => Some(text.to_owned()),
    }
}

fn named(key: &Key) -> String {
    match key {
        Key::Integer(number) => number.to_string(),
        Key::Text(text) => text.clone(),
    }
}

fn literal(cell: Option<String>) -> String {
    cell.map_or_else(
        || "NULL".to_owned(),
        |text| format!("'{}'", text.replace('\'', "''")),
    )
}
