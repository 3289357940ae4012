//! What each piece of work ends with, for reports.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::run::state::{Counts, State};
use crate::value::{Key, Value};
use crate::week::Bad;
use crate::{Error, Result};

/// The digest of a table's content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TableDigest {
    /// The table.
    pub table: String,
    /// Its rows.
    pub rows: u64,
    /// The sha256 in hexadecimal digits.
    pub sha256: String,
}

/// A migration that is done.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Outcome {
    /// The number of the run.
    pub run: i64,
    /// How far it is: `migrated`.
    pub state: State,
    /// What it has done, earlier processes of the same run among it.
    pub counts: Counts,
    /// Batches that this process committed.
    pub batches: u64,
    /// Seconds that these took, with the pauses between them.
    pub seconds: f64,
    /// The content before the run.
    pub before: Vec<TableDigest>,
    /// The content after it.
    pub after: Vec<TableDigest>,
    /// What deserves attention.
    pub warnings: Vec<Finding>,
}

/// A rollback that is done.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RolledBack {
    /// The number of the run.
    pub run: i64,
    /// How far it is: `rolled-back`.
    pub state: State,
    /// Entries of the journal that this process undid.
    pub undone: u64,
    /// Entries that met a later edit, in all of this rollback.
    pub drifted: u64,
    /// The first of them that this process met.
    pub drift: Vec<Drift>,
    /// Batches that this process committed.
    pub batches: u64,
    /// Seconds that these took, with the pauses between them.
    pub seconds: f64,
    /// The content before the run.
    pub before: Vec<TableDigest>,
    /// The content now.
    pub after: Vec<TableDigest>,
    /// Whether the two are equal.
    pub identical: bool,
}

/// What a rollback would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Preview {
    /// The number of the run.
    pub run: i64,
    /// How far it is.
    pub state: State,
    /// Entries of the journal that it would undo.
    pub changes: u64,
    /// Rows that were changed after the migration.
    pub drifted: u64,
    /// The first of them.
    pub drift: Vec<Drift>,
}

/// A row that is not as the journal left it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Drift {
    /// The table.
    pub table: String,
    /// What names the row.
    pub key: Key,
    /// What is in the way.
    pub why: Why,
}

/// What keeps an entry of the journal from being undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The row was changed.
    Changed,
    /// The row is gone.
    Gone,
    /// The row was taken out, and a new one has its key.
    KeyTaken,
    /// Another row has the week that the row would get back.
    WeekTaken,
    /// The row that it belongs to is gone.
    ParentGone,
    /// The database refuses the row as it was.
    Refused,
}

/// What a check before any change found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Findings {
    /// What stops the work.
    pub refusals: Vec<Finding>,
    /// What deserves attention.
    pub warnings: Vec<Finding>,
    /// What the rows are, of each table with a week; empty where only the schema was asked for.
    pub tables: Vec<Content>,
    /// Days that cannot follow their weeks.
    pub days: Vec<Finding>,
    /// Groups of rows that meet and for which nothing is decided.
    pub undecided: u64,
    /// The first of them.
    pub conflicts: Vec<Conflict>,
}

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// The table, where it is about one.
    pub table: Option<String>,
    /// What was found and what can be done about it.
    pub what: String,
}

/// What the rows of a table are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Content {
    /// The table.
    pub table: String,
    /// All rows.
    pub rows: u64,
    /// Those that are not on their Monday.
    pub to_move: u64,
    /// Those without a week.
    pub nulls: u64,
    /// The first of them.
    pub first_nulls: Vec<Key>,
    /// Those whose week is no date that can be moved.
    pub bad: u64,
    /// The first of them.
    pub first_bad: Vec<BadRow>,
    /// Groups of rows that meet on a Monday.
    pub conflicts: u64,
}

/// A row whose week is no date that can be moved.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct BadRow {
    /// What names the row.
    pub key: Key,
    /// Why.
    pub why: Bad,
    /// What stands there.
    pub text: String,
}

/// Rows of one owner that meet on a Monday.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Conflict {
    /// The table.
    pub table: String,
    /// The values of the `unique` columns.
    pub owner: Vec<Value>,
    /// Where they meet.
    pub monday: String,
    /// What names them.
    pub rows: Vec<Key>,
}

/// What a validation found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Validation {
    /// The run that it is about, where there is one.
    pub run: Option<i64>,
    /// Whether nothing is wrong.
    pub valid: bool,
    /// What is wrong.
    pub problems: Vec<Finding>,
    /// Rows that were changed after the migration: nothing is wrong with that.
    pub later_edits: u64,
    /// The first of them.
    pub edits: Vec<Drift>,
    /// What deserves attention.
    pub warnings: Vec<Finding>,
    /// What the rows are.
    pub tables: Vec<Content>,
    /// Rows before the run, by table.
    pub before: Vec<TableDigest>,
    /// Rows that the run took out.
    pub removed: u64,
    /// Seconds that it took.
    pub seconds: f64,
}

/// A run that is ended for good.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Finalized {
    /// The number of the run.
    pub run: i64,
    /// How far it is: `finalized`.
    pub state: State,
    /// The constraints that refuse other days than Mondays from now on.
    pub constraints: Vec<String>,
    /// Entries of the journal that were deleted.
    pub journal: u64,
    /// Seconds that this process took.
    pub seconds: f64,
}

impl Findings {
    /// Whether every row with a date is on its Monday, and alone there.
    pub(crate) fn nothing_to_do(&self) -> bool {
        let mut tables = self.tables.iter();
        tables.all(|table| table.to_move == 0 && table.conflicts == 0)
    }

    /// Ends the work where it must not begin.
    ///
    /// # Errors
    ///
    /// `PreCheck` with all refusals, else `Conflicts` with the days, or with the first groups for which
    /// nothing is decided.
    pub fn require(&self) -> Result<()> {
        if !self.refusals.is_empty() {
            return Err(Error::PreCheck(format!(
                "the database cannot be migrated as it is; nothing was changed:{}",
                lines(&self.refusals)
            )));
        }
        if !self.days.is_empty() {
            return Err(Error::Conflicts(format!(
                "days cannot follow their weeks; nothing was changed:{}",
                lines(&self.days)
            )));
        }
        if self.undecided > 0 {
            return Err(Error::Conflicts(crate::run::resolve::undecided(
                self.undecided,
                &self.conflicts,
            )));
        }
        Ok(())
    }
}

impl Validation {
    /// Ends the work where something is wrong.
    ///
    /// # Errors
    ///
    /// `Invalid` with all problems.
    pub fn require(&self) -> Result<()> {
        if self.valid {
            return Ok(());
        }
        Err(Error::Invalid(format!(
            "the data is not as a finished migration leaves it:{}",
            lines(&self.problems)
        )))
    }
}

fn lines(findings: &[Finding]) -> String {
    use std::fmt::Write as _;

    findings.iter().fold(String::new(), |mut text, finding| {
        // Writing to a String cannot fail.
        let _ = match &finding.table {
            Some(table) => write!(text, "\n  {table}: {}", finding.what),
            None => write!(text, "\n  {}", finding.what),
        };
        text
    })
}

impl Why {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Changed => "was changed",
            Self::Gone => "is gone",
            Self::KeyTaken => "was taken out, and a new row has its key",
            Self::WeekTaken => "cannot get its week back, since another row has it",
            Self::ParentGone => "belongs to a row that is gone",
            Self::Refused => "is refused by the database as it was",
        }
    }
}
