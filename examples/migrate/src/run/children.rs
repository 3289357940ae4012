//! Rows that belong to rows which move or are taken out.

use semaine::Date;

use crate::database::{ChildRow, Database, Move};
use crate::run::change::{self, Change};
use crate::run::day::{self, Stuck};
use crate::run::layout::{Layout, Node};
use crate::run::resolve::shown;
use crate::run::state::Run;
use crate::value::{Key, Value};
use crate::week::Week;
use crate::{Error, Result};

/// Moves the children of rows that have moved, and theirs: those that had the week of their parent, and
/// those of tables without a week.
pub(crate) fn follow(
    db: &mut dyn Database,
    layout: &Layout,
    run: &mut Run,
    node: &Node,
    parents: &[Move],
) -> Result<()> {
    if parents.is_empty() {
        return Ok(());
    }
    for child in layout.children(node) {
        let keys: Vec<Key> = parents.iter().map(|parent| parent.key.clone()).collect();
        let mut bulk = Vec::new();
        let mut single = Vec::new();
        for row in read(db, child, &keys)? {
            let Some(parent) = parents.get(row.parent) else {
                continue;
            };
            let Some(moved) = follows(&row, parent.old, parent.new) else {
                continue;
            };
            match day(
                child,
                &row.key,
                row.day.as_ref().unwrap_or(&Value::Null),
                moved.old,
                moved.new,
            )? {
                Some(change) => single.push((moved, change)),
                None => bulk.push(moved),
            }
        }
        if let Some(columns) = child.columns()
            && !bulk.is_empty()
        {
            let changed = db.move_weeks(columns, run.id, run.sequence + 1, &bulk)?;
            if changed != bulk.len() as u64 {
                return Err(change::stale());
            }
            run.sequence = run.sequence.saturating_add_unsigned(changed);
            run.counts.moved += changed;
            run.counts.children += changed;
        }
        for (moved, day) in single {
            let mut changes = week(child, &moved);
            changes.push(day);
            run.counts.moved += u64::from(child.planned.week.is_some());
            run.counts.children += 1;
            change::update(db, run, child, &moved.key, &changes)?;
            bulk.push(moved);
        }
        follow(db, layout, run, child, &bulk)?;
    }
    Ok(())
}

/// Takes out a row, whose children go to the one that stays. A child that belongs to the only one of its
/// parent is taken out too if the parent that stays has one, and its children go to that.
///
/// `moved` is the week that the row had, and that to which it would have moved.
pub(crate) fn take_out(
    db: &mut dyn Database,
    layout: &Layout,
    run: &mut Run,
    node: &Node,
    key: &Key,
    moved: Option<(Date, Date)>,
    stays: &Key,
) -> Result<()> {
    // Before its children are read, so that none can come.
    if change::whole(db, node, key)?.is_none() {
        return Err(change::stale());
    }
    for child in layout.children(node) {
        let Some(parent) = child.planned.parent.as_deref() else {
            continue;
        };
        let mut only = None;
        if child.one_per_parent() {
            let there = read(db, child, std::slice::from_ref(stays))?;
            only = there.into_iter().next().map(|row| row.key);
        }
        for row in read(db, child, std::slice::from_ref(key))? {
            let follows = moved.and_then(|(old, new)| follows(&row, old, new));
            if let Some(only) = &only {
                let moved = follows.map(|moved| (moved.old, moved.new));
                take_out(db, layout, run, child, &row.key, moved, only)?;
                continue;
            }
            let mut changes = vec![Change {
                column: parent,
                old: key.into(),
                new: stays.into(),
            }];
            if let Some(moved) = &follows {
                changes.extend(week(child, moved));
                let value = row.day.as_ref().unwrap_or(&Value::Null);
                changes.extend(day(child, &row.key, value, moved.old, moved.new)?);
                run.counts.moved += u64::from(child.planned.week.is_some());
            }
            run.counts.children += 1;
            change::update(db, run, child, &row.key, &changes)?;
            if child.one_per_parent() {
                only = Some(row.key);
            }
            follow(db, layout, run, child, follows.as_slice())?;
        }
    }
    change::remove(db, run, node, key)
}

/// The change of a row's day, when its week moves.
pub(crate) fn day<'a>(
    child: &'a Node,
    key: &Key,
    value: &Value,
    old: Date,
    new: Date,
) -> Result<Option<Change<'a>>> {
    let Some(day) = &child.planned.day else {
        return Ok(None);
    };
    let moved = day::follow(day, value, old, new).map_err(|stuck| {
        let name = child.name();
        let key = shown(key);
        Error::Conflicts(match stuck {
            Stuck::NoDay => format!(
                "{name}: the column {} of the row {key} is no day from {} to {}; mend it, or let the plan \
                 keep the index",
                day.column,
                day.first,
                day.first + 6
            ),
            Stuck::Outside => format!(
                "{name}: the day of the row {key} is not in the week of {new}, to which it moves from {old}; \
                 let the plan keep the index or the weekday, or choose the other anchor"
            ),
        })
    })?;
    Ok(moved.map(|moved| Change {
        column: &day.column,
        old: value.clone(),
        new: Value::Integer(moved),
    }))
}

/// The children of rows, in the order of their keys for each.
fn read(db: &mut dyn Database, child: &Node, parents: &[Key]) -> Result<Vec<ChildRow>> {
    let Some(columns) = child.child_columns() else {
        return Ok(Vec::new());
    };
    let mut rows = db.children(columns, parents)?;
    rows.sort_by(|one, other| (one.parent, &one.key).cmp(&(other.parent, &other.key)));
    Ok(rows)
}

/// How a child moves when its parent does.
fn follows(row: &ChildRow, old: Date, new: Date) -> Option<Move> {
    let with_it = match &row.week {
        None => true,
        Some(Week::Date(week)) => *week == old,
        Some(Week::Null | Week::Bad(..)) => false,
    };
    with_it.then(|| Move {
        key: row.key.clone(),
        old,
        new,
    })
}

/// The change of a row's week, if its table has one.
pub(crate) fn week<'a>(node: &'a Node, moved: &Move) -> Vec<Change<'a>> {
    let week = node.planned.week.iter().filter(|_| moved.old != moved.new);
    week.map(|week| Change {
        column: week,
        old: Value::Text(moved.old.to_string()),
        new: Value::Text(moved.new.to_string()),
    })
    .collect()
}
