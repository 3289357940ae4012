//! Requests of every kind, made up by schemathesis from the OpenAPI document that the server itself gives,
//! find no answer that the document does not foresee.

use std::path::Path;

use anyhow::{Context, Result};

use super::cluster::Cluster;
use super::program::{Profile, built};
use super::service::{Service, free_address};
use crate::files::emptied;
use crate::python::{self, Group};
use crate::{at_once, postgresql, process, workspace};

/// How long each database is asked.
const SECONDS: u32 = 25;

/// Asks on SQLite, and on PostgreSQL where that is installed.
pub(crate) fn run() -> Result<()> {
    let program = built(Profile::Test)?;
    let python = python::environment_of(Group::Schemathesis)?;
    let folder = emptied(workspace::scratch()?.join("schemathesis"))?;
    let file = folder.join("semaine.db");
    let sqlite = format!("sqlite://{}?mode=rwc", file.display());
    let ask = |name, database| {
        ask(&program, &python, &folder, database).with_context(|| format!("schemathesis on {name}"))
    };
    if postgresql::programs().is_none() {
        process::say("SKIPPED: schemathesis on PostgreSQL, which is missing")?;
        return ask("SQLite", &sqlite);
    }
    let cluster = Cluster::start()?;
    let postgres = cluster.url();
    at_once::both(|| ask("SQLite", &sqlite), || ask("PostgreSQL", &postgres)).map(drop)
}

fn ask(program: &Path, python: &Path, folder: &Path, database: &str) -> Result<()> {
    let address = free_address()?;
    let mut server = process::program(program);
    server
        .arg(format!("--bind={address}"))
        .arg(format!("--database-url={database}"))
        // What is refused is said by the answers.
        .arg("--log-level=error");
    let server = Service::start(&mut server, address)?;
    process::run(
        process::program(python)
            // It leaves its notes where it runs.
            .current_dir(folder)
            .args(["-m", "schemathesis.cli", "run", "--checks=all"])
            // No schema can say that a date is a Monday, that a recipe exists, or that a plan has not changed.
            .arg("--exclude-checks=positive_data_acceptance")
            .args(["--seed=1", "--generation-database=none"])
            .arg(format!("--max-time={SECONDS}"))
            .arg("--continue-on-failure")
            .arg(format!("http://{address}/openapi.json")),
    )?;
    server.end().map(drop)
}
