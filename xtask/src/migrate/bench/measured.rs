//! How long a process took, and how much memory.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::process;

/// How often a process is looked at.
const INTERVAL: Duration = Duration::from_millis(2);

pub(super) struct Measured {
    pub(super) seconds: f64,
    /// The most memory in bytes; `None` where the system does not tell.
    pub(super) memory: Option<u64>,
    /// What it wrote.
    pub(super) output: String,
}

/// Runs a program to its end, which has to be a success.
pub(super) fn run(command: &mut Command) -> Result<Measured> {
    let shown = process::shown(command);
    process::say(&format!("$ {shown}"))?;
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{shown}`"))?;
    let status = format!("/proc/{}/status", child.id());
    let mut memory = None;
    // What is written are reports, which fit into the pipe.
    while child.try_wait()?.is_none() {
        memory = high_water_mark(&status).or(memory);
        sleep(INTERVAL);
    }
    let seconds = start.elapsed().as_secs_f64();
    let output = child.wait_with_output()?;
    let text = String::from_utf8(output.stdout)?;
    ensure!(output.status.success(), "`{shown}` failed: {text}");
    Ok(Measured {
        seconds,
        memory,
        output: text,
    })
}

/// The most memory that a process had so far, in bytes, where Linux tells.
fn high_water_mark(status: &str) -> Option<u64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// The one in the middle.
pub(super) fn median(mut runs: Vec<Measured>) -> Result<Measured> {
    runs.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
    let middle = runs.len() / 2;
    runs.into_iter().nth(middle).context("nothing was measured")
}
