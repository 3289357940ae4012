//! Tables of any kind that a plan can name.

use proptest::prelude::*;
use semaine_migrate::plan::{Keep, Left};

/// A table that is migrated, with all below it.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) text_keys: bool,
    /// How many columns make an owner; `None` where rows do not conflict.
    pub(super) owners: Option<usize>,
    /// Whether the database refuses two rows of an owner in a week.
    pub(super) unique_index: bool,
    pub(super) newest: Option<Newest>,
    pub(super) merge: bool,
    pub(super) nulls: Left,
    pub(super) bad_dates: Left,
    /// Whether children have foreign keys, which would delete them with their parents.
    pub(super) references: bool,
    pub(super) children: Vec<Child>,
}

/// The type of the column by which rows are newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Newest {
    Integer,
    Text,
}

/// A table whose rows belong to rows of another.
#[derive(Clone, Debug)]
pub(super) struct Child {
    pub(super) text_keys: bool,
    pub(super) week: bool,
    pub(super) day: Option<DayColumn>,
    /// Whether the database refuses two of a parent.
    pub(super) one_a_parent: bool,
    pub(super) children: Vec<Child>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct DayColumn {
    pub(super) first: i64,
    pub(super) keep: Keep,
}

pub(super) fn shapes() -> impl Strategy<Value = Shape> {
    let owned = prop_oneof![
        1 => Just((None, false)),
        6 => (0..=2_usize, any::<bool>()).prop_map(|(owners, index)| (Some(owners), index)),
    ];
    let newest = prop::option::of(prop_oneof![Just(Newest::Integer), Just(Newest::Text)]);
    let flags = any::<[bool; 3]>();
    let left = || prop_oneof![4 => Just(Left::Keep), 1 => Just(Left::Refuse)];
    let leaf = child(Vec::new());
    let inner =
        prop::collection::vec(leaf, 0..=1).prop_flat_map(|children| child(children.clone()));
    let children = prop::collection::vec(inner, 0..=2);
    (owned, newest, flags, (left(), left()), children).prop_map(
        |((owners, unique_index), newest, [text_keys, merge, references], left, children)| Shape {
            text_keys,
            owners,
            unique_index,
            // Without owners no rows meet, and a plan says nothing of what becomes of such.
            newest: newest.filter(|_| owners.is_some()),
            merge: merge && owners.is_some(),
            nulls: left.0,
            bad_dates: left.1,
            references,
            children,
        },
    )
}

fn child(children: Vec<Child>) -> impl Strategy<Value = Child> {
    let keep = prop_oneof![
        2 => Just(Keep::Index),
        2 => Just(Keep::Weekday),
        1 => Just(Keep::Date),
    ];
    let day =
        prop::option::of((0..=1_i64, keep).prop_map(|(first, keep)| DayColumn { first, keep }));
    (any::<bool>(), prop::bool::weighted(0.8), day, any::<bool>()).prop_map(
        move |(text_keys, week, day, one_a_parent)| Child {
            text_keys,
            week,
            day,
            one_a_parent,
            children: children.clone(),
        },
    )
}
