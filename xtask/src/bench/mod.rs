//! Benchmarks beside the peers, and the gate that keeps semaine ahead of them.

mod figures;
mod group;
mod machine;
mod targets;

use std::io::{self, Write};
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Result, bail};
use clap::Args;

use self::group::Group;
use self::targets::TARGETS;
use crate::{process, workspace};

/// What `cargo xtask bench` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// Fail if a limit is exceeded twice
    #[arg(long)]
    gate: bool,
    /// Measure only the benchmarks whose name, such as `monday/semaine`, this pattern finds
    filter: Option<String>,
}

/// Other work on the machine is given this long to end before a second look.
const QUIET: Duration = Duration::from_secs(10);

/// Measures and prints; answers 1 if the gate is asked for and stays shut.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let groups = measure(options.filter.as_deref())?;
    print(&groups)?;
    if !options.gate {
        return Ok(ExitCode::SUCCESS);
    }
    if options.filter.is_none() {
        check_complete(&groups)?;
    }
    let missed = missed(&groups);
    if missed.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    process::say(&format!(
        "Missed in {}: measuring again, once",
        missed.join(", ")
    ))?;
    thread::sleep(QUIET);
    let groups = measure(Some(&format!("^({})/", missed.join("|"))))?;
    print(&groups)?;
    let missed = self::missed(&groups);
    if missed.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    process::say(&format!("Missed twice: {}", missed.join(", ")))?;
    Ok(ExitCode::from(1))
}

fn measure(filter: Option<&str>) -> Result<Vec<Group>> {
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
    Ok(group::groups(figures))
}

fn print(groups: &[Group]) -> Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "\n{}", machine::description())?;
    for group in groups {
        writeln!(out, "\n{group}")?;
    }
    Ok(())
}

fn missed(groups: &[Group]) -> Vec<&str> {
    groups
        .iter()
        .filter(|group| group.verdict().is_some_and(|verdict| !verdict.holds()))
        .map(Group::name)
        .collect()
}

/// A target that nothing measures would be met for ever.
fn check_complete(groups: &[Group]) -> Result<()> {
    for target in &TARGETS {
        let group = groups.iter().find(|group| group.name() == target.group);
        if group.and_then(Group::verdict).is_none() {
            bail!(
                "the group {} has a target and no figures for `semaine` and a peer: \
                 benches/ and xtask/src/bench/targets.rs must agree",
                target.group,
            );
        }
    }
    Ok(())
}
