//! Makes backups.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::backup::digest::{self, Digest};
use crate::backup::manifest::{Column, FILE, Manifest, Table};
use crate::backup::{copy, files, name, schema_hash, verify};
use crate::database::schema::{self, Schema};
use crate::database::{Access, Database, Engine};
use crate::error::FaultKind;
use crate::failpoint;
use crate::plan::Plan;
use crate::value::Value;
use crate::{Error, Result};

/// Copies the tables of the plan into a new backup in the folder `backups`, which is made where it is
/// missing. Everything is of one state of the database, and others may go on to read and, but for SQLite
/// without its write-ahead log, to write.
///
/// The copy is read again, and its content compared with that of the database, before the backup gets its
/// name. An error leaves nothing behind.
///
/// # Errors
///
/// `Usage` for a table of the plan that the database does not have, `Backup` if the copy differs from the
/// database or cannot be written, and what the database says.
pub fn create(database: &mut dyn Database, plan: &Plan, backups: &Path) -> Result<Manifest> {
    let now = Timestamp::now();
    fs::create_dir_all(backups).map_err(files::failed("make the folder", backups))?;
    let (name, partial) = begin(backups, now)?;
    let made = write(database, plan, &partial, &name, now).and_then(|manifest| {
        failpoint::reach("backup-written")?;
        if verify::folder(&partial, &name)? != manifest {
            return Err(Error::Backup(format!(
                "the manifest of {name} is not as it was written; look at the disk"
            )));
        }
        failpoint::reach("backup-verified")?;
        files::rename(&partial, &backups.join(&name))?;
        failpoint::reach("backup-renamed")?;
        Ok(manifest)
    });
    if made.is_err() {
        // What cannot be removed either is listed as unfinished.
        let _ = fs::remove_dir_all(&partial);
    }
    made.map_err(|error| match error {
        Error::Io { .. } => unwritten(&error),
        Error::Database { ref fault, .. } if fault.kind == FaultKind::Full => unwritten(&error),
        other => other,
    })
}

fn unwritten(error: &Error) -> Error {
    Error::Backup(format!(
        "the backup cannot be written: {error}; nothing was changed, so make room or choose another \
         folder with --backups"
    ))
}

/// Makes sure that the backup `name` is undamaged and holds what the plan's tables have now.
///
/// # Errors
///
/// As [`verify()`], `Backup` if it is of another database or plan or if a table has changed
/// since, and what the database says.
pub fn require(
    database: &mut dyn Database,
    plan: &Plan,
    backups: &Path,
    name: &str,
) -> Result<Manifest> {
    let manifest = verify(backups, name)?;
    let other = |what: &str| {
        Err(Error::Backup(format!(
            "the backup {name} is of another {what}; make a new one"
        )))
    };
    if manifest.engine != database.engine() || manifest.database != identity(database)? {
        return other("database");
    }
    if manifest.plan_hash != plan.hash() {
        return other("plan");
    }
    let now = in_one_state(database, |database| digest::tables(database, plan))?;
    let then: Vec<_> = manifest.tables.iter().map(Table::digest).collect();
    if now != then {
        return Err(Error::Backup(format!(
            "the tables are no longer as in the backup {name}; make a new one"
        )));
    }
    Ok(manifest)
}

/// What tells one database from another.
pub(super) fn identity(database: &mut dyn Database) -> Result<String> {
    let sql = match database.engine() {
        Engine::Sqlite => "SELECT file FROM pragma_database_list WHERE name = 'main'",
        Engine::Postgres => {
            "SELECT datname || ' (' || oid || ')' FROM pg_database WHERE datname = current_database()"
        }
    };
    match database.query(sql, &[])?.into_iter().flatten().next() {
        Some(Value::Text(text)) => Ok(text),
        _ => Ok(String::new()),
    }
}

/// Reads in a transaction.
pub(super) fn in_one_state<T>(
    database: &mut dyn Database,
    read: impl FnOnce(&mut dyn Database) -> Result<T>,
) -> Result<T> {
    database.begin(Access::Read)?;
    let answer = read(database);
    database.rollback();
    answer
}

