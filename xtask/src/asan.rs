//! The tests of columns under the address sanitizer, which sees what is read or written beside memory.

use anyhow::{Context, Result};

use crate::{process, workspace};

const INSTALL: &str = "rustup toolchain install nightly --profile minimal";

/// Runs the tests on a nightly compiler, which alone has sanitizers.
pub(crate) fn run() -> Result<()> {
    let host = host()
        .with_context(|| format!("the address sanitizer needs a nightly toolchain: `{INSTALL}`"))?;
    let folder = workspace::target()?.join("asan");
    process::run(
        process::cargo_of("nightly")
            .args(["test", "--package=semaine-tests"])
            .args(["--test=columns*", "--test=corpora"])
            // With a target given, build scripts and macros are compiled without the sanitizer.
            .args(["--target", &host, "--target-dir"])
            .arg(folder)
            .env("RUSTFLAGS", "-Zsanitizer=address"),
    )
}

/// The machine that the nightly compiler builds for, if there is one.
fn host() -> Option<String> {
    let version = process::ask(process::cargo_of("nightly").arg("-vV"))?;
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))?;
    Some(host.to_owned())
}
