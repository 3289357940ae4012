//! Changes of single rows, each with its entry in the journal.

use std::fmt::Write as _;

use crate::database::{Database, Engine};
use crate::error::{Fault, FaultKind};
use crate::run::journal::{self, Field, Fields};
use crate::run::layout::Node;
use crate::run::state::Run;
use crate::value::{Key, Value};
use crate::week::Week;
use crate::{Error, Result};

/// A column that changes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change<'a> {
    pub(crate) column: &'a str,
    /// What has to stand there, or nothing is changed.
    pub(crate) old: Value,
    pub(crate) new: Value,
}

/// Changes columns of a row.
///
/// # Errors
///
/// [`stale`] if the row is no more as it was read, and what the database says.
pub(crate) fn update(
    db: &mut dyn Database,
    run: &mut Run,
    node: &Node,
    key: &Key,
    changes: &[Change<'_>],
) -> Result<()> {
    let name = |change: &Change<'_>| change.column.to_owned();
    let old: Fields = changes
        .iter()
        .map(|change| (name(change), change.old.clone()))
        .collect();
    let new: Fields = changes
        .iter()
        .map(|change| (name(change), change.new.clone()))
        .collect();
    if !set(db, node, key, &new, Some(&old))? {
        return Err(stale());
    }
    // The database may write a value in its own way, as `jsonb` does.
    let names: Vec<&str> = changes.iter().map(|change| change.column).collect();
    let new = read(db, node, key, &names)?.ok_or_else(stale)?;
    run.sequence += 1;
    journal::note(
        db,
        (run.id, run.sequence),
        node.number,
        "u",
        key,
        (&old, Some(&new)),
    )
}

/// Takes a row out.
///
/// # Errors
///
/// [`stale`] if it is gone already, and what the database says.
pub(crate) fn remove(db: &mut dyn Database, run: &mut Run, node: &Node, key: &Key) -> Result<()> {
    let row = whole(db, node, key)?.ok_or_else(stale)?;
    run.sequence += 1;
    journal::note(
        db,
        (run.id, run.sequence),
        node.number,
        "d",
        key,
        (&row, None),
    )?;
    run.counts.removed += 1;
    if is_ahead(db, run, node, key)? {
        seen(run, node, &row);
    }
    delete(db, node, key)
}

/// Whether no batch has come by a row yet.
fn is_ahead(db: &mut dyn Database, run: &Run, node: &Node, key: &Key) -> Result<bool> {
    if node.number != run.table_number {
        return Ok(node.number > run.table_number);
    }
    let Some(cursor) = &run.cursor else {
        return Ok(true);
    };
    // Which of two texts is first is for the database to say.
    let (engine, column) = (db.engine(), node.key()?);
    let sql = format!(
        "SELECT 1 FROM {} WHERE {key} = {} AND {key} > {}",
        node.table.quoted,
        column.write(engine, 1),
        column.write(engine, 2),
        key = column.quoted,
    );
    Ok(!db.query(&sql, &[key.into(), cursor.into()])?.is_empty())
}

/// Counts a row by which no batch will come.
fn seen(run: &mut Run, node: &Node, row: &[Field]) {
    let Some(week) = &node.planned.week else {
        return;
    };
    let value = row
        .iter()
        .find(|(name, _)| name == week)
        .map(|(_, value)| value);
    let week = Week::read(value.unwrap_or(&Value::Null));
    run.counts.rows += 1;
    run.counts.nulls += u64::from(week == Week::Null);
    run.counts.bad += u64::from(match week {
        Week::Null => false,
        Week::Date(date) => run.options.anchor.monday(date).is_none(),
        Week::Bad(..) => true,
    });
}

/// Deletes a row, without an entry.
pub(crate) fn delete(db: &mut dyn Database, node: &Node, key: &Key) -> Result<()> {
    let column = node.key()?;
    let sql = format!(
        "DELETE FROM {} WHERE {} = {}",
        node.table.quoted,
        column.quoted,
        column.write(db.engine(), 1)
    );
    match db.execute(&sql, &[key.into()])? {
        1 => Ok(()),
        _ => Err(stale()),
    }
}

/// Sets columns of a row, if those of `expected` are so; without an entry. The answer is whether it did.
pub(crate) fn set(
    db: &mut dyn Database,
    node: &Node,
    key: &Key,
    fields: &[Field],
    expected: Option<&[Field]>,
) -> Result<bool> {
    let engine = db.engine();
    let mut values = Vec::new();
    let mut assignments = Vec::new();
    for (name, value) in fields {
        values.push(value.clone());
        let column = node.column(name)?;
        assignments.push(format!(
            "{} = {}",
            column.quoted,
            column.write(engine, values.len())
        ));
    }
    values.push(key.into());
    let column = node.key()?;
    let mut sql = format!(
        "UPDATE {} SET {} WHERE {} = {}",
        node.table.quoted,
        assignments.join(", "),
        column.quoted,
        column.write(engine, values.len())
    );
    for (name, value) in expected.into_iter().flatten() {
        values.push(value.clone());
        let column = node.column(name)?.read(engine);
        // Writing to a String cannot fail.
        let _ = write!(sql, " AND {column} IS NOT DISTINCT FROM ${}", values.len());
    }
    Ok(db.execute(&sql, &values)? == 1)
}

/// The columns of a row that a statement can write; none if it is gone. Nobody else can change it until the
/// transaction ends.
pub(crate) fn whole(db: &mut dyn Database, node: &Node, key: &Key) -> Result<Option<Fields>> {
    let columns = node.table.columns.iter();
    let stored: Vec<&str> = columns
        .filter(|column| !column.generated)
        .map(|column| &*column.name)
        .collect();
    locked(db, node, key, &stored)
}

/// Those columns of a row; none if it is gone. Nobody else can change it until the transaction ends.
pub(crate) fn locked(
    db: &mut dyn Database,
    node: &Node,
    key: &Key,
    names: &[&str],
) -> Result<Option<Fields>> {
    let lock = lock(db.engine());
    select(db, node, key, names, lock)
}

/// Those columns of a row; none if it is gone.
pub(crate) fn read(
    db: &mut dyn Database,
    node: &Node,
    key: &Key,
    names: &[&str],
) -> Result<Option<Fields>> {
    select(db, node, key, names, "")
}

fn select(
    db: &mut dyn Database,
    node: &Node,
    key: &Key,
    names: &[&str],
    lock: &str,
) -> Result<Option<Fields>> {
    let engine = db.engine();
    let list = names
        .iter()
        .map(|name| Ok(node.column(name)?.read(engine)))
        .collect::<Result<Vec<_>>>()?;
    let column = node.key()?;
    let sql = format!(
        "SELECT {} FROM {} WHERE {} = {}{lock}",
        list.join(", "),
        node.table.quoted,
        column.quoted,
        column.write(engine, 1),
    );
    let row = db.query(&sql, &[key.into()])?.into_iter().next();
    Ok(row.map(|row| names.iter().map(|&name| name.to_owned()).zip(row).collect()))
}

/// Puts a row back, without an entry.
pub(crate) fn insert(db: &mut dyn Database, node: &Node, row: &[Field]) -> Result<()> {
    let engine = db.engine();
    let mut names = Vec::with_capacity(row.len());
    let mut places = Vec::with_capacity(row.len());
    for (index, (name, _)) in row.iter().enumerate() {
        let column = node.column(name)?;
        names.push(&*column.quoted);
        places.push(column.write(engine, index + 1));
    }
    let sql = format!(
        "INSERT INTO {} ({}) {} VALUES ({})",
        node.table.quoted,
        names.join(", "),
        match engine {
            Engine::Sqlite => "",
            // A number that the database had given itself.
            Engine::Postgres => "OVERRIDING SYSTEM VALUE",
        },
        places.join(", ")
    );
    let values: Vec<Value> = row.iter().map(|(_, value)| value.clone()).collect();
    db.execute(&sql, &values).map(drop)
}

/// What ends a `SELECT` whose rows nobody else may change until the transaction ends. On SQLite, nobody else
/// can write at all.
pub(crate) const fn lock(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR UPDATE",
    }
}

/// Somebody else changed a row between its reading and its change: the batch has to be done again.
pub(crate) fn stale() -> Error {
    Error::Database {
        context: "a row of the batch".to_owned(),
        fault: Fault {
            kind: FaultKind::Busy,
            message: "somebody else changed it at the same time".to_owned(),
        },
    }
}
