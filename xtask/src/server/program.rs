//! The program `semaine-server`.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::{process, workspace};

const NAME: &str = "semaine-server";
/// What is tested with it: drivers and more are parts of both, and built once with the features of both.
const TESTED: [&str; 3] = [
    "--package=semaine-server",
    "--package=semaine-migrate",
    "--features=semaine-migrate/failpoints",
];

/// How it is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Soon, to be looked at.
    Dev,
    /// Beside its tests, of the same parts: alone it is of parts with fewer features, each built once more.
    Test,
    /// To be measured.
    Release,
}

/// `cargo test` of the server and of what is tested with it.
pub(super) fn tests() -> Command {
    let mut tests = process::cargo();
    tests.arg("test").args(TESTED);
    tests
}

/// Builds the program, with the page if that has been built, and answers where it is.
pub(crate) fn built(profile: Profile) -> Result<PathBuf> {
    let build = |how: &[&str]| {
        let mut build = process::cargo();
        build
            .arg("build")
            .args(how)
            .arg(format!("--package={NAME}"));
        build
    };
    let (mut cargo, folder) = match profile {
        Profile::Dev => (build(&[]), "debug"),
        Profile::Test => (tests(), "debug"),
        Profile::Release => (build(&["--release"]), "release"),
    };
    if profile == Profile::Test {
        cargo.arg("--no-run");
    }
    process::run(&mut cargo)?;
    let program = format!("{NAME}{EXE_SUFFIX}");
    Ok(workspace::target()?.join(folder).join(program))
}
