//! One batch of a migration: one transaction.

use std::collections::HashSet;

use semaine::Date;

use crate::Result;
use crate::anchor::Anchor;
use crate::database::{Access, Columns, Database, Move, Place, Row};
use crate::failpoint::reach;
use crate::plan::Keep;
use crate::run::change::{self, Change};
use crate::run::children;
use crate::run::journal;
use crate::run::layout::{Layout, Node};
use crate::run::resolve::decisions::Decisions;
use crate::run::resolve::{self, Group, Member, Rules};
use crate::run::state::{Run, State};
use crate::value::{Key, Value};
use crate::week::Week;

/// By what a batch goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Orders<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) decisions: Option<&'a Decisions>,
}

/// Does the next `limit` rows of a run, and answers how far it is after that.
///
/// # Errors
///
/// `Fenced`; `Conflicts`; those of the kinds `Busy` and `Unique` if somebody else was in the way, after which
/// the same batch can be tried again; and what the database says. The transaction has to be rolled back.
pub(crate) fn batch(
    db: &mut dyn Database,
    orders: Orders<'_>,
    run: &Run,
    limit: u32,
) -> Result<Run> {
    db.begin(Access::Write)?;
    reach("batch-begun")?;
    run.fence(db)?;
    reach("batch-fenced")?;
    let mut next = run.clone();
    match orders.layout.node(run.table_number) {
        Some(node) if node.planned.week.is_some() => {
            rows(db, orders, &mut next, node, limit)?;
        }
        _ => next_table(orders.layout, &mut next),
    }
    next.advance(db)?;
    reach("batch-advanced")?;
    db.commit()?;
    reach("batch-committed")?;
    Ok(next)
}

/// The first table with a week from `from` on.
pub(crate) fn table_from(layout: &Layout, from: usize) -> Option<usize> {
    (from..layout.len()).find(|&number| {
        let node = layout.node(number);
        node.is_some_and(|node| node.planned.week.is_some())
    })
}

fn next_table(layout: &Layout, run: &mut Run) {
    run.cursor = None;
    match table_from(layout, run.table_number + 1) {
        Some(number) => run.table_number = number,
        None => run.state = State::Migrated,
    }
}

/// A row that may meet others, and its Monday.
struct Suspect {
    index: usize,
    monday: Date,
}

/// A group of rows that meet, or all such groups of an owner.
struct Meeting {
    members: Vec<Member>,
    groups: Vec<Group>,
}

fn rows(
    db: &mut dyn Database,
    orders: Orders<'_>,
    run: &mut Run,
    node: &Node,
    limit: u32,
) -> Result<()> {
    let Some(columns) = node.columns() else {
        return Ok(());
    };
    let rows = db.batch(columns, run.cursor.as_ref(), limit)?;
    reach("batch-read")?;
    let complete = rows.len() < limit as usize;
    if let Some(last) = rows.last() {
        run.cursor = Some(last.key.clone());
    }
    let (mut moves, suspects) = sorted(run, node, &rows);
    let meetings = meetings(db, orders, run, node, &rows, &suspects, &mut moves)?;
    reach("batch-resolved")?;
    for meeting in meetings {
        settle(db, orders.layout, run, node, &meeting)?;
    }
    reach("batch-journaled")?;
    shift_weeks(db, orders.layout, run, node, columns, &moves)?;
    run.counts.rows += rows.len() as u64;
    if complete {
        next_table(orders.layout, run);
    }
    Ok(())
}

/// Counts what stays as it is, and parts the others into those that move for sure and those that may meet
/// others.
fn sorted(run: &mut Run, node: &Node, rows: &[Row]) -> (Vec<Move>, Vec<Suspect>) {
    let anchor = run.options.anchor;
    let meet = node.planned.unique.is_some();
    // Where the database itself refuses two rows on one Monday, one of those that meet is elsewhere.
    let on_mondays = meet && !node.enforces_owner();
    let mut moves = Vec::with_capacity(rows.len());
    let mut suspects = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let date = match row.week {
            Week::Null => {
                run.counts.nulls += 1;
                continue;
            }
            Week::Bad(..) => {
                run.counts.bad += 1;
                continue;
            }
            Week::Date(date) => date,
        };
        let Some(monday) = anchor.monday(date) else {
            run.counts.bad += 1;
            continue;
        };
        if meet && (monday != date || on_mondays) && !row.owner.contains(&Value::Null) {
            suspects.push(Suspect { index, monday });
        } else if monday != date {
            moves.push(moved(row, date, monday));
        }
    }
    (moves, suspects)
}

