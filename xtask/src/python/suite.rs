//! The tests of the Python package, run against installed wheels.

use anyhow::{Context, Result};

use super::environment::{self, Environment};
use super::interpreter::Interpreter;
use super::package::{self, Source};
use super::requirements::Group;
use super::tools::Tools;
use crate::{postgresql, process};

/// Which tests run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    All,
    /// All but the slow ones, on the oldest interpreter.
    Quick,
}

/// Builds a wheel for the oldest interpreter from the source distribution, installs it into a clean
/// environment and runs the tests there: all but the slow ones, in which Python takes nearly all of the time for
/// the answers to compare with.
pub(crate) fn run() -> Result<()> {
    everywhere(Extent::Quick)
}

/// The same with all tests on every interpreter, with two wheels for the oldest, and with a look that every line and
/// branch of the Python files runs, which takes tests three times as long.
pub(crate) fn exhaustive() -> Result<()> {
    everywhere(Extent::All)
}

fn everywhere(extent: Extent) -> Result<()> {
    let interpreters = Interpreter::all()?;
    for interpreter in &interpreters {
        process::say(&format!("Found {interpreter}"))?;
    }
    let tools = Tools::set_up()?;
    let sdist = package::sdist(&tools)?;
    let (oldest, newest) = interpreters
        .first()
        .zip(interpreters.last())
        .context("there is no interpreter")?;
    let of_tree = match extent {
        Extent::All => interpreters.as_slice(),
        Extent::Quick => &[],
    };
    let mut sources = vec![(oldest, Source::Distribution(&sdist))];
    sources.extend(
        of_tree
            .iter()
            .map(|interpreter| (interpreter, Source::Tree)),
    );
    let wheels = package::wheels(&tools, &sources)?;
    for ((interpreter, source), wheel) in sources.into_iter().zip(wheels) {
        let (name, of) = match source {
            Source::Tree => ("test", "tree"),
            Source::Distribution(_) => ("test-of-sdist", "source distribution"),
        };
        let environment = clean(&tools, name, interpreter, &wheel)?;
        // The source is the same for all, so that one is enough to see that all of it runs.
        let covered =
            extent == Extent::All && matches!(source, Source::Tree) && interpreter == newest;
        suite(&environment, extent, covered)
            .with_context(|| format!("the tests of the wheel from the {of} on {interpreter}"))?;
    }
    Ok(())
}

fn clean<'a>(
    tools: &'a Tools,
    name: &str,
    interpreter: &Interpreter,
    wheel: &std::path::Path,
) -> Result<Environment<'a>> {
    let environment = Environment::create(tools, name, interpreter)?;
    environment.install_group(Group::Test)?;
    environment.install_wheel(wheel)?;
    Ok(environment)
}

fn suite(environment: &Environment<'_>, extent: Extent, covered: bool) -> Result<()> {
    let package = environment.installed_package()?;
    let mut pytest = environment.program("pytest");
    pytest.args(["-c", "bindings/python/pyproject.toml"]);
    if extent == Extent::Quick {
        process::say(
            "Without the slow tests and the newer interpreters: `cargo xtask exhaustive` runs them",
        )?;
        pytest.args(["-m", "not slow"]);
    }
    if covered {
        pytest
            .args(["--cov", "--cov-config=bindings/python/pyproject.toml"])
            .env("COVERAGE_FILE", environment::folder("coverage")?);
    }
    postgresql::set_up(&mut pytest)?;
    // Two cores halve the time, and more would not be used well; what a file prepares is prepared once.
    process::run(
        pytest
            .args(["--numprocesses=2", "--dist=loadfile"])
            .args(["bindings/python/tests", "bindings/python/README.md"])
            .args(["docs/python", "examples/python-backend/tests"])
            .arg("benches/python/tests")
            .arg(package),
    )
}
