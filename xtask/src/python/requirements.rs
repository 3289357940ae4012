//! What the chores install, pinned: `bindings/python/requirements` holds a file for each group of
//! `pyproject.toml`, with the versions for every Python that the package supports.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::tools::Tools;
use crate::process;
use crate::python::package;

/// A group of requirements.
#[derive(Clone, Copy)]
pub(crate) enum Group {
    /// What builds and installs packages
    Tools,
    /// What gives the reference server its load, and its peer
    Load,
    /// What migrates a database as a Python user would
    Migrate,
    /// What looks for requests that the reference server does not foresee
    Schemathesis,
    /// What the tests import
    Test,
    /// What checks source and types
    Lint,
}

impl Group {
    const ALL: [Self; 6] = [
        Self::Tools,
        Self::Load,
        Self::Migrate,
        Self::Schemathesis,
        Self::Test,
        Self::Lint,
    ];

    /// As `pyproject.toml` calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Tools => "tools",
            Self::Load => "load",
            Self::Migrate => "migrate",
            Self::Schemathesis => "schemathesis",
            Self::Test => "test",
            Self::Lint => "lint",
        }
    }

    /// The file of the pinned versions.
    pub(crate) fn file(self) -> PathBuf {
        let folder = package::folder().join("requirements");
        folder.join(format!("{}.txt", self.name()))
    }
}

/// Writes the files: versions that still fit stay, so that only what was asked for changes.
pub(crate) fn pin() -> Result<()> {
    let tools = Tools::set_up()?;
    for group in Group::ALL {
        process::run(
            tools
                .uv()
                .args(["pip", "compile", "--quiet", "--universal"])
                .args(["--python-version", "3.10", "--group"])
                .arg(format!("bindings/python/pyproject.toml:{}", group.name()))
                .args(["--custom-compile-command", "cargo xtask pin"])
                .arg("--output-file")
                .arg(group.file()),
        )
        .with_context(|| format!("the group {} has no versions that fit", group.name()))?;
    }
    Ok(())
}
