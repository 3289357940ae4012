//! What SQLite's catalogue says of tables.

use rusqlite::{Connection, Result};

use crate::database::schema::{Column, ForeignKey, Index, Schema, Table, quoted};

/// Reads the tables of those names that exist.
pub(super) fn read(connection: &Connection, names: &[&str]) -> Result<Schema> {
    let mut schema = Schema::default();
    for &name in names {
        let found = connection
            .prepare_cached("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1")?
            .exists([name])?;
        if found {
            schema
                .tables
                .insert(name.to_owned(), table(connection, name)?);
        }
    }
    Ok(schema)
}

/// The names of all ordinary tables but SQLite's own and those of the migration.
pub(super) fn tables(connection: &Connection) -> Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
             AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'semaine\\_migrate\\_%' ESCAPE '\\'
             ORDER BY name",
        )?
        .query_map([], |row| row.get(0))?
        .collect()
}

fn table(connection: &Connection, name: &str) -> Result<Table> {
    let (columns, primary_key) = columns(connection, name)?;
    let indices = indices(connection, name, &primary_key)?;
    Ok(Table {
        name: name.to_owned(),
        quoted: quoted(name),
        reuses_keys: reuses_keys(connection, name, &primary_key)?,
        columns,
        primary_key,
        indices,
        referenced_by: referenced_by(connection, name)?,
        triggers: triggers(connection, name)?,
        rows_guessed: rows(connection, name)?,
    })
}

/// The columns, and the names of those of the primary key in its order.
fn columns(connection: &Connection, table: &str) -> Result<(Vec<Column>, Vec<String>)> {
    let mut columns = Vec::new();
    let mut primary_key = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT name, type, \"notnull\", hidden, pk FROM pragma_table_xinfo(?1) ORDER BY cid",
    )?;
    let mut rows = statement.query([table])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let place: u32 = row.get(4)?;
        if place > 0 {
            primary_key.push((place, name.clone()));
        }
        columns.push(Column {
            quoted: quoted(&name),
            name,
            kind: row.get(1)?,
            not_null: row.get(2)?,
            generated: row.get::<_, u32>(3)? > 1,
        });
    }
    primary_key.sort();
    let primary_key = primary_key.into_iter().map(|(_, name)| name).collect();
    Ok((columns, primary_key))
}

fn indices(connection: &Connection, table: &str, primary_key: &[String]) -> Result<Vec<Index>> {
    let mut indices = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT name, \"unique\", partial, origin = 'pk' FROM pragma_index_list(?1) ORDER BY name",
    )?;
    let mut rows = statement.query([table])?;
    let mut of_primary_key = false;
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let columns = connection
            .prepare_cached("SELECT name FROM pragma_index_info(?1) ORDER BY seqno")?
            .query_map([&name], |row| row.get::<_, Option<String>>(0))?
            .map(|column| column.map(Option::unwrap_or_default))
            .collect::<Result<Vec<_>>>()?;
        let index = Index {
            name,
            unique: row.get(1)?,
            partial: row.get(2)?,
            nulls_equal: false,
            columns,
        };
        of_primary_key |= row.get::<_, bool>(3)?;
        let whole = !index.partial && index.columns.iter().all(|column| !column.is_empty());
        if index.unique || whole {
            indices.push(index);
        }
    }
    // The number of the row itself needs no index.
    if !of_primary_key && !primary_key.is_empty() {
        indices.push(Index {
            name: "INTEGER PRIMARY KEY".to_owned(),
            columns: primary_key.to_vec(),
            unique: true,
            partial: false,
            nulls_equal: false,
        });
    }
    Ok(indices)
}

fn referenced_by(connection: &Connection, table: &str) -> Result<Vec<ForeignKey>> {
    let mut keys: Vec<((String, u32), ForeignKey)> = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT referring.name, key.id, key.\"from\"
         FROM sqlite_schema AS referring, pragma_foreign_key_list(referring.name) AS key
         WHERE referring.type = 'table' AND key.\"table\" = ?1 COLLATE NOCASE
         ORDER BY referring.name, key.id, key.seq",
    )?;
    let mut rows = statement.query([table])?;
    while let Some(row) = rows.next()? {
        let (name, number): (String, u32) = (row.get(0)?, row.get(1)?);
        let of = (name.clone(), number);
        match keys.last_mut() {
            Some((last, key)) if *last == of => key.columns.push(row.get(2)?),
            _ => keys.push((
                of,
                ForeignKey {
                    table: name,
                    columns: vec![row.get(2)?],
                },
            )),
        }
    }
    Ok(keys.into_iter().map(|(_, key)| key).collect())
}

fn triggers(connection: &Connection, table: &str) -> Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1 COLLATE NOCASE
             AND name NOT LIKE 'semaine\\_migrate\\_%' ESCAPE '\\' ORDER BY name",
        )?
        .query_map([table], |row| row.get(0))?
        .collect()
}

/// Counted: SQLite has statistics only where somebody asked for them, and they are of that time.
fn rows(connection: &Connection, table: &str) -> Result<Option<u64>> {
    let sql = format!("SELECT count(*) FROM {}", quoted(table));
    let rows: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
    Ok(u64::try_from(rows).ok())
}

fn reuses_keys(connection: &Connection, table: &str, primary_key: &[String]) -> Result<bool> {
    let [column] = primary_key else {
        return Ok(false);
    };
    let (kind, _, _, _, rising) = connection.column_metadata(Some("main"), table, column)?;
    let numbered = kind.is_some_and(|kind| kind.to_bytes().eq_ignore_ascii_case(b"INTEGER"));
    Ok(numbered && !rising)
}
