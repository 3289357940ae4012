//! PostgreSQL.

mod bulk;
mod connect;
mod copy;
mod fault;
mod schema;
pub(crate) mod script;
mod values;

use std::collections::HashMap;
use std::fmt;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use postgres::fallible_iterator::FallibleIterator;
use postgres::{Client, Config, Statement};

use crate::database::postgres::connect::Session;
use crate::database::postgres::fault::{failed, fault, unexpected};
use crate::database::schema::{Schema, Table};
use crate::database::{
    Access, ChildColumns, ChildRow, Columns, Database, Engine, Facts, Move, Place, Profile, Row,
    Stage,
};
use crate::error::FaultKind;
use crate::value::{Key, Value};
use crate::{Error, Result};

/// How long the lock of a process that was killed may last: the server notices only after its statement.
const LAST_STATEMENT: Duration = Duration::from_secs(1);

/// The number of the advisory lock, which is one for each database: "semaine" in ASCII.
const LOCK: i64 = 0x73_65_6d_61_69_6e_65;

/// More are forgotten all at once; a migration has about two dozen, but for batches of changing sizes.
const STATEMENTS: usize = 100;

/// How often the end of a former session is looked for, and how long it is waited for it in between.
const LOOKS: u32 = 100;
const PAUSE: Duration = Duration::from_millis(100);

/// A connection to a PostgreSQL database.
pub struct Postgres {
    config: Config,
    client: Client,
    session: Session,
    /// Prepared ones.
    statements: HashMap<String, Statement>,
    transaction: Transaction,
    locked: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Transaction {
    None,
    Open,
    /// A statement failed. PostgreSQL answers a COMMIT of such a one as if all were well.
    Failed,
}

impl Postgres {
    /// Opens the database of a URL.
    ///
    /// # Errors
    ///
    /// `Usage` for a URL that cannot be understood, and what PostgreSQL says.
    pub fn open(url: &str) -> Result<Self> {
        let config = connect::config(url)?;
        let (client, session) = connect::connect(&config)?;
        Ok(Self {
            config,
            client,
            session,
            statements: HashMap::new(),
            transaction: Transaction::None,
            locked: false,
        })
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        match self.client.prepare(sql) {
            Ok(statement) => {
                if self.statements.len() == STATEMENTS {
                    self.statements.clear();
                }
                self.statements.insert(sql.to_owned(), statement.clone());
                Ok(statement)
            }
            Err(error) => Err(self.note(&error)),
        }
    }

    /// The error for callers; and the transaction has failed with it.
    fn note(&mut self, error: &postgres::Error) -> Error {
        if self.transaction == Transaction::Open {
            self.transaction = Transaction::Failed;
        }
        let lost = self.client.is_closed();
        failed(error, lost)
    }

    /// Ends the session of a connection that is gone for us and perhaps not for the server, and waits until
    /// it has ended: from then on it is certain what became of its COMMIT, and its locks are free.
    fn end(&mut self, former: &Session) -> Result<()> {
        for _ in 0..LOOKS {
            let left = self.query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE pid = $1 AND backend_start::text = $2",
                &[former.process.clone(), former.started.clone()],
            )?;
            if left.is_empty() {
                return Ok(());
            }
            sleep(PAUSE);
        }
        let why = "the server still has the session of the connection that was lost";
        Err(fault(FaultKind::Busy, why.to_owned()))
    }
}

/// Reads rows as they come: what the reader says, and outside of it what PostgreSQL says.
fn each(
    client: &mut Client,
    statement: &Statement,
    values: &[Value],
    row: &mut dyn FnMut(&[Value]) -> Result<()>,
) -> std::result::Result<Result<()>, postgres::Error> {
    let mut rows = client.query_raw(statement, values)?;
    while let Some(next) = rows.next()? {
        let values = (0..next.len()).map(|index| values::read(&next, index));
        let read = values
            .collect::<Result<Vec<_>>>()
            .and_then(|values| row(&values));
        if read.is_err() {
            return Ok(read);
        }
    }
    Ok(Ok(()))
}

impl fmt::Debug for Postgres {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The configuration has a password.
        formatter
            .debug_struct("Postgres")
            .field("session", &self.session)
            .field("transaction", &self.transaction)
            .field("locked", &self.locked)
            .finish_non_exhaustive()
    }
}

impl Database for Postgres {
    fn engine(&self) -> Engine {
        Engine::Postgres
    }

    fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64> {
        let statement = self.prepared(sql)?;
        let changed = self.client.execute(&statement, &values::parameters(values));
        changed.map_err(|error| self.note(&error))
    }

    fn script(&mut self, sql: &str) -> Result<()> {
        let done = self.client.batch_execute(sql);
        done.map_err(|error| self.note(&error))?;
        if sql.starts_with("ROLLBACK TO") {
            self.transaction = Transaction::Open;
        }
        Ok(())
    }

    fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Vec<Value>>> {
        let mut rows = Vec::new();
        self.stream(sql, values, &mut |row| {
            rows.push(row.to_vec());
            Ok(())
        })?;
        Ok(rows)
    }

    fn stream(
        &mut self,
        sql: &str,
        values: &[Value],
        row: &mut dyn FnMut(&[Value]) -> Result<()>,
    ) -> Result<()> {
        let statement = self.prepared(sql)?;
        match each(&mut self.client, &statement, values, row) {
            Ok(read) => read,
            Err(error) => Err(self.note(&error)),
        }
    }

    fn begin(&mut self, access: Access) -> Result<()> {
        self.script(match access {
            Access::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Access::Write => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
        })?;
        self.transaction = Transaction::Open;
        Ok(())
    }

    fn commit(&mut self) -> Result<()> {
        if self.transaction == Transaction::Failed {
            self.rollback();
            let why = "a statement of the transaction had failed, so it was rolled back";
            return Err(fault(FaultKind::Other, why.to_owned()));
        }
        let committed = self.script("COMMIT");
        self.transaction = Transaction::None;
        committed
    }

    fn rollback(&mut self) {
        if self.transaction != Transaction::None && !self.client.is_closed() {
            // Where this fails the connection is gone, and the transaction with it.
            let _ = self.client.batch_execute("ROLLBACK");
        }
        self.transaction = Transaction::None;
    }

    fn reconnect(&mut self) -> Result<()> {
        let (client, session) = connect::connect(&self.config)?;
        self.client = client;
        let former = std::mem::replace(&mut self.session, session);
        self.statements.clear();
        self.transaction = Transaction::None;
        self.end(&former)?;
        if std::mem::take(&mut self.locked) {
            self.lock()?;
        }
        Ok(())
    }

    fn lock(&mut self) -> Result<()> {
        if self.locked {
            return Ok(());
        }
        let begun = Instant::now();
        loop {
            let got = self.query("SELECT pg_try_advisory_lock($1)", &[Value::Integer(LOCK)])?;
            self.locked = got == [[Value::Integer(1)]];
            if self.locked {
                return Ok(());
            }
            if begun.elapsed() > LAST_STATEMENT {
                break;
            }
            sleep(LAST_STATEMENT / 20);
        }
        Err(Error::Locked(format!(
            "another semaine-migrate is working on this database: it holds the advisory lock {LOCK}; \
             wait for it"
        )))
    }

    /// Nothing: pauses and the size of batches are what spares others here.
    fn set_profile(&mut self, _: Profile) -> Result<()> {
        Ok(())
    }

    fn schema(&mut self, tables: &[&str]) -> Result<Schema> {
        schema::read(self, tables)
    }

    fn tables(&mut self) -> Result<Vec<String>> {
        schema::tables(self)
    }

    fn facts(&mut self) -> Result<Facts> {
        let rows = self.query(
            "SELECT current_setting('server_version'), pg_database_size(current_database()),
                (SELECT count(*) FROM pg_stat_activity
                 WHERE datname = current_database() AND backend_type = 'client backend'
                 AND pid <> pg_backend_pid())",
            &[],
        )?;
        let [row] = &rows[..] else {
            return Err(unexpected());
        };
        let [
            Value::Text(version),
            Value::Integer(size),
            Value::Integer(others),
        ] = &row[..]
        else {
            return Err(unexpected());
        };
        Ok(Facts {
            engine: Engine::Postgres,
            version: version.clone(),
            size: u64::try_from(*size).ok(),
            free_disk: None,
            other_connections: u64::try_from(*others).ok(),
        })
    }

    fn integrity(&mut self) -> Result<Option<Vec<String>>> {
        Ok(None)
    }

    fn batch(&mut self, columns: Columns<'_>, after: Option<&Key>, limit: u32) -> Result<Vec<Row>> {
        bulk::batch(self, columns, after, limit)
    }

    fn taken(&mut self, columns: Columns<'_>, places: &[Place<'_>]) -> Result<Vec<bool>> {
        bulk::taken(self, columns, places)
    }

    fn move_weeks(
        &mut self,
        columns: Columns<'_>,
        run: i64,
        sequence: i64,
        moves: &[Move],
    ) -> Result<u64> {
        bulk::move_weeks(self, columns, run, sequence, moves)
    }

    fn undo_moves(&mut self, columns: Columns<'_>, moves: &[Move]) -> Result<Vec<usize>> {
        bulk::undo_moves(self, columns, moves)
    }

    fn children(&mut self, child: ChildColumns<'_>, parents: &[Key]) -> Result<Vec<ChildRow>> {
        bulk::children(self, child, parents)
    }

    fn save(&mut self, tables: &[(&Table, &str)], to: &Path) -> Result<()> {
        copy::save(&mut self.client, tables, to)
    }

    fn replace(
        &mut self,
        tables: &[&Table],
        from: &Path,
        at: &mut dyn FnMut(&mut dyn Database, Stage) -> Result<()>,
    ) -> Result<()> {
        copy::replace(self, tables, from, at)
    }
}
