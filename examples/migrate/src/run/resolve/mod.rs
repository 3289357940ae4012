//! What becomes of the rows of one owner that meet on Mondays: pure, so that neither the borders of batches
//! nor interruptions can change it.

pub mod decisions;
mod merge;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use semaine::Date;

use crate::anchor::Anchor;
use crate::policy::Policy;
use crate::run::outcome::Conflict;
use crate::run::resolve::decisions::{Decisions, Word};
use crate::value::{Key, Value};
use crate::{Error, Result};

/// How many conflicts a message lists.
pub const LISTED: usize = 20;

/// By what rows are resolved.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The table.
    pub table: &'a str,
    /// The names of its `merge` columns.
    pub merge: &'a [String],
    /// To which Monday a day moves.
    pub anchor: Anchor,
    /// What becomes of groups for which nothing else is decided.
    pub policy: Policy,
    /// What is decided for single groups.
    pub decisions: Option<&'a Decisions>,
}

/// A row of the owner, with a date as its week.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// What names it.
    pub key: Key,
    /// Its week.
    pub week: Date,
    /// The value of the `newest` column; NULL without.
    pub newest: Value,
    /// The values of the `merge` columns, in the plan's order.
    pub merge: Vec<Value>,
}

/// What becomes of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Where the rows meet.
    pub monday: Date,
    /// Rows that are taken out, by their index: first the one that would stay next, in the order in which
    /// their children are given away.
    pub removed: Vec<usize>,
    /// Rows that stay and their new Mondays, the latest first, as they have to be applied; without `shift`
    /// it is one row.
    pub stays: Vec<(usize, Date)>,
    /// `merge` columns of the row that stays that get another text, by their index.
    pub merged: Vec<(usize, String)>,
}

/// What is decided for one group.
#[derive(Clone, Copy)]
enum Decision<'a> {
    Nothing,
    Keep(&'a Key),
    Newest,
    Oldest,
    Merge,
    Shift,
}

/// Whether [`resolve`] needs all rows of the owner: rows that are shifted need to know which Mondays are
/// free. Otherwise it needs those of one group.
#[must_use]
pub fn needs_all(rules: &Rules<'_>, owner: &[Value]) -> bool {
    rules.policy == Policy::Shift
        || rules.decisions.is_some_and(|decisions| {
            decisions
                .of(rules.table, owner)
                .any(|decided| decided.decision == Some(Word::Shift))
        })
}

/// Decides on every group of two or more rows with the same Monday, in ascending order of their Mondays.
///
/// # Errors
///
/// `Conflicts` for the policy `abort`, see [`unresolved`] for all such groups at once; for texts that `merge`
/// cannot join; for a `shift` beyond the year 9999.
pub fn resolve(rules: &Rules<'_>, owner: &[Value], rows: &[Member]) -> Result<Vec<Group>> {
    let open = unresolved(rules, owner, rows);
    if !open.is_empty() {
        return Err(Error::Conflicts(undecided(open.len() as u64, &open)));
    }
    let mondays = by_monday(rules.anchor, rows);
    let taken: BTreeSet<Date> = mondays.keys().copied().collect();
    let mut free = Free {
        taken: &taken,
        last: None,
    };
    let mut groups = Vec::new();
    for (&monday, members) in mondays.iter().filter(|(_, members)| members.len() > 1) {
        groups.push(match decision(rules, owner, monday, members) {
            Decision::Shift => shift(rules, monday, members, &mut free)?,
            decision => keep(rules, monday, members, decision)?,
        });
    }
    Ok(groups)
}

/// The groups of two or more rows for which neither a decision nor a policy says anything.
#[must_use]
pub fn unresolved(rules: &Rules<'_>, owner: &[Value], rows: &[Member]) -> Vec<Conflict> {
    by_monday(rules.anchor, rows)
        .into_iter()
        .filter(|(_, members)| members.len() > 1)
        .filter(|(monday, members)| {
            matches!(decision(rules, owner, *monday, members), Decision::Nothing)
        })
        .map(|(monday, members)| Conflict {
            table: rules.table.to_owned(),
            owner: owner.to_vec(),
            monday: monday.to_string(),
            rows: members.iter().map(|(_, row)| row.key.clone()).collect(),
        })
        .collect()
}

/// The message about `all` undecided groups of which `first` are listed.
#[must_use]
pub fn undecided(all: u64, first: &[Conflict]) -> String {
    let mut text = format!(
        "{all} {} would have the same Monday, and nothing says what becomes of them; choose a policy with \
         --on-conflict, or have `plan --conflicts FILE` write a file and decide there:",
        if all == 1 {
            "group of rows"
        } else {
            "groups of rows"
        }
    );
    for conflict in first.iter().take(LISTED) {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n  {}", listed(conflict));
    }
    if all > LISTED.min(first.len()) as u64 {
        text.push_str("\n  …");
    }
    text
}

fn listed(conflict: &Conflict) -> String {
    let json = |values: &[Value]| serde_json::to_string(values).unwrap_or_default();
    let rows: Vec<Value> = conflict.rows.iter().map(Value::from).collect();
    format!(
        "{} {} on {}: rows {}",
        conflict.table,
        json(&conflict.owner),
        conflict.monday,
        json(&rows)
    )
}

