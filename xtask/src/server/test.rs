//! The tests of the server.

use anyhow::Result;

use super::schemathesis;
use crate::{postgresql, process};

/// Runs them on both databases, which they start for themselves.
pub(crate) fn run() -> Result<()> {
    let mut tests = process::cargo();
    tests.args(["test", "--package=semaine-server"]);
    postgresql::set_up(&mut tests)?;
    process::run(&mut tests)?;
    process::run(process::cargo().args(["test", "--package=semaine-server", "--benches"]))?;
    schemathesis::run()
}
