//! The proof on every day.

use anyhow::Result;

use crate::process;

/// Walks every representable day and week, optimised.
pub(crate) fn run() -> Result<()> {
    process::run(process::cargo().args([
        "run",
        "--release",
        "--package=semaine-tests",
        "--bin=exhaustive",
    ]))
}
