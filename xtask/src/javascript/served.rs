//! The built page where the server is compiled with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::page::SOURCE;
use crate::files::{emptied, paths_in};
use crate::workspace;

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Puts a built page in the place of the one that is there.
///
/// The same page is left as it is, with its times, by which cargo sees whether to compile the server anew.
pub(super) fn put(built: &Path) -> Result<()> {
    let folder = workspace::root().join(SOURCE).join("dist");
    let files = files(built)?;
    if folder.is_dir() && files == self::files(&folder)? {
        return Ok(());
    }
    let folder = emptied(folder)?;
    for (name, content) in files {
        let file = folder.join(name);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// What a folder holds, without the maps of its scripts, which only coverage needs.
fn files(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for path in paths_in(folder)? {
        let name = PathBuf::from(path.file_name().context("a file has a name")?);
        if path.is_dir() {
            let within = self::files(&path)?;
            files.extend(
                within
                    .into_iter()
                    .map(|(file, content)| (name.join(file), content)),
            );
        } else if path.extension().is_none_or(|extension| extension != "map") {
            let content =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(name, content);
        }
    }
    Ok(files)
}
