//! What stands in the week column of one table.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use semaine::Date;
use serde::Serialize;

use crate::Result;
use crate::analyze::meeting::Meeting;
use crate::analyze::pages::{Pages, ROWS, of_t};
use crate::analyze::weekdays::{Suspicion, Weekdays};
use crate::anchor::Anchor;
use crate::control::{Control, Progress};
use crate::database::{Database, Engine};
use crate::plan::Table;
use crate::run::day;
use crate::run::layout::{Layout, Node};
use crate::run::outcome::BadRow;
use crate::value::{Key, Value};
use crate::week::{Bad, Week};

/// How many rows of a kind are named.
const NAMED: usize = 10;

/// A table and its week column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Column {
    /// The table.
    pub table: String,
    /// Its week column; none of a child without.
    pub column: Option<String>,
    /// All rows.
    pub rows: u64,
    /// Those without a week.
    pub nulls: u64,
    /// The first of them.
    pub first_nulls: Vec<Key>,
    /// Those whose week is no date that can be moved, by what is wrong with it.
    pub bad: Vec<BadKind>,
    /// The first date.
    pub earliest: Option<String>,
    /// The last date.
    pub latest: Option<String>,
    /// On which days of the week the dates are.
    pub weekdays: Weekdays,
    /// On which day the weeks seem to have begun before.
    pub suspicion: Option<Suspicion>,
    /// Dates that are no Mondays.
    pub to_move: u64,
    /// Rows that meet; none of a table without `unique`.
    pub meeting: Option<Meeting>,
    /// How the rows belong to those of another table; none of a table at the top of the plan.
    pub belonging: Option<Belonging>,
}

/// Rows whose week is no date, for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BadKind {
    /// The reason.
    pub why: Bad,
    /// How many they are.
    pub rows: u64,
    /// The first of them.
    pub first: Vec<BadRow>,
}

/// How the rows of a child belong to those of its parent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Belonging {
    /// The parent.
    pub parent: String,
    /// Rows with the week of the row that they belong to, or without a week column: they follow it.
    pub following: u64,
    /// Those of them that change with it.
    pub following_to_change: u64,
    /// Rows with another week than the row that they belong to.
    pub differing: u64,
    /// The first of them.
    pub first_differing: Vec<Key>,
    /// Rows that name a parent that is not there.
    pub orphans: u64,
    /// The first of them.
    pub first_orphans: Vec<Key>,
    /// Rows that name no parent.
    pub unattached: u64,
    /// Rows whose day cannot follow their week.
    pub stuck: u64,
    /// The first of them.
    pub first_stuck: Vec<Key>,
}

impl Column {
    /// Rows whose week is no date.
    #[must_use]
    pub fn bad_rows(&self) -> u64 {
        self.bad.iter().map(|kind| kind.rows).sum()
    }

    /// All rows of a table with a week column; none of another.
    pub(super) fn rows_with_week(&self) -> u64 {
        if self.column.is_some() { self.rows } else { 0 }
    }
}

/// Reads every row of a table.
pub(super) fn read(
    db: &mut dyn Database,
    layout: &Layout,
    node: &Node,
    anchor: Anchor,
    control: &mut Control,
) -> Result<Column> {
    let of = node.table.rows_guessed.unwrap_or_default();
    let pages = pages(db.engine(), layout, node)?;
    let mut tally = Tally::new(layout, node, anchor);
    pages.read(db, |_, rows| {
        for row in rows {
            tally.add(row);
        }
        control.show(&Progress {
            what: format!("read {}", node.name()),
            done: tally.column.rows,
            of: of.max(tally.column.rows),
        });
        Ok(())
    })?;
    Ok(tally.end())
}

/// The week and the day of each row; of a child, what it names as its parent, that parent's key, and the
/// week that it follows: its parent's, or of a parent without a week column, that which the parent follows.
fn pages<'a>(engine: Engine, layout: &Layout, node: &'a Node) -> Result<Pages<'a>> {
    let mut list = vec![
        own(node, node.planned.week.as_ref(), engine)?,
        own(node, day_column(node), engine)?,
    ];
    let mut from = format!("{} AS t", node.table.quoted);
    let (mut below, mut alias) = (node, "t".to_owned());
    for depth in 1.. {
        let (Some(parent), Some(column)) = (above(layout, below), &below.planned.parent) else {
            break;
        };
        let (column, key) = (below.column(column)?, parent.key()?);
        from = format!(
            "{from} LEFT JOIN {} AS p{depth} ON p{depth}.{} = {alias}.{}",
            parent.table.quoted, key.quoted, column.quoted
        );
        alias = format!("p{depth}");
        if depth == 1 {
            list.push(of_t(&column.read(engine)));
            list.push(format!("{alias}.{}", key.read(engine)));
        }
        if let Some(week) = &parent.planned.week {
            list.push(format!("{alias}.{}", parent.column(week)?.read(engine)));
            break;
        }
        below = parent;
    }
    Ok(Pages {
        list,
        from,
        order: vec![node.key()?],
        rows: ROWS,
    })
}

