//! The core on a machine without an operating system.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::debian_rust::DebianRust;
use crate::{process, workspace};

/// A microcontroller: no operating system, no allocator, 32 bits.
const TARGET: &str = "thumbv7em-none-eabi";

/// Builds a library that brings no `std` and no allocator.
pub(crate) fn check() -> Result<()> {
    if !has_target() {
        let mut add = Command::new("rustup");
        add.args(["target", "add", TARGET]);
        if let Err(error) = process::run(&mut add) {
            process::say(&format!(
                "{error:#}; building its `core` from Debian's source of Rust"
            ))?;
            let debian = DebianRust::set_up(&workspace::rust_version()?).with_context(|| {
                format!("the target {TARGET} is missing, and rustup cannot fetch it")
            })?;
            // A stable compiler builds its own `core` only if it is told to act as a nightly one.
            let mut cargo = debian.cargo();
            return build(cargo.env("RUSTC_BOOTSTRAP", "1").arg("-Zbuild-std=core"));
        }
    }
    build(&mut process::cargo())
}

fn has_target() -> bool {
    let mut folder = Command::new("rustc");
    folder.args(["--print", "target-libdir", "--target", TARGET]);
    process::ask(&mut folder).is_some_and(|folder| Path::new(&folder).is_dir())
}

fn build(cargo: &mut Command) -> Result<()> {
    process::run(cargo.args([
        "build",
        "--release",
        "--package=semaine-no-std",
        "--target",
        TARGET,
    ]))
}
