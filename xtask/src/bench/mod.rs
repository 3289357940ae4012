//! Benchmarks beside the peers, and the gate that keeps semaine ahead of them.

mod figures;
mod group;
mod machine;
mod record;
mod summary;
mod table;
mod targets;
mod verdict;

use std::io::{self, Write};
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Result, bail};
use clap::Args;
use semaine::columns::InstructionSet;

use self::figures::Figures;
use self::group::Group;
use self::machine::Machine;
use self::targets::Target;
use self::verdict::Verdict;
use crate::{process, workspace};

/// What `cargo xtask bench` takes.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Fail if a limit is exceeded in each of three looks
    #[arg(long)]
    gate: bool,
    /// Keep the figures in benches/records, named after the date and the processor
    #[arg(long, conflicts_with = "filter")]
    record: bool,
    /// Measure only the benchmarks whose name, such as `monday/semaine`, this pattern finds
    filter: Option<String>,
}

impl Options {
    /// Everything, with the gate.
    pub(crate) fn gate() -> Self {
        Self {
            gate: true,
            ..Self::default()
        }
    }
}

/// Other work on the machine is given this long to end before another look.
const QUIET: Duration = Duration::from_secs(10);
/// How often a missed target is measured before it is believed.
const LOOKS: u32 = 3;

/// Measures and prints; answers 1 if the gate is asked for and stays shut.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let figures = measure(options.filter.as_deref())?;
    let groups = group::groups(figures.clone());
    let verdicts = verdict::all(&groups);
    print(&groups, &verdicts)?;
    if options.record {
        let file = record::write(&groups, &verdicts)?;
        process::say(&format!("Recorded in {}", file.display()))?;
    }
    if !options.gate {
        return Ok(ExitCode::SUCCESS);
    }
    if options.filter.is_none() {
        verdict::complete(targets::promised(InstructionSet::current()), &groups)?;
    }
    let missed = missed(&verdicts);
    if look_again(missed, figures)? {
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::from(1))
    }
}

/// Measures the groups of missed targets again while they are missed, and says which remain so.
///
/// The shortest of all times counts, of semaine and of what it is held against: what other work on
/// the machine adds to a time is never negative.
fn look_again(mut missed: Vec<&'static Target>, mut figures: Vec<Figures>) -> Result<bool> {
    for look in 2..=LOOKS {
        if missed.is_empty() {
            break;
        }
        let mut names: Vec<_> = missed.iter().map(|target| target.group).collect();
        names.dedup();
        process::say(&format!(
            "Missed in {}: look {look} of {LOOKS}",
            names.join(", ")
        ))?;
        thread::sleep(QUIET);
        let filter = format!("^({})/", names.join("|"));
        figures = figures::shortest_of(figures, measure(Some(&filter))?);
        let mut groups = group::groups(figures.clone());
        groups.retain(|group| names.contains(&group.name()));
        let verdicts = verdict::complete(missed, &groups)?;
        print(&groups, &verdicts)?;
        missed = self::missed(&verdicts);
        for verdict in verdicts.iter().filter(|verdict| !verdict.holds()) {
            process::say(&format!("Missed again: {}: {verdict}", verdict.group()))?;
        }
    }
    Ok(missed.is_empty())
}

fn measure(filter: Option<&str>) -> Result<Vec<Figures>> {
    let start = SystemTime::now();
    process::run(
        process::cargo()
            .args(["bench", "--package=semaine-benches", "--", "--noplot"])
            .args(filter),
    )?;
    let figures = figures::read(&workspace::target()?.join("criterion"), start)?;
    if figures.is_empty() {
        bail!(
            "no benchmark ran; {}",
            match filter {
                Some(filter) => format!("none has a name in which `{filter}` is found"),
                None => "benches/ holds none".to_owned(),
            }
        );
    }
    Ok(figures)
}

fn print(groups: &[Group], verdicts: &[Verdict]) -> Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "\n{}", Machine::here().description())?;
    for group in groups {
        writeln!(out, "\n{}", group.table(verdicts))?;
    }
    if let Some(columns) = summary::of_columns(groups) {
        writeln!(out, "\n{columns}")?;
    }
    for verdict in verdicts.iter().filter(|verdict| !verdict.is_met()) {
        writeln!(out, "{}: {verdict}", verdict.group())?;
    }
    Ok(())
}

fn missed(verdicts: &[Verdict]) -> Vec<&'static Target> {
    verdicts
        .iter()
        .filter(|verdict| !verdict.holds())
        .map(Verdict::target)
        .collect()
}