/// What is counted on the way.
struct Tally<'a> {
    column: Column,
    bad: BTreeMap<Bad, BadKind>,
    days: Option<(Date, Date)>,
    anchor: Anchor,
    planned: &'a Table,
}

impl<'a> Tally<'a> {
    fn new(layout: &Layout, node: &'a Node, anchor: Anchor) -> Self {
        Self {
            column: Column {
                table: node.name().to_owned(),
                column: node.planned.week.clone(),
                belonging: above(layout, node).map(|parent| Belonging {
                    parent: parent.name().to_owned(),
                    ..Belonging::default()
                }),
                ..Column::default()
            },
            bad: BTreeMap::new(),
            days: None,
            anchor,
            planned: &node.planned,
        }
    }

    fn add(&mut self, row: &[Value]) {
        let [named, week, day, belongs @ ..] = row else {
            return;
        };
        let named = key(named);
        self.column.rows += 1;
        let own = Week::read(week);
        if let [names, parent, theirs] = belongs {
            self.belong(&named, &own, day, [names, parent], &Week::read(theirs));
        }
        if self.planned.week.is_some() {
            self.add_week(named, own);
        }
    }

    fn add_week(&mut self, named: Key, week: Week) {
        match week {
            Week::Null => {
                self.column.nulls += 1;
                name(&mut self.column.first_nulls, named);
            }
            Week::Date(date) => match self.anchor.monday(date) {
                Some(_) => {
                    self.column.weekdays.add(date);
                    let (first, last) = self.days.unwrap_or((date, date));
                    self.days = Some((first.min(date), last.max(date)));
                }
                None => self.add_bad(named, Bad::OutOfRange, date.to_string()),
            },
            Week::Bad(why, text) => self.add_bad(named, why, text),
        }
    }

    fn add_bad(&mut self, key: Key, why: Bad, text: String) {
        let kind = self.bad.entry(why).or_insert(BadKind {
            why,
            rows: 0,
            first: Vec::new(),
        });
        kind.rows += 1;
        name(&mut kind.first, BadRow { key, why, text });
    }

    fn belong(
        &mut self,
        named: &Key,
        own: &Week,
        day: &Value,
        [names, parent]: [&Value; 2],
        theirs: &Week,
    ) {
        let has_week = self.planned.week.is_some();
        let Some(belonging) = &mut self.column.belonging else {
            return;
        };
        let follows = *parent != Value::Null && (!has_week || own == theirs);
        let moved = moved(if has_week { own } else { theirs }, self.anchor);
        let day = match (&self.planned.day, moved) {
            (Some(planned), Some((old, new))) if has_week || follows => {
                day::follow(planned, day, old, new)
            }
            _ => Ok(None),
        };
        if day.is_err() {
            belonging.stuck += 1;
            name(&mut belonging.first_stuck, named.clone());
        }
        if *names == Value::Null {
            belonging.unattached += 1;
        } else if *parent == Value::Null {
            belonging.orphans += 1;
            name(&mut belonging.first_orphans, named.clone());
        } else if follows {
            let changes = moved.is_some() && (has_week || matches!(day, Ok(Some(_))));
            belonging.following += 1;
            belonging.following_to_change += u64::from(changes);
        } else {
            belonging.differing += 1;
            name(&mut belonging.first_differing, named.clone());
        }
    }

    fn end(self) -> Column {
        let mut column = self.column;
        if let Some((first, last)) = self.days {
            column.earliest = Some(first.to_string());
            column.latest = Some(last.to_string());
        }
        column.bad = self.bad.into_values().collect();
        column.suspicion = column.weekdays.suspicion();
        column.to_move = column.weekdays.to_move();
        column
    }
}

/// The date and the Monday to which it moves by itself; nothing if it stays.
pub(super) fn moved(week: &Week, anchor: Anchor) -> Option<(Date, Date)> {
    let Week::Date(old) = *week else { return None };
    let new = anchor.monday(old)?;
    (old != new).then_some((old, new))
}

fn above<'a>(layout: &'a Layout, node: &Node) -> Option<&'a Node> {
    layout.node(node.parent?)
}

/// A column of the first table, if the plan names one.
pub(super) fn own(node: &Node, column: Option<&String>, engine: Engine) -> Result<String> {
    match column {
        Some(column) => Ok(of_t(&node.column(column)?.read(engine))),
        None => Ok("NULL".to_owned()),
    }
}

fn day_column(node: &Node) -> Option<&String> {
    node.planned.day.as_ref().map(|day| &day.column)
}

fn name<T>(list: &mut Vec<T>, one: T) {
    if list.len() < NAMED {
        list.push(one);
    }
}

/// What names a row, of the value in its key column.
pub(super) fn key(value: &Value) -> Key {
    match value {
        Value::Integer(number) => Key::Integer(*number),
        Value::Text(text) => Key::Text(text.clone()),
        Value::Real(number) => Key::Text(number.to_string()),
        Value::Blob(bytes) => Key::Text(bytes.hex.clone()),
        Value::Null => Key::Text(String::new()),
    }
}
