//! The load of twenty people, on the reference server and on the one that a Python user would write.

mod answers;
mod contender;
mod fill;
mod goals;
mod limits;
mod locust;
mod plot;
mod report;
mod restart;
mod samples;
mod usage;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use self::contender::{Contender, Program};
use self::goals::Goals;
use crate::files::emptied;
use crate::python::{self, Group};
use crate::server::{Cluster, Profile, built};
use crate::{process, workspace};

/// What `cargo xtask load` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// How many people look at their plans
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    users: u32,
    /// How many of them come each second
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..))]
    spawn_rate: u32,
    /// How long each server is looked at
    #[arg(long, default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..))]
    seconds: u32,
    /// Where the plans are kept; on SQLite, the server in Python has the same load
    #[arg(long, value_enum, default_value_t = Database::Sqlite)]
    database: Database,
    /// Leave out the server in Python
    #[arg(long)]
    no_peer: bool,
    /// The folder for a CSV file with every request; target/xtask/load unless it is given
    #[arg(long, value_name = "FOLDER")]
    csv: Option<PathBuf>,
    /// Keep the figures in benches/records, named after the date and the processor
    #[arg(long)]
    record: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Database {
    Sqlite,
    Postgres,
}

/// Measures and prints; answers 1 if a goal is missed.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let program = built(Profile::Release)?;
    let python = python::environment_of(Group::Load)?;
    let folder = emptied(workspace::scratch()?.join("load"))?;
    let csv = options.csv.clone().unwrap_or_else(|| folder.clone());
    std::fs::create_dir_all(&csv).with_context(|| format!("cannot make {}", csv.display()))?;
    let file = folder.join("semaine.db");
    let (cluster, url) = match options.database {
        Database::Sqlite => (None, format!("sqlite://{}?mode=rwc", file.display())),
        Database::Postgres => {
            let cluster = Cluster::start()?;
            let url = cluster.url();
            (Some(cluster), url)
        }
    };
    let ours = Program::ours(&program, &url);
    fill::run(&ours)?;

    let mut programs = vec![ours];
    if options.database == Database::Sqlite && !options.no_peer {
        programs.push(Program::peer(&python, &file, 1));
        programs.push(Program::peer(&python, &file, 2));
    }
    let mut contenders: Vec<Contender> = Vec::new();
    for program in &programs {
        process::say(&format!("\nload: {}", program.name()))?;
        let reference = contenders.first();
        let contender = contender::measure(program, &python, &csv, options, reference)?;
        contenders.push(contender);
    }
    process::say("\nload: through a restart")?;
    let restart = restart::run(programs.first().context("there is a server")?)?;
    drop(cluster);

    let least_requests = locust::least_requests(options)?;
    let goals = Goals::of(&contenders, &restart, least_requests);
    let plot = plot::draw(&contenders);
    let path = folder.join("latency.svg");
    std::fs::write(&path, &plot).with_context(|| format!("cannot write {}", path.display()))?;
    report::print(options, &contenders, &goals, &csv, &path)?;
    if options.record {
        let path = report::keep(options, &contenders, &goals, &plot)?;
        process::say(&format!("Wrote {}", path.display()))?;
    }
    Ok(ExitCode::from(u8::from(!goals.missed().is_empty())))
}
