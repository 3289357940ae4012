//! What is looked at before any change.

use std::collections::BTreeSet;

use crate::anchor::Anchor;
use crate::database::schema::{Column, Index};
use crate::database::{Access, Database, Engine};
use crate::error::FaultKind;
use crate::plan::{Keep, Left, Plan};
use crate::policy::Policy;
use crate::run::layout::{Layout, Node};
use crate::run::outcome::{Content, Finding, Findings};
use crate::run::resolve::decisions::{Decisions, Word};
use crate::run::resolve::{LISTED, Rules, shown};
use crate::run::state::Options;
use crate::run::{day, journal, scan};
use crate::value::Value;
use crate::week::Week;
use crate::{Error, Result};

/// Bytes that a row which moves takes in the journal and the database's own log, about.
const BYTES_A_MOVE: u64 = 300;

/// For what a database is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The schema alone.
    Analyze,
    /// The schema, every row, and the machine.
    Migrate,
    /// The schema alone, with what filling the tables again needs.
    Restore,
}

/// Looks whether the database can be migrated by this plan. What is wrong is in the findings; see
/// [`Findings::require`].
///
/// # Errors
///
/// `Usage` for a plan that names what the database does not have, decisions that do not fit; `PreCheck` if the
/// database is damaged; and what it says otherwise.
pub fn check(
    db: &mut dyn Database,
    plan: &Plan,
    options: &Options,
    purpose: Purpose,
) -> Result<Findings> {
    look(db, plan, options, purpose).map_err(|error| match error.fault() {
        Some(FaultKind::Corrupt) => Error::PreCheck(format!(
            "the database is damaged and was not changed; mend it or take its last copy: {error}"
        )),
        _ => error,
    })
}

fn look(
    db: &mut dyn Database,
    plan: &Plan,
    options: &Options,
    purpose: Purpose,
) -> Result<Findings> {
    let layout = Layout::read(db, plan)?;
    let decisions = options.decided(&plan.hash())?;
    let mut findings = Findings::default();
    if layout.nodes().next().is_none() {
        findings.refuse(
            None,
            "the database has none of the plan's tables".to_owned(),
        );
    }
    let removes = purpose == Purpose::Restore || removes(options, decisions.as_ref());
    for node in layout.nodes() {
        schema(db, &layout, node, removes, &mut findings)?;
    }
    if purpose == Purpose::Migrate && findings.refusals.is_empty() {
        machine_before(db, &mut findings)?;
        db.begin(Access::Read)?;
        let read = rows(db, &layout, options, decisions.as_ref(), &mut findings);
        db.rollback();
        read?;
        machine_after(db, &mut findings)?;
    }
    Ok(findings)
}

impl Findings {
    fn refuse(&mut self, node: Option<&Node>, what: String) {
        let table = node.map(|node| node.name().to_owned());
        self.refusals.push(Finding { table, what });
    }

    fn warn(&mut self, node: Option<&Node>, what: String) {
        let table = node.map(|node| node.name().to_owned());
        self.warnings.push(Finding { table, what });
    }
}

/// Whether rows can be taken out.
fn removes(options: &Options, decisions: Option<&Decisions>) -> bool {
    let decided = |decisions: &Decisions| {
        decisions
            .conflicts
            .iter()
            .any(|decided| !matches!(decided.decision, None | Some(Word::Shift)))
    };
    matches!(
        options.policy,
        Policy::KeepNewest | Policy::KeepOldest | Policy::Merge
    ) || decisions.is_some_and(decided)
}

fn schema(
    db: &mut dyn Database,
    layout: &Layout,
    node: &Node,
    removes: bool,
    findings: &mut Findings,
) -> Result<()> {
    let planned = &node.planned;
    if !node
        .unique_sets()
        .any(|columns| columns == [planned.key.clone()])
    {
        let what = format!(
            "the key {} has to be the only column of the primary key or of a unique index",
            planned.key
        );
        findings.refuse(Some(node), what);
    }
    if let Some(week) = &planned.week {
        week_column(db.engine(), node, week, findings)?;
    }
    if let Some(parent) = &planned.parent
        && !starts_index(node, std::slice::from_ref(parent))
    {
        let what = format!(
            "the column {parent} needs an index: without it the whole table would be read for each parent"
        );
        findings.refuse(Some(node), what);
    }
    if removes && let Some(newest) = &planned.newest {
        let kind = &node.column(newest)?.kind;
        if db.engine() == Engine::Postgres && !has_order_of_texts(kind) {
            let what = format!(
                "which row is newest cannot be told by {newest}, whose type is {kind}: choose a column with \
                 integers, floating-point numbers, texts or times, or --on-conflict shift"
            );
            findings.refuse(Some(node), what);
        }
    }
    if removes {
        for key in &node.table.referenced_by {
            let is_child = |child: &Node| {
                child.table.name == key.table && child.planned.parent.as_slice() == key.columns
            };
            if !layout.children(node).any(is_child) {
                let what = format!(
                    "rows can be taken out, and {} ({}) refers to them without being a child of it in the \
                     plan; add it there, or choose --on-conflict shift",
                    key.table,
                    key.columns.join(", ")
                );
                findings.refuse(Some(node), what);
            }
        }
    }
    if !node.table.triggers.is_empty() {
        let what = format!(
            "the triggers {} are called for rows that are moved; look whether that is meant",
            node.table.triggers.join(", ")
        );
        findings.warn(Some(node), what);
    }
    for check in checks(db, node)? {
        let what = format!("{check} has to accept the rows as they will be");
        findings.warn(Some(node), what);
    }
    Ok(())
}

