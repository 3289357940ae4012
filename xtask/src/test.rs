//! Every test, and each benchmark once.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{javascript, process, python, server};

/// What `cargo xtask test` takes.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Test one part alone: the code of a language, the reference server with the migration tool, or that alone
    part: Option<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    Rust,
    Python,
    Javascript,
    Server,
    Migrate,
}

/// Runs what the README tells everybody to run.
pub(crate) fn run(options: &Options) -> Result<()> {
    let asked_for = |part| options.part.is_none_or(|one| one == part);
    if asked_for(Part::Rust) {
        rust()?;
    }
    if asked_for(Part::Python) {
        python::test()?;
    }
    if asked_for(Part::Javascript) {
        javascript::test()?;
    }
    // After the page, which the server is built with.
    if asked_for(Part::Server) {
        server::test()?;
    }
    if options.part == Some(Part::Migrate) {
        server::test_migrate()?;
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
        // They need databases.
        "--exclude=semaine-migrate",
        "--exclude=semaine-server",
        // It holds no tests, and its benchmarks run below.
        "--exclude=semaine-benches",
    ]))?;
    process::run(process::cargo().args(["test", "--package=xtask"]))?;
    process::run(process::cargo().args(["test", "--package=semaine", "--all-features"]))?;
    process::run(process::cargo().args(["bench", "--package=semaine-benches", "--", "--test"]))
}
