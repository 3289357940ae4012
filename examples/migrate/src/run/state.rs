//! What a run is, as kept in the migrated database from its first batch on.

use std::fs;
use std::process;

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::anchor::Anchor;
use crate::database::{Database, Engine};
use crate::plan::{self, Plan};
use crate::policy::Policy;
use crate::run::outcome::TableDigest;
use crate::run::resolve::decisions::Decisions;
use crate::value::{Key, Value};
use crate::{Error, Result};

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
    /// The content of the plan's tables before it.
    pub before: Vec<TableDigest>,
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
    /// Rows of tables with a week.
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
    /// Rows of children that changed with their parents, those that went to another parent among them.
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

const COLUMNS: &str = "id, state, epoch, holder, plan, plan_hash, options, backup, table_number, cursor_key, \
                       sequence, counts, digests, started, changed";

impl Run {
    /// The run of a database that counts: the one that is not finished, or else the last.
    ///
    /// # Errors
    ///
    /// What the database says, and that of a row that another version of this program wrote.
    pub(crate) fn last(db: &mut dyn Database) -> Result<Option<Self>> {
        Ok(Self::all(db)?.into_iter().next())
    }

    /// Every run of a database, the last one first; but before all one that is not finished, which may be the
    /// rollback of an earlier run.
    pub(crate) fn all(db: &mut dyn Database) -> Result<Vec<Self>> {
        if !exists(db)? {
            return Ok(Vec::new());
        }
        let sql = format!("SELECT {COLUMNS} FROM semaine_migrate_runs ORDER BY id DESC");
        let mut runs = db
            .query(&sql, &[])?
            .iter()
            .map(|row| Self::read(row))
            .collect::<Result<Vec<_>>>()?;
        runs.sort_by_key(|run| !run.state.unfinished());
        Ok(runs)
    }

    /// The same run as the database has it now.
    pub(crate) fn again(&self, db: &mut dyn Database) -> Result<Self> {
        let sql = format!("SELECT {COLUMNS} FROM semaine_migrate_runs WHERE id = $1");
        let rows = db.query(&sql, &[Value::Integer(self.id)])?;
        match rows.first() {
            Some(row) => Self::read(row),
            None => Err(self.fenced()),
        }
    }

