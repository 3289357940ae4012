//! Looks for rows that are not as the journal left them, without a change.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::Result;
use crate::database::{Access, Database};
use crate::run::journal::{self, Action, Entry, Field};
use crate::run::layout::{Layout, Node};
use crate::run::outcome::{Drift, Why};
use crate::run::resolve::LISTED;
use crate::run::state::Run;
use crate::run::undo::Undo;
use crate::run::{change, guard};
use crate::value::Value;

/// How many entries are read at once.
const CHUNK: u32 = 1000;

/// Rows that keep a rollback from putting everything back: all if they are few, else the first of them.
pub(crate) fn before_rollback(
    db: &mut dyn Database,
    layout: &Layout,
    run: &Run,
) -> Result<Vec<Drift>> {
    let mut drift = Vec::new();
    for node in layout.nodes() {
        drift.extend(moved(db, node, run, true)?.1);
    }
    // Whether the others can be undone depends on their order, so that they are, and that is rolled back.
    db.begin(Access::Write)?;
    let found = rehearse(db, layout, run, LISTED.saturating_sub(drift.len()));
    db.rollback();
    drift.extend(found?);
    drift.truncate(LISTED);
    Ok(drift)
}

fn rehearse(db: &mut dyn Database, layout: &Layout, run: &Run, most: usize) -> Result<Vec<Drift>> {
    let undo = Undo {
        layout,
        run: run.id,
        force: false,
    };
    let mut drift = Vec::new();
    let mut sequence = run.sequence;
    loop {
        let entries = journal::last(db, run.id, sequence, CHUNK, "'u', 'd'")?;
        let Some(last) = entries.last() else {
            return Ok(drift);
        };
        if sequence == run.sequence {
            guard::drop_all(db, layout)?;
        }
        sequence = last.sequence - 1;
        for entry in &entries {
            let Some(node) = layout.node(entry.table_number) else {
                continue;
            };
            if let Some(why) = undo.entry(db, node, entry)? {
                drift.push(of(db, node, entry, why)?);
            }
            if drift.len() >= most {
                return Ok(drift);
            }
        }
    }
}

/// Rows that were changed after the migration, and the first of them.
pub(crate) fn later_edits(
    db: &mut dyn Database,
    layout: &Layout,
    run: &Run,
) -> Result<(u64, Vec<Drift>)> {
    let mut edits = 0;
    let mut first = Vec::new();
    for node in layout.nodes() {
        let (moved, drift) = moved(db, node, run, false)?;
        edits += moved;
        first.extend(drift);
    }
    let mut seen = HashSet::new();
    let mut sequence = run.sequence;
    loop {
        let entries = journal::last(db, run.id, sequence, CHUNK, "'u', 'd'")?;
        let Some(last) = entries.last() else {
            first.truncate(LISTED);
            return Ok((edits, first));
        };
        sequence = last.sequence - 1;
        for entry in &entries {
            let Some(node) = layout.node(entry.table_number) else {
                continue;
            };
            if let Some(why) = edited(db, node, entry, &mut seen)? {
                edits += 1;
                if first.len() < LISTED {
                    first.push(of(db, node, entry, why)?);
                }
            }
        }
    }
}

/// Whether an entry, the last ones come first, is not what the row shows.
fn edited(
    db: &mut dyn Database,
    node: &Node,
    entry: &Entry,
    seen: &mut HashSet<(usize, String, String)>,
) -> Result<Option<Why>> {
    let key = journal::key(&entry.row_key, node.key()?, db.engine())?;
    let new = match &entry.action {
        Action::Changed { new, .. } => new.as_slice(),
        Action::Removed { .. } | Action::Moved { .. } => &[],
    };
    // Only the last change of a column is what the row shows.
    let name = format!("{:?}", entry.row_key);
    let names: Vec<&str> = new
        .iter()
        .map(|(column, _)| &**column)
        .filter(|column| seen.insert((node.number, name.clone(), (*column).to_owned())))
        .collect();
    let row = if names.is_empty() {
        change::read(db, node, &key, &[&node.planned.key])?
    } else {
        change::read(db, node, &key, &names)?
    };
    Ok(match (row, &entry.action) {
        (Some(_), Action::Removed { .. }) => Some(Why::KeyTaken),
        (None, Action::Removed { .. }) => None,
        (None, _) => Some(Why::Gone),
        (Some(row), _) => {
            let differs = |field: &Field| !new.contains(field);
            (!names.is_empty() && row.iter().any(differs)).then_some(Why::Changed)
        }
    })
}

/// How many weeks that moved alone are not as the journal left them, and the first of them; on request, also
/// those that could not move back since another row is there.
fn moved(db: &mut dyn Database, node: &Node, run: &Run, taken: bool) -> Result<(u64, Vec<Drift>)> {
    let Some(week) = &node.planned.week else {
        return Ok((0, Vec::new()));
    };
    let engine = db.engine();
    let key = node.key()?;
    let week = &node.column(week)?.quoted;
    let table = &node.table.quoted;
    let taken = if taken && node.enforces_owner() {
        let mut owner = String::new();
        for name in node.owner() {
            let column = &node.column(name)?.quoted;
            // Writing to a String cannot fail.
            let _ = write!(owner, "o.{column} = t.{column} AND ");
        }
        format!("OR EXISTS (SELECT 1 FROM {table} o WHERE {owner}o.{week} = j.old_week)")
    } else {
        String::new()
    };
    let from = format!(
        "FROM semaine_migrate_journal j LEFT JOIN {table} t ON t.{} = {} \
         WHERE j.run = $1 AND j.sequence <= $2 AND j.table_number = {} AND j.action = 'm' \
         AND (t.{week} IS DISTINCT FROM j.new_week {taken})",
        key.quoted,
        journal::key_sql(key, engine),
        node.number
    );
    let values = [Value::Integer(run.id), Value::Integer(run.sequence)];
    let sql = format!(
        "SELECT j.row_key, CASE WHEN t.{} IS NULL THEN 'gone' \
         WHEN t.{week} IS DISTINCT FROM j.new_week THEN 'changed' ELSE 'taken' END \
         {from} ORDER BY j.sequence LIMIT {LISTED}",
        key.quoted
    );
    let mut drift = Vec::new();
    for row in db.query(&sql, &values)? {
        if let [row_key, Value::Text(why)] = row.as_slice() {
            drift.push(Drift {
                table: node.name().to_owned(),
                key: journal::key(row_key, key, engine)?,
                why: match why.as_str() {
                    "gone" => Why::Gone,
                    "changed" => Why::Changed,
                    _ => Why::WeekTaken,
                },
            });
        }
    }
    let mut all = drift.len() as u64;
    if drift.len() == LISTED {
        let rows = db.query(&format!("SELECT count(*) {from}"), &values)?;
        if let Some([Value::Integer(count)]) = rows.first().map(Vec::as_slice) {
            all = count.unsigned_abs();
        }
    }
    Ok((all, drift))
}

/// An entry that cannot be undone.
pub(crate) fn of(db: &mut dyn Database, node: &Node, entry: &Entry, why: Why) -> Result<Drift> {
    Ok(Drift {
        table: node.name().to_owned(),
        key: journal::key(&entry.row_key, node.key()?, db.engine())?,
        why,
    })
}
