//! Rows of a shape's tables, as they are before a migration and after it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::calendar;
use super::shape::{Child, Newest, Shape};

/// What names a row; texts are in the order of their bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Integer(i64),
    Text(String),
}

/// What stands in a week column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Week {
    Null,
    Day(i64),
    Bad(&'static str),
}

/// A row of any table; of columns that its table lacks, nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) owner: Vec<Option<i64>>,
    pub(super) week: Week,
    pub(super) newest: Option<Key>,
    pub(super) merge: Option<String>,
    pub(super) parent: Option<Key>,
    pub(super) day: Option<i64>,
    /// Tells rows apart, and is never changed.
    pub(super) note: String,
}

/// A table's rows, and those of its children in the order of the shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tree {
    pub(super) rows: BTreeMap<Key, Row>,
    pub(super) children: Vec<Tree>,
}

/// Numbers of which rows are made, whatever the shape.
#[derive(Clone, Debug)]
pub(super) struct Seeds {
    first_day: i64,
    rows: Vec<[u8; 7]>,
    children: Vec<Vec<[u8; 7]>>,
}

/// What both databases keep in a column of dates and no run can move.
const BAD: [&str; 3] = ["infinity", "-infinity", "10000-01-01"];

const TEXTS: [&str; 8] = [
    "{}",
    r#"{"monday":{"lunch":1}}"#,
    r#"{"monday":{"lunch":2,"dinner":[3]},"note":"é"}"#,
    r#"{"note":null,"tuesday":{"lunch":4}}"#,
    r#"{ "monday": 5 }"#,
    r#"{"z":1,"a":{"y":{"x":[]},"b":false}}"#,
    r#"{"tuesday":{"dinner":6,"lunch":{}}}"#,
    r#"{"monday":{"lunch":{"recipe":7}}}"#,
];

pub(super) fn seeds() -> impl Strategy<Value = Seeds> {
    let first_day = prop_oneof![
        8 => 737_000..742_000_i64,
        1 => 0..10_i64,
        1 => calendar::LAST - 60..calendar::LAST - 40,
    ];
    let rows = |most| prop::collection::vec(any::<[u8; 7]>(), 0..most);
    (first_day, rows(24), prop::collection::vec(rows(20), 6)).prop_map(
        |(first_day, rows, children)| Seeds {
            first_day,
            rows,
            children,
        },
    )
}

impl Seeds {
    /// The rows of a shape.
    pub(super) fn grown(&self, shape: &Shape) -> Tree {
        let mut taken = BTreeSet::new();
        let mut rows = BTreeMap::new();
        for (index, seed) in self.rows.iter().enumerate() {
            let [key, owner, day, special, newest, merge, _] = *seed;
            let owner = (0..shape.owners.unwrap_or(0))
                .map(|column| match (owner >> (3 * column)) % 6 {
                    0 => None,
                    number => Some(i64::from(number % 2)),
                })
                .collect::<Vec<_>>();
            let week = self.week(day, special);
            let alone = owner.contains(&None) || week == Week::Null;
            if shape.unique_index && !alone && !taken.insert((owner.clone(), week.clone())) {
                continue;
            }
            let row = Row {
                owner,
                week,
                newest: shape.newest.and_then(|kind| by_newest(kind, newest)),
                merge: shape
                    .merge
                    .then(|| TEXTS.get(usize::from(merge % 10)).map(ToString::to_string))
                    .flatten(),
                parent: None,
                day: None,
                note: format!("row {index}"),
            };
            rows.entry(named(shape.text_keys, key)).or_insert(row);
        }
        let mut seeds = self.children.iter();
        let children = shape
            .children
            .iter()
            .map(|child| self.child(child, (&rows, shape.text_keys), shape, &mut seeds))
            .collect();
        Tree { rows, children }
    }

    fn child<'a>(
        &self,
        child: &Child,
        (parents, parent_texts): (&BTreeMap<Key, Row>, bool),
        shape: &Shape,
        seeds: &mut impl Iterator<Item = &'a Vec<[u8; 7]>>,
    ) -> Tree {
        let keys: Vec<_> = parents.keys().collect();
        let mut taken = BTreeSet::new();
        let mut rows = BTreeMap::new();
        for (index, seed) in seeds.next().into_iter().flatten().enumerate() {
            let [key, parent, same, day, special, number, of] = *seed;
            let parent = match of {
                0..20 => None,
                20..40 if !shape.references => Some(orphan(parent_texts)),
                _ if keys.is_empty() => None,
                _ => Some(keys[usize::from(parent) % keys.len()].clone()),
            };
            let of_parent = parent.as_ref().and_then(|parent| parents.get(parent));
            let week = match (child.week, of_parent) {
                (false, _) => Week::Null,
                (true, Some(parent)) if same < 180 => parent.week.clone(),
                (true, _) => self.week(day, special),
            };
            if child.one_a_parent && parent.is_some() && !taken.insert(parent.clone()) {
                continue;
            }
            let row = Row {
                owner: Vec::new(),
                week,
                newest: None,
                merge: None,
                parent,
                day: child
                    .day
                    .and_then(|day| (number % 8 < 7).then(|| day.first + i64::from(number % 8))),
                note: format!("child {index}"),
            };
            rows.entry(named(child.text_keys, key)).or_insert(row);
        }
        let children = child
            .children
            .iter()
            .map(|grandchild| self.child(grandchild, (&rows, child.text_keys), shape, seeds))
            .collect();
        Tree { rows, children }
    }

    fn week(&self, day: u8, special: u8) -> Week {
        match special {
            0..4 => Week::Null,
            4..7 => Week::Bad(BAD[usize::from(special) % 3]),
            _ => Week::Day(self.first_day + i64::from(day % 30)),
        }
    }
}

fn by_newest(kind: Newest, seed: u8) -> Option<Key> {
    match (seed % 5, kind) {
        (0, _) => None,
        (number, Newest::Integer) => Some(Key::Integer(i64::from(number) * 5 - 10)),
        // By their bytes, "10" is before "9", and "Z" before "a" before "é".
        (number, Newest::Text) => Some(Key::Text(
            ["10", "9", "Z", "é"][usize::from(number) - 1].to_owned(),
        )),
    }
}

fn named(text: bool, seed: u8) -> Key {
    if text {
        let letter = ["", "a", "B", "é", "-", "_'"][usize::from(seed) % 6];
        Key::Text(format!("{letter}{seed}"))
    } else {
        Key::Integer(i64::from(seed) * 3 - 100)
    }
}

/// A parent that does not exist.
fn orphan(text: bool) -> Key {
    if text {
        Key::Text("nobody".to_owned())
    } else {
        Key::Integer(9_999)
    }
}
