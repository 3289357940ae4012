//! What a migration has to leave behind, by the rules alone: all rows at once, without batches, a journal or
//! a database.

use std::collections::{BTreeMap, BTreeSet};

use semaine_migrate::anchor::Anchor;
use semaine_migrate::plan::{Keep, Left};
use semaine_migrate::policy::Policy;
use serde_json::{Map, Value};

use super::calendar;
use super::options::Options;
use super::rows::{Key, Row, Tree, Week};
use super::shape::{Child, Shape};

/// Why nothing, or not everything, moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// NULLs or bad dates that the plan does not want to keep.
    Check,
    /// Rows that meet under `abort`.
    Undecided,
    /// What a policy cannot do.
    Impossible,
}

/// What a migration did besides moving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Did {
    pub(super) conflicts: u64,
    pub(super) removed: u64,
    pub(super) shifted: u64,
}

pub(super) fn migrated(
    shape: &Shape,
    options: &Options,
    before: &Tree,
) -> Result<(Tree, Did), Refused> {
    let run = Run { shape, options };
    run.check(before, &shape.children, true)?;
    let (mut tree, mut did) = (before.clone(), Did::default());
    run.resolve(&mut tree, &mut did)?;
    run.own_pass(&mut tree.children, &shape.children)?;
    did.removed = count(before) - count(&tree);
    Ok((tree, did))
}

struct Run<'a> {
    shape: &'a Shape,
    options: &'a Options,
}

/// Where a row is on its way to.
struct Moved {
    key: Key,
    old: i64,
    new: i64,
}

impl Run<'_> {
    /// The Monday of a day, if it is one of the years that count.
    fn monday(&self, day: i64) -> Option<i64> {
        let back = calendar::weekday(day);
        let monday = match self.options.anchor {
            Anchor::Majority if back > 3 => day + 7 - back,
            _ => day - back,
        };
        (monday <= calendar::LAST).then_some(monday)
    }

    /// A row's week and the Monday to which it belongs.
    fn target(&self, row: &Row) -> Option<(i64, i64)> {
        let Week::Day(day) = row.week else {
            return None;
        };
        Some((day, self.monday(day)?))
    }

    fn check(&self, tree: &Tree, children: &[Child], has_week: bool) -> Result<(), Refused> {
        for row in tree.rows.values().filter(|_| has_week) {
            let stays = match row.week {
                Week::Null => self.shape.nulls == Left::Keep,
                _ => self.shape.bad_dates == Left::Keep || self.target(row).is_some(),
            };
            if !stays {
                return Err(Refused::Check);
            }
        }
        for (tree, child) in tree.children.iter().zip(children) {
            self.check(tree, &child.children, child.week)?;
        }
        Ok(())
    }

    /// Moves the rows of the first table, each owner's on its own, and what follows them.
    fn resolve(&self, tree: &mut Tree, did: &mut Did) -> Result<(), Refused> {
        let mut owners: BTreeMap<Vec<Option<i64>>, Vec<Key>> = BTreeMap::new();
        let mut alone = Vec::new();
        for (key, row) in &tree.rows {
            if self.target(row).is_none() {
                continue;
            }
            if self.shape.owners.is_none() || row.owner.contains(&None) {
                alone.push(vec![key.clone()]);
            } else {
                owners
                    .entry(row.owner.clone())
                    .or_default()
                    .push(key.clone());
            }
        }
        for keys in alone.into_iter().chain(owners.into_values()) {
            self.resolve_owner(tree, &keys, did)?;
        }
        Ok(())
    }

    fn resolve_owner(&self, tree: &mut Tree, keys: &[Key], did: &mut Did) -> Result<(), Refused> {
        let mut groups: BTreeMap<i64, Vec<(i64, Key)>> = BTreeMap::new();
        for key in keys {
            let (week, monday) = self.target(&tree.rows[key]).unwrap();
            groups.entry(monday).or_default().push((week, key.clone()));
        }
        for group in groups.values_mut() {
            group.sort();
        }
        let meets = groups.values().filter(|group| group.len() > 1).count();
        did.conflicts += u64::try_from(meets).unwrap();
        if meets > 0 && self.options.policy == Policy::Abort {
            return Err(Refused::Undecided);
        }
        if self.options.policy == Policy::Shift {
            return self.shift(tree, &groups, did);
        }
        for (monday, mut group) in groups {
            // The best first.
            group.sort_by(|(_, one), (_, other)| {
                let order = newness(tree, one).cmp(&newness(tree, other));
                match self.options.policy {
                    Policy::KeepOldest => order,
                    _ => order.reverse(),
                }
            });
            if self.options.policy == Policy::Merge && self.shape.merge && group.len() > 1 {
                join(tree, &group)?;
            }
            let (_, winner) = group[0].clone();
            for (week, key) in group {
                if key == winner {
                    step(tree, &self.shape.children, &key, week, monday)?;
                    continue;
                }
                let moved = Moved {
                    key: key.clone(),
                    old: week,
                    new: monday,
                };
                tree.rows.remove(&key);
                give(&mut tree.children, &self.shape.children, &moved, &winner)?;
            }
        }
        Ok(())
    }

    /// Walks over the Mondays of an owner with those who wait for a free one.
    fn shift(
        &self,
        tree: &mut Tree,
        groups: &BTreeMap<i64, Vec<(i64, Key)>>,
        did: &mut Did,
    ) -> Result<(), Refused> {
        let mut waiting = Vec::new();
        let Some((&first, _)) = groups.first_key_value() else {
            return Ok(());
        };
        let mut places = Vec::new();
        let mut monday = first;
        while monday <= groups.keys().copied().max().unwrap_or(first) || !waiting.is_empty() {
            if monday > calendar::LAST {
                return Err(Refused::Impossible);
            }
            if let Some(group) = groups.get(&monday) {
                places.push((group[0].clone(), monday));
                waiting.extend_from_slice(&group[1..]);
            } else if !waiting.is_empty() {
                places.push((waiting.remove(0), monday));
                did.shifted += 1;
            }
            monday += 7;
        }
        for ((week, key), monday) in places {
            step(tree, &self.shape.children, &key, week, monday)?;
        }
        Ok(())
    }

    /// Moves what did not follow its parent, a table after its parent's.
    fn own_pass(&self, trees: &mut [Tree], shapes: &[Child]) -> Result<(), Refused> {
        for (tree, shape) in trees.iter_mut().zip(shapes) {
            let keys: BTreeSet<_> = tree.rows.keys().cloned().collect();
            for key in keys {
                let row = tree.rows.get_mut(&key).unwrap();
                let Some((week, monday)) = self.target(row).filter(|(week, to)| week != to) else {
                    continue;
                };
                count_days(row, shape, week, monday)?;
                step(tree, &shape.children, &key, week, monday)?;
            }
            self.own_pass(&mut tree.children, &shape.children)?;
        }
        Ok(())
    }
}

