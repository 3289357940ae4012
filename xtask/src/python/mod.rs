//! The Python package: which interpreters there are, its wheels, its tests and its lints.

mod alone;
mod bench;
mod environment;
mod interpreter;
mod lint;
mod package;
mod requirements;
mod suite;
mod tools;
mod wheels;

use std::process::Command;

use anyhow::Result;

pub(crate) use self::alone::environment_of;
pub(crate) use self::bench::environment as bench_environment;
use self::environment::Environment;
pub(crate) use self::interpreter::Interpreter;
pub(crate) use self::lint::run as lint;
pub(crate) use self::requirements::{Group, pin};
pub(crate) use self::suite::{exhaustive, run as test};
use self::tools::Tools;
pub(crate) use self::wheels::run as wheels;
use crate::process;

/// Python for scripts that need nothing but its standard library, in the root of the repository.
pub(crate) fn python() -> Result<Command> {
    Ok(process::program(Interpreter::first()?.program()))
}

/// Tells a cargo that compiles the bindings which Python they are for: `python` may start one that is
/// too old.
pub(crate) fn for_bindings(cargo: &mut Command) -> Result<&mut Command> {
    Ok(cargo.env("PYO3_PYTHON", Interpreter::first()?.program()))
}

/// Python with the package built from the present source and installed, and the name of both.
pub(crate) fn installed() -> Result<(Command, String)> {
    let interpreter = Interpreter::first()?;
    let tools = Tools::set_up()?;
    let wheel = package::wheel(&tools, &interpreter)?;
    let environment = Environment::create(&tools, "demo", &interpreter)?;
    environment.install_wheel(&wheel)?;
    environment.installed_package()?;
    Ok((environment.program("python"), interpreter.name()))
}
