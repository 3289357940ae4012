//! A suite of benchmarks, and how its promises are held.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use anyhow::Result;
use semaine::columns::InstructionSet;

use super::Options;
use super::figures::{self, Figures};
use super::group::{self, Group};
use super::targets::{self, Target};
use super::verdict::{self, Verdict};
use crate::process;

/// Benchmarks that are measured together, and what was promised of them.
pub(crate) trait Suite {
    /// Every promise.
    const TARGETS: &'static [Target];

    /// Measures every benchmark, or those in whose names a pattern is found; a name is that of the
    /// group, a slash, and more.
    fn measure(&self, filter: Option<&str>) -> Result<Vec<Figures>>;

    /// The figures as a person reads them.
    fn report(&self, groups: &[Group], verdicts: &[Verdict]) -> String;

    /// Keeps a run, and says where.
    fn record(&self, groups: &[Group], verdicts: &[Verdict]) -> Result<PathBuf>;
}

/// Other work on the machine is given this long to end before another look.
const QUIET: Duration = Duration::from_secs(10);
/// How often a missed target is measured before it is believed.
const LOOKS: u32 = 3;

/// Measures and prints; answers 1 if the gate is asked for and stays shut.
pub(crate) fn run<S: Suite>(suite: &S, options: &Options) -> Result<ExitCode> {
    let figures = suite.measure(options.filter.as_deref())?;
    let groups = group::groups(figures.clone());
    let verdicts = verdict::all(S::TARGETS, &groups);
    print(suite, &groups, &verdicts)?;
    if options.record {
        let file = suite.record(&groups, &verdicts)?;
        process::say(&format!("Recorded in {}", file.display()))?;
    }
    if !options.gate {
        return Ok(ExitCode::SUCCESS);
    }
    if options.filter.is_none() {
        verdict::complete(
            targets::promised(S::TARGETS, InstructionSet::current()),
            &groups,
        )?;
    }
    let missed = missed(&verdicts);
    if look_again(suite, missed, figures)? {
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::from(1))
    }
}

/// Measures the groups of missed targets again while they are missed, and says which remain so.
///
/// The shortest of all times counts, of semaine and of what it is held against: what other work on
/// the machine adds to a time is never negative.
fn look_again<S: Suite>(
    suite: &S,
    mut missed: Vec<&'static Target>,
    mut figures: Vec<Figures>,
) -> Result<bool> {
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
        figures = figures::shortest_of(figures, suite.measure(Some(&filter))?);
        let mut groups = group::groups(figures.clone());
        groups.retain(|group| names.contains(&group.name()));
        let verdicts = verdict::complete(missed, &groups)?;
        print(suite, &groups, &verdicts)?;
        missed = self::missed(&verdicts);
        for verdict in verdicts.iter().filter(|verdict| !verdict.holds()) {
            process::say(&format!("Missed again: {}: {verdict}", verdict.group()))?;
        }
    }
    Ok(missed.is_empty())
}

fn print(suite: &impl Suite, groups: &[Group], verdicts: &[Verdict]) -> Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "\n{}", suite.report(groups, verdicts))?;
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
