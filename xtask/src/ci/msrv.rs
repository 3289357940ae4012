//! The core on the oldest compiler that it supports.

use std::process::Command;

use anyhow::{Context, Result};

use crate::debian_rust::DebianRust;
use crate::{process, workspace};

/// Recent releases of `time` need a newer compiler, so its feature is left out.
const FEATURES: [&str; 2] = ["", "std,serde,jiff,chrono"];

/// Checks the core without and with its features.
pub(crate) fn check() -> Result<()> {
    let version = workspace::rust_version()?;
    let has = || process::ask(process::cargo_of(&version).arg("--version")).is_some();
    if !has() {
        let mut install = Command::new("rustup");
        install.args(["toolchain", "install", &version, "--profile", "minimal"]);
        if let Err(error) = process::run(&mut install) {
            process::say(&format!("{error:#}; trying Debian's package of Rust"))?;
            let debian = DebianRust::set_up(&version).with_context(|| {
                format!("Rust {version} is missing, and rustup cannot fetch it")
            })?;
            return check_with(|| debian.cargo());
        }
    }
    check_with(|| process::cargo_of(&version))
}

fn check_with(cargo: impl Fn() -> Command) -> Result<()> {
    for features in FEATURES {
        process::run(cargo().args([
            "check",
            "--package=semaine",
            "--no-default-features",
            "--features",
            features,
        ]))?;
    }
    Ok(())
}
