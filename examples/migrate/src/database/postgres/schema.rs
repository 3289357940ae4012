//! What PostgreSQL's catalogue says of tables.

use crate::database::Database;
use crate::database::postgres::Postgres;
use crate::database::postgres::fault::unexpected;
use crate::database::schema::{Column, ForeignKey, Index, Schema, Table, quoted};
use crate::value::Value;
use crate::{Error, Result};

/// A table that was asked for, in the catalogue.
struct Found {
    name: String,
    id: Value,
    quoted: String,
    rows_guessed: Option<u64>,
}

/// Reads the tables of those names that exist: `name` on the search path, or `schema.name`.
pub(super) fn read(db: &mut Postgres, names: &[&str]) -> Result<Schema> {
    let mut all = Vec::new();
    for &name in names {
        all.extend(find(db, name)?);
    }
    let mut schema = Schema::default();
    for found in &all {
        let (indices, primary_key) = indices(db, found)?;
        let table = Table {
            name: found.name.clone(),
            quoted: found.quoted.clone(),
            columns: columns(db, found)?,
            primary_key,
            indices,
            referenced_by: referenced_by(db, found, &all)?,
            triggers: triggers(db, found)?,
            rows_guessed: found.rows_guessed,
            reuses_keys: false,
        };
        schema.tables.insert(found.name.clone(), table);
    }
    Ok(schema)
}

