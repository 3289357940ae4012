//! Benchmarks beside the peers, and the gate that keeps semaine ahead of them.

mod detail;
mod figures;
mod group;
mod javascript;
mod machine;
mod python;
pub(crate) mod record;
mod report;
mod rust;
mod suite;
mod summary;
pub(crate) mod table;
mod targets;
mod verdict;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Subcommand};

pub(crate) use self::javascript::check_sizes as check_javascript_size;
pub(crate) use self::machine::Machine;
use self::python::Python;
use self::rust::Rust;
use crate::migrate;

/// What `cargo xtask bench` takes.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Command {
    #[command(subcommand)]
    package: Option<Package>,
    #[command(flatten)]
    options: Options,
}

/// What can be measured besides the core.
#[derive(Subcommand)]
enum Package {
    /// Measure the npm package beside its peers, and what pages have to load
    #[command(name = "javascript")]
    JavaScript(Options),
    /// Measure the migration tool beside one UPDATE and a script in Python
    Migrate(migrate::BenchOptions),
    /// Measure the Python package beside its peers
    Python(Options),
}

/// How to measure.
#[derive(Args, Default)]
struct Options {
    /// Fail if a limit is exceeded in each of three looks
    #[arg(long)]
    gate: bool,
    /// Keep the figures in benches/records, named after the date and the processor
    #[arg(long, conflicts_with = "filter")]
    record: bool,
    /// Measure only the benchmarks whose name, such as `monday/semaine`, this pattern finds
    filter: Option<String>,
}

/// Measures and prints; answers 1 if the gate is asked for and stays shut.
pub(crate) fn run(command: &Command) -> Result<ExitCode> {
    match &command.package {
        None => suite::run(&Rust, &command.options),
        Some(Package::JavaScript(options)) => javascript::run(options),
        Some(Package::Migrate(options)) => migrate::bench(options),
        Some(Package::Python(options)) => suite::run(&Python::set_up()?, options),
    }
}

/// Everything, with the gate: says whether it opens.
pub(crate) fn gate() -> Result<bool> {
    let options = Options {
        gate: true,
        ..Options::default()
    };
    Ok(suite::run(&Rust, &options)? == ExitCode::SUCCESS
        && suite::run(&Python::set_up()?, &options)? == ExitCode::SUCCESS
        && javascript::run(&options)? == ExitCode::SUCCESS)
}
