//! The program `semaine-server`.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

use anyhow::Result;

use crate::{process, workspace};

const NAME: &str = "semaine-server";

/// How it is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Soon, to be tested and looked at.
    Dev,
    /// To be measured.
    Release,
}

/// Builds the program, with the page if that has been built, and answers where it is.
pub(crate) fn built(profile: Profile) -> Result<PathBuf> {
    let (name, folder) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Release => ("release", "release"),
    };
    process::run(process::cargo().args([
        "build",
        &format!("--package={NAME}"),
        &format!("--profile={name}"),
    ]))?;
    let program = format!("{NAME}{EXE_SUFFIX}");
    Ok(workspace::target()?.join(folder).join(program))
}
