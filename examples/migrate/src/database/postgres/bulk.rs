//! What a batch does to many rows: one statement with arrays for all, since each takes a way to the server
//! and back.
//!
//! Arrays are of the types of the columns, so that their indices serve and each value is read but once.

use semaine::Date;

use crate::Result;
use crate::database::postgres::fault::{fault, unexpected};
use crate::database::postgres::{Postgres, values};
use crate::database::{ChildColumns, ChildRow, Columns, Database, Engine, Move, Place, Row};
use crate::error::FaultKind;
use crate::value::{Key, Value};
use crate::week::Week;

pub(super) fn batch(
    db: &mut Postgres,
    columns: Columns<'_>,
    after: Option<&Key>,
    limit: u32,
) -> Result<Vec<Row>> {
    let key = columns.table.need(columns.key)?;
    let mut read = vec![
        key.read(Engine::Postgres),
        columns.table.need(columns.week)?.read(Engine::Postgres),
    ];
    for owner in columns.owner {
        read.push(columns.table.need(owner)?.read(Engine::Postgres));
    }
    let (read, key, kind) = (read.join(", "), &key.quoted, key.cast());
    let beyond = after.map_or_else(String::new, |_| format!("WHERE t.{key} > $1::{kind}"));
    // A bare name would order by what is read, which may be a text. A limit that the server does not know
    // when it plans could have it sort the whole table.
    let sql = format!(
        "SELECT {read} FROM {} AS t {beyond} ORDER BY t.{key} LIMIT {limit}",
        columns.table.quoted
    );
    let after: Vec<_> = after.map(Value::from).into_iter().collect();
    let mut rows = Vec::new();
    db.stream(&sql, &after, &mut |row| {
        let [key, week, owner @ ..] = row else {
            return Err(unexpected());
        };
        rows.push(Row {
            key: read_key(key)?,
            week: Week::read(week),
            owner: owner.to_vec(),
        });
        Ok(())
    })?;
    Ok(rows)
}

