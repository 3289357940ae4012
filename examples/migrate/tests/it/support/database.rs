//! A database of a test's own.

use std::collections::BTreeMap;
use std::path::Path;

use tempfile::TempDir;

use super::postgres;

/// The rows of a table: each a text for every column, or nothing.
pub(crate) type Rows = Vec<Vec<Option<String>>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

/// A folder in memory where the system has such a place: a kill loses nothing that was written, and hundreds of
/// migrations would wait for a disk for minutes.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() {
        memory.to_owned()
    } else {
        std::env::temp_dir()
    };
    TempDir::with_prefix_in("semaine-migrate-", place).unwrap()
}

#[derive(Debug)]
pub(crate) struct Database {
    pub(crate) kind: Kind,
    pub(crate) url: String,
    pub(crate) folder: TempDir,
}

impl Kind {
    pub(crate) const BOTH: [Self; 2] = [Self::Sqlite, Self::Postgres];
}

impl Database {
    /// An empty one; `None` where PostgreSQL is missing on purpose.
    pub(crate) fn fresh(kind: Kind) -> Option<Self> {
        let folder = folder();
        let url = match kind {
            Kind::Sqlite => format!("sqlite:{}", folder.path().join("data.db").display()),
            Kind::Postgres => postgres::fresh_database()?,
        };
        Some(Self { kind, url, folder })
    }

    /// Of SQLite, a connection that waits for others.
    pub(crate) fn sqlite(&self) -> rusqlite::Connection {
        let path = self.url.strip_prefix("sqlite:").unwrap();
        let connection = rusqlite::Connection::open(path).unwrap();
        connection
            .busy_timeout(std::time::Duration::from_secs(30))
            .unwrap();
        connection
    }

    /// Of PostgreSQL, a connection.
    pub(crate) fn postgres(&self) -> ::postgres::Client {
        ::postgres::Client::connect(&self.url, ::postgres::NoTls).unwrap()
    }

    /// Takes everything out of it.
    pub(crate) fn clear(&self) {
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            let path = entry.unwrap().path();
            let removed = if path.is_dir() {
                std::fs::remove_dir_all(path)
            } else {
                std::fs::remove_file(path)
            };
            removed.unwrap();
        }
        if self.kind == Kind::Postgres {
            self.script("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
    }

    /// Executes statements.
    pub(crate) fn script(&self, sql: &str) {
        self.try_script(sql)
            .unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    /// Executes statements, or says why the database does not.
    pub(crate) fn try_script(&self, sql: &str) -> Result<(), String> {
        match self.kind {
            Kind::Sqlite => self
                .sqlite()
                .execute_batch(sql)
                .map_err(|error| error.to_string()),
            Kind::Postgres => self
                .postgres()
                .batch_execute(sql)
                .map_err(|error| format!("{error:?}")),
        }
    }

    /// What a query finds, whose columns are texts.
    pub(crate) fn rows(&self, sql: &str) -> Rows {
        self.try_rows(sql).unwrap_or_else(|| panic!("{sql}"))
    }

    /// The same, or nothing where the database refuses it.
    pub(crate) fn try_rows(&self, sql: &str) -> Option<Rows> {
        match self.kind {
            Kind::Sqlite => {
                let connection = self.sqlite();
                let mut statement = connection.prepare(sql).ok()?;
                let columns = statement.column_count();
                let rows = statement.query_map((), |row| {
                    (0..columns).map(|column| row.get(column)).collect()
                });
                rows.ok()?.collect::<Result<_, _>>().ok()
            }
            Kind::Postgres => {
                let rows = self.postgres().query(sql, &[]).ok()?;
                let texts = rows
                    .iter()
                    .map(|row| (0..row.len()).map(|column| row.get(column)).collect());
                Some(texts.collect())
            }
        }
    }

    /// All of these tables, with the columns as texts, in an order of their own.
    pub(crate) fn tables(&self, tables: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, Rows> {
        let read = |(table, columns): (&String, &Vec<String>)| {
            let columns: Vec<_> = columns
                .iter()
                .map(|column| format!("CAST(\"{column}\" AS TEXT)"))
                .collect();
            let mut rows = self.rows(&format!("SELECT {} FROM \"{table}\"", columns.join(", ")));
            rows.sort();
            (table.clone(), rows)
        };
        tables.iter().map(read).collect()
    }
}
