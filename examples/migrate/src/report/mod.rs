//! Reports for people and for programs.

mod analysis;
mod backups;
mod counts;
mod outcomes;
mod text;

use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;

use crate::Error;
use crate::analyze::Analysis;
use crate::anchor::Anchor;
use crate::backup::{Listed, Manifest, Pruned, Restored};
use crate::policy::Policy;
use crate::run::outcome::{
    Finalized, Finding, Outcome, Preview, RolledBack, TableDigest, Validation,
};
use crate::run::state::{Counts, Run, State};

/// What `--output json` prints: one object.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Report of semaine-migrate")]
pub struct Versioned {
    /// The version of the form of all reports: 1. A field more does not change it.
    #[schemars(range(min = 1, max = 1))]
    pub version: u32,
    /// What it is about.
    #[serde(flatten)]
    pub report: Report,
}

/// What a verb answers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(tag = "report", rename_all = "kebab-case")]
pub enum Report {
    /// Of `analyze`.
    Analysis(Analysis),
    /// Of `plan`.
    Plan(PlanReport),
    /// Of `migrate --dry-run`.
    DryRun(DryRun),
    /// Of `migrate --execute` and `resume --execute`.
    Migration(Outcome),
    /// Of `status`, and of `resume` without `--execute`.
    Status(Status),
    /// Of `validate`, and of `finalize` without `--execute`.
    Validation(Validation),
    /// Of `rollback --execute`.
    Rollback(RolledBack),
    /// Of `rollback` without `--execute`.
    RollbackPreview(Preview),
    /// Of `backup`.
    Backup(Manifest),
    /// Of `list-backups`.
    Backups(Backups),
    /// Of `prune-backups`.
    Pruning(Pruned),
    /// Of `verify-backup`, and of `restore` without `--execute`.
    Verification(Manifest),
    /// Of `restore --execute`.
    Restore(Restored),
    /// Of `finalize --execute`.
    Finalization(Finalized),
    /// Of every verb that fails.
    Error(Failure),
}

/// A plan.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlanReport {
    /// Its sha256.
    pub hash: String,
    /// The content of a file with it.
    pub toml: String,
    /// The decisions file that was written, where one was asked for.
    pub decisions: Option<String>,
    /// The groups of rows in it.
    pub conflicts: Option<u64>,
}

/// What a migration would do.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DryRun {
    /// The sha256 of the plan.
    pub plan_hash: String,
    /// To which Monday a day would move.
    pub anchor: Anchor,
    /// What would become of rows that meet.
    pub policy: Policy,
    /// What it would count.
    pub counts: Counts,
    /// What deserves attention.
    pub warnings: Vec<Finding>,
}

/// How far the last run of a database is.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Status {
    /// The run, where there was one.
    pub run: Option<RunStatus>,
    /// Whether work on it is left.
    pub unfinished: bool,
    /// What to do next.
    pub next: String,
}

/// A run.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RunStatus {
    /// Its number.
    pub id: i64,
    /// How far it is.
    pub state: State,
    /// The process that took it last: host and process id.
    pub holder: String,
    /// How often it was taken.
    pub epoch: i64,
    /// The sha256 of its plan.
    pub plan_hash: String,
    /// To which Monday a day moves.
    pub anchor: Anchor,
    /// What becomes of rows that meet.
    pub policy: Policy,
    /// The name of its backup.
    pub backup: Option<String>,
    /// What it has done.
    pub counts: Counts,
    /// The content before it.
    pub before: Vec<TableDigest>,
    /// When it began, as RFC 3339.
    pub started: String,
    /// When its last batch was, as RFC 3339.
    pub changed: String,
}

/// The backups in a folder.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Backups {
    /// The folder.
    pub folder: String,
    /// The oldest first.
    pub backups: Vec<Listed>,
}

/// An error.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Failure {
    /// The exit code of the program.
    pub exit_code: u8,
    /// What kind of error it is.
    pub kind: String,
    /// What was found, where, and what to do next.
    pub message: String,
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        Self {
            exit_code: error.exit_code(),
            kind: match error {
                Error::Usage(_) => "usage",
                Error::PreCheck(_) => "pre-check",
                Error::Conflicts(_) => "conflicts",
                Error::Invalid(_) => "invalid",
                Error::Backup(_) => "backup",
                Error::Locked(_) => "locked",
                Error::Interrupted(_) => "interrupted",
                Error::Fenced(_) => "fenced",
                Error::Drift(_) => "drift",
                Error::Database { .. } => "database",
                Error::Io { .. } => "io",
            }
            .to_owned(),
            message: error.to_string(),
        }
    }
}

impl Status {
    /// Of the last run, where there was one.
    #[must_use]
    pub fn new(run: Option<Run>) -> Self {
        let state = run.as_ref().map(|run| run.state);
        Self {
            unfinished: state.is_some_and(State::unfinished),
            next: match state {
                None | Some(State::RolledBack | State::Restored) => {
                    "`analyze` says what a migration would change"
                }
                Some(State::Migrating) => {
                    "`resume --execute` goes on; `rollback --execute` undoes it"
                }
                Some(State::RollingBack) => "`rollback --execute` goes on",
                Some(State::Migrated) => {
                    "`validate`, then `finalize --execute`, or `rollback --execute`"
                }
                Some(State::Finalized) => "nothing is left to do",
            }
            .to_owned(),
            run: run.map(|run| RunStatus {
                id: run.id,
                state: run.state,
                holder: run.holder,
                epoch: run.epoch,
                plan_hash: run.plan_hash,
                anchor: run.options.anchor,
                policy: run.options.policy,
                backup: run.backup,
                counts: run.counts,
                before: run.before,
                started: run.started,
                changed: run.changed,
            }),
        }
    }
}

impl Report {
    /// As one JSON object.
    ///
    /// # Panics
    ///
    /// Never: every key is a text.
    #[must_use]
    pub fn json(self) -> String {
        let versioned = Versioned {
            version: 1,
            report: self,
        };
        serde_json::to_string_pretty(&versioned).expect("every key is a text")
    }

    /// For a terminal, without a line break at the end.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = match self {
            Self::Analysis(analysis) => analysis::write(&mut text, analysis),
            Self::Plan(plan) => outcomes::plan(&mut text, plan),
            Self::DryRun(dry_run) => outcomes::dry_run(&mut text, dry_run),
            Self::Migration(outcome) => outcomes::migration(&mut text, outcome),
            Self::Status(status) => outcomes::status(&mut text, status),
            Self::Validation(validation) => outcomes::validation(&mut text, validation),
            Self::Rollback(rollback) => outcomes::rollback(&mut text, rollback),
            Self::RollbackPreview(preview) => outcomes::rollback_preview(&mut text, preview),
            Self::Finalization(finalized) => outcomes::finalization(&mut text, finalized),
            Self::Backup(manifest) => {
                backups::manifest(&mut text, manifest, "written and read again")
            }
            Self::Verification(manifest) => backups::manifest(&mut text, manifest, "undamaged"),
            Self::Backups(list) => backups::list(&mut text, list),
            Self::Pruning(pruned) => backups::pruning(&mut text, pruned),
            Self::Restore(restored) => backups::restore(&mut text, restored),
            Self::Error(failure) => write!(text, "error: {}", failure.message),
        };
        text.truncate(text.trim_end().len());
        text
    }
}

/// The JSON Schema of [`Versioned`], as published in `schemas/report.json`.
#[must_use]
pub fn schema() -> String {
    let schema = schemars::generate::SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Versioned>();
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
