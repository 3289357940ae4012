//! The main job on real input, dates in and ISO weeks out, and the page that is served after it.

mod bars;
mod csv_file;
mod dataset;
mod input;
mod left_out;
mod migrate;
mod page;
mod peer;
mod peers;
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
use self::migrate::Migration;
use self::page::Page;
use self::peer::{Answer, BATCH, Peer};
use self::rows::Rows;
use self::totals::Totals;
use self::weeks::Weeks;
use crate::javascript::node_version;
use crate::process;

/// What `cargo xtask demo` takes; the page is served after the weeks of the built-in data.
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
    /// Leave out the answers of the Python package
    #[arg(long)]
    no_python: bool,
    /// Leave out the answers of the npm package
    #[arg(long)]
    no_javascript: bool,
    #[command(flatten)]
    page: Page,
    #[command(flatten)]
    migration: Migration,
}

impl Options {
    /// The weeks of the built-in data, and an end.
    pub(crate) fn without_page() -> Self {
        Self {
            page: Page::none(),
            ..Self::default()
        }
    }
}

/// Shows the weeks, and answers 1 if some line was no date, or two languages differ; then shows the page,
/// unless the dates are somebody's own.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    if options.migration.migrate {
        return migrate::run();
    }
    if options.page.alone {
        return options.page.serve();
    }
    let code = show_weeks(options)?;
    if code != ExitCode::SUCCESS || options.dates.is_some() || options.page.left_out {
        return Ok(code);
    }
    if let Err(error) = node_version() {
        process::say(&format!("SKIPPED: the page: {error:#}"))?;
        return Ok(code);
    }
    options.page.serve()
}

fn show_weeks(options: &Options) -> Result<ExitCode> {
    let mut peers = Vec::new();
    if !options.no_python {
        peers.push(peers::python()?);
    }
    if !options.no_javascript {
        peers.extend(peers::javascript()?);
    }
    let totals = match &options.dates {
        None => show_dataset(options.all, peers)?,
        Some(path) => {
            show_file(path, options.column.as_deref(), peers).with_context(|| shown(path))?
        }
    };
    Ok(ExitCode::from(u8::from(
        totals.refused + totals.different > 0,
    )))
}

fn show_dataset(all: bool, peers: Vec<Peer>) -> Result<Totals> {
    let show = if all { Show::All } else { Show::AroundNewYear };
    let input = open(&dataset::path()?)?;
    show_items(csv_file::items(input, dataset::COLUMN)?, show, peers)
}

fn show_file(path: &Path, column: Option<&str>, peers: Vec<Peer>) -> Result<Totals> {
    let input = open(path)?;
    if let Some(column) = column {
        return show_items(csv_file::items(input, column)?, Show::All, peers);
    }
    let totals = show_items(text_file::items(input), Show::All, peers)?;
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

fn show_items(
    mut items: impl Iterator<Item = Result<Item>>,
    show: Show,
    mut peers: Vec<Peer>,
) -> Result<Totals> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut tables = Tables {
        rows: Rows::new(show, peers.iter().map(Peer::column).collect()),
        weeks: Weeks::new(show),
        totals: Totals::default(),
    };
    // One by one without others, so that they are shown as they come.
    let batch = if peers.is_empty() { 1 } else { BATCH };
    loop {
        let items: Vec<_> = items.by_ref().take(batch).collect::<Result<_>>()?;
        if items.is_empty() {
            break;
        }
        let dates = items.iter().filter_map(|item| item.outcome.as_ref().ok());
        let answers = peers
            .iter_mut()
            .map(|peer| peer.ask(dates.clone().copied()));
        let answers: Vec<_> = answers.collect::<Result<_>>()?;
        let mut answers: Vec<_> = answers.into_iter().map(Vec::into_iter).collect();
        for item in items {
            let answers: Vec<_> = if item.outcome.is_ok() {
                answers.iter_mut().filter_map(Iterator::next).collect()
            } else {
                Vec::new()
            };
            tables.show(&mut out, item, &answers)?;
        }
    }
    tables.finish(&mut out, peers)
}

/// What is shown, row by row and at the end.
struct Tables {
    rows: Rows,
    weeks: Weeks,
    totals: Totals,
}

impl Tables {
    fn show(&mut self, out: &mut impl Write, item: Item, answers: &[Answer]) -> Result<()> {
        let Item { line, outcome } = item;
        let complaints: Vec<_> = match outcome {
            Ok(date) => {
                self.rows.print(out, line, date, answers)?;
                self.weeks.count(date);
                self.totals.count(date);
                answers.iter().filter_map(Answer::complaint).collect()
            }
            Err(refusal) => {
                self.totals.refused += 1;
                vec![refusal.to_string()]
            }
        };
        for complaint in complaints {
            // Flushed first, so that a terminal shows both streams in the order of the lines.
            out.flush()?;
            writeln!(io::stderr(), "line {line}: {complaint}")?;
        }
        Ok(())
    }

    fn finish(self, out: &mut impl Write, peers: Vec<Peer>) -> Result<Totals> {
        let Self {
            rows,
            weeks,
            mut totals,
        } = self;
        if totals.dates == 0 && totals.refused == 0 {
            bail!("no dates");
        }
        rows.finish(out)?;
        weeks.print(out)?;
        totals.print(out, weeks.len())?;
        for (place, peer) in peers.into_iter().enumerate() {
            if place == 0 {
                writeln!(out)?;
            }
            let agreement = peer.finish()?;
            agreement.print(out)?;
            totals.different += agreement.different();
        }
        out.flush()?;
        Ok(totals)
    }
}
