//! Reads backups again.

use std::path::Path;

use crate::backup::manifest::Manifest;
use crate::backup::{copy, files, name};
use crate::{Error, Result};

/// Makes sure that the backup `name` in the folder `backups` is as it was written, to the byte, and that
/// its tables have the rows that they had.
///
/// # Errors
///
/// `Usage` for what cannot be a name; `Backup` if it is missing or damaged, with what is wrong; `Io`.
pub fn verify(backups: &Path, name: &str) -> Result<Manifest> {
    let path = name::folder(backups, name)?;
    folder(&path, name)
}

/// The same of the folder of a backup that may not have its name yet.
pub(super) fn folder(folder: &Path, name: &str) -> Result<Manifest> {
    let manifest = Manifest::read(folder, name)?;
    let path = folder.join(copy::file_name(manifest.engine));
    let damaged = |what: &str| {
        Err(Error::Backup(format!(
            "the backup {name} is damaged: {}: {what}; use another one",
            path.display()
        )))
    };
    if !path.is_file() {
        return damaged("there is no such file");
    }
    let (length, sha256) = files::sum(&path)?;
    if length != manifest.length {
        let expected = manifest.length;
        return damaged(&format!("it has {length} bytes instead of {expected}"));
    }
    if sha256 != manifest.sha256 {
        return damaged("its sha256 is another one");
    }
    for (table, found) in manifest.tables.iter().zip(copy::digests(&manifest, &path)?) {
        let (table, written) = table.digest();
        if found != written {
            return damaged(&format!(
                "the table {table} has {} rows with the digest {} instead of {} with {}",
                found.rows, found.sha256, written.rows, written.sha256
            ));
        }
    }
    Ok(manifest)
}
