//! What becomes of the rows of one owner that meet on Mondays: pure, so that neither the borders of batches
//! nor interruptions can change it.

pub mod decisions;

use semaine::Date;

use crate::Result;
use crate::anchor::Anchor;
use crate::policy::Policy;
use crate::run::outcome::Conflict;
use crate::run::resolve::decisions::Decisions;
use crate::value::{Key, Value};

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

/// Whether [`resolve`] needs all rows of the owner: rows that are shifted need to know which Mondays are
/// free. Otherwise it needs those of one group.
#[must_use]
pub fn needs_all(_rules: &Rules<'_>, _owner: &[Value]) -> bool {
    unimplemented!()
}

/// Decides on every group of two or more rows with the same Monday, in ascending order of their Mondays.
///
/// # Errors
///
/// `Conflicts` for the policy `abort`, see [`unresolved`] for all such groups at once; for texts that `merge`
/// cannot join; for a `shift` beyond the year 9999.
pub fn resolve(_rules: &Rules<'_>, _owner: &[Value], _rows: &[Member]) -> Result<Vec<Group>> {
    unimplemented!()
}

/// The groups of two or more rows for which neither a decision nor a policy says anything.
#[must_use]
pub fn unresolved(_rules: &Rules<'_>, _owner: &[Value], _rows: &[Member]) -> Vec<Conflict> {
    unimplemented!()
}

/// The message about `all` undecided groups of which `first` are listed.
#[must_use]
pub fn undecided(_all: u64, _first: &[Conflict]) -> String {
    unimplemented!()
}
