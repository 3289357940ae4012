//! SQLite.

mod bulk;
mod copy;
mod fault;
mod schema;
mod values;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, OpenFlags};

use crate::database::schema::Table;
use crate::database::sqlite::fault::failed;
use crate::database::{
    Access, ChildColumns, ChildRow, Columns, Database, Engine, Facts, Move, Place, Profile, Row,
    Stage,
};
use crate::value::{Key, Value};
use crate::{Error, Result};

/// How long a lock may outlast its process or connection: a process that it has just forked has the file open too,
/// until that executes another program.
const FORKS: Duration = Duration::from_millis(500);

/// How long a statement waits for those who have the file, before it is `Busy`.
const PATIENCE: Duration = Duration::from_secs(5);

/// A connection to an SQLite file.
#[derive(Debug)]
pub struct Sqlite {
    /// Without symbolic links, so that all who open the file meet at the same lock.
    path: PathBuf,
    connection: Connection,
    profile: Profile,
    lock: Option<File>,
}

impl Sqlite {
    /// Opens a file that exists.
    ///
    /// # Errors
    ///
    /// `Usage` if there is no such file, `Corrupt` if it is none of SQLite, and what SQLite says.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.is_file() {
            let path = path.display();
            return Err(Error::Usage(format!("there is no SQLite file {path}")));
        }
        let path = path.canonicalize().map_err(|source| Error::Io {
            context: format!("open {}", path.display()),
            source,
        })?;
        let connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)
            .map_err(|error| failed(error).context(&format!("open {}", path.display())))?;
        Ok(Self {
            path,
            connection,
            profile: Profile::default(),
            lock: None,
        })
    }

    /// A prepared statement with its values.
    fn bound(&self, sql: &str, values: &[Value]) -> rusqlite::Result<CachedStatement<'_>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.parameter_count();
        if found != values.len() {
            return Err(rusqlite::Error::InvalidParameterCount(values.len(), found));
        }
        for (number, value) in (1..).zip(values) {
            // SQLite takes `$2` for a name, and numbers it by where it comes first.
            let name = format!("${number}");
            let index = statement.parameter_index(&name)?;
            let index = index.ok_or(rusqlite::Error::InvalidParameterName(name))?;
            statement.raw_bind_parameter(index, value)?;
        }
        Ok(statement)
    }

    /// The file of that ending beside the database's own.
    fn beside(&self, ending: &str) -> PathBuf {
        let mut path = self.path.clone().into_os_string();
        path.push(ending);
        path.into()
    }
}

fn connect(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // A column that does not exist must not become a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL")?;
    // Until something is read, any file is a database.
    connection.pragma_query_value(None, "schema_version", |_| Ok(()))?;
    Ok(connection)
}

impl Database for Sqlite {
    fn engine(&self) -> Engine {
        Engine::Sqlite
    }

    fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64> {
        let changed = self
            .bound(sql, values)
            .and_then(|mut statement| statement.raw_execute());
        changed.map(|rows| rows as u64).map_err(failed)
    }

    fn script(&mut self, sql: &str) -> Result<()> {
        self.connection.execute_batch(sql).map_err(failed)
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
        let mut statement = self.bound(sql, values).map_err(failed)?;
        let width = statement.column_count();
        let mut read = Vec::with_capacity(width);
        let mut rows = statement.raw_query();
        while let Some(next) = rows.next().map_err(failed)? {
            read.clear();
            for index in 0..width {
                read.push(values::read(next, index).map_err(failed)?);
            }
            row(&read)?;
        }
        Ok(())
    }

    fn begin(&mut self, access: Access) -> Result<()> {
        self.script(match access {
            Access::Read => "BEGIN",
            Access::Write => "BEGIN IMMEDIATE",
        })
    }

    fn commit(&mut self) -> Result<()> {
        self.script("COMMIT")
    }

    fn rollback(&mut self) {
        if !self.connection.is_autocommit() {
            // SQLite has rolled back by itself where this fails.
            let _ = self.script("ROLLBACK");
        }
    }

    fn reconnect(&mut self) -> Result<()> {
        self.rollback();
        self.connection = connect(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(failed)?;
        self.set_profile(self.profile)
    }

    fn lock(&mut self) -> Result<()> {
        if self.lock.is_some() {
            return Ok(());
        }
        let path = self.beside(".semaine-migrate.lock");
        let context = || format!("lock {}", path.display());
        let file = File::options().create(true).append(true).open(&path);
        let file = file.map_err(|source| Error::Io {
            context: context(),
            source,
        })?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => {
                    self.lock = Some(file);
                    return Ok(());
                }
                Err(TryLockError::WouldBlock) if begun.elapsed() < FORKS => sleep(FORKS / 50),
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::Locked(format!(
                        "another semaine-migrate is working on this database: it holds {}; wait for it",
                        path.display()
                    )));
                }
                Err(TryLockError::Error(source)) => {
                    return Err(Error::Io {
                        context: context(),
                        source,
                    });
                }
            }
        }
    }

    fn set_profile(&mut self, profile: Profile) -> Result<()> {
        self.profile = profile;
        self.script(match profile {
            Profile::Online => "PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = 1000",
            // Pages that many batches change are copied from the WAL into the file but now and then.
            Profile::Offline => "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 25000",
        })
    }

    fn schema(&mut self, tables: &[&str]) -> Result<crate::database::schema::Schema> {
        schema::read(&self.connection, tables).map_err(failed)
    }

    fn tables(&mut self) -> Result<Vec<String>> {
        schema::tables(&self.connection).map_err(failed)
    }

    fn facts(&mut self) -> Result<Facts> {
        let length = |path: &Path| fs::metadata(path).map(|file| file.len());
        let folder = self.path.parent().unwrap_or(&self.path);
        let disk = rustix::fs::statvfs(folder).ok();
        Ok(Facts {
            engine: Engine::Sqlite,
            version: rusqlite::version().to_owned(),
            size: length(&self.path)
                .map(|bytes| bytes + length(&self.beside("-wal")).unwrap_or(0))
                .ok(),
            free_disk: disk.map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize)),
            other_connections: None,
        })
    }

    fn integrity(&mut self) -> Result<Option<Vec<String>>> {
        let found = self.query("PRAGMA quick_check(20)", &[])?;
        let found = found.into_iter().flatten().filter_map(|line| match line {
            Value::Text(line) if line != "ok" => Some(line),
            _ => None,
        });
        Ok(Some(found.collect()))
    }

    fn batch(&mut self, columns: Columns<'_>, after: Option<&Key>, limit: u32) -> Result<Vec<Row>> {
        bulk::batch(&self.connection, columns, after, limit)
    }

    fn taken(&mut self, columns: Columns<'_>, places: &[Place<'_>]) -> Result<Vec<bool>> {
        bulk::taken(&self.connection, columns, places).map_err(failed)
    }

    fn move_weeks(
        &mut self,
        columns: Columns<'_>,
        run: i64,
        sequence: i64,
        moves: &[Move],
    ) -> Result<u64> {
        bulk::move_weeks(&self.connection, columns, run, sequence, moves).map_err(failed)
    }

    fn undo_moves(&mut self, columns: Columns<'_>, moves: &[Move]) -> Result<Vec<usize>> {
        bulk::undo_moves(&self.connection, columns, moves).map_err(failed)
    }

    fn children(&mut self, child: ChildColumns<'_>, parents: &[Key]) -> Result<Vec<ChildRow>> {
        bulk::children(&self.connection, child, parents)
    }

    fn save(&mut self, _: &[(&Table, &str)], to: &Path) -> Result<()> {
        copy::save(&self.connection, to)
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