fn moved(row: &Row, old: Date, new: Date) -> Move {
    Move {
        key: row.key.clone(),
        old,
        new,
    }
}

/// Finds which rows meet others and what becomes of those; the rest of the suspects moves.
fn meetings(
    db: &mut dyn Database,
    orders: Orders<'_>,
    run: &Run,
    node: &Node,
    rows: &[Row],
    suspects: &[Suspect],
    moves: &mut Vec<Move>,
) -> Result<Vec<Meeting>> {
    let Some(columns) = node.columns().filter(|_| !suspects.is_empty()) else {
        return Ok(Vec::new());
    };
    let anchor = run.options.anchor;
    let places: Vec<Place<'_>> = suspects
        .iter()
        .filter_map(|suspect| {
            let (first, last) = window(anchor, suspect.monday);
            rows.get(suspect.index)
                .map(|row| Place { row, first, last })
        })
        .collect();
    let taken = db.taken(columns, &places)?;
    let rules = Rules {
        table: node.name(),
        merge: &node.planned.merge,
        anchor,
        policy: run.options.policy,
        decisions: orders.decisions,
    };
    let mut meetings = Vec::new();
    let mut settled: HashSet<Key> = HashSet::new();
    for ((suspect, place), taken) in suspects.iter().zip(&places).zip(taken) {
        let (row, monday) = (place.row, suspect.monday);
        if taken && !settled.contains(&row.key) {
            let whole = resolve::needs_all(&rules, &row.owner);
            let range = (!whole).then_some((place.first, place.last));
            let members = members(db, node, anchor, &row.owner, range)?;
            let groups = resolve::resolve(&rules, &row.owner, &members)?;
            for group in &groups {
                let indices = group
                    .stays
                    .iter()
                    .map(|(index, _)| index)
                    .chain(&group.removed);
                let keys = indices.filter_map(|&index| members.get(index));
                settled.extend(keys.map(|member| member.key.clone()));
            }
            meetings.push(Meeting { members, groups });
        }
        if let Week::Date(date) = row.week
            && date != monday
            && !settled.contains(&row.key)
        {
            moves.push(moved(row, date, monday));
        }
    }
    Ok(meetings)
}

/// The days that move to a Monday, as far as they are of the years 1 to 9999.
fn window(anchor: Anchor, monday: Date) -> (Date, Date) {
    let (first, last) = anchor.window(monday);
    let year = |year, month, day| Date::new(year, month, day).unwrap_or(monday);
    (first.max(year(1, 1, 1)), last.min(year(9999, 12, 31)))
}

/// The rows of an owner with a date, within a range where there is one.
pub(crate) fn members(
    db: &mut dyn Database,
    node: &Node,
    anchor: Anchor,
    owner: &[Value],
    range: Option<(Date, Date)>,
) -> Result<Vec<Member>> {
    let engine = db.engine();
    let Some(week) = &node.planned.week else {
        return Ok(Vec::new());
    };
    let week = node.column(week)?;
    let mut list = vec![node.key()?.read(engine), week.read(engine)];
    for name in node.planned.newest.iter().chain(&node.planned.merge) {
        list.push(node.column(name)?.read(engine));
    }
    let mut values = owner.to_vec();
    let mut conditions = vec![format!("{} IS NOT NULL", week.quoted)];
    for (index, name) in node.owner().iter().enumerate() {
        let column = node.column(name)?;
        conditions.push(format!(
            "{} = {}",
            column.quoted,
            column.write(engine, index + 1)
        ));
    }
    if let Some((first, last)) = range {
        for (sign, date) in [(">=", first), ("<=", last)] {
            values.push(Value::Text(date.to_string()));
            let bound = week.write(engine, values.len());
            conditions.push(format!("{} {sign} {bound}", week.quoted));
        }
    }
    let sql = format!(
        "SELECT {} FROM {} WHERE {}{}",
        list.join(", "),
        node.table.quoted,
        conditions.join(" AND "),
        change::lock(engine)
    );
    let mut members = Vec::new();
    for row in db.query(&sql, &values)? {
        let mut values = row.into_iter();
        let (Some(key), Some(week)) = (values.next(), values.next()) else {
            continue;
        };
        let Week::Date(week) = Week::read(&week) else {
            continue;
        };
        if anchor.monday(week).is_none() {
            continue;
        }
        let newest = match node.planned.newest {
            Some(_) => values.next().unwrap_or(Value::Null),
            None => Value::Null,
        };
        members.push(Member {
            key: journal::key(&key, node.key()?, engine)?,
            week,
            newest,
            merge: values.collect(),
        });
    }
    Ok(members)
}

