//! What is printed, and kept with `--record`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::contender::Contender;
use super::goals::{Goals, quantile};
use super::{Database, Options};
use crate::bench::{Machine, record, table};

const LOCUST: &str = "\
Times as Locust sees them, which runs on the same cores as the server and whose own event loop is a part of
each of them: what a server takes beyond that is in the next table.";

const SATURATION: &str = "\
Sixteen clients that never wait, over connections that stay open, each endpoint for five seconds. They are a
part of `cargo xtask` and run on the same cores, so that a fast server has to share them with its clients. The
time is that of processors which the server alone spends on a request.";

const PROCESS: &str = "\
From the start of the process to its first answer, and its memory then and after the load; pages that several
workers share count once.";

/// Prints everything.
pub(super) fn print(
    options: &Options,
    contenders: &[Contender],
    goals: &Goals,
    csv: &Path,
    plot: &Path,
) -> Result<()> {
    let mut out = io::stdout().lock();
    let machine = Machine::here().description();
    writeln!(
        out,
        "{machine}\n{}\n\n{}",
        conditions(options),
        tables(contenders, goals)
    )?;
    for failure in contenders
        .iter()
        .flat_map(|one| one.samples.failures.iter().take(3))
    {
        writeln!(out, "failure: {failure}")?;
    }
    for missed in goals.missed() {
        writeln!(out, "missed: {missed}")?;
    }
    writeln!(out, "every request: {}", csv.display())?;
    writeln!(out, "plot: {}", plot.display())?;
    Ok(())
}

/// Keeps it in `benches/records`, with the plot beside it.
pub(super) fn keep(
    options: &Options,
    contenders: &[Contender],
    goals: &Goals,
    plot: &str,
) -> Result<PathBuf> {
    let suffix = match options.database {
        Database::Sqlite => "-server",
        Database::Postgres => "-server-postgres",
    };
    let file = record::keep(suffix, |today, machine| {
        format!(
            "# {today}, {}, server\n\n\
             - machine: {}\n\
             - {}\n\
             - command: `cargo xtask load --record`\n\n\
             {}\n\
             ![Times of requests, by the part of them that took no longer]({}.svg)\n",
            machine.processor,
            machine.description(),
            conditions(options),
            tables(contenders, goals),
            record::stem(today, machine, suffix),
        )
    })?;
    let drawing = file.with_extension("svg");
    fs::write(&drawing, plot).with_context(|| format!("cannot write {}", drawing.display()))?;
    Ok(file)
}

fn conditions(options: &Options) -> String {
    let Options {
        users,
        spawn_rate,
        seconds,
        database,
        ..
    } = options;
    let database = match database {
        Database::Sqlite => "SQLite",
        Database::Postgres => "PostgreSQL on the same machine",
    };
    format!(
        "{users} users, {spawn_rate} more each second, for {seconds} s; 10,000 plans in {database}"
    )
}

fn tables(contenders: &[Contender], goals: &Goals) -> String {
    format!(
        "{}\n## Each endpoint\n\n{LOCUST}\n\n{}\n## At most\n\n{SATURATION}\n\n{}\n\
         ## Process\n\n{PROCESS}\n\n{}",
        goals.table(),
        endpoints(contenders),
        saturation(contenders),
        processes(contenders),
    )
}

fn endpoints(contenders: &[Contender]) -> String {
    let rows = contenders.iter().flat_map(|contender| {
        contender.samples.endpoints().map(|(endpoint, times)| {
            [
                endpoint.to_owned(),
                contender.name.clone(),
                times.len().to_string(),
                quantile(&times, 500),
                quantile(&times, 950),
                quantile(&times, 990),
                quantile(&times, 1000),
            ]
        })
    });
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by(|[one, ..], [other, ..]| one.cmp(other));
    table::markdown(
        ["", "server", "requests", "p50", "p95", "p99", "longest"],
        &rows,
    )
}

fn saturation(contenders: &[Contender]) -> String {
    let rows = contenders.iter().flat_map(|contender| {
        contender.saturation.iter().map(|at_most| {
            let time = at_most
                .time
                .map(|time| format!("{:.0} µs", time.as_secs_f64() * 1e6));
            [
                at_most.endpoint.to_owned(),
                contender.name.clone(),
                format!("{:.0}", at_most.per_second),
                quantile(&at_most.latencies, 500),
                quantile(&at_most.latencies, 990),
                time.unwrap_or_else(|| "–".to_owned()),
            ]
        })
    });
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by(|[one, ..], [other, ..]| one.cmp(other));
    table::markdown(
        [
            "",
            "server",
            "requests a second",
            "p50",
            "p99",
            "time of processors",
        ],
        &rows,
    )
}

fn processes(contenders: &[Contender]) -> String {
    let rows: Vec<_> = contenders
        .iter()
        .map(|contender| {
            let [first, last] = contender.memory.map(|memory| {
                memory.map_or_else(
                    || "–".to_owned(),
                    |bytes| format!("{} MB", bytes / 1_000_000),
                )
            });
            [
                contender.name.clone(),
                format!("{:.0} ms", contender.started_in.as_secs_f64() * 1e3),
                first,
                last,
            ]
        })
        .collect();
    table::markdown(
        ["", "started in", "memory at first", "memory after the load"],
        &rows,
    )
}
