//! Finds Python, whose name depends on the system.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// The oldest Python that the scripts are written for.
const IS_RECENT: &str = "import sys; sys.exit(sys.version_info < (3, 10))";

/// Python 3.10 or newer, in the root of the repository.
pub(crate) fn python() -> Result<Command> {
    ["python3", "python"]
        .into_iter()
        .find(|name| process::ask(process::program(name).args(["-c", IS_RECENT])).is_some())
        .map(process::program)
        .context("Python 3.10 or newer is needed, and neither `python3` nor `python` starts it")
}