    pub(crate) fn insert(&self, db: &mut dyn Database) -> Result<()> {
        let sql = format!(
            "INSERT INTO semaine_migrate_runs ({COLUMNS}) VALUES \
             ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        );
        let values = [
            Value::Integer(self.id),
            word(&self.state)?,
            Value::Integer(self.epoch),
            Value::Text(self.holder.clone()),
            Value::Text(self.plan.clone()),
            Value::Text(self.plan_hash.clone()),
            json(&self.options)?,
            self.backup.clone().map_or(Value::Null, Value::Text),
            number(self.table_number),
            self.cursor.as_ref().map_or(Ok(Value::Null), json)?,
            Value::Integer(self.sequence),
            json(&self.counts)?,
            json(&self.before)?,
            Value::Text(self.started.clone()),
            Value::Text(self.changed.clone()),
        ];
        db.execute(&sql, &values).map(drop)
    }

    /// Makes sure, in a transaction, that no other process has taken the run, and that none can until the
    /// transaction ends.
    ///
    /// # Errors
    ///
    /// `Fenced`, and what the database says.
    pub(crate) fn fence(&self, db: &mut dyn Database) -> Result<()> {
        let changed = db.execute(
            "UPDATE semaine_migrate_runs SET changed = $1 WHERE id = $2 AND epoch = $3",
            &[
                Value::Text(now()),
                Value::Integer(self.id),
                Value::Integer(self.epoch),
            ],
        )?;
        if changed == 1 {
            Ok(())
        } else {
            Err(self.fenced())
        }
    }

    /// Writes how far the run is. The transaction has passed the [`fence`](Self::fence).
    pub(crate) fn advance(&self, db: &mut dyn Database) -> Result<()> {
        db.execute(
            "UPDATE semaine_migrate_runs SET state = $1, options = $2, table_number = $3, cursor_key = $4, \
             sequence = $5, counts = $6 WHERE id = $7",
            &[
                word(&self.state)?,
                json(&self.options)?,
                number(self.table_number),
                self.cursor.as_ref().map_or(Ok(Value::Null), json)?,
                Value::Integer(self.sequence),
                json(&self.counts)?,
                Value::Integer(self.id),
            ],
        )
        .map(drop)
    }

    /// Makes this process the one whose batches count.
    pub(crate) fn take(&mut self, db: &mut dyn Database) -> Result<()> {
        let holder = holder();
        let changed = db.execute(
            "UPDATE semaine_migrate_runs SET epoch = $1, holder = $2, changed = $3 \
             WHERE id = $4 AND epoch = $5",
            &[
                Value::Integer(self.epoch.saturating_add(1)),
                Value::Text(holder.clone()),
                Value::Text(now()),
                Value::Integer(self.id),
                Value::Integer(self.epoch),
            ],
        )?;
        if changed != 1 {
            return Err(self.fenced());
        }
        self.epoch = self.epoch.saturating_add(1);
        self.holder = holder;
        Ok(())
    }

    pub(crate) fn fenced(&self) -> Error {
        Error::Fenced(format!(
            "another process has taken over run {}; what this one had committed is kept, look at `status`",
            self.id
        ))
    }

    /// The plan that it follows.
    pub(crate) fn plan(&self) -> Result<Plan> {
        plan::parse(&self.plan)
    }

    fn read(row: &[Value]) -> Result<Self> {
        let [
            Value::Integer(id),
            Value::Text(state),
            Value::Integer(epoch),
            Value::Text(holder),
            Value::Text(plan),
            Value::Text(plan_hash),
            Value::Text(options),
            backup,
            Value::Integer(table_number),
            cursor,
            Value::Integer(sequence),
            Value::Text(counts),
            Value::Text(before),
            Value::Text(started),
            Value::Text(changed),
        ] = row
        else {
            return Err(unreadable("a row of semaine_migrate_runs"));
        };
        Ok(Self {
            id: *id,
            state: parsed(&format!("\"{state}\""))?,
            epoch: *epoch,
            holder: holder.clone(),
            plan: plan.clone(),
            plan_hash: plan_hash.clone(),
            options: parsed(options)?,
            backup: match backup {
                Value::Text(name) => Some(name.clone()),
                _ => None,
            },
            table_number: usize::try_from(*table_number)
                .map_err(|_| unreadable("the number of a table"))?,
            cursor: match cursor {
                Value::Text(key) => Some(parsed(key)?),
                _ => None,
            },
            sequence: *sequence,
            counts: parsed(counts)?,
            before: parsed(before)?,
            started: started.clone(),
            changed: changed.clone(),
        })
    }
}

impl State {
    /// Whether work on the run is left.
    #[must_use]
    pub const fn unfinished(self) -> bool {
        matches!(self, Self::Migrating | Self::RollingBack)
    }
}

impl Options {
    /// The decisions, read for the plan with this hash.
    pub(crate) fn decided(&self, plan_hash: &str) -> Result<Option<Decisions>> {
        let text = self.decisions.as_deref();
        text.map(|text| Decisions::parse(text, plan_hash, self.anchor))
            .transpose()
    }
}

/// Whether there was ever a run in this database.
fn exists(db: &mut dyn Database) -> Result<bool> {
    const TABLE: &str = "semaine_migrate_runs";
    Ok(db.schema(&[TABLE])?.tables.contains_key(TABLE))
}

/// The time, as RFC 3339.
pub(crate) fn now() -> String {
    Timestamp::now().to_string()
}

/// This process, for people.
pub(crate) fn holder() -> String {
    let host = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    format!("{}:{}", host.trim(), process::id())
}

fn json(value: &impl Serialize) -> Result<Value> {
    serde_json::to_string(value)
        .map(Value::Text)
        .map_err(|_| unreadable("the state of the run"))
}

/// A variant without fields, as its name alone.
fn word(value: &impl Serialize) -> Result<Value> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(Value::Text(word)),
        _ => Err(unreadable("the state of the run")),
    }
}

#[expect(clippy::cast_possible_wrap, reason = "a plan has few tables")]
const fn number(number: usize) -> Value {
    Value::Integer(number as i64)
}

fn parsed<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| unreadable(text))
}

/// The error about content of the migration's own tables that this program did not write.
pub(crate) fn unreadable(what: &str) -> Error {
    Error::Invalid(format!(
        "the tables of the migration hold what this version does not understand: {what}"
    ))
}