fn week_column(engine: Engine, node: &Node, week: &str, findings: &mut Findings) -> Result<()> {
    let planned = &node.planned;
    let column = node.column(week)?;
    if planned.key == week {
        findings.refuse(
            Some(node),
            "the week is the key, and keys never change".to_owned(),
        );
    }
    if column.generated {
        findings.refuse(Some(node), format!("the database itself computes {week}"));
    }
    if engine == Engine::Postgres && column.kind != "date" {
        let what = format!("the column {week} has the type {}, not date", column.kind);
        findings.refuse(Some(node), what);
    }
    let names = |index: &Index| index.unique && index.columns.iter().any(|column| column == week);
    let indices: Vec<&Index> = node
        .table
        .indices
        .iter()
        .filter(|index| names(index))
        .collect();
    for index in &indices {
        let why = if planned.parent.is_some() {
            "the week of a child must not be in one"
        } else if indices.len() > 1 {
            "there is more than one with the week"
        } else if index.partial || !node.enforces_owner() {
            "`unique` in the plan has to name its other columns, and it has to hold all rows"
        } else if index.nulls_equal && has_null(node) {
            "rows without an owner meet in it (NULLS NOT DISTINCT), and here they do not"
        } else {
            continue;
        };
        findings.refuse(
            Some(node),
            format!("the unique index {} is not supported: {why}", index.name),
        );
    }
    if let Some(unique) = &planned.unique {
        let week = [week.to_owned()];
        if !starts_index(node, unique) && !starts_index(node, &week) {
            let what = format!(
                "there is no index that begins with {}: without it the whole table would be read for each row",
                if unique.is_empty() { &week[..] } else { unique }.join(", ")
            );
            findings.refuse(Some(node), what);
        }
    }
    Ok(())
}

/// Whether an owner can be NULL.
fn has_null(node: &Node) -> bool {
    let mut columns = node.table.columns.iter();
    columns.any(|column| !column.not_null && node.owner().contains(&column.name))
}

/// Whether PostgreSQL's texts of this type are in the order of its values.
fn has_order_of_texts(kind: &str) -> bool {
    let kind = kind.split('(').next().unwrap_or_default().trim_end();
    matches!(
        kind,
        "smallint"
            | "integer"
            | "bigint"
            | "real"
            | "double precision"
            | "text"
            | "character varying"
            | "character"
            | "bytea"
            | "boolean"
            | "uuid"
            | "date"
            | "timestamp"
            | "timestamp without time zone"
            | "timestamp with time zone"
    )
}

/// Whether an index over all rows begins with these columns, in any order.
fn starts_index(node: &Node, columns: &[String]) -> bool {
    let indices = node.table.indices.iter().filter(|index| !index.partial);
    !columns.is_empty()
        && indices
            .map(|index| &index.columns)
            .chain([&node.table.primary_key])
            .filter_map(|index| index.get(..columns.len()))
            .any(|first| columns.iter().all(|column| first.contains(column)))
}

/// The CHECKs of a table, each in words.
fn checks(db: &mut dyn Database, node: &Node) -> Result<Vec<String>> {
    let (sql, table) = match db.engine() {
        Engine::Sqlite => (
            "SELECT 'a CHECK of the table' FROM sqlite_schema \
             WHERE type = 'table' AND name = $1 AND upper(sql) LIKE '%CHECK%(%'",
            &node.table.name,
        ),
        Engine::Postgres => (
            "SELECT 'the CHECK ' || conname FROM pg_constraint \
             WHERE conrelid = to_regclass($1) AND contype = 'c' ORDER BY conname",
            &node.table.quoted,
        ),
    };
    let rows = db.query(sql, &[Value::Text(table.clone())])?;
    Ok(rows
        .into_iter()
        .flatten()
        .filter_map(|value| match value {
            Value::Text(text) => Some(text),
            _ => None,
        })
        .collect())
}

