//! What a migration would count, without a change.
//!
//! Rows that meet nobody move to their own Mondays, whether with their parents or by themselves, so that a
//! count of each column says everything about them. What differs for rows that meet, and for all that
//! belongs to them, is added to that.

use std::collections::HashMap;
use std::slice;

use semaine::Date;

use crate::Result;
use crate::analyze::column::{self, Belonging, Column};
use crate::analyze::meeting;
use crate::anchor::Anchor;
use crate::control::Control;
use crate::database::{ChildRow, Database};
use crate::run::day::{self, Stuck};
use crate::run::layout::{Layout, Node};
use crate::run::resolve::decisions::Decisions;
use crate::run::resolve::{Group, Member, Rules};
use crate::run::state::{Counts, Options};
use crate::value::Key;
use crate::week::Week;

/// What a migration would count, and what keeps it from that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Forecast {
    pub(super) counts: Counts,
    /// Rows of children whose day cannot follow their week.
    pub(super) stuck: u64,
}

/// Reads who meets, notes it with each table, and counts.
pub(super) fn read(
    db: &mut dyn Database,
    layout: &Layout,
    options: &Options,
    decisions: Option<&Decisions>,
    tables: &mut [Column],
    control: &mut Control,
) -> Result<Forecast> {
    let mut difference = Difference::default();
    for (node, table) in layout.nodes().zip(tables.iter_mut()) {
        if node.planned.unique.is_none() {
            continue;
        }
        let rules = Rules {
            table: node.name(),
            merge: &node.planned.merge,
            anchor: options.anchor,
            policy: options.policy,
            decisions,
        };
        let read = meeting::read(
            db,
            node,
            &rules,
            control,
            &mut |_, _| (),
            &mut |db, rows, groups| {
                for group in groups {
                    difference.add(db, layout, node, options.anchor, rows, group)?;
                }
                Ok(())
            },
        )?;
        table.meeting = Some(read);
    }
    Ok(difference.with(tables))
}

/// What is otherwise than if nobody met.
#[derive(Debug, Default)]
struct Difference {
    moved: i64,
    children: i64,
    stuck: i64,
    conflicts: u64,
    removed: u64,
    merged: u64,
    shifted: u64,
}

/// A row that is taken out, and the one that takes its children.
struct Gone<'a> {
    key: &'a Key,
    week: &'a Week,
    stays: &'a Key,
}

/// Of a table with one row for each parent, that of a parent that had none.
type Given = HashMap<(usize, Key), Key>;

impl Difference {
    fn add(
        &mut self,
        db: &mut dyn Database,
        layout: &Layout,
        node: &Node,
        anchor: Anchor,
        rows: &[Member],
        group: &Group,
    ) -> Result<()> {
        self.conflicts += 1;
        self.merged += u64::from(!group.merged.is_empty());
        let row = |index: usize| rows.get(index);
        for &(index, monday) in &group.stays {
            let Some(row) = row(index) else { continue };
            if monday == group.monday {
                continue;
            }
            self.shifted += 1;
            self.moved += i64::from(row.week == group.monday);
            self.follow(db, layout, node, &row.key, (row.week, group.monday), -1)?;
            self.follow(db, layout, node, &row.key, (row.week, monday), 1)?;
        }
        let Some(stays) = group.stays.first().and_then(|&(index, _)| row(index)) else {
            return Ok(());
        };
        let mut given = Given::new();
        for row in group.removed.iter().filter_map(|&index| row(index)) {
            let gone = Gone {
                key: &row.key,
                week: &Week::Date(row.week),
                stays: &stays.key,
            };
            self.take_out(db, layout, node, anchor, &gone, &mut given)?;
        }
        Ok(())
    }

