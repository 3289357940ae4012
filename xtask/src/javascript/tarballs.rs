//! What is published for JavaScript: the package, and the addon for machines like this one.

use anyhow::{Context, Result};

use super::package;
use super::tools::Tools;
use crate::files::{copy, emptied};
use crate::{process, workspace};

/// Builds them into `target/tarballs`.
pub(crate) fn run() -> Result<()> {
    let tools = Tools::set_up()?;
    let out = emptied(workspace::target()?.join("tarballs"))?;
    let built = [Some(package::tarball(&tools)?), package::addon()?];
    for file in built.into_iter().flatten() {
        let to = out.join(file.file_name().context("a file has a name")?);
        copy(&file, &to)?;
        process::say(&format!("Built {}", to.display()))?;
    }
    Ok(())
}
