//! The proof on every day.

use std::process::Command;

use anyhow::Result;

use crate::{narrow, process};

/// Walks every representable day and week, with the arithmetic of this machine and with that of
/// machines without wide products.
pub(crate) fn run() -> Result<()> {
    process::run(walk(process::cargo().arg("run")))?;
    process::run(walk(&mut narrow::cargo("run")))
}

fn walk(cargo: &mut Command) -> &mut Command {
    cargo.args([
        "--profile=exhaustive",
        "--package=semaine-tests",
        "--bin=exhaustive",
    ])
}
