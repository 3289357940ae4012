//! The proof by walking over everything that can be represented.

use std::ffi::OsString;

use anyhow::Result;
use clap::Args;

use crate::process;

/// What `cargo xtask exhaustive` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// What the walk is given
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    args: Vec<OsString>,
}

/// Builds the walk for speed and runs it.
pub(crate) fn run(options: &Options) -> Result<()> {
    process::run(
        process::cargo()
            .args([
                "run",
                "--release",
                "--package=semaine-tests",
                "--bin=exhaustive",
                "--",
            ])
            .args(&options.args),
    )
}
