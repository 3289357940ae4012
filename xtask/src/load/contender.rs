//! A server and what was measured of it.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, ensure};

use super::Options;
use super::answers::Answers;
use super::limits::{self, Saturation};
use super::locust;
use super::samples::{Latencies, Samples};
use super::usage;
use crate::process;
use crate::server::{Service, free_address};

/// How a server is started.
pub(super) struct Program {
    name: String,
    path: PathBuf,
    arguments: Vec<OsString>,
    /// What its arguments call the address.
    address: fn(SocketAddr) -> Vec<String>,
    environment: Vec<(&'static str, OsString)>,
}

impl Program {
    /// The reference server.
    pub(super) fn ours(program: &Path, database: &str) -> Self {
        Self {
            name: "semaine-server".to_owned(),
            path: program.to_owned(),
            arguments: vec![
                format!("--database-url={database}").into(),
                "--log-level=warn".into(),
            ],
            address: |address| vec![format!("--bind={address}")],
            environment: Vec::new(),
        }
    }

    /// The one in Python, on a file that ours has filled.
    pub(super) fn peer(python: &Path, file: &Path, workers: u32) -> Self {
        let plural = if workers == 1 { "" } else { "s" };
        let arguments = [
            "-m",
            "uvicorn",
            "--app-dir=benches/server-peer",
            "peer:app",
            "--no-access-log",
            "--log-level=warning",
        ];
        let mut arguments: Vec<OsString> = arguments.map(OsString::from).into();
        arguments.push(format!("--workers={workers}").into());
        Self {
            name: format!("FastAPI, {workers} worker{plural}"),
            path: python.to_owned(),
            arguments,
            address: |address| {
                let (host, port) = (address.ip(), address.port());
                vec![format!("--host={host}"), format!("--port={port}")]
            },
            environment: vec![("SEMAINE_PEER_DATABASE", file.into())],
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Starts it on an address.
    pub(super) fn start(&self, address: SocketAddr) -> Result<Service> {
        let mut command = process::program(&self.path);
        command
            .args(&self.arguments)
            .args((self.address)(address))
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        Service::start(&mut command, address)
    }
}

/// What was measured of a server.
pub(super) struct Contender {
    pub(super) name: String,
    /// What Locust saw.
    pub(super) samples: Samples,
    /// Queries by `week_start`, one after the other, with nothing else to do.
    pub(super) query: Latencies,
    pub(super) saturation: Vec<Saturation>,
    pub(super) started_in: Duration,
    /// Memory in bytes, at first and after all of it.
    pub(super) memory: [Option<u64>; 2],
    answers: Answers,
}

/// Starts a server, compares its answers with those of another on the same plans, measures and ends it.
pub(super) fn measure(
    program: &Program,
    python: &Path,
    csv: &Path,
    options: &Options,
    reference: Option<&Contender>,
) -> Result<Contender> {
    let service = program.start(free_address()?)?;
    let (address, started_in) = (service.address(), service.started_in());
    let answers = Answers::of(address)?;
    if let Some(reference) = reference {
        answers.compare(&reference.answers)?;
    }
    let before = usage::memory(service.process());
    let samples = locust::run(python, csv, program.name(), address, options)?;
    let query = limits::one_client(address)?;
    let saturation = limits::saturate(&service)?;
    let memory = [before, usage::memory(service.process())];
    let status = service.end()?;
    ensure!(
        status.success() || reference.is_some(),
        "{} did not end well ({status})",
        program.name(),
    );
    Ok(Contender {
        name: program.name().to_owned(),
        samples,
        query,
        saturation,
        started_in,
        memory,
        answers,
    })
}
