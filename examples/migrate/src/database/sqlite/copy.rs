//! Whole databases into files, and tables back from them.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, OpenFlags, ToSql, params_from_iter};

use super::{Sqlite, connect};
use crate::database::schema::Table;
use crate::database::sqlite::fault::failed;
use crate::database::{Access, Database, Profile, Stage};
use crate::error::{Fault, FaultKind};
use crate::{Error, Result};

impl Sqlite {
    /// Opens a file that [`Database::save`] has written, to read it. Nothing is written beside it.
    ///
    /// # Errors
    ///
    /// `Corrupt` if it is no SQLite file, and what SQLite says.
    pub(crate) fn open_copy(path: &Path) -> Result<Self> {
        Ok(Self {
            connection: read_only(path)?,
            path: path.to_owned(),
            profile: Profile::default(),
            lock: None,
        })
    }
}

/// Copies every page in one step, as the open transaction sees them.
pub(super) fn save(from: &Connection, to: &Path) -> Result<()> {
    let copy = || {
        let mut to = Connection::open(to)?;
        let step = Backup::new(from, &mut to)?.step(-1)?;
        to.close().map_err(|(_, error)| error)?;
        Ok(step)
    };
    match copy().map_err(|error| failed(error).context(&format!("write {}", to.display())))? {
        StepResult::Done => Ok(()),
        _ => Err(Error::Database {
            context: format!("write {}", to.display()),
            fault: Fault {
                kind: FaultKind::Busy,
                message: "another process writes to the database".to_owned(),
            },
        }),
    }
}

pub(super) fn replace(
    database: &mut Sqlite,
    tables: &[&Table],
    from: &Path,
    at: &mut dyn FnMut(&mut dyn Database, Stage) -> Result<()>,
) -> Result<()> {
    // Within a transaction it would be too late for this.
    rules(&database.connection, false)?;
    let done = in_transaction(database, tables, from, at);
    if done.is_err() {
        database.rollback();
    }
    let restored = rules(&database.connection, true);
    done.and(restored)
}

/// Whether triggers run and foreign keys count on this connection.
fn rules(connection: &Connection, on: bool) -> Result<()> {
    let set = |what| connection.set_db_config(what, on).map_err(failed);
    set(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER)?;
    set(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY)?;
    Ok(())
}

fn in_transaction(
    database: &mut Sqlite,
    tables: &[&Table],
    from: &Path,
    at: &mut dyn FnMut(&mut dyn Database, Stage) -> Result<()>,
) -> Result<()> {
    let from = read_only(from)?;
    database.begin(Access::Write)?;
    at(database, Stage::Begun)?;
    for table in tables {
        database.script(&format!("DELETE FROM {}", table.quoted))?;
    }
    at(database, Stage::Emptied)?;
    for table in tables {
        fill(&from, &database.connection, table).map_err(failed)?;
    }
    for table in tables {
        let left = dangling(&from, table, tables).map_err(failed)?;
        if dangling(&database.connection, table, tables).map_err(failed)? > left {
            return Err(Error::Backup(format!(
                "the backup cannot be restored: rows of {} refer to rows of other tables that have been \
                 deleted since; nothing was changed",
                table.name
            )));
        }
    }
    at(database, Stage::Filled)?;
    database.commit()
}

/// Inserts the rows of a table as they are stored.
fn fill(from: &Connection, to: &Connection, table: &Table) -> rusqlite::Result<()> {
    let columns = table.columns.iter().filter(|column| !column.generated);
    let columns: Vec<_> = columns.map(|column| &*column.quoted).collect();
    let (list, places) = (columns.join(", "), vec!["?"; columns.len()].join(", "));
    let name = &table.quoted;
    let mut insert = to.prepare(&format!("INSERT INTO {name} ({list}) VALUES ({places})"))?;
    let mut select = from.prepare(&format!("SELECT {list} FROM {name}"))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let values = (0..columns.len())
            .map(|index| row.get_ref(index).map(ToSqlOutput::Borrowed))
            .collect::<rusqlite::Result<Vec<_>>>()?;
        insert.execute(params_from_iter(
            values.iter().map(|value| value as &dyn ToSql),
        ))?;
    }
    Ok(())
}

/// How many rows of a table refer to missing rows of tables that are not among these.
fn dangling(connection: &Connection, table: &Table, among: &[&Table]) -> rusqlite::Result<i64> {
    let among: Vec<_> = among.iter().map(|table| &*table.name).collect();
    let places = vec!["?"; among.len()].join(", ");
    let sql = format!(
        "SELECT count(*) FROM pragma_foreign_key_check(?)
         WHERE parent COLLATE NOCASE NOT IN ({places})"
    );
    let values = params_from_iter([&*table.name].into_iter().chain(among));
    connection.query_row(&sql, values, |row| row.get(0))
}

/// A connection that takes the file as one that nobody changes, and so leaves no trace.
fn read_only(path: &Path) -> Result<Connection> {
    let mut address = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' => address.push(char::from(*byte)),
            _ if byte.is_ascii_alphanumeric() => address.push(char::from(*byte)),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(address, "%{byte:02x}");
            }
        }
    }
    address.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    connect(address.as_ref(), flags)
        .map_err(|error| failed(error).context(&format!("open {}", path.display())))
}
