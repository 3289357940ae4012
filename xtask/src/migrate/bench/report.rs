//! What is printed, and kept with `--record`.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;

use super::Options;
use super::goals::Figure;
use crate::bench::{Machine, record, table};

const HOW: &str = "\
What is in batches is the time of the batches with their journal, as the tool reports it; the whole run is the process from \
its start to its end, with checks before and the digests of all tables before and after. The single UPDATE has no journal, no guard and no checks, and runs in the same build of SQLite. The \
script in Python is `benches/migrate/row_by_row.py`. Each ran on a copy of the same database, and all left \
the same rows behind. Writers are four connections, each with a write of one row every 20 ms.";

pub(super) fn print(figures: &[Figure], options: &Options) -> Result<()> {
    let mut out = io::stdout().lock();
    let machine = Machine::here().description();
    writeln!(
        out,
        "{machine}\n{}\n\n{}",
        conditions(options),
        table_of(figures)
    )?;
    Ok(())
}

pub(super) fn keep(figures: &[Figure], options: &Options) -> Result<PathBuf> {
    record::keep("-migrate", |today, machine| {
        format!(
            "# {today}, {}, migration\n\n\
             - machine: {}\n\
             - {}\n\
             - command: `cargo xtask bench migrate --record`\n\n\
             {}\n{HOW}\n",
            machine.processor,
            machine.description(),
            conditions(options),
            table_of(figures),
        )
    })
}

fn conditions(options: &Options) -> String {
    let Options { rows, rounds, .. } = options;
    format!("{rows} meal plans, six of seven not on a Monday; the median of {rounds} rounds")
}

fn table_of(figures: &[Figure]) -> String {
    let rows: Vec<_> = figures.iter().map(Figure::row).collect();
    table::markdown(["", "goal", "measured", ""], &rows)
}