pub(super) fn taken(
    db: &mut Postgres,
    columns: Columns<'_>,
    places: &[Place<'_>],
) -> Result<Vec<bool>> {
    let (key, week) = (
        columns.table.need(columns.key)?,
        columns.table.need(columns.week)?,
    );
    let mut arrays = vec![
        format!("$1::{}[]", key.cast()),
        "$2::date[]".into(),
        "$3::date[]".into(),
    ];
    let mut names = vec!["key".to_owned(), "first".into(), "last".into()];
    let mut wanted = Vec::new();
    for (number, owner) in columns.owner.iter().enumerate() {
        let owner = columns.table.need(owner)?;
        arrays.push(format!("${}::{}[]", number + 4, owner.cast()));
        names.push(format!("owner{number}"));
        wanted.push(format!("t.{} = p.owner{number}", owner.quoted));
    }
    wanted.push(format!("t.{} BETWEEN p.first AND p.last", week.quoted));
    wanted.push(format!("t.{} <> p.key", key.quoted));
    let sql = format!(
        "SELECT EXISTS (SELECT FROM {} AS t WHERE {})
         FROM unnest({}) WITH ORDINALITY AS p ({}, place) ORDER BY p.place",
        columns.table.quoted,
        wanted.join(" AND "),
        arrays.join(", "),
        names.join(", "),
    );
    let mut values = vec![
        values::array(places.iter().map(|place| Value::from(&place.row.key))),
        values::array(places.iter().map(|place| text(place.first))),
        values::array(places.iter().map(|place| text(place.last))),
    ];
    for column in 0..columns.owner.len() {
        let value = |place: &Place<'_>| place.row.owner.get(column).cloned();
        let value = |place| value(place).unwrap_or(Value::Null);
        values.push(values::array(places.iter().map(value)));
    }
    let mut taken = Vec::with_capacity(places.len());
    db.stream(&sql, &values, &mut |row| {
        taken.push(row == [Value::Integer(1)]);
        Ok(())
    })?;
    Ok(taken)
}

pub(super) fn move_weeks(
    db: &mut Postgres,
    columns: Columns<'_>,
    run: i64,
    sequence: i64,
    moves: &[Move],
) -> Result<u64> {
    let change = change(columns, "RETURNING m.place, m.key, m.was, m.becomes")?;
    let sql = format!(
        "WITH moved AS ({change})
         INSERT INTO semaine_migrate_journal
            (sequence, run, table_number, action, row_key, old_week, new_week)
         SELECT $4::bigint + place - 1, $5::bigint, {}, 'm', key::text, was, becomes FROM moved",
        columns.number
    );
    let mut values = arrays(moves, |change| (change.old, change.new));
    values.extend([Value::Integer(sequence), Value::Integer(run)]);
    db.execute(&sql, &values)
}

pub(super) fn undo_moves(
    db: &mut Postgres,
    columns: Columns<'_>,
    moves: &[Move],
) -> Result<Vec<usize>> {
    let sql = change(columns, "RETURNING m.place")?;
    let values = arrays(moves, |change| (change.new, change.old));
    let mut missed = vec![true; moves.len()];
    db.stream(&sql, &values, &mut |row| {
        if let Some(missed) = place(row).and_then(|place| missed.get_mut(place)) {
            *missed = false;
        }
        Ok(())
    })?;
    let missed = missed.into_iter().enumerate();
    Ok(missed
        .filter_map(|(index, missed)| missed.then_some(index))
        .collect())
}

/// Sets weeks to `$3` in the rows `$1` that still have `$2`.
fn change(columns: Columns<'_>, returning: &str) -> Result<String> {
    let (key, week) = (
        columns.table.need(columns.key)?,
        columns.table.need(columns.week)?,
    );
    Ok(format!(
        "UPDATE {} AS t SET {week} = m.becomes
         FROM unnest($1::{kind}[], $2::date[], $3::date[]) WITH ORDINALITY
            AS m (key, was, becomes, place)
         WHERE t.{} = m.key AND t.{week} = m.was {returning}",
        columns.table.quoted,
        key.quoted,
        kind = key.cast(),
        week = week.quoted,
    ))
}

/// Keys, weeks as they have to be, and weeks as they become.
fn arrays(moves: &[Move], weeks: impl Fn(&Move) -> (Date, Date)) -> Vec<Value> {
    vec![
        values::array(moves.iter().map(|change| Value::from(&change.key))),
        values::array(moves.iter().map(|change| text(weeks(change).0))),
        values::array(moves.iter().map(|change| text(weeks(change).1))),
    ]
}

pub(super) fn children(
    db: &mut Postgres,
    child: ChildColumns<'_>,
    parents: &[Key],
) -> Result<Vec<ChildRow>> {
    let (key, parent) = (
        child.table.need(child.key)?,
        child.table.need(child.parent)?,
    );
    let read = |column: Option<&str>| match column {
        Some(column) => Ok(child.table.need(column)?.read(Engine::Postgres)),
        None => Ok("NULL::text".to_owned()),
    };
    // Within, a bare name is one of the table's.
    let sql = format!(
        "SELECT p.place, c.key, c.week, c.day
         FROM unnest($1::{}[]) WITH ORDINALITY AS p (key, place)
         CROSS JOIN LATERAL (
            SELECT {} AS key, {} AS week, {} AS day, {} AS rank FROM {}
            WHERE {} = p.key
         ) AS c ORDER BY p.place, c.rank",
        parent.cast(),
        key.read(Engine::Postgres),
        read(child.week)?,
        read(child.day)?,
        key.quoted,
        child.table.quoted,
        parent.quoted,
    );
    let keys = values::array(parents.iter().map(Value::from));
    let mut children = Vec::new();
    db.stream(&sql, &[keys], &mut |row| {
        let [_, key, week, day] = row else {
            return Err(unexpected());
        };
        children.push(ChildRow {
            parent: place(row).ok_or_else(unexpected)?,
            key: read_key(key)?,
            week: child.week.map(|_| Week::read(week)),
            day: child.day.map(|_| day.clone()),
        });
        Ok(())
    })?;
    Ok(children)
}

fn text(date: Date) -> Value {
    Value::Text(date.to_string())
}

/// The index into an array of what a row is about: ordinals begin with 1.
fn place(row: &[Value]) -> Option<usize> {
    match row.first() {
        Some(Value::Integer(place)) => usize::try_from(place - 1).ok(),
        _ => None,
    }
}

fn read_key(value: &Value) -> Result<Key> {
    match value {
        Value::Integer(number) => Ok(Key::Integer(*number)),
        Value::Text(text) => Ok(Key::Text(text.clone())),
        other => {
            let why = format!("a key has to be an integer or have a text, and is {other:?}");
            Err(fault(FaultKind::Other, why))
        }
    }
}
