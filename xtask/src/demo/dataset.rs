//! Real dates to show: four years of daily weather in Seattle, from a Python package.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use crate::python::python;
use crate::{process, workspace};

/// The column that holds the dates.
pub(crate) const COLUMN: &str = "date";

const PACKAGE: &str = "vega_datasets-0.9.0";
/// What pip is asked for; the hash makes sure that everybody sees the same dates.
const REQUIREMENT: &str = "vega_datasets==0.9.0 \
    --hash=sha256:3d7c63917be6ca9b154b565f4779a31fedce57b01b5b9d99d8a34a7608062a1d\n";

/// The file with the data, which is fetched the first time.
pub(crate) fn path() -> Result<PathBuf> {
    let folder = workspace::scratch()?.join(PACKAGE);
    let ready = folder.join("seattle-weather.csv");
    if !ready.exists() {
        fetch(&folder, &ready).context(
            "the built-in data needs Python 3 with pip, and PyPI once; \
             without them, show dates of your own: cargo xtask demo --dates FILE",
        )?;
    }
    process::say(&format!("The dates of {}:", ready.display()))?;
    Ok(ready)
}

fn fetch(folder: &Path, ready: &Path) -> Result<()> {
    process::say("Fetching the data, this once: four years of daily weather, from PyPI")?;
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot create the folder {}", folder.display()))?;
    let requirement = folder.join("requirement.txt");
    fs::write(&requirement, REQUIREMENT)
        .with_context(|| format!("cannot write {}", requirement.display()))?;
    process::run(
        python()?
            .args([
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--require-hashes",
                "-r",
            ])
            .arg(requirement)
            .arg("-d")
            .arg(folder),
    )?;
    process::run(
        python()?
            .args(["-m", "zipfile", "-e"])
            .arg(folder.join(format!("{PACKAGE}-py3-none-any.whl")))
            .arg(folder),
    )?;
    let raw = folder
        .join("vega_datasets")
        .join("_data")
        .join("seattle-weather.csv");
    let raw = fs::read(&raw).with_context(|| format!("cannot read {}", raw.display()))?;
    process::say("Its dates are written 2012/01/01: rewriting them in ISO 8601, as 2012-01-01")?;
    // Renamed when whole, so that a run that is cut short leaves nothing that looks ready.
    let part = folder.join("part.csv");
    fs::write(&part, with_iso_dates(&raw)?)
        .and_then(|()| fs::rename(&part, ready))
        .with_context(|| format!("cannot write {}", ready.display()))
}

/// The same table with hyphens in its dates, which the strict parser asks for.
fn with_iso_dates(table: &[u8]) -> Result<Vec<u8>> {
    let mut reader = ReaderBuilder::new().from_reader(table);
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    let header = reader
        .headers()
        .context("cannot read the header of the data")?
        .clone();
    writer.write_record(&header)?;
    for row in reader.records() {
        let row = row.context("cannot read a row of the data")?;
        let row: StringRecord = header
            .iter()
            .zip(&row)
            .map(|(name, field)| {
                if name == COLUMN {
                    field.replace('/', "-")
                } else {
                    field.into()
                }
            })
            .collect();
        writer.write_record(&row)?;
    }
    writer.into_inner().context("cannot finish the table")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_dates_are_rewritten() {
        let table = with_iso_dates(b"date,weather\n2012/01/01,rain/snow\n").unwrap();
        assert_eq!(table, b"date,weather\n2012-01-01,rain/snow\n");
    }
}
