//! Generated files, and the check that nobody edited them by hand.

use anyhow::Result;
use clap::Args;

use crate::python::python;
use crate::{javascript, process};

/// What `cargo xtask codegen` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// Write nothing, and fail if a generated file is not what would be written
    #[arg(long)]
    check: bool,
}

/// Writes or checks the generated files.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.check { check() } else { write() }
}

/// Fails if a generated file is not what would be written.
pub(crate) fn check() -> Result<()> {
    process::run(python()?.args(["tests/vectors/generate.py", "--check"]))?;
    javascript::core::check()
}

fn write() -> Result<()> {
    process::run(python()?.arg("tests/vectors/generate.py"))?;
    javascript::core::write()
}