/// Rows of a table and all below it.
fn count(tree: &Tree) -> u64 {
    tree.rows.len() as u64 + tree.children.iter().map(count).sum::<u64>()
}

fn of_parent(tree: &Tree, parent: &Key) -> Vec<Key> {
    let rows = tree.rows.iter();
    rows.filter(|(_, row)| row.parent.as_ref() == Some(parent))
        .map(|(key, _)| key.clone())
        .collect()
}

/// Moves a row of a table, and what follows it.
fn step(tree: &mut Tree, children: &[Child], key: &Key, old: i64, new: i64) -> Result<(), Refused> {
    if old == new {
        return Ok(());
    }
    tree.rows.get_mut(key).unwrap().week = Week::Day(new);
    let moved = Moved {
        key: key.clone(),
        old,
        new,
    };
    follow(&mut tree.children, children, &moved)
}

/// Moves the children of a row that moved.
fn follow(trees: &mut [Tree], shapes: &[Child], moved: &Moved) -> Result<(), Refused> {
    for (tree, shape) in trees.iter_mut().zip(shapes) {
        for key in of_parent(tree, &moved.key) {
            let row = tree.rows.get_mut(&key).unwrap();
            if shape.week && row.week != Week::Day(moved.old) {
                continue;
            }
            if shape.week {
                row.week = Week::Day(moved.new);
            }
            count_days(row, shape, moved.old, moved.new)?;
            let moved = Moved {
                key,
                old: moved.old,
                new: moved.new,
            };
            follow(&mut tree.children, &shape.children, &moved)?;
        }
    }
    Ok(())
}

/// Gives the children of a row that is taken out to another, which takes no more than it can have.
fn give(trees: &mut [Tree], shapes: &[Child], taken: &Moved, to: &Key) -> Result<(), Refused> {
    if taken.old != taken.new {
        follow(trees, shapes, taken)?;
    }
    pass_on(trees, shapes, &taken.key, to);
    Ok(())
}

/// Makes the children of a row those of another; those of which it cannot have two are taken out likewise.
fn pass_on(trees: &mut [Tree], shapes: &[Child], from: &Key, to: &Key) {
    for (tree, shape) in trees.iter_mut().zip(shapes) {
        for key in of_parent(tree, from) {
            let kept = of_parent(tree, to).into_iter().next();
            match kept.filter(|_| shape.one_a_parent) {
                None => tree.rows.get_mut(&key).unwrap().parent = Some(to.clone()),
                Some(kept) => {
                    tree.rows.remove(&key);
                    pass_on(&mut tree.children, &shape.children, &key, &kept);
                }
            }
        }
    }
}

/// By what a row is newer than another.
fn newness(tree: &Tree, key: &Key) -> (Option<Key>, Key) {
    (tree.rows[key].newest.clone(), key.clone())
}

/// Keeps what a numbered day of a row has to keep.
fn count_days(row: &mut Row, shape: &Child, old: i64, new: i64) -> Result<(), Refused> {
    let (Some(column), Some(day)) = (shape.day, row.day) else {
        return Ok(());
    };
    let date = old + day - column.first;
    let number = match column.keep {
        Keep::Index => return Ok(()),
        Keep::Weekday => calendar::weekday(date),
        Keep::Date => date - new,
    };
    if !(0..7).contains(&number) {
        return Err(Refused::Impossible);
    }
    row.day = Some(column.first + number);
    Ok(())
}

/// Joins the texts of a group, the newest first, into that one.
fn join(tree: &mut Tree, group: &[(i64, Key)]) -> Result<(), Refused> {
    let mut joined = Map::new();
    for (_, key) in group {
        let text = tree.rows[key].merge.as_deref().unwrap_or("{}");
        let Ok(Value::Object(object)) = serde_json::from_str(text) else {
            return Err(Refused::Impossible);
        };
        fill(&mut joined, object);
    }
    let winner = tree.rows.get_mut(&group[0].1).unwrap();
    let has: Value = serde_json::from_str(winner.merge.as_deref().unwrap_or("{}")).unwrap();
    let joined = Value::Object(joined);
    if has != joined {
        winner.merge = Some(joined.to_string());
    }
    Ok(())
}

/// Adds what is missing.
fn fill(into: &mut Map<String, Value>, from: Map<String, Value>) {
    for (name, value) in from {
        match (into.get_mut(&name), value) {
            (None, value) => {
                into.insert(name, value);
            }
            (Some(Value::Object(into)), Value::Object(from)) => fill(into, from),
            (Some(_), _) => {}
        }
    }
}