/// Rows with their indices by their Mondays, in the order of their weeks and keys.
fn by_monday(anchor: Anchor, rows: &[Member]) -> BTreeMap<Date, Vec<(usize, &Member)>> {
    let mut mondays: BTreeMap<Date, Vec<(usize, &Member)>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some(monday) = anchor.monday(row.week) {
            mondays.entry(monday).or_default().push((index, row));
        }
    }
    for members in mondays.values_mut() {
        members.sort_by(|(_, one), (_, other)| (one.week, &one.key).cmp(&(other.week, &other.key)));
    }
    mondays
}

fn decision<'a>(
    rules: &Rules<'a>,
    owner: &[Value],
    monday: Date,
    members: &[(usize, &Member)],
) -> Decision<'a> {
    let decided = rules.decisions.and_then(|decisions| {
        decisions.of(rules.table, owner).find(|decided| {
            decided.monday == monday.to_text().as_str()
                && decided.rows.len() == members.len()
                && members
                    .iter()
                    .all(|(_, row)| decided.rows.contains(&row.key))
        })
    });
    match decided.and_then(|decided| Some((decided.decision?, decided.keep.as_ref()))) {
        Some((Word::Keep, Some(key))) => Decision::Keep(key),
        Some((Word::KeepNewest, _)) => Decision::Newest,
        Some((Word::KeepOldest, _)) => Decision::Oldest,
        Some((Word::Merge, _)) => Decision::Merge,
        Some((Word::Shift, _)) => Decision::Shift,
        Some((Word::Keep, None)) | None => match rules.policy {
            Policy::Abort => Decision::Nothing,
            Policy::KeepNewest => Decision::Newest,
            Policy::KeepOldest => Decision::Oldest,
            Policy::Merge => Decision::Merge,
            Policy::Shift => Decision::Shift,
        },
    }
}

/// One row stays.
fn keep(
    rules: &Rules<'_>,
    monday: Date,
    members: &[(usize, &Member)],
    decision: Decision<'_>,
) -> Result<Group> {
    let mut ranked = members.to_vec();
    ranked.sort_by(|(_, one), (_, other)| newest_first(one, other));
    match decision {
        Decision::Oldest => ranked.reverse(),
        // The sort is stable: the others stay in their order.
        Decision::Keep(key) => ranked.sort_by_key(|(_, row)| row.key != *key),
        _ => {}
    }
    let merged = match decision {
        Decision::Merge => merge::merged(rules, &ranked)?,
        _ => Vec::new(),
    };
    let mut ranked = ranked.into_iter().map(|(index, _)| index);
    Ok(Group {
        monday,
        stays: ranked
            .next()
            .map(|stays| (stays, monday))
            .into_iter()
            .collect(),
        removed: ranked.collect(),
        merged,
    })
}

/// All rows stay: the first on the Monday, the others on the next free ones.
fn shift(
    rules: &Rules<'_>,
    monday: Date,
    members: &[(usize, &Member)],
    free: &mut Free<'_>,
) -> Result<Group> {
    let mut stays = Vec::with_capacity(members.len());
    for (place, (index, row)) in members.iter().enumerate() {
        let to = if place == 0 {
            Some(monday)
        } else {
            free.after(monday)
        };
        let to = to.ok_or_else(|| {
            Error::Conflicts(format!(
                "{}: the row {} has no free Monday before the year 10000; decide otherwise for its group",
                rules.table,
                shown(&row.key)
            ))
        })?;
        stays.push((*index, to));
    }
    stays.reverse();
    Ok(Group {
        monday,
        removed: Vec::new(),
        stays,
        merged: Vec::new(),
    })
}

/// The Mondays of an owner on which no row is.
struct Free<'a> {
    taken: &'a BTreeSet<Date>,
    /// The one that was given away last: those before it are taken or too early for who comes next.
    last: Option<Date>,
}

impl Free<'_> {
    fn after(&mut self, monday: Date) -> Option<Date> {
        let mut next = self.last.map_or(monday, |last| last.max(monday));
        loop {
            next = next.checked_add(7).ok()?;
            if next.year() > 9999 {
                return None;
            }
            if !self.taken.contains(&next) {
                self.last = Some(next);
                return Some(next);
            }
        }
    }
}

fn newest_first(one: &Member, other: &Member) -> Ordering {
    age(&other.newest, &one.newest).then_with(|| other.key.cmp(&one.key))
}

/// NULL before numbers before texts before bytes, as SQLite has it.
fn age(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
        (Value::Text(one), Value::Text(other)) => one.as_bytes().cmp(other.as_bytes()),
        (Value::Blob(one), Value::Blob(other)) => one.hex.cmp(&other.hex),
        (Value::Real(_) | Value::Integer(_), Value::Real(_) | Value::Integer(_)) => {
            number(one).total_cmp(&number(other))
        }
        _ => class(one).cmp(&class(other)),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a column of times that holds both kinds of numbers"
)]
fn number(value: &Value) -> f64 {
    match value {
        Value::Integer(number) => *number as f64,
        Value::Real(number) => *number,
        Value::Null | Value::Text(_) | Value::Blob(_) => f64::NEG_INFINITY,
    }
}

const fn class(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Integer(_) | Value::Real(_) => 1,
        Value::Text(_) => 2,
        Value::Blob(_) => 3,
    }
}

/// A key for a message.
pub(crate) fn shown(key: &Key) -> String {
    match key {
        Key::Integer(number) => number.to_string(),
        Key::Text(text) => text.clone(),
    }
}
