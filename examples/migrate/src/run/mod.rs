//! Changes a database in batches, undoes that, and ends it.

mod batch;
mod change;
mod children;
pub(crate) mod day;
mod drift;
mod finalize;
mod guard;
pub mod journal;
pub(crate) mod layout;
mod migrate;
pub mod outcome;
mod pace;
pub mod precheck;
pub mod resolve;
pub(crate) mod restored;
mod rollback;
mod scan;
pub mod state;
mod tries;
mod undo;
mod validate;

use serde::{Deserialize, Serialize};

use crate::Result;
use crate::control::Control;
use crate::database::{Database, Profile};
use crate::plan::Plan;
use crate::policy::Policy;
use crate::run::outcome::{Finalized, Outcome, Preview, RolledBack, Validation};
use crate::run::state::{Options, Run};

/// How a run goes about its work, which changes nothing of its result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Rows of a batch; without it the run finds it.
    pub batch_size: Option<u32>,
    /// How much others have to be spared.
    pub profile: Profile,
    /// The name of the backup that was made or verified for the run.
    pub backup: Option<String>,
}

/// What a resumed run decides otherwise from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Another policy.
    pub policy: Option<Policy>,
    /// Other decisions: the text of a decisions file.
    pub decisions: Option<String>,
}

/// What a rollback does with rows that were edited after the migration.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    clap::ValueEnum,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum OnDrift {
    /// Changes nothing and lists them.
    #[default]
    Abort,
    /// Leaves them as they are.
    Skip,
    /// Puts back what was before the migration, and keeps the edited row in the journal.
    Force,
}

/// Migrates. The lock is taken here; a backup is the caller's.
///
/// # Errors
///
/// `Locked`; `PreCheck` and `Conflicts` before any change; `Interrupted` where an unfinished run has to be
/// resumed first, where an end was asked for, and where the database was in the way for too long; `Fenced`;
/// `Usage`; and what the database says.
pub fn migrate(
    db: &mut dyn Database,
    plan: &Plan,
    options: &Options,
    settings: &Settings,
    control: &mut Control,
) -> Result<Outcome> {
    migrate::begin(db, plan, options, settings, control)
}

/// Goes on with an interrupted migration; an interrupted rollback goes on by [`rollback()`]. With `take_over`
/// it does so without the lock, and the process that had the run is fenced at its next batch.
///
/// # Errors
///
/// As [`migrate()`]; `Usage` where there is nothing to resume.
pub fn resume(
    db: &mut dyn Database,
    take_over: bool,
    changes: &Changes,
    settings: &Settings,
    control: &mut Control,
) -> Result<Outcome> {
    migrate::resume(db, take_over, changes, settings, control)
}

/// The run of this database that is not finished, or else the last.
///
/// # Errors
///
/// What the database says.
pub fn status(db: &mut dyn Database) -> Result<Option<Run>> {
    Run::last(db)
}

/// Undoes the last run, finished or not, or goes on with that.
///
/// # Errors
///
/// `Drift` before any change; `Usage` where there is nothing to undo; `Locked`, `Interrupted`, `Fenced`; and
/// what the database says.
pub fn rollback(
    db: &mut dyn Database,
    take_over: bool,
    on_drift: OnDrift,
    settings: &Settings,
    control: &mut Control,
) -> Result<RolledBack> {
    rollback::rollback(db, take_over, on_drift, settings, control)
}

/// What [`rollback()`] would undo, without a change.
///
/// # Errors
///
/// `Usage` where there is nothing to undo, and what the database says.
pub fn preview(db: &mut dyn Database) -> Result<Preview> {
    rollback::preview(db)
}

/// Reads whether the data is as a finished migration leaves it: by the plan of the last run, or by `plan`.
///
/// # Errors
///
/// `Usage` without either, and what the database says. What is wrong with the data is in the answer; see
/// [`Validation::require`].
pub fn validate(
    db: &mut dyn Database,
    plan: Option<&Plan>,
    control: &mut Control,
) -> Result<Validation> {
    validate::validate(db, plan, control)
}

/// Ends the last run for good: constraints instead of the guard, and no journal any more.
///
/// # Errors
///
/// `Invalid` if the data is not valid; `Usage` if there is no migrated run; `Locked`; and what the database
/// says.
pub fn finalize(db: &mut dyn Database, control: &mut Control) -> Result<Finalized> {
    finalize::finalize(db, control)
}
