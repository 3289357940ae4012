//! Fuzzing, for a while, from the committed corpus.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use crate::{process, workspace};

const TARGETS: [&str; 4] = ["parse", "round_trip", "arithmetic", "columns"];
const CARGO_FUZZ: &str = "0.13.2";

/// What `cargo xtask fuzz` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// How long to fuzz, all targets together
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
    seconds: u32,
}

/// Runs every target for its share of the time.
pub(crate) fn run(options: &Options) -> Result<()> {
    let nightly = process::ask(process::cargo_of("nightly").arg("--version"));
    nightly.context(
        "fuzzing needs a nightly toolchain: `rustup toolchain install nightly --profile minimal`",
    )?;
    let scratch = workspace::scratch()?;
    let path = path_with_cargo_fuzz(&scratch.join("tools"))?;
    let targets = u32::try_from(TARGETS.len()).unwrap_or(1);
    let seconds = options.seconds.div_ceil(targets);
    for target in TARGETS {
        // libFuzzer writes what it finds into the first folder and only reads the second, so that
        // the checkout stays clean.
        let found = scratch.join("corpus").join(target);
        fs::create_dir_all(&found)
            .with_context(|| format!("cannot create the folder {}", found.display()))?;
        process::run(
            process::cargo_of("nightly")
                .args(["fuzz", "run", "--fuzz-dir=fuzz", target])
                .arg(found)
                .arg(Path::new("fuzz").join("corpus").join(target))
                .args(["--".to_owned(), format!("-max_total_time={seconds}")])
                .env("PATH", &path),
        )?;
    }
    Ok(())
}

/// The search path with cargo-fuzz on it, which is installed if it is missing.
fn path_with_cargo_fuzz(tools: &Path) -> Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools.join("bin")).chain(env::split_paths(&old));
    let path = env::join_paths(folders.collect::<Vec<PathBuf>>())
        .with_context(|| format!("{} cannot stand in PATH", tools.display()))?;
    let mut version = process::cargo_of("nightly");
    version.args(["fuzz", "--version"]).env("PATH", &path);
    if process::ask(&mut version).is_none() {
        process::say(&format!("cargo-fuzz is missing: installing {CARGO_FUZZ}"))?;
        process::run(
            process::cargo()
                .args(["install", "cargo-fuzz", "--locked", "--version", CARGO_FUZZ])
                .arg("--root")
                .arg(tools),
        )?;
    }
    Ok(path)
}
