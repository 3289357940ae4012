//! The content of a table in one number, the same on both databases.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::database::schema::{Column, Table};
use crate::database::{Database, Engine};
use crate::plan::Plan;
use crate::value::Value;
use crate::{Error, Result};

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
/// The columns go by their names, so that their order in the definition makes no difference, and each
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
    let key = table.column(key).ok_or_else(|| {
        Error::Usage(format!(
            "the table {} has no column {key}, which the plan names as its key",
            table.name
        ))
    })?;
    let mut columns: Vec<_> = table.columns.iter().collect();
    columns.sort_by(|a, b| a.name.cmp(&b.name));
    let mut sum = Sha256::new();
    sum.update(length(columns.len()));
    for column in &columns {
        text(&mut sum, &column.name);
    }
    let list: Vec<_> = columns.iter().map(|column| column.read(engine)).collect();
    let sql = format!(
        "SELECT {} FROM {} ORDER BY {}",
        list.join(", "),
        table.quoted,
        order(engine, key)
    );
    let mut rows = 0;
    database.stream(&sql, &[], &mut |row| {
        rows += 1;
        for value in row {
            add(&mut sum, value);
        }
        Ok(())
    })?;
    Ok(Digest {
        rows,
        sha256: hex(&sum.finalize()),
    })
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

fn add(sum: &mut Sha256, value: &Value) {
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
