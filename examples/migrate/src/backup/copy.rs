//! The file with the rows.

use std::path::Path;

use crate::backup::digest::{self, Digest, Sum};
use crate::backup::manifest::Manifest;
use crate::database::postgres::script::Script;
use crate::database::sqlite::Sqlite;
use crate::database::{Database as _, Engine};
use crate::{Error, Result};

/// What it is called.
pub(super) const fn file_name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "database.sqlite",
        Engine::Postgres => "tables.sql",
    }
}

/// Reads a copy again: the digests of its tables in the order of the manifest.
pub(super) fn digests(manifest: &Manifest, path: &Path) -> Result<Vec<Digest>> {
    match manifest.engine {
        Engine::Sqlite => of_sqlite(manifest, path),
        Engine::Postgres => of_postgres(manifest, path),
    }
}

fn of_sqlite(manifest: &Manifest, path: &Path) -> Result<Vec<Digest>> {
    let mut copy = Sqlite::open_copy(path)?;
    if let Some(problems) = copy.integrity()?
        && !problems.is_empty()
    {
        return Err(Error::Backup(format!(
            "the copy of the backup {} is a damaged database: {}",
            manifest.name,
            problems.join("; ")
        )));
    }
    let names: Vec<_> = manifest.tables.iter().map(|table| &*table.name).collect();
    let schema = copy.schema(&names)?;
    manifest
        .tables
        .iter()
        .map(|table| match schema.tables.get(&table.name) {
            Some(found) => digest::table(&mut copy, found, &table.key),
            None => Err(Error::Backup(format!(
                "the copy of the backup {} has no table {}",
                manifest.name, table.name
            ))),
        })
        .collect()
}

fn of_postgres(manifest: &Manifest, path: &Path) -> Result<Vec<Digest>> {
    let mut script = Script::open(path)?;
    manifest
        .tables
        .iter()
        .map(|table| {
            let columns = table.columns.iter();
            let (names, kinds): (Vec<_>, Vec<_>) =
                columns.map(|column| (&*column.name, &*column.kind)).unzip();
            let mut sum = Sum::new(&names);
            script.next_table()?;
            while let Some(values) = script.next_values(&kinds)? {
                sum.add(&values);
            }
            Ok(sum.finish())
        })
        .collect()
}
