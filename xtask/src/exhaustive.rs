//! The proof on every day.

use std::process::Command;

use anyhow::Result;

use crate::{javascript, narrow, process, python};

/// Walks every representable day and week, with the arithmetic of this machine and with that of
/// machines without wide products, and then every day in columns: once so that no overflow goes
/// unseen, and as it is released on each instruction set. Columns have one arithmetic for all
/// machines. Then every test of the Python package on each interpreter, and every
/// test of the npm package.
pub(crate) fn run() -> Result<()> {
    let run = || {
        let mut cargo = process::cargo();
        cargo.arg("run");
        cargo
    };
    process::run(walk(&mut run(), "exhaustive", "exhaustive"))?;
    process::run(walk(&mut narrow::cargo("run"), "exhaustive", "exhaustive"))?;
    process::run(walk(&mut run(), "exhaustive", "columns").args(["--", "--checked"]))?;
    process::run(walk(&mut run(), "release", "columns"))?;
    python::exhaustive()?;
    javascript::exhaustive()
}

fn walk<'a>(cargo: &'a mut Command, profile: &str, program: &str) -> &'a mut Command {
    cargo.args([
        &format!("--profile={profile}"),
        "--package=semaine-tests",
        &format!("--bin={program}"),
    ])
}
