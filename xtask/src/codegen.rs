//! Generated files, and the check that nobody edited them by hand.

use std::process::Command;

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
    process::run(&mut messages())?;
    javascript::core::check()?;
    javascript::schema::check()
}

fn write() -> Result<()> {
    process::run(python()?.arg("tests/vectors/generate.py"))?;
    process::run(messages().env("SEMAINE_WRITE_MESSAGES", "1"))?;
    javascript::core::write()?;
    javascript::schema::write()
}

/// The test that compares `tests/messages.csv` with the core, or writes it.
fn messages() -> Command {
    let mut cargo = process::cargo();
    cargo.args(["test", "--package=semaine-tests", "--test=message_table"]);
    cargo
}
