//! The content of a table in one number, the same on both databases.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::Result;
use crate::database::schema::{Column, Table};
use crate::database::{Database, Engine};
use crate::plan::Plan;
use crate::value::Value;

/// How many rows a table has, and the sha256 of their values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Digest {
    /// Rows.
    pub rows: u64,
    /// The sha256 in hexadecimal digits.
    pub sha256: String,
}

/// Digests the rows of `table` in the order of its column `key`, in constant memory.
///
/// The columns, without generated ones, go by their names, so that their order in the definition makes no
/// difference, and each
/// value goes with its kind and length, so that no two contents give the same bytes. Dates are texts. Two
/// databases with the same integers, floating-point numbers, texts, bytes and dates have equal digests.
///
/// Within a transaction, several tables are of one state.
///
/// # Errors
///
/// `Usage` if there is no column `key`, and what the database says.
pub fn table(database: &mut dyn Database, table: &Table, key: &str) -> Result<Digest> {
    let engine = database.engine();
    let key = table.need(key)?;
    let columns = table.columns.iter().filter(|column| !column.generated);
    let (names, list): (Vec<_>, Vec<_>) = columns
        .map(|column| (&*column.name, column.read(engine)))
        .unzip();
    let sql = format!(
        "SELECT {} FROM {} ORDER BY {}",
        list.join(", "),
        table.quoted,
        order(engine, key)
    );
    let mut sum = Sum::new(&names);
    database.stream(&sql, &[], &mut |row| {
        sum.add(row);
        Ok(())
    })?;
    Ok(sum.finish())
}

/// Digests each table of the plan that the database has, in the order of the plan and of one state of the
/// database if a transaction is open.
///
/// # Errors
///
/// As [`table`].
pub fn tables(database: &mut dyn Database, plan: &Plan) -> Result<Vec<(String, Digest)>> {
    let numbered = plan.numbered();
    let names: Vec<_> = numbered
        .iter()
        .map(|(_, _, table)| table.name.as_str())
        .collect();
    let schema = database.schema(&names)?;
    let mut all = Vec::new();
    for (_, _, planned) in numbered {
        if let Some(found) = schema.tables.get(&planned.name) {
            all.push((planned.name.clone(), table(database, found, &planned.key)?));
        }
    }
    Ok(all)
}

/// Numbers by their value and texts by their bytes, whatever the database's language is.
pub(crate) fn order(engine: Engine, key: &Column) -> String {
    match (engine, key.kind.as_str()) {
        (Engine::Sqlite, _) => format!("{} COLLATE BINARY", key.quoted),
        (Engine::Postgres, "smallint" | "integer" | "bigint") => key.quoted.clone(),
        (Engine::Postgres, "text") => format!("{} COLLATE \"C\"", key.quoted),
        (Engine::Postgres, _) => format!("{}::text COLLATE \"C\"", key.quoted),
    }
}

/// A digest to which rows are added.
#[derive(Debug)]
pub(super) struct Sum {
    /// The places of the columns in the order of their names.
    places: Vec<usize>,
    rows: u64,
    state: Sha256,
}

impl Sum {
    /// Of rows with the columns of these names.
    pub(super) fn new(names: &[&str]) -> Self {
        let mut columns: Vec<_> = names.iter().zip(0..).collect();
        columns.sort_unstable();
        let mut sum = Sha256::new();
        sum.update(length(columns.len()));
        for (name, _) in &columns {
            text(&mut sum, name);
        }
        Self {
            places: columns.into_iter().map(|(_, place)| place).collect(),
            rows: 0,
            state: sum,
        }
    }

    /// Adds the next row.
    pub(super) fn add(&mut self, row: &[Value]) {
        self.rows += 1;
        for place in &self.places {
            value(&mut self.state, row.get(*place).unwrap_or(&Value::Null));
        }
    }

    pub(super) fn finish(self) -> Digest {
        Digest {
            rows: self.rows,
            sha256: hex(&self.state.finalize()),
        }
    }
}

fn value(sum: &mut Sha256, value: &Value) {
    match value {
        Value::Null => sum.update([0]),
        Value::Integer(number) => {
            sum.update([1]);
            sum.update(number.to_be_bytes());
        }
        Value::Real(number) => {
            sum.update([2]);
            sum.update(number.to_bits().to_be_bytes());
        }
        Value::Text(content) => {
            sum.update([3]);
            text(sum, content);
        }
        Value::Blob(bytes) => {
            sum.update([4]);
            text(sum, &bytes.hex);
        }
    }
}

fn text(sum: &mut Sha256, text: &str) {
    sum.update(length(text.len()));
    sum.update(text);
}

fn length(length: usize) -> [u8; 8] {
    (length as u64).to_be_bytes()
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
