//! A database of a test's own.

use std::collections::BTreeMap;

use tempfile::TempDir;

use super::postgres;

/// The rows of a table: each a text for every column, or nothing.
pub(crate) type Rows = Vec<Vec<Option<String>>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
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
        let folder = TempDir::with_prefix("semaine-migrate-").unwrap();
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
        match self.kind {
            Kind::Sqlite => {
                for entry in std::fs::read_dir(self.folder.path()).unwrap() {
                    std::fs::remove_file(entry.unwrap().path()).unwrap();
                }
            }
            Kind::Postgres => self.script("DROP SCHEMA public CASCADE; CREATE SCHEMA public"),
        }
    }

    /// Executes statements.
    pub(crate) fn script(&self, sql: &str) {
        let done = match self.kind {
            Kind::Sqlite => self
                .sqlite()
                .execute_batch(sql)
                .map_err(|error| error.to_string()),
            Kind::Postgres => self
                .postgres()
                .batch_execute(sql)
                .map_err(|error| error.to_string()),
        };
        done.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    /// What a query finds, whose columns are texts.
    pub(crate) fn rows(&self, sql: &str) -> Rows {
        match self.kind {
            Kind::Sqlite => {
                let connection = self.sqlite();
                let mut statement = connection.prepare(sql).unwrap();
                let columns = statement.column_count();
                let rows = statement.query_map((), |row| {
                    (0..columns).map(|column| row.get(column)).collect()
                });
                rows.unwrap().collect::<Result<_, _>>().unwrap()
            }
            Kind::Postgres => {
                let rows = self.postgres().query(sql, &[]).unwrap();
                rows.iter()
                    .map(|row| (0..row.len()).map(|column| row.get(column)).collect())
                    .collect()
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
