//! Every test, and each benchmark once.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{javascript, process, python};

/// What `cargo xtask test` takes.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Test the code of one language alone
    language: Option<Language>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    Rust,
    Python,
    Javascript,
}

/// Runs what the README tells everybody to run.
pub(crate) fn run(options: &Options) -> Result<()> {
    let asked_for = |language| options.language.is_none_or(|one| one == language);
    if asked_for(Language::Rust) {
        rust()?;
    }
    if asked_for(Language::Python) {
        python::test()?;
    }
    if asked_for(Language::Javascript) {
        javascript::test()?;
    }
    Ok(())
}

fn rust() -> Result<()> {
    process::run(process::cargo().args([
        "test",
        "--workspace",
        // Neither can be linked as an ordinary program: `cargo xtask ci` builds them as they must be.
        "--exclude=semaine-no-std",
        "--exclude=semaine-no-panic",
        // Their tests are written in Python and JavaScript.
        "--exclude=semaine-python",
        "--exclude=semaine-node",
        "--exclude=semaine-floors",
        // Apart, so that it is built exactly as it runs: Windows refuses to replace a running program.
        "--exclude=xtask",
        // It holds no tests, and its benchmarks run below.
        "--exclude=semaine-benches",
    ]))?;
    process::run(process::cargo().args(["test", "--package=xtask"]))?;
    process::run(process::cargo().args(["test", "--package=semaine", "--all-features"]))?;
    process::run(process::cargo().args(["bench", "--package=semaine-benches", "--", "--test"]))
}
