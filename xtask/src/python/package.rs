//! Builds the wheels and the source distribution.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::environment;
use super::interpreter::Interpreter;
use super::tools::Tools;
use crate::files::{emptied, only_file};
use crate::{at_once, process, workspace};

/// What a wheel is built from.
#[derive(Clone, Copy)]
pub(crate) enum Source<'a> {
    /// The working tree
    Tree,
    /// A source distribution
    Distribution(&'a Path),
}

/// The folder of the package's source.
pub(crate) fn folder() -> PathBuf {
    workspace::root().join("bindings").join("python")
}

/// Builds the wheel for an interpreter, for its version alone and with the profile of
/// `pyproject.toml`, as pip would.
pub(crate) fn wheel(tools: &Tools, interpreter: &Interpreter) -> Result<PathBuf> {
    wheel_of_crate(tools, interpreter, "bindings/python")
}

/// The same in a form that is sooner built, to be looked at rather than used.
pub(crate) fn unoptimized_wheel(tools: &Tools, interpreter: &Interpreter) -> Result<PathBuf> {
    built(tools, interpreter, "bindings/python", "dev")
}

/// The same of any extension module in the workspace.
pub(crate) fn wheel_of_crate(
    tools: &Tools,
    interpreter: &Interpreter,
    krate: &str,
) -> Result<PathBuf> {
    // Named here as well, since not every module has a `pyproject.toml`.
    built(tools, interpreter, krate, "addon")
}

fn built(tools: &Tools, interpreter: &Interpreter, krate: &str, profile: &str) -> Result<PathBuf> {
    let folder = environment::folder(&interpreter.tag())?;
    let out = emptied(folder.join("wheel"))?;
    process::run_quietly(
        tools
            .maturin()
            .args(["build", "--locked"])
            .arg(format!("--profile={profile}"))
            .arg(format!("--manifest-path={krate}/Cargo.toml"))
            .arg("--interpreter")
            .arg(interpreter.program())
            // Of each interpreter its own, or each would undo what was compiled for the one before.
            .arg("--target-dir")
            .arg(folder.join("build"))
            .arg("--out")
            .arg(&out),
    )?;
    only_file(&out)
}

/// Builds the wheels for several interpreters at the same time: most of a build is the optimisation
/// of one unit, which keeps one processor busy.
pub(crate) fn wheels(
    tools: &Tools,
    sources: &[(&Interpreter, Source<'_>)],
) -> Result<Vec<PathBuf>> {
    at_once::each(sources, |&(interpreter, source)| match source {
        Source::Tree => wheel(tools, interpreter),
        Source::Distribution(sdist) => wheel_of_sdist(tools, interpreter, sdist),
    })
}

/// Packs the source distribution.
pub(crate) fn sdist(tools: &Tools) -> Result<PathBuf> {
    let out = emptied(environment::folder("sdist")?)?;
    process::run_quietly(
        tools
            .maturin()
            .args(["sdist"])
            .args(["--manifest-path", "bindings/python/Cargo.toml", "--out"])
            .arg(&out),
    )?;
    only_file(&out)
}

/// Builds a wheel from a source distribution as pip would: away from the repository, and with the
/// build tools that the distribution itself asks for.
fn wheel_of_sdist(tools: &Tools, interpreter: &Interpreter, sdist: &Path) -> Result<PathBuf> {
    let folder = environment::folder(&interpreter.tag())?;
    let out = emptied(folder.join("wheel-of-sdist"))?;
    process::run_quietly(
        tools
            .uv()
            .args(["build", "--wheel", "--python"])
            .arg(interpreter.program())
            .arg("--out-dir")
            .arg(&out)
            .arg(sdist)
            .env("CARGO_TARGET_DIR", folder.join("build-of-sdist")),
    )?;
    only_file(&out)
}
