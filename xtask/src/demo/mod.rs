//! The main job on real input: dates in, ISO weeks out.

mod bars;
mod csv_file;
mod dataset;
mod input;
mod left_out;
mod rows;
mod text_file;
mod timestamp;
mod totals;
mod weeks;

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args;

use self::input::Item;
use self::left_out::Show;
use self::rows::Rows;
use self::totals::Totals;
use self::weeks::Weeks;
use crate::process;

/// What `cargo xtask demo` takes.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// A text file with a date on each line, or a CSV file (see --column), or - for standard input;
    /// without it, four years of daily weather, from a Python package
    #[arg(long, value_name = "FILE")]
    dates: Option<PathBuf>,
    /// The column of the CSV file that holds the dates
    #[arg(long, value_name = "NAME", requires = "dates")]
    column: Option<String>,
    /// Show every day of the built-in data, not only those around New Year
    #[arg(long, conflicts_with = "dates")]
    all: bool,
}

/// Shows the weeks, and answers 1 if some line was no date.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let totals = match &options.dates {
        None => show_dataset(options.all)?,
        Some(path) => show_file(path, options.column.as_deref()).with_context(|| shown(path))?,
    };
    Ok(ExitCode::from(u8::from(totals.refused > 0)))
}

fn show_dataset(all: bool) -> Result<Totals> {
    let show = if all { Show::All } else { Show::AroundNewYear };
    let input = open(&dataset::path()?)?;
    show_items(csv_file::items(input, dataset::COLUMN)?, show)
}

fn show_file(path: &Path, column: Option<&str>) -> Result<Totals> {
    let input = open(path)?;
    if let Some(column) = column {
        return show_items(csv_file::items(input, column)?, Show::All);
    }
    let totals = show_items(text_file::items(input), Show::All)?;
    if totals.dates == 0 {
        process::say("No line is a date; if this is a CSV file, name its column with --column")?;
    }
    Ok(totals)
}

fn open(path: &Path) -> Result<Box<dyn Read>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path)
        .context("cannot open it; --dates takes a file, or - for standard input")?;
    Ok(Box::new(file))
}

fn shown(path: &Path) -> String {
    if path == Path::new("-") {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    }
}

fn show_items(items: impl Iterator<Item = Result<Item>>, show: Show) -> Result<Totals> {
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut rows, mut weeks, mut totals) = (Rows::new(show), Weeks::new(show), Totals::default());
    for item in items {
        let Item { line, outcome } = item?;
        match outcome {
            Ok(date) => {
                rows.print(&mut out, line, date)?;
                weeks.count(date);
                totals.count(date);
            }
            Err(refusal) => {
                totals.refused += 1;
                // Flushed first, so that a terminal shows both streams in the order of the lines.
                out.flush()?;
                writeln!(io::stderr(), "line {line}: {refusal}")?;
            }
        }
    }
    if totals.dates == 0 && totals.refused == 0 {
        bail!("no dates");
    }
    rows.finish(&mut out)?;
    weeks.print(&mut out)?;
    totals.print(&mut out, weeks.len())?;
    out.flush()?;
    Ok(totals)
}
