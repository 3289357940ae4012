//! Where things are, and what the workspace says about itself.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The folder that chores may fill and that nobody commits: `target/xtask`.
pub(crate) fn scratch() -> Result<PathBuf> {
    Ok(target()?.join("xtask"))
}

/// The folder that cargo builds into.
pub(crate) fn target() -> Result<PathBuf> {
    let metadata = metadata()?;
    let folder = metadata.get("target_directory").and_then(Value::as_str);
    Ok(folder
        .context("`cargo metadata` names no target directory")?
        .into())
}

/// The oldest compiler that the library supports, in full: `1.89.0`.
pub(crate) fn rust_version() -> Result<String> {
    let metadata = metadata()?;
    let version = metadata
        .get("packages")
        .and_then(Value::as_array)
        .and_then(|packages| {
            packages
                .iter()
                .find(|package| package.get("name").and_then(Value::as_str) == Some("semaine"))
        })
        .and_then(|package| package.get("rust_version")?.as_str())
        .context("core/Cargo.toml has no rust-version")?;
    let parts = version.split('.').count();
    Ok(format!("{version}{}", if parts == 2 { ".0" } else { "" }))
}

fn metadata() -> Result<Value> {
    let mut command = process::cargo();
    command.args(["metadata", "--no-deps", "--format-version", "1"]);
    let text = process::ask(&mut command)
        .context("`cargo metadata --no-deps` failed; run it to see why")?;
    serde_json::from_str(&text).context("cannot read what `cargo metadata` wrote")
}
