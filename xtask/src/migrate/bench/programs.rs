//! The programs that are measured, and those that they need.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

use anyhow::Result;

use crate::{process, workspace};

pub(super) struct Programs {
    /// `semaine-migrate`.
    pub(super) tool: PathBuf,
    /// Makes a database.
    pub(super) legacy: PathBuf,
    /// Moves all rows by one UPDATE.
    pub(super) plain: PathBuf,
    /// Prints what a database holds, in short.
    pub(super) digest: PathBuf,
    /// Writes while others migrate.
    pub(super) writers: PathBuf,
}

impl Programs {
    pub(super) fn build() -> Result<Self> {
        process::run(process::cargo().args([
            "build",
            "--release",
            "--package=semaine-migrate",
            "--bins",
            "--examples",
        ]))?;
        let folder = workspace::target()?.join("release");
        let program = |name| folder.join(format!("{name}{EXE_SUFFIX}"));
        let example = |name| folder.join("examples").join(format!("{name}{EXE_SUFFIX}"));
        Ok(Self {
            tool: program("semaine-migrate"),
            legacy: example("legacy"),
            plain: example("plain"),
            digest: example("digest"),
            writers: example("writers"),
        })
    }
}