/// The names of all ordinary tables but PostgreSQL's own and those of the migration.
pub(super) fn tables(db: &mut Postgres) -> Result<Vec<String>> {
    let rows = db.query(
        "SELECT CASE WHEN pg_table_is_visible(c.oid) THEN c.relname::text
                     ELSE n.nspname || '.' || c.relname END
         FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
         WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
         AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
         AND c.relname NOT LIKE 'semaine\\_migrate\\_%'",
        &[],
    )?;
    let names = rows.into_iter().map(|row| text(row.into_iter().next()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

fn find(db: &mut Postgres, name: &str) -> Result<Option<Found>> {
    let rows = db.query(
        "SELECT c.oid, n.nspname, c.relname, c.reltuples::bigint,
            c.relkind = 'r' AND EXISTS (SELECT FROM pg_inherits WHERE inhparent = c.oid)
         FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
         WHERE c.relkind IN ('r', 'p')
         AND (c.relname = $1::text AND pg_table_is_visible(c.oid)
              OR n.nspname || '.' || c.relname = $1::text)
         ORDER BY pg_table_is_visible(c.oid) DESC LIMIT 1",
        &[Value::Text(name.to_owned())],
    )?;
    let Some(row) = rows.into_iter().next() else {
        return Ok(None);
    };
    let [id, schema, table, guess, inherited] = fields(row)?;
    if truth(&inherited) {
        // Its rows are partly theirs, and a backup would put all of them into the table itself.
        return Err(Error::PreCheck(format!(
            "tables inherit from {name}, which is not supported; partitions are"
        )));
    }
    let quoted = format!(
        "{}.{}",
        quoted(&text(Some(schema))?),
        quoted(&text(Some(table))?)
    );
    let rows_guessed = match guess {
        // Nobody has looked yet.
        Value::Integer(-1) => count(db, &quoted)?,
        Value::Integer(guess) => u64::try_from(guess).ok(),
        _ => None,
    };
    Ok(Some(Found {
        name: name.to_owned(),
        id,
        quoted,
        rows_guessed,
    }))
}

fn count(db: &mut Postgres, table: &str) -> Result<Option<u64>> {
    let rows = db.query(&format!("SELECT count(*) FROM {table}"), &[])?;
    Ok(match rows.into_iter().flatten().next() {
        Some(Value::Integer(rows)) => u64::try_from(rows).ok(),
        _ => None,
    })
}

fn columns(db: &mut Postgres, table: &Found) -> Result<Vec<Column>> {
    let rows = db.query(
        "SELECT attname, format_type(atttypid, atttypmod), attnotnull, attgenerated <> ''
         FROM pg_attribute WHERE attrelid = $1::oid AND attnum > 0 AND NOT attisdropped
         ORDER BY attnum",
        std::slice::from_ref(&table.id),
    )?;
    let column = |row| {
        let [name, kind, not_null, generated] = fields(row)?;
        let name = text(Some(name))?;
        Ok(Column {
            quoted: quoted(&name),
            name,
            kind: text(Some(kind))?,
            not_null: truth(&not_null),
            generated: truth(&generated),
        })
    };
    rows.into_iter().map(column).collect()
}

/// The indices, and the columns of the primary key.
fn indices(db: &mut Postgres, table: &Found) -> Result<(Vec<Index>, Vec<String>)> {
    // A column of an index that is an expression has no attribute of the table.
    // Servers before version 15 do not know NULLS NOT DISTINCT.
    let rows = db.query(
        "SELECT c.relname, i.indisunique, i.indpred IS NOT NULL, i.indisprimary, a.attname,
            coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)
         FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
         CROSS JOIN LATERAL generate_series(0, i.indnkeyatts - 1) AS place
         LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[place]
            AND a.attnum <> 0
         WHERE i.indrelid = $1::oid AND (i.indisvalid OR i.indisunique)
         ORDER BY c.relname, place",
        std::slice::from_ref(&table.id),
    )?;
    let mut indices: Vec<Index> = Vec::new();
    let mut primary_key = Vec::new();
    for row in rows {
        let [name, unique, partial, primary, column, nulls_equal] = fields(row)?;
        let name = text(Some(name))?;
        let column = match column {
            Value::Text(column) => column,
            _ => String::new(),
        };
        if truth(&primary) {
            primary_key.push(column.clone());
        }
        match indices.last_mut() {
            Some(last) if last.name == name => last.columns.push(column),
            _ => indices.push(Index {
                name,
                columns: vec![column],
                unique: truth(&unique),
                partial: truth(&partial),
                nulls_equal: truth(&nulls_equal),
            }),
        }
    }
    indices.retain(|index| {
        let whole = !index.partial && index.columns.iter().all(|column| !column.is_empty());
        index.unique || whole
    });
    Ok((indices, primary_key))
}

fn referenced_by(db: &mut Postgres, table: &Found, all: &[Found]) -> Result<Vec<ForeignKey>> {
    let rows = db.query(
        "SELECT k.oid, k.conrelid, k.conrelid::regclass::text, a.attname
         FROM pg_constraint AS k
         CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS part (attnum, place)
         JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = part.attnum
         WHERE k.contype = 'f' AND k.confrelid = $1::oid AND k.conparentid = 0
         ORDER BY 3, 1, part.place",
        std::slice::from_ref(&table.id),
    )?;
    let mut keys: Vec<(Value, ForeignKey)> = Vec::new();
    for row in rows {
        let [id, referring, name, column] = fields(row)?;
        let column = text(Some(column))?;
        match keys.last_mut() {
            Some((last, key)) if *last == id => key.columns.push(column),
            _ => {
                // Callers compare it with the names for which they asked.
                let asked = all.iter().find(|found| found.id == referring);
                let table = match asked {
                    Some(found) => found.name.clone(),
                    None => text(Some(name))?,
                };
                let columns = vec![column];
                keys.push((id, ForeignKey { table, columns }));
            }
        }
    }
    Ok(keys.into_iter().map(|(_, key)| key).collect())
}

fn triggers(db: &mut Postgres, table: &Found) -> Result<Vec<String>> {
    let rows = db.query(
        "SELECT tgname FROM pg_trigger WHERE tgrelid = $1::oid AND NOT tgisinternal
         AND tgname NOT LIKE 'semaine\\_migrate\\_%' ORDER BY tgname",
        std::slice::from_ref(&table.id),
    )?;
    rows.into_iter()
        .map(|row| text(row.into_iter().next()))
        .collect()
}

fn fields<const WIDTH: usize>(row: Vec<Value>) -> Result<[Value; WIDTH]> {
    row.try_into().map_err(|_| unexpected())
}

fn text(value: Option<Value>) -> Result<String> {
    match value {
        Some(Value::Text(text)) => Ok(text),
        _ => Err(unexpected()),
    }
}

fn truth(value: &Value) -> bool {
    *value == Value::Integer(1)
}
