//! Which lines of the installed package ran.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::project::Project;
use super::scratch;
use super::tools::Tools;
use crate::files::emptied;
use crate::process;

/// What Node notes of the lines that run.
pub(crate) struct Coverage {
    notes: PathBuf,
}

impl Coverage {
    /// Nothing yet.
    pub(crate) fn none(name: &str) -> Result<Self> {
        Ok(Self {
            notes: emptied(scratch()?.join(name))?,
        })
    }

    /// Lets Node note what it runs.
    pub(crate) fn note(&self, node: &mut Command) {
        node.env("NODE_V8_COVERAGE", &self.notes);
    }

    /// Sees that enough has run of the installed package's files that c8's options include.
    pub(crate) fn check(&self, tools: &Tools, project: &Project, options: &[&str]) -> Result<()> {
        process::run(
            tools
                .program("c8")
                .args(["report", "--all", "--exclude-node-modules=false"])
                .arg("--check-coverage")
                .args(options)
                .arg("--temp-directory")
                .arg(&self.notes)
                .current_dir(project.folder()),
        )
    }
}
