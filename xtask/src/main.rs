//! Every chore of the repository: `cargo xtask --help` lists them.
//!
//! The exit code says how it went, as that of `diff` does: 0 for yes, 1 for no (a refused date, a
//! missed target), 2 for trouble.

mod apt;
mod asan;
mod at_once;
mod bare;
mod bench;
mod ci;
mod codegen;
mod debian_rust;
mod demo;
mod exhaustive;
mod files;
mod fuzz;
mod javascript;
mod load;
mod migrate;
mod narrow;
mod postgresql;
mod process;
mod python;
mod server;
mod test;
mod workspace;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Every chore of the repository, for people and for CI alike.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Show the ISO week of every date of a file, or of a real data set; then serve the page of examples/web
    Demo(demo::Options),
    /// Run every test, and each benchmark once
    Test(test::Options),
    /// Walk every representable day and week, one by one and in columns
    Exhaustive,
    /// Measure semaine beside its peers
    Bench(bench::Command),
    /// Give the reference server the load of twenty people, and the one that a Python user would write
    Load(load::Options),
    /// Kill, stop, cut off and crowd the migration tool, and hold it against its model, for long
    MigrateTorture(migrate::TortureOptions),
    /// Fuzz every target for a while, from the committed corpus
    Fuzz(fuzz::Options),
    /// Run the tests of columns under the address sanitizer
    Asan,
    /// Write the generated files, or check that they are up to date
    Codegen(codegen::Options),
    /// Build the Python wheel of each interpreter, and the source distribution
    Wheels,
    /// Build the tarballs of the npm package and of its addon for this machine
    Tarballs,
    /// Choose the versions of the Python packages that the chores install
    Pin,
    /// Run what CI runs, in its order
    Ci(ci::Options),
}

fn main() -> ExitCode {
    match run(Cli::parse().chore) {
        Ok(code) => code,
        // Whoever reads the output has seen enough, as in `cargo xtask demo | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell if standard error is closed too.
            let _ = writeln!(io::stderr(), "error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(chore: Chore) -> Result<ExitCode> {
    match chore {
        Chore::Demo(options) => demo::run(&options),
        Chore::Test(options) => test::run(&options).map(done),
        Chore::Exhaustive => exhaustive::run().map(done),
        Chore::Bench(command) => bench::run(&command),
        Chore::Load(options) => load::run(&options),
        Chore::MigrateTorture(options) => migrate::torture(&options),
        Chore::Fuzz(options) => fuzz::run(&options).map(done),
        Chore::Asan => asan::run().map(done),
        Chore::Codegen(options) => codegen::run(&options).map(done),
        Chore::Wheels => python::wheels().map(done),
        Chore::Tarballs => javascript::tarballs().map(done),
        Chore::Pin => python::pin().map(done),
        Chore::Ci(options) => ci::run(&options).map(done),
    }
}

fn done((): ()) -> ExitCode {
    ExitCode::SUCCESS
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
