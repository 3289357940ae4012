//! Builds the tarballs: of the package, and of the addon for this machine.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::platform::{self, Platform};
use super::tools::Tools;
use super::{folder, node, scratch};
use crate::files::{copy, emptied, only_file};
use crate::{process, workspace};

/// The texts that go with every copy.
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Compiles the source and packs what npm would publish, once for all chores of a run.
pub(crate) fn tarball(_: &Tools) -> Result<PathBuf> {
    static PACKED: Mutex<Option<PathBuf>> = Mutex::new(None);
    let mut packed = PACKED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(tarball) = &*packed {
        return Ok(tarball.clone());
    }
    Ok(packed.insert(pack_anew()?).clone())
}

fn pack_anew() -> Result<PathBuf> {
    process::run_quietly(node::npm()?.args(["run", "build"]).current_dir(folder()))?;
    let staged = emptied(scratch()?.join("package"))?;
    let mut manifest = manifest()?;
    for name in published(&manifest)? {
        copy(&folder().join(&name), &staged.join(&name))?;
    }
    for of_the_source in ["scripts", "devDependencies"] {
        manifest.shift_remove(of_the_source);
    }
    let version = manifest.get("version").cloned().unwrap_or_default();
    // Not in the source, since npm would look for them before they are published.
    let addons = platform::ALL.iter();
    let addons: Map<_, _> = addons
        .map(|platform| (platform.package(), version.clone()))
        .collect();
    manifest.insert("optionalDependencies".to_owned(), addons.into());
    pack(&staged, &manifest)
}

/// Compiles the addon and packs what npm would publish for machines like this one; nothing if there is
/// no package for them.
pub(crate) fn addon() -> Result<Option<PathBuf>> {
    let Some(platform) = Platform::of_this_machine() else {
        return Ok(None);
    };
    process::run_quietly(process::cargo().args([
        "build",
        "--profile=addon",
        "--package=semaine-node",
    ]))?;
    let built = workspace::target()?
        .join("addon")
        .join(format!("{DLL_PREFIX}semaine_node{DLL_SUFFIX}"));
    let staged = emptied(scratch()?.join("addon"))?;
    copy(&built, &staged.join("semaine.node"))?;
    for license in LICENSES {
        copy(&folder().join(license), &staged.join(license))?;
    }
    let mut addon = platform.manifest();
    let manifest = manifest()?;
    for shared in ["version", "license", "engines"] {
        let value = manifest.get(shared).cloned().unwrap_or_default();
        addon.insert(shared.to_owned(), value);
    }
    addon.insert("main".to_owned(), json!("semaine.node"));
    pack(&staged, &addon).map(Some)
}

/// Packs a folder with a manifest.
fn pack(staged: &Path, manifest: &Map<String, Value>) -> Result<PathBuf> {
    let text = serde_json::to_string_pretty(manifest)? + "\n";
    let file = staged.join("package.json");
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    let out = emptied(staged.with_extension("tarball"))?;
    process::run_quietly(
        node::npm()?
            .args(["pack", "--pack-destination"])
            .arg(&out)
            .current_dir(staged),
    )?;
    only_file(&out)
}

/// The package's `package.json`.
fn manifest() -> Result<Map<String, Value>> {
    let file = folder().join("package.json");
    let text = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} is no manifest", file.display()))
}

/// The files and folders that the manifest names for publishing, and what npm adds to them.
fn published(manifest: &Map<String, Value>) -> Result<Vec<String>> {
    let files = manifest.get("files").and_then(Value::as_array);
    let files = files.context("package.json names no files to publish")?;
    let files = files.iter().filter_map(Value::as_str).map(str::to_owned);
    Ok(files.chain(["README.md".to_owned()]).collect())
}
