//! The program `semaine-server`.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

use anyhow::Result;

use crate::{process, workspace};

const NAME: &str = "semaine-server";

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

/// Builds the program, with the page if that has been built, and answers where it is.
pub(crate) fn built(profile: Profile) -> Result<PathBuf> {
    let (how, folder): (&[_], _) = match profile {
        Profile::Dev => (&["build"], "debug"),
        Profile::Test => (&["test", "--no-run"], "debug"),
        Profile::Release => (&["build", "--release"], "release"),
    };
    process::run(process::cargo().args(how).arg(format!("--package={NAME}")))?;
    let program = format!("{NAME}{EXE_SUFFIX}");
    Ok(workspace::target()?.join(folder).join(program))
}
