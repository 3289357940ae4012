//! Removes old backups.

use std::fs;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;

use crate::Result;
use crate::backup::create::identity;
use crate::backup::list::{Condition, Listed};
use crate::backup::{files, list, name};
use crate::database::Database;
use crate::value::Value;

/// Which backups are, or would be, removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pruned {
    /// Whether they were removed.
    pub executed: bool,
    /// Those that are old enough and that nothing needs.
    pub removed: Vec<String>,
    /// All others.
    pub kept: Vec<Kept>,
}

/// A backup that stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: String,
}

/// Removes, with `execute`, the backups of this database that are older than `age` at the time `now`.
///
/// What stays: the backup of a run that is not finalized, rolled back or restored; that of another
/// database, whose runs cannot be looked at; what is damaged or unfinished, which is for people to look at;
/// and what is from the future, since a clock was wrong.
///
/// # Errors
///
/// `Io`, and what the database says.
pub fn prune(
    database: &mut dyn Database,
    backups: &Path,
    age: SignedDuration,
    now: Timestamp,
    execute: bool,
) -> Result<Pruned> {
    let identity = identity(database)?;
    let needed = needed(database)?;
    let mut pruned = Pruned {
        executed: execute,
        ..Pruned::default()
    };
    for backup in list(backups)? {
        if let Some(why) = why_kept(&backup, &identity, &needed, age, now) {
            pruned.kept.push(Kept {
                name: backup.name,
                why,
            });
            continue;
        }
        if execute {
            // It is gone at once, whatever becomes of its files.
            let partial = name::partial(backups, &backup.name);
            files::rename(&backups.join(&backup.name), &partial)?;
            fs::remove_dir_all(&partial).map_err(files::failed("remove", &partial))?;
        }
        pruned.removed.push(backup.name);
    }
    Ok(pruned)
}

fn why_kept(
    backup: &Listed,
    identity: &str,
    needed: &[String],
    age: SignedDuration,
    now: Timestamp,
) -> Option<String> {
    let manifest = match (&backup.condition, &backup.manifest) {
        (Condition::Complete, Some(manifest)) => manifest,
        (Condition::Unfinished, _) => {
            return Some("unfinished: remove its folder by hand if nothing writes it".to_owned());
        }
        (Condition::Damaged(why), _) => return Some(why.clone()),
        (Condition::Complete, None) => return Some("without a manifest".to_owned()),
    };
    if needed.contains(&backup.name) {
        return Some("a run that is not finalized may need it".to_owned());
    }
    if manifest.database != identity {
        return Some(format!("of another database, {}", manifest.database));
    }
    let Ok(created) = manifest.created.parse::<Timestamp>() else {
        return Some("its time cannot be read".to_owned());
    };
    if created > now {
        return Some("from the future: was a clock wrong?".to_owned());
    }
    (now.duration_since(created) <= age).then(|| "not old enough".to_owned())
}

/// The names of the backups of runs that can still be rolled back.
fn needed(database: &mut dyn Database) -> Result<Vec<String>> {
    const RUNS: &str = "semaine_migrate_runs";
    if database.schema(&[RUNS])?.tables.is_empty() {
        return Ok(Vec::new());
    }
    let rows = database.query(
        "SELECT backup FROM semaine_migrate_runs
         WHERE state IN ('migrating', 'migrated', 'rolling-back')",
        &[],
    )?;
    let names = rows.into_iter().flatten().filter_map(|value| match value {
        Value::Text(name) => Some(name),
        _ => None,
    });
    Ok(names.collect())
}