    /// Adds, or takes away, what changes with a row that moves.
    fn follow(
        &mut self,
        db: &mut dyn Database,
        layout: &Layout,
        node: &Node,
        key: &Key,
        (old, new): (Date, Date),
        sign: i64,
    ) -> Result<()> {
        if old == new {
            return Ok(());
        }
        for child in layout.children(node) {
            let has_week = child.planned.week.is_some();
            for row in children(db, child, key)? {
                if row
                    .week
                    .as_ref()
                    .is_some_and(|week| *week != Week::Date(old))
                {
                    continue;
                }
                let day = follow_day(child, &row, Some((old, new)));
                let changes = has_week || matches!(day, Ok(Some(_)));
                self.moved += sign * i64::from(has_week);
                self.children += sign * i64::from(changes);
                self.stuck += sign * i64::from(day.is_err());
                self.follow(db, layout, child, &row.key, (old, new), sign)?;
            }
        }
        Ok(())
    }

    /// Takes away what a row would count that is taken out. Its children go to the row that stays, or, if
    /// that has its only one, are taken out too.
    fn take_out(
        &mut self,
        db: &mut dyn Database,
        layout: &Layout,
        node: &Node,
        anchor: Anchor,
        gone: &Gone<'_>,
        given: &mut Given,
    ) -> Result<()> {
        self.removed += 1;
        let gone_moves = column::moved(gone.week, anchor);
        if node.planned.week.is_some() {
            self.moved -= i64::from(gone_moves.is_some());
        }
        for child in layout.children(node) {
            let has_week = child.planned.week.is_some();
            for row in children(db, child, gone.key)? {
                let week = row.week.as_ref().unwrap_or(gone.week);
                let moves = column::moved(week, anchor);
                let day = follow_day(child, &row, moves);
                let changed = week == gone.week
                    && moves.is_some()
                    && (has_week || matches!(day, Ok(Some(_))));
                self.children -= i64::from(changed);
                let Some(only) = only(db, child, gone.stays, given)? else {
                    self.children += 1;
                    given.insert((child.number, gone.stays.clone()), row.key);
                    continue;
                };
                self.stuck -= i64::from(day.is_err());
                let gone = Gone {
                    key: &row.key,
                    week,
                    stays: &only,
                };
                self.take_out(db, layout, child, anchor, &gone, given)?;
            }
        }
        Ok(())
    }

    fn with(&self, tables: &[Column]) -> Forecast {
        let of = |part: fn(&Column) -> u64| tables.iter().map(part).sum::<u64>();
        let belonging = |part: fn(&Belonging) -> u64| -> u64 {
            tables
                .iter()
                .filter_map(|table| table.belonging.as_ref())
                .map(part)
                .sum()
        };
        let counts = Counts {
            rows: of(Column::rows_with_week),
            moved: of(|table| table.to_move).saturating_add_signed(self.moved),
            nulls: of(|table| table.nulls),
            bad: of(Column::bad_rows),
            conflicts: self.conflicts,
            removed: self.removed,
            merged: self.merged,
            shifted: self.shifted,
            children: belonging(|belonging| belonging.following_to_change)
                .saturating_add_signed(self.children),
        };
        Forecast {
            counts,
            stuck: belonging(|belonging| belonging.stuck).saturating_add_signed(self.stuck),
        }
    }
}

/// The only row of a child table that belongs to a parent, if it can have but one and has it.
fn only(db: &mut dyn Database, child: &Node, parent: &Key, given: &Given) -> Result<Option<Key>> {
    if !child.one_per_parent() {
        return Ok(None);
    }
    if let Some(only) = given.get(&(child.number, parent.clone())) {
        return Ok(Some(only.clone()));
    }
    Ok(children(db, child, parent)?
        .into_iter()
        .next()
        .map(|row| row.key))
}

fn follow_day(
    child: &Node,
    row: &ChildRow,
    moved: Option<(Date, Date)>,
) -> std::result::Result<Option<i64>, Stuck> {
    match (&child.planned.day, &row.day, moved) {
        (Some(day), Some(value), Some((old, new))) => day::follow(day, value, old, new),
        _ => Ok(None),
    }
}

fn children(db: &mut dyn Database, child: &Node, parent: &Key) -> Result<Vec<ChildRow>> {
    let Some(columns) = child.child_columns() else {
        return Ok(Vec::new());
    };
    let mut rows = db.children(columns, slice::from_ref(parent))?;
    rows.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(rows)
}
