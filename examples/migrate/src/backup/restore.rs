//! Puts the tables of a backup back.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::backup::create::{self, create, in_one_state, tables};
use crate::backup::digest::{self, Digest};
use crate::backup::manifest::{Manifest, Table};
use crate::backup::{copy, files, name, schema_hash, verify};
use crate::database::schema::Schema;
use crate::database::{Database, Stage};
use crate::failpoint;
use crate::plan::{self, Plan};
use crate::run::restored::restored;
use crate::{Error, Result};

/// How a restoration goes about its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Whether a backup of what is replaced is made first.
    pub keep_replaced: bool,
}

/// A restoration that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Restored {
    /// The name of the backup.
    pub backup: String,
    /// When the backup was begun, as RFC 3339.
    pub created: String,
    /// Whether the backup is of another database than this one.
    pub of_another_database: bool,
    /// The backup of what was replaced.
    pub replaced: Option<String>,
    /// The tables.
    pub tables: Vec<TableRestored>,
    /// The file with this report, beside the backups.
    pub summary: String,
}

/// A table that was restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TableRestored {
    /// Its name.
    pub table: String,
    /// What was replaced.
    pub before: Digest,
    /// What is there now, which is what the backup has.
    pub after: Digest,
}

/// Has the tables of the backup `name` hold its rows, and nothing else, in one transaction; all other tables
/// stay as they are. The content is compared with the backup's before COMMIT. Guards and checks of a
/// migration are dropped, and the last run of the database ends as restored.
///
/// The backup is verified first, and what is replaced is kept in a new one if `settings` say so.
///
/// # Errors
///
/// `Usage` for what cannot be a name; `Backup` if the backup is missing or damaged, of the other kind of
/// database, or if the tables have changed their form since; `PreCheck` if tables refer to these that are not
/// in the plan; `Locked`; `Io`; and what the database says. None of them leaves a change.
pub fn restore(
    database: &mut dyn Database,
    backups: &Path,
    name: &str,
    settings: Settings,
) -> Result<Restored> {
    let manifest = verify(backups, name)?;
    let plan = plan::parse(&manifest.plan)?;
    if manifest.engine != database.engine() {
        return Err(Error::Backup(format!(
            "the backup {name} is of the other kind of database"
        )));
    }
    database.lock()?;
    let schema = create::schema(database, &plan)?;
    fits(&plan, &schema, &manifest)?;
    let of_another_database = create::identity(database)? != manifest.database;
    let replaced = if settings.keep_replaced {
        Some(create(database, &plan, backups)?.name)
    } else {
        None
    };
    let path = name::folder(backups, name)?.join(copy::file_name(manifest.engine));
    let before = in_one_state(database, |database| digest::tables(database, &plan))?;
    replace(database, &plan, &schema, &manifest, &path)?;
    let tables = before.into_iter().zip(&manifest.tables);
    let file = format!(
        "restored-{}.json",
        Timestamp::now().strftime("%Y%m%dT%H%M%S%3fZ")
    );
    let file = backups.join(file);
    let restored = Restored {
        backup: name.to_owned(),
        created: manifest.created.clone(),
        of_another_database,
        replaced,
        tables: tables
            .map(|((table, before), entry)| TableRestored {
                table,
                before,
                after: entry.digest().1,
            })
            .collect(),
        summary: file.display().to_string(),
    };
    let text = serde_json::to_string_pretty(&restored)
        .map_err(|error| Error::Backup(format!("the summary cannot be written: {error}")))?;
    files::write_new(&file, &(text + "\n"))?;
    Ok(restored)
}

/// Makes sure that the tables are as they were when the backup was made, and that nothing else hangs on them.
fn fits(plan: &Plan, schema: &Schema, manifest: &Manifest) -> Result<()> {
    let tables = tables(plan, schema)?;
    if schema_hash::of(tables.iter().map(|(table, _)| *table)) != manifest.schema_hash {
        return Err(Error::Backup(format!(
            "the columns, keys or indices of the tables are no longer as in the backup {}: {}; give the \
             tables the form that they had, or restore into a new database with that form",
            manifest.name,
            differences(&tables, manifest)
        )));
    }
    for (table, _) in &tables {
        let outside = table
            .referenced_by
            .iter()
            .find(|key| !tables.iter().any(|(other, _)| is(&other.name, &key.table)));
        if let Some(key) = outside {
            return Err(Error::PreCheck(format!(
                "the table {}, which is not in the plan, refers to {} by {}: replacing the rows of {} \
                 could leave its rows without theirs; add it to the plan before the backup, or drop the \
                 foreign key while you restore",
                key.table,
                table.name,
                key.columns.join(", "),
                table.name
            )));
        }
    }
    Ok(())
}

/// Whether a table has this name, which may come with its schema.
fn is(name: &str, other: &str) -> bool {
    fn last(name: &str) -> &str {
        name.rsplit('.').next().unwrap_or(name)
    }
    name.eq_ignore_ascii_case(other) || last(name).eq_ignore_ascii_case(last(other))
}

/// Which columns differ, as far as the manifest tells.
fn differences(tables: &[(&crate::database::schema::Table, &str)], manifest: &Manifest) -> String {
    let now = tables.iter().flat_map(|(table, _)| {
        let columns = table.columns.iter().filter(|column| !column.generated);
        columns.map(|column| format!("{}.{} {}", table.name, column.name, column.kind))
    });
    let then = manifest.tables.iter().flat_map(|table: &Table| {
        let columns = table.columns.iter();
        columns.map(|column| format!("{}.{} {}", table.name, column.name, column.kind))
    });
    let (now, then): (BTreeSet<_>, BTreeSet<_>) = (now.collect(), then.collect());
    let new = now.difference(&then).map(|column| format!("new: {column}"));
    let gone = then
        .difference(&now)
        .map(|column| format!("gone: {column}"));
    let all: Vec<_> = new.chain(gone).collect();
    if all.is_empty() {
        return "an index, a key or a NOT NULL differs".to_owned();
    }
    all.join(", ")
}

fn replace(
    database: &mut dyn Database,
    plan: &Plan,
    schema: &Schema,
    manifest: &Manifest,
    path: &Path,
) -> Result<()> {
    let tables = tables(plan, schema)?;
    let tables: Vec<_> = tables.into_iter().map(|(table, _)| table).collect();
    failpoint::reach("restore-begun")?;
    database.replace(&tables, path, &mut |database, stage| match stage {
        Stage::Begun => restored(database, plan),
        Stage::Emptied => failpoint::reach("restore-emptied"),
        Stage::Filled => {
            failpoint::reach("restore-filled")?;
            let written: Vec<_> = manifest.tables.iter().map(Table::digest).collect();
            if digest::tables(database, plan)? == written {
                return Ok(());
            }
            Err(Error::Backup(format!(
                "the restored rows differ from those of the backup {}; nothing was changed",
                manifest.name
            )))
        }
    })?;
    failpoint::reach("restored")
}
