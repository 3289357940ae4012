//! What becomes of rows that meet on a Monday.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// What becomes of the rows of one owner (equal values of the plan's `unique` columns, none of them NULL)
/// that have the same Monday.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    ValueEnum,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// Nothing is changed; the rows are listed.
    #[default]
    Abort,
    /// The newest stays, the others are taken out into the journal; their children go to the one that stays.
    KeepNewest,
    /// The oldest stays, likewise.
    KeepOldest,
    /// The newest stays and takes over what the others have and it lacks, in the plan's `merge` columns.
    Merge,
    /// All stay: the earliest on its Monday, each other one on the next free Monday of its owner.
    Shift,
}
