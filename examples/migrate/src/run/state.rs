//! What a run is, as kept in the migrated database from its first batch on.

use serde::{Deserialize, Serialize};

use crate::anchor::Anchor;
use crate::database::Engine;
use crate::policy::Policy;
use crate::value::Key;

/// A row of `semaine_migrate_runs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its number.
    pub id: i64,
    /// How far it is.
    pub state: State,
    /// Rises with each process that takes the run; a batch of an earlier one is refused.
    pub epoch: i64,
    /// The process that took it last, for people: host and process id.
    pub holder: String,
    /// The plan, as TOML.
    pub plan: String,
    /// The sha256 of the plan.
    pub plan_hash: String,
    /// How it decides.
    pub options: Options,
    /// The name of its backup.
    pub backup: Option<String>,
    /// The number of the table at which it is.
    pub table_number: usize,
    /// The key of the last row that is done in that table; of a rollback, nothing.
    pub cursor: Option<Key>,
    /// The last entry of the journal that is its; of a rollback, the last one that is not yet undone.
    pub sequence: i64,
    /// What it has done.
    pub counts: Counts,
    /// Digests of the plan's tables before it, in hexadecimal digits, by their names.
    pub before: Vec<(String, String)>,
    /// When it began, as RFC 3339.
    pub started: String,
    /// When its last batch was, as RFC 3339.
    pub changed: String,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Batches are left.
    Migrating,
    /// Every batch is done; it can still be rolled back.
    Migrated,
    /// Batches of the rollback are left.
    RollingBack,
    /// Every change is undone.
    RolledBack,
    /// The tables were filled from a backup.
    Restored,
    /// The CHECKs stand and the journal is gone.
    Finalized,
}

/// How a run decides.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// To which Monday a day moves.
    pub anchor: Anchor,
    /// What becomes of rows that meet.
    pub policy: Policy,
    /// Decisions on single conflicts, which come before the policy: a TOML text bound to the plan's hash.
    pub decisions: Option<String>,
}

/// What a run has done.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct Counts {
    /// Rows seen.
    pub rows: u64,
    /// Weeks that moved to a Monday, shifted ones and those of children among them.
    pub moved: u64,
    /// Rows without a week.
    pub nulls: u64,
    /// Rows whose week is no date, left as they are.
    pub bad: u64,
    /// Groups of rows that met on a Monday.
    pub conflicts: u64,
    /// Rows taken out into the journal.
    pub removed: u64,
    /// Rows that took over something from those.
    pub merged: u64,
    /// Rows that moved to another Monday than their own.
    pub shifted: u64,
    /// Rows of children that changed with their parents.
    pub children: u64,
}

/// The statements that make the table where it is missing.
#[must_use]
pub fn definition(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite | Engine::Postgres => {
            "CREATE TABLE IF NOT EXISTS semaine_migrate_runs (
                id BIGINT PRIMARY KEY,
                state TEXT NOT NULL,
                epoch BIGINT NOT NULL,
                holder TEXT NOT NULL,
                plan TEXT NOT NULL,
                plan_hash TEXT NOT NULL,
                options TEXT NOT NULL,
                backup TEXT,
                table_number BIGINT NOT NULL,
                cursor_key TEXT,
                sequence BIGINT NOT NULL,
                counts TEXT NOT NULL,
                digests TEXT NOT NULL,
                started TEXT NOT NULL,
                changed TEXT NOT NULL
            )"
        }
    }
}
