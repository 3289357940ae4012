//! Folders that builds fill.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// A folder with nothing in it.
pub(crate) fn emptied(folder: PathBuf) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty the folder {}", folder.display()))?;
    }
    fs::create_dir_all(&folder)
        .with_context(|| format!("cannot create the folder {}", folder.display()))?;
    Ok(folder)
}

/// The one file of a folder that a build has filled.
pub(crate) fn only_file(folder: &Path) -> Result<PathBuf> {
    let mut files = paths_in(folder)?;
    // uv tells git to ignore what it builds.
    files.retain(|file| file.file_name().is_some_and(|name| name != ".gitignore"));
    match <[PathBuf; 1]>::try_from(files) {
        Ok([file]) => Ok(file),
        Err(files) => bail!("{} holds {} files, not one", folder.display(), files.len()),
    }
}

/// What is in a folder, sorted.
pub(crate) fn paths_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder);
    let entries = entries.with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// Copies a file, or a folder with all that is in it but what npm installs.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        fs::copy(from, to)
            .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
        return Ok(());
    }
    fs::create_dir_all(to).with_context(|| format!("cannot create the folder {}", to.display()))?;
    for path in paths_in(from)? {
        let name = path.file_name().context("a file has a name")?;
        if name != "node_modules" {
            copy(&path, &to.join(name))?;
        }
    }
    Ok(())
}
