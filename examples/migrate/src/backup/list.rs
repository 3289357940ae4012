//! Which backups there are.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;

use crate::Result;
use crate::backup::manifest::Manifest;
use crate::backup::{copy, files, name};

/// A backup, as far as a look at it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// How it is.
    pub condition: Condition,
    /// What describes it, where that is undamaged.
    pub manifest: Option<Manifest>,
}

/// How a backup is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Its manifest is undamaged, and its copy has the right length; `verify-backup` reads it all.
    Complete,
    /// Something is wrong.
    Damaged(String),
    /// It is being written, or was when its process ended.
    Unfinished,
}

/// Lists the backups in the folder `backups`, the oldest first; none without such a folder.
///
/// # Errors
///
/// `Io`.
pub fn list(backups: &Path) -> Result<Vec<Listed>> {
    let failed = files::failed("read", backups);
    let entries = match fs::read_dir(backups) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut all = Vec::new();
    for entry in entries {
        let folder = entry.map_err(&failed)?.file_name();
        let Some(folder) = folder.to_str() else {
            continue;
        };
        if name::is_name(folder) {
            all.push(look(backups, folder));
        } else if let Some(name) = name::of_partial(folder) {
            all.push(Listed {
                name: name.to_owned(),
                condition: Condition::Unfinished,
                manifest: None,
            });
        }
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

fn look(backups: &Path, name: &str) -> Listed {
    let folder = backups.join(name);
    let (condition, manifest) = match Manifest::read(&folder, name) {
        Err(error) => (Condition::Damaged(error.to_string()), None),
        Ok(manifest) => {
            let path = folder.join(copy::file_name(manifest.engine));
            let length = fs::metadata(&path).map(|file| file.len());
            let condition = match length {
                Ok(length) if length == manifest.length => Condition::Complete,
                Ok(length) => Condition::Damaged(format!(
                    "{} has {length} bytes instead of {}",
                    path.display(),
                    manifest.length
                )),
                Err(error) => Condition::Damaged(format!("{}: {error}", path.display())),
            };
            (condition, Some(manifest))
        }
    };
    Listed {
        name: name.to_owned(),
        condition,
        manifest,
    }
}
