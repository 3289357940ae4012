//! Every change of a run, in its order, so that it can be undone exactly.
//!
//! `semaine_migrate_journal` lies in the migrated database, so that a change and its entry are committed
//! together. A row of it has
//!
//! | column | |
//! |---|---|
//! | `sequence` | the primary key, rising over all runs |
//! | `run` | of `semaine_migrate_runs` |
//! | `table_number` | of the plan, which the run keeps |
//! | `action` | `m`: the week alone moved; `u`: columns changed; `d`: the row was taken out; of a rollback, `x`: the row was overwritten or taken out by force; `s`: an entry that could not be undone |
//! | `row_key` | what names the row |
//! | `old_week`, `new_week` | of `m`, as dates |
//! | `old_row`, `new_row` | of `u`, the changed columns as JSON; of `d` and `x`, the whole row as `old_row` |
//!
//! A rollback deletes what it undoes. In JSON, a floating-point number is `{"real": "0.5"}` and bytes are
//! `{"hex": "00ff"}`, so that every value comes back as what it was.

use semaine::Date;
use serde_json::{Map, Value as Json};

use crate::Result;
use crate::database::schema::Column;
use crate::database::{Database, Engine};
use crate::run::state::unreadable;
use crate::value::{Blob, Key, Value};

/// The statements that make the table where it is missing.
#[must_use]
pub fn definition(engine: Engine) -> &'static str {
    match engine {
        // A column without a type keeps what is stored in it as it is.
        Engine::Sqlite => {
            "CREATE TABLE IF NOT EXISTS semaine_migrate_journal (
                sequence INTEGER PRIMARY KEY,
                run INTEGER NOT NULL,
                table_number INTEGER NOT NULL,
                action TEXT NOT NULL,
                row_key NOT NULL,
                old_week TEXT,
                new_week TEXT,
                old_row TEXT,
                new_row TEXT
            )"
        }
        Engine::Postgres => {
            "CREATE TABLE IF NOT EXISTS semaine_migrate_journal (
                sequence BIGINT PRIMARY KEY,
                run BIGINT NOT NULL,
                table_number INTEGER NOT NULL,
                action TEXT NOT NULL,
                row_key TEXT NOT NULL,
                old_week DATE,
                new_week DATE,
                old_row TEXT,
                new_row TEXT
            )"
        }
    }
}

/// Values by the names of their columns.
pub(crate) type Fields = Vec<Field>;

/// A value with the name of its column.
pub(crate) type Field = (String, Value);

/// An entry that a rollback can undo.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) sequence: i64,
    pub(crate) table_number: usize,
    /// The key as the journal has it; see [`key`].
    pub(crate) row_key: Value,
    pub(crate) action: Action,
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// The week alone moved.
    Moved { old: Date, new: Date },
    /// Columns changed.
    Changed { old: Fields, new: Fields },
    /// The row was taken out.
    Removed { row: Fields },
}

/// Up to `limit` entries of a run that are not undone, the last first, from `sequence` down.
pub(crate) fn last(
    db: &mut dyn Database,
    run: i64,
    sequence: i64,
    limit: u32,
    actions: &str,
) -> Result<Vec<Entry>> {
    let week = |name: &str| match db.engine() {
        Engine::Sqlite => name.to_owned(),
        Engine::Postgres => format!("{name}::text"),
    };
    let sql = format!(
        "SELECT sequence, table_number, action, row_key, {}, {}, old_row, new_row \
         FROM semaine_migrate_journal \
         WHERE sequence <= $1 AND run = $2 AND action IN ({actions}) ORDER BY sequence DESC LIMIT {limit}",
        week("old_week"),
        week("new_week"),
    );
    let rows = db.query(&sql, &[Value::Integer(sequence), Value::Integer(run)])?;
    rows.into_iter().map(entry).collect()
}

fn entry(row: Vec<Value>) -> Result<Entry> {
    let Ok(
        [
            sequence,
            table_number,
            action,
            row_key,
            old_week,
            new_week,
            old_row,
            new_row,
        ],
    ) = <[Value; 8]>::try_from(row)
    else {
        return Err(unreadable("an entry of the journal"));
    };
    let (Value::Integer(sequence), Value::Integer(table_number), Value::Text(action)) =
        (sequence, table_number, action)
    else {
        return Err(unreadable("an entry of the journal"));
    };
    Ok(Entry {
        sequence,
        table_number: usize::try_from(table_number)
            .map_err(|_| unreadable("the number of a table"))?,
        row_key,
        action: match action.as_str() {
            "m" => Action::Moved {
                old: date(&old_week)?,
                new: date(&new_week)?,
            },
            "u" => Action::Changed {
                old: decoded(&old_row)?,
                new: decoded(&new_row)?,
            },
            "d" => Action::Removed {
                row: decoded(&old_row)?,
            },
            other => return Err(unreadable(other)),
        },
    })
}