fn rows(
    db: &mut dyn Database,
    layout: &Layout,
    options: &Options,
    decisions: Option<&Decisions>,
    findings: &mut Findings,
) -> Result<()> {
    for node in layout.nodes() {
        days(db, layout, node, options.anchor, findings)?;
        if node.planned.week.is_none() {
            continue;
        }
        let rules = Rules {
            table: node.name(),
            merge: &node.planned.merge,
            anchor: options.anchor,
            policy: options.policy,
            decisions,
        };
        let scanned = scan::scan(db, node, &rules)?;
        findings.undecided += scanned.undecided;
        let room = LISTED.saturating_sub(findings.conflicts.len());
        findings
            .conflicts
            .extend(scanned.conflicts.into_iter().take(room));
        content(node, &scanned.content, findings);
        findings.tables.push(scanned.content);
    }
    Ok(())
}

/// Looks whether days have a place in the weeks to which they move.
fn days(
    db: &mut dyn Database,
    layout: &Layout,
    node: &Node,
    anchor: Anchor,
    findings: &mut Findings,
) -> Result<()> {
    let parent = node.parent.and_then(|parent| layout.node(parent));
    let (Some(planned), Some(parent), Some(column)) =
        (&node.planned.day, parent, &node.planned.parent)
    else {
        return Ok(());
    };
    let (of, week) = match (&node.planned.week, &parent.planned.week) {
        (Some(week), _) => ("c", node.column(week)?),
        (None, Some(week)) => ("p", parent.column(week)?),
        (None, None) => return Ok(()),
    };
    if planned.keep == Keep::Index {
        return Ok(());
    }
    let engine = db.engine();
    let read = |of: &str, column: &Column| format!("{of}.{}", column.read(engine));
    let (key, day) = (node.key()?, node.column(&planned.column)?);
    let sql = format!(
        "SELECT {}, {}, {} FROM {} c LEFT JOIN {} p ON p.{} = c.{}",
        read("c", key),
        read("c", day),
        read(of, week),
        node.table.quoted,
        parent.table.quoted,
        parent.key()?.quoted,
        node.column(column)?.quoted,
    );
    let (mut stuck, mut first) = (0, BTreeSet::new());
    db.stream(&sql, &[], &mut |row| {
        let [row_key, day, week] = row else {
            return Ok(());
        };
        let Week::Date(week) = Week::read(week) else {
            return Ok(());
        };
        let monday = anchor.monday(week).filter(|monday| *monday != week);
        if monday.is_some_and(|monday| day::follow(planned, day, week, monday).is_err()) {
            stuck += 1;
            scan::first(&mut first, journal::key(row_key, key, engine)?);
        }
        Ok(())
    })?;
    if stuck > 0 {
        findings.days.push(Finding {
            table: Some(node.name().to_owned()),
            what: format!(
                "{stuck} days are not in the week to which they move: {}; let the plan keep the index or the \
                 weekday, or choose the other anchor",
                listed(first.iter().map(shown), stuck)
            ),
        });
    }
    Ok(())
}

fn content(node: &Node, content: &Content, findings: &mut Findings) {
    if content.bad > 0 && node.planned.bad_dates == Left::Refuse {
        let first = content
            .first_bad
            .iter()
            .map(|row| format!("{} ({:?})", shown(&row.key), row.text));
        let what = format!(
            "{} weeks are no dates: {}; mend them, or let the plan say `bad-dates = \"keep\"`",
            content.bad,
            listed(first, content.bad)
        );
        findings.refuse(Some(node), what);
    }
    if content.nulls > 0 && node.planned.nulls == Left::Refuse {
        let what = format!(
            "{} rows have no week: {}; mend them, or let the plan say `nulls = \"keep\"`",
            content.nulls,
            listed(content.first_nulls.iter().map(shown), content.nulls)
        );
        findings.refuse(Some(node), what);
    }
}

fn listed(first: impl Iterator<Item = String>, all: u64) -> String {
    let first: Vec<String> = first.collect();
    let more = if all > first.len() as u64 {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", first.join(", "))
}

/// A damaged file must not be written.
fn machine_before(db: &mut dyn Database, findings: &mut Findings) -> Result<()> {
    for what in db.integrity()?.into_iter().flatten() {
        findings.refuse(None, format!("the database is damaged: {what}"));
    }
    Ok(())
}

fn machine_after(db: &mut dyn Database, findings: &mut Findings) -> Result<()> {
    let facts = db.facts()?;
    let moves: u64 = findings.tables.iter().map(|table| table.to_move).sum();
    let needed = moves.saturating_mul(BYTES_A_MOVE);
    match facts.free_disk {
        Some(free) if free < needed => findings.refuse(
            None,
            format!("{free} bytes of the disk are free, and about {needed} are needed"),
        ),
        Some(_) => {}
        None => findings.warn(
            None,
            format!("free disk was not checked; about {needed} bytes are needed"),
        ),
    }
    match facts.other_connections {
        Some(0) => {}
        Some(others) => {
            findings.warn(
                None,
                format!("{others} other connections are open; they can go on working"),
            );
        }
        None => findings.warn(None, "other open connections were not checked".to_owned()),
    }
    Ok(())
}
