//! What was measured on one database.

use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Options;
use super::measured::{self, Measured};
use super::place::Place;
use super::programs::Programs;
use super::writers::{Latencies, Writers};
use crate::process;

/// How long the writers are alone, to know what they take undisturbed.
const ALONE: Duration = Duration::from_secs(10);
/// What the replaced system was given ten seconds for.
pub(super) const FEW: u64 = 10_000;

const ORIGINAL: &str = "original";
const COPY: &str = "copy";

pub(super) struct Contenders {
    /// Rows that had to move.
    pub(super) moved: f64,
    /// One UPDATE.
    pub(super) plain: Measured,
    /// The tool with nobody beside it.
    pub(super) offline: Measured,
    pub(super) validation: Measured,
    /// The tool with writers beside it.
    pub(super) online: Measured,
    pub(super) writers_alone: Latencies,
    pub(super) writers_beside: Latencies,
    pub(super) python: Option<Measured>,
    /// The tool on few rows.
    pub(super) few: Measured,
    /// The tool on ten times as many rows.
    pub(super) many: Option<Measured>,
}

impl Contenders {
    /// Measures each on a copy of the same database, and compares what they leave behind.
    pub(super) fn measure(
        place: &Place<'_>,
        programs: &Programs,
        python: &Path,
        options: &Options,
    ) -> Result<Self> {
        place.make(programs, ORIGINAL, options.rows)?;
        let (mut plain, mut offline, mut validation) = (Vec::new(), Vec::new(), Vec::new());
        let mut moved = 0.0;
        let mut digests = Vec::new();
        for _ in 0..options.rounds {
            let url = place.copy(ORIGINAL, COPY)?;
            let one = measured::run(&mut on(&programs.plain, &url))?;
            moved = number(&one.output, "moved")?;
            plain.push(one);
            digests.push(digest(programs, &url)?);
            place.remove(COPY)?;

            let url = place.copy(ORIGINAL, COPY)?;
            offline.push(migrate(programs, &url, "offline")?);
            validation.push(measured::run(on(&programs.tool, &url).arg("validate"))?);
            digests.push(digest(programs, &url)?);
            place.remove(COPY)?;
        }
        let python = if options.no_peer {
            None
        } else {
            let url = place.copy(ORIGINAL, COPY)?;
            let mut script = process::program(python);
            script
                .arg("benches/migrate/row_by_row.py")
                .arg(place.url_for_python(COPY));
            let run = measured::run(&mut script)?;
            digests.push(digest(programs, &url)?);
            place.remove(COPY)?;
            Some(run)
        };
        let first = digests.first();
        ensure!(
            digests.iter().all(|digest| Some(digest) == first),
            "they leave different rows behind"
        );

        let url = place.copy(ORIGINAL, COPY)?;
        let writers = Writers::start(&programs.writers, &url, options.rows)?;
        sleep(ALONE);
        let writers_alone = writers.end()?;
        let writers = Writers::start(&programs.writers, &url, options.rows)?;
        let online = migrate(programs, &url, "online")?;
        let writers_beside = writers.end()?;
        place.remove(COPY)?;
        place.remove(ORIGINAL)?;

        let few = Self::sized(place, programs, FEW)?;
        let many = options
            .memory
            .then(|| Self::sized(place, programs, 10 * options.rows))
            .transpose()?;
        Ok(Self {
            moved,
            plain: measured::median(plain)?,
            offline: measured::median(offline)?,
            validation: measured::median(validation)?,
            online,
            writers_alone,
            writers_beside,
            python,
            few,
            many,
        })
    }

    /// The tool on another number of rows.
    fn sized(place: &Place<'_>, programs: &Programs, rows: u64) -> Result<Measured> {
        place.make(programs, "sized", rows)?;
        let url = place.copy("sized", COPY)?;
        place.remove("sized")?;
        let run = migrate(programs, &url, "offline")?;
        place.remove(COPY)?;
        Ok(run)
    }
}

fn on(program: &Path, url: &str) -> Command {
    let mut command = process::program(program);
    command.env("DATABASE_URL", url);
    command
}

fn migrate(programs: &Programs, url: &str, profile: &str) -> Result<Measured> {
    let mut command = on(&programs.tool, url);
    command.args(["migrate", "--execute", "--no-backup", "--output=json"]);
    command.args(["--profile", profile]);
    measured::run(&mut command)
}

/// The digest of the meal plans.
fn digest(programs: &Programs, url: &str) -> Result<String> {
    Ok(measured::run(&mut on(&programs.digest, url))?.output)
}

pub(super) fn number(report: &str, name: &str) -> Result<f64> {
    let report: Value = serde_json::from_str(report)?;
    let number = report.get(name).and_then(Value::as_f64);
    number.with_context(|| format!("a report without `{name}`"))
}
