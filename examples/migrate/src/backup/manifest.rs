//! What describes a copy, in a file beside it.

use std::fs;
use std::io;
use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::backup::digest::hex;
use crate::backup::files::failed;
use crate::database::Engine;
use crate::{Error, Result};

/// The name of the file.
pub(super) const FILE: &str = "manifest.json";

/// The content of the file. It has exactly one form, so that a change of any byte is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of the form of the file: 1.
    pub version: u32,
    /// The name of the backup.
    pub name: String,
    /// When it was begun, as RFC 3339.
    pub created: String,
    /// The version of this program.
    pub tool: String,
    /// Of which database it is.
    pub engine: Engine,
    /// The version of that.
    pub engine_version: String,
    /// The path of the SQLite file; the name and number of the database of PostgreSQL.
    pub database: String,
    /// The plan, as TOML.
    pub plan: String,
    /// The sha256 of the plan.
    pub plan_hash: String,
    /// The sha256 of the plan's tables as the database describes them: columns, types, keys, indices.
    pub schema_hash: String,
    /// The name of the copy beside this file.
    pub file: String,
    /// Its length in bytes.
    pub length: u64,
    /// Its sha256.
    pub sha256: String,
    /// The plan's tables that the database has.
    pub tables: Vec<Table>,
    /// The sha256 of this file with nothing in the place of these digits.
    pub manifest_sha256: String,
}

/// A table in a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its name in the plan.
    pub name: String,
    /// The column that names a row.
    pub key: String,
    /// The columns in the order of their definition, without generated ones.
    pub columns: Vec<Column>,
    /// How many rows.
    pub rows: u64,
    /// The sha256 of their content.
    pub sha256: String,
}

/// A column in a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type as the database writes it.
    pub kind: String,
}

impl Manifest {
    /// The same with its own sha256.
    pub(super) fn sealed(mut self) -> Result<Self> {
        self.manifest_sha256.clear();
        let text = self.text()?;
        self.manifest_sha256 = hex(&Sha256::digest(text));
        Ok(self)
    }

    /// The content of the file.
    pub(super) fn text(&self) -> Result<String> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|error| Error::Backup(format!("the manifest cannot be written: {error}")))?;
        Ok(text + "\n")
    }

    /// Reads the manifest in the folder of a backup.
    ///
    /// # Errors
    ///
    /// `Backup` if it is missing or not exactly as it was written.
    pub(super) fn read(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(FILE);
        let damaged = |why: &str| {
            Error::Backup(format!(
                "the backup {name} is damaged: {}: {why}; use another one",
                path.display()
            ))
        };
        let bytes = fs::read(&path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound if !folder.exists() => Error::Backup(format!(
                "there is no backup {name} in {}: `list-backups` shows those that there are",
                folder.parent().unwrap_or(folder).display()
            )),
            io::ErrorKind::NotFound => damaged("there is no such file"),
            _ => failed("read", &path)(error),
        })?;
        let manifest: Self =
            serde_json::from_slice(&bytes).map_err(|error| damaged(&error.to_string()))?;
        if manifest.version != 1 {
            return Err(Error::Backup(format!(
                "the backup {name} has a manifest of version {}, and this program reads version 1",
                manifest.version
            )));
        }
        if manifest.clone().sealed()?.text()?.as_bytes() != bytes {
            return Err(damaged("it is not as it was written"));
        }
        if manifest.name != name {
            return Err(damaged(&format!("it is that of {}", manifest.name)));
        }
        Ok(manifest)
    }
}
