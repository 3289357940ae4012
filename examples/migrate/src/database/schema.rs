//! Tables as the database describes them.

use std::collections::BTreeMap;

use crate::database::Engine;
use crate::{Error, Result};

/// The tables that were asked for and exist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// By the names that were asked for.
    pub tables: BTreeMap<String, Table>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name as it was asked for.
    pub name: String,
    /// The same for a statement, in double quotes.
    pub quoted: String,
    /// In the order of their definition.
    pub columns: Vec<Column>,
    /// Columns of the primary key.
    pub primary_key: Vec<String>,
    /// Columns of each index, in its order, that of the primary key among them; partial indices and those on
    /// expressions are left out but for unique ones.
    pub indices: Vec<Index>,
    /// Foreign keys of other tables, and its own, that lead here.
    pub referenced_by: Vec<ForeignKey>,
    /// Names of the triggers that others made.
    pub triggers: Vec<String>,
    /// Rows as the database's statistics have them or as counted, whichever is quick.
    pub rows_guessed: Option<u64>,
    /// Whether SQLite gives the number of a deleted row again (no AUTOINCREMENT).
    pub reuses_keys: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The same for a statement, in double quotes.
    pub quoted: String,
    /// Its type as the database writes it: `date`, `bigint`, `DATE`, …
    pub kind: String,
    /// Whether NULL is refused.
    pub not_null: bool,
    /// Whether the database computes it.
    pub generated: bool,
}

/// An index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// Its name.
    pub name: String,
    /// Its columns; an expression is an empty text.
    pub columns: Vec<String>,
    /// Whether it refuses equal rows.
    pub unique: bool,
    /// Whether it holds but a part of the rows.
    pub partial: bool,
    /// Whether two rows with NULL are equal to it, as with PostgreSQL's NULLS NOT DISTINCT.
    pub nulls_equal: bool,
}

/// A foreign key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The table that refers.
    pub table: String,
    /// Its columns.
    pub columns: Vec<String>,
}

impl Table {
    /// The column of that name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The column of that name, for a statement that cannot do without.
    ///
    /// # Errors
    ///
    /// `Usage` if there is none.
    pub fn need(&self, name: &str) -> Result<&Column> {
        self.column(name)
            .ok_or_else(|| Error::Usage(format!("{} has no column {name:?}", self.name)))
    }
}

impl Column {
    /// The expression that reads it as a [`Value`](crate::value::Value), for a `SELECT` list.
    #[must_use]
    pub fn read(&self, engine: Engine) -> String {
        match (engine, self.kind.as_str()) {
            (Engine::Sqlite, _)
            | (
                _,
                "smallint" | "integer" | "bigint" | "real" | "double precision" | "text" | "bytea",
            ) => self.quoted.clone(),
            (Engine::Postgres, _) => format!("{}::text", self.quoted),
        }
    }

    /// The expression that stores the value of the parameter `number`.
    #[must_use]
    pub fn write(&self, engine: Engine, number: usize) -> String {
        match engine {
            Engine::Sqlite => format!("${number}"),
            Engine::Postgres => format!("${number}::{}", self.cast()),
        }
    }

    /// The type to which PostgreSQL casts a value for this column, without a length: a cast to one would cut
    /// a longer value off, where the column itself refuses it.
    #[must_use]
    pub fn cast(&self) -> String {
        // The name may be quoted and have anything in it.
        let Some((name, rest)) = self
            .kind
            .split_once('(')
            .filter(|_| !self.kind.contains('"'))
        else {
            return self.kind.clone();
        };
        let rest = rest.split_once(')').map_or("", |(_, rest)| rest);
        let name = match name {
            // These names alone mean a length of 1.
            "character" => "bpchar",
            "bit" => "\"bit\"",
            other => other,
        };
        format!("{name}{rest}")
    }
}

/// A name for a statement, in double quotes.
#[must_use]
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
