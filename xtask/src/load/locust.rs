//! Locust, which is the people.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, Result};

use super::Options;
use super::samples::Samples;
use crate::process;

/// Gives a server its load, and reads what came of it.
pub(super) fn run(
    python: &Path,
    csv: &Path,
    server: &str,
    address: SocketAddr,
    options: &Options,
) -> Result<Samples> {
    let name = server.replace(", ", "-").replace(' ', "-").to_lowercase();
    let file = csv.join(format!("{name}.csv"));
    let Options {
        users,
        spawn_rate,
        seconds,
        ..
    } = options;
    process::run(
        process::program(python)
            .args(["-m", "locust", "--headless", "--only-summary"])
            .arg("--locustfile=tests/load/locustfile.py")
            .arg(format!("--host=http://{address}"))
            .arg(format!("--users={users}"))
            .arg(format!("--spawn-rate={spawn_rate}"))
            .arg(format!("--run-time={seconds}s"))
            // Failures are counted here, in the file.
            .args(["--exit-code-on-error=0", "--loglevel=WARNING"])
            .arg("--samples")
            .arg(&file),
    )?;
    Samples::read(&file).with_context(|| format!("Locust measured nothing of {server}"))
}
