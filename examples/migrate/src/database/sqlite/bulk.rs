//! What a batch does to many rows: a prepared statement for each, since nothing lies between the program
//! and the file.

use rusqlite::{Connection, params};

use crate::Result;
use crate::database::schema::quoted;
use crate::database::sqlite::fault::failed;
use crate::database::sqlite::values;
use crate::database::{ChildColumns, ChildRow, Columns, Move, Place, Row};
use crate::value::{Key, Value};

pub(super) fn batch(
    connection: &Connection,
    columns: Columns<'_>,
    after: Option<&Key>,
    limit: u32,
) -> Result<Vec<Row>> {
    let key = quoted(columns.key);
    let read = [columns.key, columns.week].into_iter();
    let read = read
        .chain(columns.owner.iter().map(String::as_str))
        .map(quoted);
    let read = read.collect::<Vec<_>>().join(", ");
    let table = &columns.table.quoted;
    let beyond = after.map_or_else(String::new, |_| format!("WHERE {key} > ?2"));
    let sql = format!("SELECT {read} FROM {table} {beyond} ORDER BY {key} LIMIT ?1");
    let mut statement = connection.prepare_cached(&sql).map_err(failed)?;
    statement.raw_bind_parameter(1, limit).map_err(failed)?;
    if let Some(after) = after {
        statement.raw_bind_parameter(2, after).map_err(failed)?;
    }
    let mut read = Vec::new();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(failed)? {
        let key = values::read(row, 0).map_err(failed)?;
        let owner = (2..2 + columns.owner.len()).map(|index| values::read(row, index));
        read.push(Row {
            key: values::key(key, &columns.table.name, columns.key)?,
            week: values::week(row, 1).map_err(failed)?,
            owner: owner.collect::<rusqlite::Result<_>>().map_err(failed)?,
        });
    }
    Ok(read)
}

pub(super) fn taken(
    connection: &Connection,
    columns: Columns<'_>,
    places: &[Place<'_>],
) -> rusqlite::Result<Vec<bool>> {
    let (key, week) = (quoted(columns.key), quoted(columns.week));
    let owner = (4..).zip(columns.owner);
    let owner = owner.map(|(number, column)| format!("{} = ?{number}", quoted(column)));
    let wanted = [format!("{week} BETWEEN ?2 AND ?3"), format!("{key} <> ?1")];
    let wanted = owner.chain(wanted).collect::<Vec<_>>().join(" AND ");
    let sql = format!("SELECT 1 FROM {} WHERE {wanted}", columns.table.quoted);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut taken = vec![false; places.len()];
    // In about the order of the index, in which a page of it is read but once.
    let mut sorted: Vec<_> = places.iter().zip(&mut taken).collect();
    sorted.sort_by(|(one, _), (other, _)| rank(one).cmp(&rank(other)));
    for (place, taken) in sorted {
        let (first, last) = (place.first.to_text(), place.last.to_text());
        statement.raw_bind_parameter(1, &place.row.key)?;
        statement.raw_bind_parameter(2, first.as_str())?;
        statement.raw_bind_parameter(3, last.as_str())?;
        for (index, value) in (4..).zip(&place.row.owner) {
            statement.raw_bind_parameter(index, value)?;
        }
        *taken = statement.raw_query().next()?.is_some();
    }
    Ok(taken)
}

/// Where the owner of a place about is in an index.
fn rank<'a>(place: &Place<'a>) -> (i64, &'a str) {
    match place.row.owner.first() {
        Some(Value::Integer(number)) => (*number, ""),
        Some(Value::Text(text)) => (0, text),
        _ => (0, ""),
    }
}

pub(super) fn move_weeks(
    connection: &Connection,
    columns: Columns<'_>,
    run: i64,
    sequence: i64,
    moves: &[Move],
) -> rusqlite::Result<u64> {
    let mut change = connection.prepare_cached(&change(columns))?;
    let mut note = connection.prepare_cached(&format!(
        "INSERT INTO semaine_migrate_journal
         (sequence, run, table_number, action, row_key, old_week, new_week)
         VALUES (?1, ?2, {}, 'm', ?3, ?4, ?5)",
        columns.number
    ))?;
    let mut changed = 0;
    for (sequence, Move { key, old, new }) in (sequence..).zip(moves) {
        let (old, new) = (old.to_text(), new.to_text());
        changed += change.execute(params![new.as_str(), key, old.as_str()])? as u64;
        note.execute(params![sequence, run, key, old.as_str(), new.as_str()])?;
    }
    Ok(changed)
}

pub(super) fn undo_moves(
    connection: &Connection,
    columns: Columns<'_>,
    moves: &[Move],
) -> rusqlite::Result<Vec<usize>> {
    let mut change = connection.prepare_cached(&change(columns))?;
    let mut missed = Vec::new();
    for (index, Move { key, old, new }) in moves.iter().enumerate() {
        let (old, new) = (old.to_text(), new.to_text());
        if change.execute(params![old.as_str(), key, new.as_str()])? == 0 {
            missed.push(index);
        }
    }
    Ok(missed)
}

/// Sets a week to `?1` in the row `?2` if it still is `?3`.
fn change(columns: Columns<'_>) -> String {
    let (key, week) = (quoted(columns.key), quoted(columns.week));
    format!(
        "UPDATE {} SET {week} = ?1 WHERE {key} = ?2 AND {week} = ?3",
        columns.table.quoted
    )
}

pub(super) fn children(
    connection: &Connection,
    child: ChildColumns<'_>,
    parents: &[Key],
) -> Result<Vec<ChildRow>> {
    let or_null = |column: Option<&str>| column.map_or_else(|| "NULL".to_owned(), quoted);
    let (key, table) = (quoted(child.key), &child.table.quoted);
    let sql = format!(
        "SELECT {key}, {}, {} FROM {table} WHERE {} = ?1 ORDER BY {key}",
        or_null(child.week),
        or_null(child.day),
        quoted(child.parent),
    );
    let mut statement = connection.prepare_cached(&sql).map_err(failed)?;
    let mut children = Vec::new();
    for (parent, key_of_parent) in parents.iter().enumerate() {
        let mut rows = statement.query([key_of_parent]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let key = values::read(row, 0).map_err(failed)?;
            let week = values::week(row, 1).map_err(failed)?;
            let day = values::read(row, 2).map_err(failed)?;
            children.push(ChildRow {
                parent,
                key: values::key(key, &child.table.name, child.key)?,
                week: child.week.map(|_| week),
                day: child.day.map(|_| day),
            });
        }
    }
    Ok(children)
}
