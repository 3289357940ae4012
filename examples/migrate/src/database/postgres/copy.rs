//! Tables into scripts, and back from them.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufRead as _, BufWriter, Write as _};
use std::path::Path;

use postgres::Client;

use super::Postgres;
use super::fault::failed;
use super::script::{self, Script};
use crate::backup::digest::order;
use crate::database::schema::{Table, quoted};
use crate::database::{Access, Database, Engine, Stage};
use crate::value::Value;
use crate::{Error, Result};

/// Writes the tables as the open transaction sees them, each in the order in which it is digested.
pub(super) fn save(client: &mut Client, tables: &[(&Table, &str)], to: &Path) -> Result<()> {
    let failed_to_write = |source| Error::Io {
        context: format!("write {}", to.display()),
        source,
    };
    let file = File::create_new(to).map_err(failed_to_write)?;
    let mut out = BufWriter::with_capacity(1 << 16, file);
    for (table, key) in tables {
        script::begin(&mut out, &statement(table)).map_err(failed_to_write)?;
        let columns = script::columns(&table.columns);
        let columns: Vec<_> = columns
            .map(|column| column.read(Engine::Postgres))
            .collect();
        let mut rows = client
            .copy_out(&format!(
                "COPY (SELECT {} FROM {} ORDER BY {}) TO STDOUT",
                columns.join(", "),
                table.quoted,
                order(Engine::Postgres, table.need(key)?)
            ))
            .map_err(|error| failed(&error, false))?;
        loop {
            let part = rows.fill_buf().map_err(lost)?;
            let length = part.len();
            if length == 0 {
                break;
            }
            out.write_all(part).map_err(failed_to_write)?;
            rows.consume(length);
        }
        script::end(&mut out).map_err(failed_to_write)?;
    }
    out.flush().map_err(failed_to_write)
}

pub(super) fn replace(
    database: &mut Postgres,
    tables: &[&Table],
    from: &Path,
    at: &mut dyn FnMut(&mut dyn Database, Stage) -> Result<()>,
) -> Result<()> {
    database.begin(Access::Write)?;
    let done = in_transaction(database, tables, from, at).and_then(|()| database.commit());
    if done.is_err() {
        database.rollback();
    }
    done
}

fn in_transaction(
    database: &mut Postgres,
    tables: &[&Table],
    from: &Path,
    at: &mut dyn FnMut(&mut dyn Database, Stage) -> Result<()>,
) -> Result<()> {
    let names: Vec<_> = tables.iter().map(|table| &*table.quoted).collect();
    let names = names.join(", ");
    database.script(&format!(
        "SET LOCAL lock_timeout = '10s'; LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"
    ))?;
    at(database, Stage::Begun)?;
    let rules = Rules::read(database, tables)?;
    database.script(&rules.off)?;
    database.script(&format!("TRUNCATE {names}"))?;
    at(database, Stage::Emptied)?;
    let mut script = Script::open(from)?;
    for table in tables {
        fill(&mut database.client, table, &mut script)?;
    }
    database.script(&rules.on)?;
    for table in tables {
        raise_sequences(database, table)?;
    }
    at(database, Stage::Filled)
}

fn fill(client: &mut Client, table: &Table, script: &mut Script) -> Result<()> {
    script.next_table()?;
    let mut rows = client
        .copy_in(&statement(table))
        .map_err(|error| failed(&error, false))?;
    while let Some(row) = script.next_row()? {
        rows.write_all(row).map_err(lost)?;
        rows.write_all(b"\n").map_err(lost)?;
    }
    rows.finish()
        .map(drop)
        .map_err(|error| failed(&error, false))
}

fn statement(table: &Table) -> String {
    let columns: Vec<_> = script::columns(&table.columns)
        .map(|column| &*column.quoted)
        .collect();
    format!("COPY {} ({}) FROM STDIN", table.quoted, columns.join(", "))
}

/// The statements that switch foreign keys and triggers of the tables off, and on as they were.
struct Rules {
    off: String,
    on: String,
}

impl Rules {
    fn read(database: &mut Postgres, tables: &[&Table]) -> Result<Self> {
        let mut rules = Self {
            off: String::new(),
            on: String::new(),
        };
        for table in tables {
            let name = &table.quoted;
            let keys = database.query(
                "SELECT conname::text, pg_get_constraintdef(oid) FROM pg_constraint
                 WHERE contype = 'f' AND conrelid = to_regclass($1) ORDER BY conname",
                &[Value::Text(name.clone())],
            )?;
            for row in keys {
                if let [Value::Text(key), Value::Text(definition)] = &*row {
                    let key = quoted(key);
                    // Writing to a String cannot fail.
                    let _ = writeln!(rules.off, "ALTER TABLE {name} DROP CONSTRAINT {key};");
                    let _ = writeln!(
                        rules.on,
                        "ALTER TABLE {name} ADD CONSTRAINT {key} {definition};"
                    );
                }
            }
            let triggers = database.query(
                "SELECT tgname::text, CASE tgenabled WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' ELSE '' END
                 FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgrelid = to_regclass($1)
                 ORDER BY tgname",
                &[Value::Text(name.clone())],
            )?;
            for row in triggers {
                if let [Value::Text(trigger), Value::Text(mode)] = &*row {
                    let trigger = quoted(trigger);
                    let _ = writeln!(rules.off, "ALTER TABLE {name} DISABLE TRIGGER {trigger};");
                    let _ = writeln!(
                        rules.on,
                        "ALTER TABLE {name} ENABLE {mode} TRIGGER {trigger};"
                    );
                }
            }
        }
        Ok(rules)
    }
}

/// No new row gets a number that a restored one has.
fn raise_sequences(database: &mut Postgres, table: &Table) -> Result<()> {
    for column in &table.columns {
        let found = database.query(
            "SELECT pg_get_serial_sequence($1, $2)",
            &[
                Value::Text(table.quoted.clone()),
                Value::Text(column.name.clone()),
            ],
        )?;
        if let Some(Value::Text(sequence)) = found.into_iter().flatten().next() {
            let (name, column) = (&table.quoted, &column.quoted);
            database.query(
                &format!(
                    "SELECT setval(to_regclass($1), highest) FROM (SELECT max({column}) AS highest FROM {name}) AS found
                     WHERE highest > (SELECT last_value FROM {sequence})"
                ),
                &[Value::Text(sequence.clone())],
            )?;
        }
    }
    Ok(())
}

/// The error of the connection behind one of reading or writing rows.
fn lost(error: std::io::Error) -> Error {
    let context = "copy rows".to_owned();
    match error.downcast::<postgres::Error>() {
        Ok(error) => failed(&error, false),
        Err(source) => Error::Io { context, source },
    }
}
