//! SQLite and PostgreSQL, as far as a migration needs them.

pub mod postgres;
pub mod schema;
pub mod sqlite;

use std::fmt;
use std::path::Path;

use semaine::Date;
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::database::schema::Schema;
use crate::value::{Key, Value};
use crate::week::Week;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Engine {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// How much others have to be spared.
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
pub enum Profile {
    /// Short transactions with pauses between them.
    #[default]
    Online,
    /// Nobody else works with the database: large caches, no pauses.
    Offline,
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reads one state of the database, however long it takes.
    Read,
    /// Reads and writes; on SQLite it waits for the right to write at once.
    Write,
}

/// A row of a table with a week, as a batch reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What names it.
    pub key: Key,
    /// The values of the plan's `unique` columns, in their order; empty without such columns.
    pub owner: Vec<Value>,
    /// Its week.
    pub week: Week,
}

/// A row whose Monday could be taken: are there others of its owner from `first` to `last`?
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The row.
    pub row: &'a Row,
    /// The first day that moves to the same Monday.
    pub first: Date,
    /// The last one.
    pub last: Date,
}

/// A week column that changes in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// What names the row.
    pub key: Key,
    /// What has to stand there, or nothing is changed.
    pub old: Date,
    /// What will stand there.
    pub new: Date,
}

/// The columns of a table that a statement in bulk needs, each a name in [`Schema`].
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// The table's number in the plan.
    pub number: usize,
    /// The table.
    pub table: &'a schema::Table,
    /// Its key.
    pub key: &'a str,
    /// Its week column.
    pub week: &'a str,
    /// Its plan's `unique` columns; empty without.
    pub owner: &'a [String],
}

/// What is known of the machine and the program behind a database; `None` is "cannot be told".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Facts {
    /// Which database.
    pub engine: Engine,
    /// Its version.
    pub version: String,
    /// Bytes that it takes now.
    pub size: Option<u64>,
    /// Bytes that are free where it is.
    pub free_disk: Option<u64>,
    /// Other connections that are open to it.
    pub other_connections: Option<u64>,
}

/// A connection.
///
/// Statements are written once for both: `$1`, `$2`, … in order, names in double quotes, and columns that
/// are read through [`schema::Column::read`] and written through [`schema::Column::write`]. What is done
/// to many rows at once differs between the two and has methods here.
///
/// Every error of the database comes as [`Error::Database`](crate::Error::Database) with its
/// [`FaultKind`](crate::error::FaultKind).
pub trait Database: fmt::Debug + Send {
    /// Which database it is.
    fn engine(&self) -> Engine;

    /// Executes one statement and answers how many rows it changed.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64>;

    /// Executes statements without values, such as DDL.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn script(&mut self, sql: &str) -> Result<()>;

    /// Reads few rows.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Vec<Value>>>;

    /// Reads any number of rows in constant memory.
    ///
    /// # Errors
    ///
    /// What the database says, and what `row` returns, which ends the reading.
    fn stream(
        &mut self,
        sql: &str,
        values: &[Value],
        row: &mut dyn FnMut(&[Value]) -> Result<()>,
    ) -> Result<()>;

    /// Begins a transaction.
    ///
    /// # Errors
    ///
    /// What the database says; `Busy` if somebody else writes for too long.
    fn begin(&mut self, access: Access) -> Result<()>;

    /// Commits the transaction. With `Lost` nobody knows whether it is committed.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn commit(&mut self) -> Result<()>;

    /// Rolls the transaction back; without one, and on a lost connection, it does nothing.
    fn rollback(&mut self);

    /// Connects again, and takes the lock again if it was held, after `Lost`.
    ///
    /// # Errors
    ///
    /// What the database says, and `Locked`.
    fn reconnect(&mut self) -> Result<()>;

    /// Takes the lock that keeps a second run out, until this connection ends: `flock` on a file beside an
    /// SQLite database, an advisory lock of PostgreSQL.
    ///
    /// # Errors
    ///
    /// `Locked` if another process has it: within a second, since PostgreSQL may still be at
    /// the last statement of a process that was killed.
    fn lock(&mut self) -> Result<()>;

    /// Chooses how much others have to be spared.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn set_profile(&mut self, profile: Profile) -> Result<()>;

    /// Reads the schema of those of these tables that exist, and of all that refer to them.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn schema(&mut self, tables: &[&str]) -> Result<Schema>;

    /// The names of all ordinary tables, without those of the migration itself.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn tables(&mut self) -> Result<Vec<String>>;

    /// What is known of the machine and the program.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn facts(&mut self) -> Result<Facts>;

