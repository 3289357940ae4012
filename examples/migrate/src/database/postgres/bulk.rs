//! What a batch does to many rows: one statement with arrays for all, since each takes a way to the server
//! and back.
//!
//! Arrays are of texts, which the server casts to the types of the columns, so that their indices serve.

use postgres::types::ToSql;

use crate::Result;
use crate::database::postgres::Postgres;
use crate::database::postgres::fault::{failed, fault};
use crate::database::postgres::values;
use crate::database::{ChildColumns, ChildRow, Columns, Engine, Move, Place, Row};
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
    let (read, key, kind) = (read.join(", "), &key.quoted, &key.kind);
    let beyond = after.map_or_else(String::new, |_| format!("WHERE t.{key} > $1::{kind}"));
    // A bare name would order by what is read, which may be a text. A limit that the server does not know
    // when it plans could have it sort the whole table.
    let sql = format!(
        "SELECT {read} FROM {} AS t {beyond} ORDER BY t.{key} LIMIT {limit}",
        columns.table.quoted
    );
    let after: Vec<_> = after.map(Value::from).into_iter().collect();
    let mut rows = Vec::new();
    db.rows(&sql, &values::parameters(&after), &mut |row| {
        let owner = (2..row.len()).map(|index| values::read(row, index));
        rows.push(Row {
            key: read_key(row, 0)?,
            week: Week::read(&values::read(row, 1)?),
            owner: owner.collect::<Result<_>>()?,
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
        "$1::text[]".to_owned(),
        "$2::text[]".into(),
        "$3::text[]".into(),
    ];
    let mut names = vec!["key".to_owned(), "first".into(), "last".into()];
    let mut wanted = Vec::new();
    for (number, owner) in columns.owner.iter().enumerate() {
        let owner = columns.table.need(owner)?;
        arrays.push(format!("${}::text[]", number + 4));
        names.push(format!("owner{number}"));
        wanted.push(format!(
            "t.{} = p.owner{number}::{}",
            owner.quoted, owner.kind
        ));
    }
    wanted.push(format!(
        "t.{} BETWEEN p.first::date AND p.last::date",
        week.quoted
    ));
    wanted.push(format!("t.{} <> p.key::{}", key.quoted, key.kind));
    let sql = format!(
        "SELECT EXISTS (SELECT FROM {} AS t WHERE {})
         FROM unnest({}) WITH ORDINALITY AS p ({}, place) ORDER BY p.place",
        columns.table.quoted,
        wanted.join(" AND "),
        arrays.join(", "),
        names.join(", "),
    );
    let keys: Vec<_> = places.iter().map(|place| place.row.key.text()).collect();
    let first: Vec<_> = places.iter().map(|place| place.first.to_string()).collect();
    let last: Vec<_> = places.iter().map(|place| place.last.to_string()).collect();
    let owners: Vec<Vec<_>> = (0..columns.owner.len())
        .map(|column| {
            let value = |place: &Place<'_>| place.row.owner.get(column).and_then(Value::text);
            places.iter().map(value).collect()
        })
        .collect();
    let mut parameters: Vec<&(dyn ToSql + Sync)> = vec![&keys, &first, &last];
    parameters.extend(owners.iter().map(|owner| owner as &(dyn ToSql + Sync)));
    let mut taken = Vec::with_capacity(places.len());
    db.rows(&sql, &parameters, &mut |row| {
        taken.push(get(row, 0)?);
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
         SELECT $4::bigint + place - 1, $5::bigint, {}, 'm', key, was, becomes FROM moved",
        columns.number
    );
    let [keys, old, new] = arrays(moves, |change| (change.old, change.new));
    let statement = db.prepared(&sql)?;
    let parameters: [&(dyn ToSql + Sync); 5] = [&keys, &old, &new, &sequence, &run];
    let changed = db.client.execute(&statement, &parameters);
    changed.map_err(|error| db.note(&error))
}

pub(super) fn undo_moves(
    db: &mut Postgres,
    columns: Columns<'_>,
    moves: &[Move],
) -> Result<Vec<usize>> {
    let sql = change(columns, "RETURNING m.place")?;
    let [keys, old, new] = arrays(moves, |change| (change.new, change.old));
    let mut missed = vec![true; moves.len()];
    db.rows(&sql, &[&keys, &old, &new], &mut |row| {
        let place: i64 = get(row, 0)?;
        let place = usize::try_from(place - 1).ok();
        if let Some(missed) = place.and_then(|place| missed.get_mut(place)) {
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
         FROM (SELECT place, key, was::date, becomes::date
               FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY
                    AS given (key, was, becomes, place)) AS m
         WHERE t.{} = m.key::{} AND t.{week} = m.was {returning}",
        columns.table.quoted,
        key.quoted,
        key.kind,
        week = week.quoted,
    ))
}

/// Keys, weeks as they have to be, and weeks as they become.
fn arrays(
    moves: &[Move],
    weeks: impl Fn(&Move) -> (semaine::Date, semaine::Date),
) -> [Vec<String>; 3] {
    [
        moves.iter().map(|change| change.key.text()).collect(),
        moves
            .iter()
            .map(|change| weeks(change).0.to_string())
            .collect(),
        moves
            .iter()
            .map(|change| weeks(change).1.to_string())
            .collect(),
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
         FROM unnest($1::text[]) WITH ORDINALITY AS p (key, place)
         CROSS JOIN LATERAL (
            SELECT {} AS key, {} AS week, {} AS day, {} AS rank FROM {}
            WHERE {} = p.key::{}
         ) AS c ORDER BY p.place, c.rank",
        key.read(Engine::Postgres),
        read(child.week)?,
        read(child.day)?,
        key.quoted,
        child.table.quoted,
        parent.quoted,
        parent.kind,
    );
    let keys: Vec<_> = parents.iter().map(Key::text).collect();
    let mut children = Vec::new();
    db.rows(&sql, &[&keys], &mut |row| {
        let place: i64 = get(row, 0)?;
        let (week, day) = (values::read(row, 2)?, values::read(row, 3)?);
        children.push(ChildRow {
            // Ordinals begin with 1.
            parent: usize::try_from(place - 1).unwrap_or(usize::MAX),
            key: read_key(row, 1)?,
            week: child.week.map(|_| Week::read(&week)),
            day: child.day.map(|_| day),
        });
        Ok(())
    })?;
    Ok(children)
}

fn get<'a, T: postgres::types::FromSql<'a>>(row: &'a postgres::Row, index: usize) -> Result<T> {
    row.try_get(index).map_err(|error| failed(&error, false))
}

fn read_key(row: &postgres::Row, index: usize) -> Result<Key> {
    match values::read(row, index)? {
        Value::Integer(number) => Ok(Key::Integer(number)),
        Value::Text(text) => Ok(Key::Text(text)),
        other => {
            let why = format!("a key has to be an integer or have a text, and is {other:?}");
            Err(fault(FaultKind::Other, why))
        }
    }
}
