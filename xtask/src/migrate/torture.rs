//! The tests of faults and of the model, much longer than CI has the time for.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{ExitCode, Stdio};

use anyhow::{Context, Result};
use clap::Args;

use crate::bench::table;
use crate::files::emptied;
use crate::{postgresql, process, workspace};

/// What `cargo xtask migrate-torture` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// Only the tests whose name, such as `faults::kills`, has one of these as a part
    filter: Vec<String>,
    /// As often as CI does, to see whether it works
    #[arg(long)]
    short: bool,
}

/// The modules of the tests.
const ALL: [&str; 2] = ["faults::", "model::"];

/// Runs them and prints what they counted; answers 1 if anything diverged.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let tally = emptied(workspace::scratch()?.join("migrate-torture"))?.join("tally");
    let mut tests = process::cargo();
    tests
        .args(["test", "--release", "--package=semaine-migrate"])
        .args(["--features=failpoints", "--test=it", "--"])
        .arg("--show-output")
        .env("SEMAINE_MIGRATE_TALLY", &tally)
        .stdout(Stdio::piped());
    if options.filter.is_empty() {
        tests.args(ALL);
    } else {
        tests.args(&options.filter);
    }
    if !options.short {
        tests.env("SEMAINE_MIGRATE_TORTURE", "full");
    }
    postgresql::set_up(&mut tests)?;
    process::say(&format!("$ {}", process::shown(&tests)))?;
    let mut child = tests.spawn().context("cannot start cargo")?;
    let output = child.stdout.take().context("its output is a pipe")?;
    let mut failed = 0;
    for line in BufReader::new(output).lines() {
        let line = line?;
        failed += u64::from(line.starts_with("test ") && line.ends_with("FAILED"));
        process::say(&line)?;
    }
    let succeeded = child.wait()?.success();
    let mut rows = counts(&tally)?;
    rows.push(["tests with a divergence".to_owned(), failed.to_string()]);
    process::say(&table::markdown(["", "count"], &rows))?;
    Ok(ExitCode::from(u8::from(!succeeded)))
}

/// What the tests counted, each sum under its name.
fn counts(tally: &Path) -> Result<Vec<[String; 2]>> {
    let text = fs::read_to_string(tally).context("the tests counted nothing")?;
    let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
    for line in text.lines() {
        let (name, number) = line.split_once('\t').context("a line of the tally")?;
        *sums.entry(name).or_default() += number.parse::<u64>()?;
    }
    let sums = sums.into_iter();
    Ok(sums
        .map(|(name, sum)| [name.to_owned(), sum.to_string()])
        .collect())
}
