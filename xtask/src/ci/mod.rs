//! What CI runs, in its order, on anybody's machine.

mod features;
mod msrv;
mod no_std;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::{bench, codegen, demo, javascript, process, python, test};

/// What `cargo xtask ci` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// Run one step alone
    #[arg(long, value_name = "NAME")]
    step: Option<Step>,
}

/// The steps, in the order in which they run: what is quick and fails often comes first.
#[derive(Clone, Copy, ValueEnum)]
enum Step {
    /// The form of the source
    Format,
    /// Lints on every target
    Clippy,
    /// The documentation, with its links
    Docs,
    /// Form, lints and types of the Python files
    PythonLint,
    /// Form, lints and types of the JavaScript files
    JavascriptLint,
    /// What pages that use the npm package have to load
    JavascriptSize,
    /// The core on the oldest supported compiler
    Msrv,
    /// Generated files are up to date
    Codegen,
    /// The core with every combination of its features
    Features,
    /// The core on a machine without an operating system
    NoStd,
    /// The core links only if nothing in it can panic
    NoPanic,
    /// Every test, and each benchmark once
    Test,
    /// The main job on real dates
    Demo,
    /// No benchmark exceeds its limit twice
    Bench,
}

/// Runs the steps until one fails.
pub(crate) fn run(options: &Options) -> Result<()> {
    let chosen = options.step.as_ref().map(std::slice::from_ref);
    let start = Instant::now();
    for step in chosen.unwrap_or(Step::value_variants()) {
        step.announce_and_run()?;
    }
    process::say(&format!("ci: passed in {:.0?}", start.elapsed()))
}

impl Step {
    fn announce_and_run(self) -> Result<()> {
        let value = self.to_possible_value().context("a step has no name")?;
        let name = value.get_name();
        process::say(&format!("\nci: {name}"))?;
        let start = Instant::now();
        self.run().with_context(|| {
            format!("the step {name} failed; alone it runs as `cargo xtask ci --step {name}`")
        })?;
        process::say(&format!("ci: {name} passed in {:.1?}", start.elapsed()))
    }

    fn run(self) -> Result<()> {
        match self {
            Self::Format => format(),
            Self::Clippy => clippy(),
            Self::Docs => docs(),
            Self::PythonLint => python::lint(),
            Self::JavascriptLint => javascript::lint(),
            Self::JavascriptSize => bench::check_javascript_size(),
            Self::Msrv => msrv::check(),
            Self::Codegen => codegen::check(),
            Self::Features => features::check(),
            Self::NoStd => no_std::check(),
            Self::NoPanic => no_panic(),
            Self::Test => test::run(&test::Options::default()),
            Self::Demo => demo(),
            Self::Bench => bench(),
        }
    }
}

fn format() -> Result<()> {
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
        let mut command = process::cargo();
        command.args(["fmt", "--all", "--check", "--manifest-path", manifest]);
        process::run(&mut command)
            .with_context(|| format!("`cargo fmt --all --manifest-path {manifest}` mends it"))?;
    }
    Ok(())
}

/// It brings its own panic handler, and so cannot stand beside `std` on the host.
const NOT_FOR_THE_HOST: &str = "--exclude=semaine-no-std";

fn clippy() -> Result<()> {
    process::run(python::for_bindings(process::cargo().args([
        "clippy",
        "--workspace",
        NOT_FOR_THE_HOST,
        "--all-targets",
        "--all-features",
        "--",
        "-Dwarnings",
    ]))?)?;
    // libFuzzer itself is not linked here, so any toolchain will do.
    process::run(process::cargo().args([
        "clippy",
        "--manifest-path=fuzz/Cargo.toml",
        "--",
        "-Dwarnings",
    ]))
}

fn docs() -> Result<()> {
    process::run(python::for_bindings(
        process::cargo()
            .args([
                "doc",
                "--no-deps",
                "--workspace",
                NOT_FOR_THE_HOST,
                "--all-features",
            ])
            .env("RUSTDOCFLAGS", "-Dwarnings"),
    )?)
}

fn no_panic() -> Result<()> {
    process::run(process::cargo().args(["build", "--profile=proof", "--package=semaine-no-panic"]))
        .context("a link error that names no_panic means that the named function may panic")
}

fn demo() -> Result<()> {
    // The tests build the page and serve it.
    if demo::run(&demo::Options::without_page())? != ExitCode::SUCCESS {
        bail!("some of the built-in dates were refused");
    }
    Ok(())
}

fn bench() -> Result<()> {
    if !bench::gate()? {
        bail!("a limit was exceeded twice; the figures are above");
    }
    Ok(())
}
