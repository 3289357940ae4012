//! The Python package: which interpreters there are, its wheels, its tests and its lints.

mod environment;
mod interpreter;
mod lint;
mod package;
mod requirements;
mod suite;
mod tools;

use std::process::Command;

use anyhow::Result;

pub(crate) use self::interpreter::Interpreter;
pub(crate) use self::lint::run as lint;
pub(crate) use self::requirements::pin;
pub(crate) use self::suite::run as test;
use crate::process;

/// Python for scripts that need nothing but its standard library, in the root of the repository.
pub(crate) fn python() -> Result<Command> {
    Ok(process::program(Interpreter::first()?.program()))
}
