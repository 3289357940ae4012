//! A million rows on both databases, beside one UPDATE and beside a script in Python.

mod contender;
mod goals;
mod measured;
mod place;
mod programs;
mod report;
mod writers;

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use self::contender::Contenders;
use self::goals::Figure;
use self::place::Place;
use self::programs::Programs;
use crate::files::emptied;
use crate::python::{self, Group};
use crate::server::Cluster;
use crate::{process, workspace};

/// What `cargo xtask bench migrate` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// How many meal plans, of which six of seven have to move
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(1000..))]
    rows: u64,
    /// How often each is measured; the median counts
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Migrate ten times as many rows too, to see whether memory grows
    #[arg(long)]
    memory: bool,
    /// Leave out the script in Python
    #[arg(long)]
    no_peer: bool,
    /// Keep the figures in benches/records, named after the date and the processor
    #[arg(long)]
    record: bool,
}

/// Measures and prints; answers 1 if a goal is missed.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let programs = Programs::build()?;
    let python = python::environment_of(Group::Migrate)?;
    let folder = emptied(workspace::scratch()?.join("migrate"))?;
    let cluster = Cluster::start()?;
    let mut figures: Vec<Figure> = Vec::new();
    for place in [Place::Sqlite(folder.clone()), Place::Postgres(&cluster)] {
        process::say(&format!("\nmigrate: {}", place.name()))?;
        let contenders = Contenders::measure(&place, &programs, &python, options)?;
        figures.extend(goals::of(&place, &contenders, options));
    }
    drop(cluster);
    emptied(folder)?;
    report::print(&figures, options)?;
    if options.record {
        let path = report::keep(&figures, options)?;
        process::say(&format!("Wrote {}", path.display()))?;
    }
    let missed = figures.iter().any(|figure| figure.met() == Some(false));
    Ok(ExitCode::from(u8::from(missed)))
}
