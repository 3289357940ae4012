//! The arithmetic that machines without wide products use, on any machine.

use std::process::Command;

use crate::process;

/// A cargo whose builds use that arithmetic, in a folder of their own so that neither kind of build
/// undoes the other.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let mut cargo = process::cargo();
    cargo
        .env("RUSTFLAGS", "--cfg semaine_narrow")
        .args([subcommand, "--target-dir=target/narrow"]);
    cargo
}
