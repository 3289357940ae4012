//! A project of somebody who installs the package: nothing of the repository's source is in reach.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::tools::npm_ci;
use super::{node, scratch};
use crate::files::{copy, emptied};
use crate::{process, workspace};

/// A folder with a `package.json` and what it installs.
pub(crate) struct Project {
    folder: PathBuf,
}

impl Project {
    /// A copy of a folder of the repository, with what its lock file names installed.
    pub(crate) fn copy_of(source: &str, name: &str) -> Result<Self> {
        Self::copy_of_layers(&[source], name)
    }

    /// The same of several folders, the files of a later one in the place of those of an earlier one.
    pub(crate) fn copy_of_layers(sources: &[&str], name: &str) -> Result<Self> {
        let folder = emptied(scratch()?.join(name))?;
        for source in sources {
            copy(&workspace::root().join(source), &folder)?;
        }
        let project = Self { folder };
        let mut npm = project.npm()?;
        process::run_quietly(npm_ci(&mut npm))?;
        Ok(project)
    }

    /// One that needs nothing.
    pub(crate) fn empty(name: &str) -> Result<Self> {
        let folder = emptied(scratch()?.join(name))?;
        let manifest = folder.join("package.json");
        fs::write(&manifest, "{ \"private\": true }\n")
            .with_context(|| format!("cannot write {}", manifest.display()))?;
        Ok(Self { folder })
    }

    /// Copies a file or folder of the repository into the project.
    pub(crate) fn add(&self, source: &str, name: &str) -> Result<()> {
        copy(&workspace::root().join(source), &self.folder.join(name))
    }

    /// Installs the package, and what else comes as a tarball, without asking any registry.
    ///
    /// # Errors
    ///
    /// Also if what is installed is not the content of the tarball.
    pub(crate) fn install(&self, tarballs: &[&Path]) -> Result<()> {
        let mut npm = self.npm()?;
        npm.args([
            "install",
            "--no-save",
            "--offline",
            "--no-audit",
            "--no-fund",
        ]);
        process::run_quietly(npm.args(tarballs))?;
        let package = self.folder.join("node_modules").join("semaine");
        let there = package.symlink_metadata();
        let there = there.context("semaine was installed, and yet is not there")?;
        ensure!(there.is_dir(), "{} is a link", package.display());
        Ok(())
    }

    /// Node, in the project.
    pub(crate) fn node(&self) -> Result<Command> {
        Ok(self.at_home(node::node()?))
    }

    /// npm, in the project.
    pub(crate) fn npm(&self) -> Result<Command> {
        Ok(self.at_home(node::npm()?))
    }

    /// The folder of the project.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn at_home(&self, mut command: Command) -> Command {
        command.current_dir(&self.folder);
        command
    }
}