/// The plan's tables that the database has, with their keys, in the order of the plan.
pub(super) fn tables<'a>(
    plan: &'a Plan,
    schema: &'a Schema,
) -> Result<Vec<(&'a schema::Table, &'a str)>> {
    let numbered = plan.numbered();
    let has = |number: usize| {
        let table = numbered.get(number).map(|(_, _, table)| &table.name);
        table.is_some_and(|name| schema.tables.contains_key(name))
    };
    let mut tables = Vec::new();
    for (_, parent, planned) in &numbered {
        match schema.tables.get(&planned.name) {
            Some(table) => tables.push((table, &*planned.key)),
            // Children of a missing table are not needed either.
            None if planned.optional || parent.is_some_and(|parent| !has(parent)) => {}
            None => {
                return Err(Error::Usage(format!(
                    "the database has no table {}, which the plan names",
                    planned.name
                )));
            }
        }
    }
    Ok(tables)
}

/// Reads the definitions of the plan's tables.
pub(super) fn schema(database: &mut dyn Database, plan: &Plan) -> Result<Schema> {
    let numbered = plan.numbered();
    let names: Vec<_> = numbered.iter().map(|(_, _, table)| &*table.name).collect();
    database.schema(&names)
}

/// Makes a folder that no other process has made.
fn begin(backups: &Path, now: Timestamp) -> Result<(String, PathBuf)> {
    let mut number = 1;
    loop {
        let name = name::of(now, number);
        let partial = name::partial(backups, &name);
        match fs::create_dir(&partial) {
            Ok(()) if !backups.join(&name).exists() => return Ok((name, partial)),
            Ok(()) => fs::remove_dir(&partial).map_err(files::failed("remove", &partial))?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(files::failed("make the folder", &partial)(error)),
        }
        number += 1;
    }
}

fn write(
    database: &mut dyn Database,
    plan: &Plan,
    folder: &Path,
    name: &str,
    now: Timestamp,
) -> Result<Manifest> {
    failpoint::reach("backup-begun")?;
    let file = copy::file_name(database.engine());
    let path = folder.join(file);
    let facts = database.facts()?;
    let database_identity = identity(database)?;
    let (entries, schema_hash) = in_one_state(database, |database| {
        let schema = schema(database, plan)?;
        let tables = tables(plan, &schema)?;
        let mut entries = Vec::new();
        for (table, key) in &tables {
            entries.push(Table::new(table, key, digest::table(database, table, key)?));
        }
        database.save(&tables, &path)?;
        let hash = schema_hash::of(tables.iter().map(|(table, _)| *table));
        Ok((entries, hash))
    })?;
    files::sync(&path)?;
    let (length, sha256) = files::sum(&path)?;
    let manifest = Manifest {
        version: 1,
        name: name.to_owned(),
        created: now.to_string(),
        tool: env!("CARGO_PKG_VERSION").to_owned(),
        engine: facts.engine,
        engine_version: facts.version,
        database: database_identity,
        plan: plan.toml(),
        plan_hash: plan.hash(),
        schema_hash,
        file: file.to_owned(),
        length,
        sha256,
        tables: entries,
        manifest_sha256: String::new(),
    }
    .sealed()?;
    files::write_new(&folder.join(FILE), &manifest.text()?)?;
    files::sync(folder)?;
    Ok(manifest)
}

impl Table {
    fn new(table: &schema::Table, key: &str, digest: Digest) -> Self {
        let columns = table.columns.iter().filter(|column| !column.generated);
        Self {
            name: table.name.clone(),
            key: key.to_owned(),
            columns: columns
                .map(|column| Column {
                    name: column.name.clone(),
                    kind: column.kind.clone(),
                })
                .collect(),
            rows: digest.rows,
            sha256: digest.sha256,
        }
    }

    /// The table's name and the digest of its content.
    pub(super) fn digest(&self) -> (String, Digest) {
        let digest = Digest {
            rows: self.rows,
            sha256: self.sha256.clone(),
        };
        (self.name.clone(), digest)
    }
}
