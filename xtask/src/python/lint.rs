//! What can be said of the Python files without running them: form, lints and types.

use anyhow::{Context, Result};

use super::environment::Environment;
use super::interpreter::Interpreter;
use super::package;
use super::requirements::Group;
use super::tools::Tools;
use crate::{at_once, process};

/// The configuration of all tools.
const CONFIG: &str = "bindings/python/pyproject.toml";
/// The folders with Python files.
const FOLDERS: [&str; 7] = [
    "benches/migrate",
    "benches/python",
    "benches/server-peer",
    "bindings/python",
    "examples/python-backend",
    "tests/load",
    "xtask/src/demo",
];

/// Checks the files, and the type stubs against the installed wheel.
pub(crate) fn run() -> Result<()> {
    let tools = Tools::set_up()?;
    let interpreter = Interpreter::newest()?;
    let environment = Environment::create(&tools, "lint", &interpreter)?;
    environment.install_group(Group::Lint)?;
    let run = |program: &str, arguments: &[&str], paths: &[&str]| {
        process::run(environment.program(program).args(arguments).args(paths))
    };
    run("ruff", &["format", "--check", "--config", CONFIG], &FOLDERS)
        .with_context(|| format!("`ruff format --config {CONFIG}` mends it"))?;
    run("ruff", &["check", "--config", CONFIG], &FOLDERS)?;

    let mypy = || run("mypy", &["--config-file", CONFIG], &FOLDERS);
    let (wheel, ()) = at_once::both(|| package::unoptimized_wheel(&tools, &interpreter), mypy)?;
    environment.install_wheel(&wheel)?;
    environment.installed_package()?;
    let stubtest = || {
        run(
            "stubtest",
            &[
                "--mypy-config-file",
                CONFIG,
                "--allowlist",
                "bindings/python/stubtest.txt",
            ],
            &["semaine"],
        )
        .context("the stubs describe the compiled module")
    };
    let pyright = || {
        run("pyright", &["--project", CONFIG], &[])?;
        run(
            "pyright",
            &["--ignoreexternal", "--verifytypes", "semaine"],
            &[],
        )
        .context("everything that is public has a type")
    };
    at_once::both(stubtest, pyright).map(drop)
}