/// Writes an entry about one row, with its `old_row` and `new_row`.
pub(crate) fn note(
    db: &mut dyn Database,
    (run, sequence): (i64, i64),
    table_number: usize,
    action: &str,
    row_key: &Key,
    rows: (&[Field], Option<&[Field]>),
) -> Result<()> {
    let (old, new) = rows;
    let row_key = match (db.engine(), row_key) {
        (Engine::Postgres, Key::Integer(number)) => Value::Text(number.to_string()),
        (_, key) => key.into(),
    };
    let table_number =
        i64::try_from(table_number).map_err(|_| unreadable("the number of a table"))?;
    db.execute(
        "INSERT INTO semaine_migrate_journal \
         (sequence, run, table_number, action, row_key, old_row, new_row) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            Value::Integer(sequence),
            Value::Integer(run),
            Value::Integer(table_number),
            Value::Text(action.to_owned()),
            row_key,
            Value::Text(encoded(old)),
            new.map_or(Value::Null, |new| Value::Text(encoded(new))),
        ],
    )
    .map(drop)
}

/// The last number in the journal and of all runs; 0 without any.
pub(crate) fn top(db: &mut dyn Database) -> Result<i64> {
    let rows = db.query(
        "SELECT coalesce(max(sequence), 0) FROM semaine_migrate_journal \
         UNION ALL SELECT coalesce(max(sequence), 0) FROM semaine_migrate_runs",
        &[],
    )?;
    let numbers = rows.iter().flatten().filter_map(|value| match value {
        Value::Integer(number) => Some(*number),
        _ => None,
    });
    Ok(numbers.max().unwrap_or(0))
}

/// A key as a column of its table has it.
pub(crate) fn key(row_key: &Value, column: &Column, engine: Engine) -> Result<Key> {
    let integer = engine == Engine::Postgres
        && matches!(column.kind.as_str(), "smallint" | "integer" | "bigint");
    match row_key {
        Value::Integer(number) => Ok(Key::Integer(*number)),
        Value::Text(text) if integer => text
            .parse()
            .map(Key::Integer)
            .map_err(|_| unreadable("a key in the journal")),
        Value::Text(text) => Ok(Key::Text(text.clone())),
        _ => Err(unreadable("a key in the journal")),
    }
}

/// The column `row_key` for a comparison with a key column of that type.
pub(crate) fn key_sql(column: &Column, engine: Engine) -> String {
    match engine {
        Engine::Sqlite => "j.row_key".to_owned(),
        Engine::Postgres => format!("j.row_key::{}", column.cast()),
    }
}

fn date(value: &Value) -> Result<Date> {
    match value {
        Value::Text(text) => Date::parse(text).map_err(|_| unreadable(text)),
        _ => Err(unreadable("a week in the journal")),
    }
}

pub(crate) fn encoded(fields: &[Field]) -> String {
    let object: Map<String, Json> = fields
        .iter()
        .map(|(name, value)| (name.clone(), to_json(value)))
        .collect();
    Json::Object(object).to_string()
}

fn to_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => tagged("real", number.to_string()),
        Value::Text(text) => text.as_str().into(),
        Value::Blob(bytes) => tagged("hex", bytes.hex.clone()),
    }
}

fn tagged(tag: &str, text: String) -> Json {
    Json::Object(Map::from_iter([(tag.to_owned(), Json::String(text))]))
}

fn decoded(value: &Value) -> Result<Fields> {
    let bad = || unreadable("a row in the journal");
    let Value::Text(text) = value else {
        return Err(bad());
    };
    let object: Map<String, Json> = serde_json::from_str(text).map_err(|_| bad())?;
    object
        .into_iter()
        .map(|(name, value)| Some((name, from_json(&value)?)))
        .collect::<Option<_>>()
        .ok_or_else(bad)
}

fn from_json(value: &Json) -> Option<Value> {
    Some(match value {
        Json::Null => Value::Null,
        Json::Number(number) => Value::Integer(number.as_i64()?),
        Json::String(text) => Value::Text(text.clone()),
        Json::Object(object) => match (object.get("real"), object.get("hex")) {
            (Some(Json::String(text)), None) => Value::Real(text.parse().ok()?),
            (None, Some(Json::String(hex))) => Value::Blob(Blob { hex: hex.clone() }),
            _ => return None,
        },
        Json::Bool(_) | Json::Array(_) => return None,
    })
}
