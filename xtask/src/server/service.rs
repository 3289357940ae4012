//! A server that runs beside a chore.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::client::Client;
use crate::process;

/// How long a server may take to start or to end.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often it is asked whether it has.
const INTERVAL: Duration = Duration::from_millis(1);

/// A running server, which ends with this.
pub(crate) struct Service {
    child: Child,
    address: SocketAddr,
    started_in: Duration,
}

impl Service {
    /// Starts a program that listens on an address, and waits until its `/health` answers.
    pub(crate) fn start(command: &mut Command, address: SocketAddr) -> Result<Self> {
        let shown = process::shown(command);
        process::say(&format!("$ {shown} &"))?;
        let start = Instant::now();
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start `{shown}`"))?;
        let mut service = Self {
            child,
            address,
            started_in: Duration::ZERO,
        };
        while !is_well(address) {
            if let Some(status) = service.child.try_wait()? {
                bail!("`{shown}` ended before it answered ({status})");
            }
            ensure!(start.elapsed() < PATIENCE, "`{shown}` does not answer");
            sleep(INTERVAL);
        }
        service.started_in = start.elapsed();
        Ok(service)
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// How long it took from its start to its first answer.
    pub(crate) fn started_in(&self) -> Duration {
        self.started_in
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Tells it to end, and waits until it has: it may finish what it has begun.
    pub(crate) fn end(mut self) -> Result<ExitStatus> {
        ask_to_end(&mut self.child)?;
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            ensure!(start.elapsed() < PATIENCE, "the server does not end");
            sleep(INTERVAL);
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It has ended already, unless something failed.
        if let Ok(None) = self.child.try_wait() {
            let _ = ask_to_end(&mut self.child);
            let _ = self.child.wait();
        }
    }
}

fn ask_to_end(child: &mut Child) -> Result<()> {
    if cfg!(windows) {
        // There is no way to ask.
        return Ok(child.kill()?);
    }
    process::signal("TERM", child.id())
}

/// A port of this machine on which nobody listens.
pub(crate) fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    listener
        .and_then(|listener| listener.local_addr())
        .context("no port is free")
}

fn is_well(address: SocketAddr) -> bool {
    Client::new(address)
        .get("/health")
        .is_ok_and(|answer| answer.status == 200)
}
