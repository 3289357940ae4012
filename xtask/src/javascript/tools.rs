//! The programs that build and check the package: the development dependencies of its `package.json`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{folder, node};
use crate::process;

/// The installed programs.
pub(crate) struct Tools {
    programs: PathBuf,
}

impl Tools {
    /// Installs the programs, unless their pinned versions are there already.
    pub(crate) fn set_up() -> Result<Self> {
        let lock = folder().join("package-lock.json");
        let wanted = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
        // Written last, so that what was cut short is done again.
        let installed = folder().join("node_modules").join("installed.json");
        if !fs::read(&installed).is_ok_and(|installed| installed == wanted) {
            process::run_quietly(npm_ci(&mut node::npm()?).current_dir(folder()))
                .context("the npm package is built by tools that npm fetches from its registry")?;
            fs::write(&installed, wanted)
                .with_context(|| format!("cannot write {}", installed.display()))?;
        }
        Ok(Self {
            programs: folder().join("node_modules").join(".bin"),
        })
    }

    /// A program of the tools, in the root of the repository.
    pub(crate) fn program(&self, name: &str) -> Command {
        let name = if cfg!(windows) {
            format!("{name}.cmd")
        } else {
            name.to_owned()
        };
        process::program(self.programs.join(name))
    }
}

/// Installs exactly what a lock file names, in the folder in which it runs.
pub(crate) fn npm_ci(npm: &mut Command) -> &mut Command {
    npm.args(["ci", "--no-audit", "--no-fund"])
}
