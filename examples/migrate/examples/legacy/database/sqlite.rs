//! Into SQLite, by prepared statements.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Result, params};

use super::rows::Week;
use super::{Made, Options, schema};

/// Makes the tables and rows in a new file.
pub(crate) fn fill(path: &Path, options: &Options) -> Result<Made> {
    let mut connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )?;
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF")?;
    connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(schema::SQLITE)?;
    let mut made = Made::default();
    {
        let mut user = transaction.prepare("INSERT INTO users VALUES (?, ?)")?;
        for id in 1..=options.users() {
            made.users += user.execute(params![whole(id), format!("User {id}")])? as u64;
        }
        let mut plan = transaction.prepare("INSERT INTO meal_plans VALUES (?, ?, ?, ?, 1)")?;
        for row in options.plans() {
            let values = params![whole(row.id), whole(row.user), week(row.week), row.meals()];
            made.plans += plan.execute(values)? as u64;
        }
        let mut list =
            transaction.prepare("INSERT INTO shopping_lists VALUES (?, ?, ?, ?, ?, ?)")?;
        let mut entry =
            transaction.prepare("INSERT INTO shopping_list_history VALUES (NULL, ?, ?, ?, ?)")?;
        for row in options.shopping_lists() {
            let (id, week, at) = (whole(row.id), week(row.week), row.generated_at());
            let values = params![
                id,
                whole(row.plan),
                whole(row.user),
                week,
                whole(at),
                row.items()
            ];
            made.lists += list.execute(values)? as u64;
            for number in 0..row.entries() {
                let values = params![id, week, whole(at + number), row.items()];
                made.entries += entry.execute(values)? as u64;
            }
        }
    }
    transaction.execute_batch(schema::INDICES)?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(made)
}

/// SQLite has no unsigned numbers.
fn whole(number: u64) -> i64 {
    number.cast_signed()
}

fn week(week: Week) -> Value {
    let number = match week {
        Week::Null => return Value::Null,
        Week::Date(date) => return Value::Text(date.to_string()),
        Week::Bad(number) => number,
    };
    Value::Text(match number % 5 {
        0 => format!("{:04}-02-30", 1000 + number % 9000),
        1 => format!("{}", 20_000_000 + number),
        2 => format!("2024-01-15 {number}"),
        3 => format!("{}-01-01", 10_000 + number),
        _ => format!("week {number}"),
    })
}
