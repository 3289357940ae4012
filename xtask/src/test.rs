//! Every test, and each benchmark once.

use anyhow::Result;

use crate::process;

/// Runs what the README tells everybody to run.
pub(crate) fn run() -> Result<()> {
    process::run(process::cargo().args([
        "test",
        "--workspace",
        // Neither can be linked as an ordinary program: `cargo xtask ci` builds them as they must be.
        "--exclude=semaine-no-std",
        "--exclude=semaine-no-panic",
        // Apart, so that it is built exactly as it runs: Windows refuses to replace a running program.
        "--exclude=xtask",
    ]))?;
    process::run(process::cargo().args(["test", "--package=xtask"]))?;
    process::run(process::cargo().args(["test", "--package=semaine", "--all-features"]))?;
    process::run(process::cargo().args(["bench", "--package=semaine-benches", "--", "--test"]))
}
