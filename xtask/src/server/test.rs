//! The tests of the programs that keep weeks in databases: the server, and the tool that moves such databases to Mondays.

use anyhow::Result;

use super::{program, schemathesis};
use crate::{postgresql, process};

/// Runs them on both databases, which they start for themselves.
pub(crate) fn run() -> Result<()> {
    let mut tests = program::tests();
    postgresql::set_up(&mut tests)?;
    process::run(&mut tests)?;
    process::run(program::tests().arg("--benches"))?;
    schemathesis::run()
}

/// Runs those of the tool alone.
pub(crate) fn run_of_migrate() -> Result<()> {
    let mut tests = process::cargo();
    tests.args(["test", "--package=semaine-migrate", "--features=failpoints"]);
    postgresql::set_up(&mut tests)?;
    process::run(&mut tests)
}
