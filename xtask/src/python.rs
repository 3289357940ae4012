//! Finds Python, whose name depends on the system.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// Python 3, in the root of the repository.
pub(crate) fn python() -> Result<Command> {
    ["python3", "python"]
        .into_iter()
        .find(|name| {
            let version = process::ask(process::program(name).arg("--version"));
            version.is_some_and(|version| version.starts_with("Python 3"))
        })
        .map(process::program)
        .context("Python 3 is needed, and neither `python3` nor `python` starts it")
}