/// Does what was decided about rows that meet.
fn settle(
    db: &mut dyn Database,
    layout: &Layout,
    run: &mut Run,
    node: &Node,
    meeting: &Meeting,
) -> Result<()> {
    let Some(week) = node.planned.week.as_deref() else {
        return Ok(());
    };
    let member = |index: usize| meeting.members.get(index).ok_or_else(change::stale);
    for group in &meeting.groups {
        run.counts.conflicts += 1;
        let mut moves = Vec::new();
        for &(index, monday) in &group.stays {
            let row = member(index)?;
            if row.week != monday {
                moves.push(Move {
                    key: row.key.clone(),
                    old: row.week,
                    new: monday,
                });
            }
        }
        // Before others' children come to it: those have their own weeks, or have followed them.
        children::follow(db, layout, run, node, &moves)?;
        for &index in &group.removed {
            let loser = member(index)?;
            if let Some(&(winner, monday)) = group.stays.first() {
                let moved = (loser.week != monday).then_some((loser.week, monday));
                let winner = &member(winner)?.key;
                children::take_out(db, layout, run, node, &loser.key, moved, winner)?;
            }
        }
        for &(index, monday) in &group.stays {
            let row = member(index)?;
            let mut changes = Vec::new();
            for (column, text) in &group.merged {
                let (Some(name), Some(old)) =
                    (node.planned.merge.get(*column), row.merge.get(*column))
                else {
                    continue;
                };
                changes.push(Change {
                    column: name,
                    old: old.clone(),
                    new: Value::Text(text.clone()),
                });
            }
            run.counts.merged += u64::from(!changes.is_empty());
            if row.week != monday {
                changes.push(Change {
                    column: week,
                    old: Value::Text(row.week.to_string()),
                    new: Value::Text(monday.to_string()),
                });
                run.counts.moved += 1;
                let own = run.options.anchor.monday(row.week);
                run.counts.shifted += u64::from(own != Some(monday));
            }
            if !changes.is_empty() {
                change::update(db, run, node, &row.key, &changes)?;
            }
        }
    }
    Ok(())
}

/// Moves rows that meet no others, and their children.
fn shift_weeks(
    db: &mut dyn Database,
    layout: &Layout,
    run: &mut Run,
    node: &Node,
    columns: Columns<'_>,
    moves: &[Move],
) -> Result<()> {
    let keeps_days = node
        .planned
        .day
        .as_ref()
        .is_some_and(|day| day.keep != Keep::Index);
    if keeps_days {
        for moved in moves {
            with_day(db, run, node, moved)?;
        }
    } else if !moves.is_empty() {
        let changed = db.move_weeks(columns, run.id, run.sequence + 1, moves)?;
        if changed != moves.len() as u64 {
            return Err(change::stale());
        }
        run.sequence = run.sequence.saturating_add_unsigned(changed);
    }
    run.counts.moved += moves.len() as u64;
    reach("batch-moved")?;
    children::follow(db, layout, run, node, moves)?;
    reach("batch-followed")
}

/// Moves a child that did not go with its parent.
fn with_day(db: &mut dyn Database, run: &mut Run, node: &Node, moved: &Move) -> Result<()> {
    let mut changes = children::week(node, moved);
    if let Some(day) = &node.planned.day {
        let row = change::read(db, node, &moved.key, &[&day.column])?;
        let value = row
            .and_then(|row| row.into_iter().next())
            .ok_or_else(change::stale)?
            .1;
        changes.extend(children::day(
            node, &moved.key, &value, moved.old, moved.new,
        )?);
    }
    change::update(db, run, node, &moved.key, &changes)
}