    /// The database's own check of its files: what is wrong, nothing if all is well, `None` where it has
    /// no such check.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn integrity(&mut self) -> Result<Option<Vec<String>>>;

    /// Reads up to `limit` rows after `after` in the order of their keys.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn batch(&mut self, columns: Columns<'_>, after: Option<&Key>, limit: u32) -> Result<Vec<Row>>;

    /// For each place, whether another row of the same owner has a week from `first` to `last`. An owner
    /// with a NULL has no others.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn taken(&mut self, columns: Columns<'_>, places: &[Place<'_>]) -> Result<Vec<bool>>;

    /// Sets the weeks of rows that still have their old ones, and writes each change into the journal,
    /// numbered from `sequence` on. The answer is how many rows changed: fewer than `moves` means that
    /// somebody else was faster, and the transaction has to be rolled back.
    ///
    /// # Errors
    ///
    /// What the database says; `Unique` if a Monday is taken after all.
    fn move_weeks(
        &mut self,
        columns: Columns<'_>,
        run: i64,
        sequence: i64,
        moves: &[Move],
    ) -> Result<u64>;

    /// Sets weeks back that still are as the journal left them, and answers which moves (by index) it
    /// could not undo since the row is gone or differs. Writes nothing into the journal.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn undo_moves(&mut self, columns: Columns<'_>, moves: &[Move]) -> Result<Vec<usize>>;

    /// For each parent that moves, the rows of a child table: `(index of the parent, key of the child, its
    /// week, its day)`, the last two as they are, `None` for columns that the plan does not name.
    ///
    /// # Errors
    ///
    /// What the database says.
    fn children(&mut self, child: ChildColumns<'_>, parents: &[Key]) -> Result<Vec<ChildRow>>;

    /// Writes a new file with these tables, each with the name of its key, of the state that the open
    /// transaction reads: of SQLite a copy of the whole database, of PostgreSQL a script for `psql`.
    ///
    /// # Errors
    ///
    /// `Io`, and what the database says.
    fn save(&mut self, tables: &[(&schema::Table, &str)], to: &Path) -> Result<()>;

    /// Has these tables hold the rows of a file that [`save`](Self::save) wrote, and nothing else, in one
    /// transaction. No trigger sees it, nothing is deleted by cascade, and foreign keys between these tables
    /// are not checked; rows that would refer to missing rows of other tables are refused.
    ///
    /// `at` is called in the transaction at each stage; its errors end it without a change.
    ///
    /// # Errors
    ///
    /// `Io`, `Backup` for rows that cannot stand there, what `at` returns, and what the database says.
    fn replace(
        &mut self,
        tables: &[&schema::Table],
        from: &Path,
        at: &mut dyn FnMut(&mut dyn Database, Stage) -> Result<()>,
    ) -> Result<()>;
}

/// How far [`Database::replace`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The transaction has begun and can write.
    Begun,
    /// The tables are empty.
    Emptied,
    /// The tables hold the rows of the file; COMMIT is next.
    Filled,
}

/// The columns of a child table.
#[derive(Clone, Copy, Debug)]
pub struct ChildColumns<'a> {
    /// The table.
    pub table: &'a schema::Table,
    /// Its key.
    pub key: &'a str,
    /// The column with the key of its parent.
    pub parent: &'a str,
    /// Its week column.
    pub week: Option<&'a str>,
    /// Its column with a number of a day.
    pub day: Option<&'a str>,
}

/// A row of a child table.
#[derive(Clone, Debug, PartialEq)]
pub struct ChildRow {
    /// Which of the parents that were asked for.
    pub parent: usize,
    /// What names it.
    pub key: Key,
    /// Its week.
    pub week: Option<Week>,
    /// Its day.
    pub day: Option<Value>,
}

/// Opens `sqlite:PATH`, `sqlite://PATH`, a path, `postgres://…` or `postgresql://…`. An SQLite file that does not
/// exist is refused.
///
/// # Errors
///
/// `Usage` for another scheme, and what the database says, never with a password.
pub fn open(url: &str) -> Result<Box<dyn Database>> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(Box::new(postgres::Postgres::open(url)?));
    }
    let path = url.strip_prefix("sqlite:").unwrap_or(url);
    let path = path.strip_prefix("//").unwrap_or(path);
    if path.contains("://") {
        // The rest of it may hold a password.
        let scheme = path.split("://").next().unwrap_or_default();
        return Err(crate::Error::Usage(format!(
            "the database has to be sqlite:PATH or postgres://…, not {scheme}://…"
        )));
    }
    Ok(Box::new(sqlite::Sqlite::open(path.as_ref())?))
}
