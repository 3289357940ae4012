//! Others who write meanwhile.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process;

/// Four processes' worth of writers, which end with this.
pub(super) struct Writers(Child);

/// Milliseconds that their writes took.
#[derive(Clone, Copy, Debug)]
pub(super) struct Latencies {
    pub(super) writes: u64,
    pub(super) p50: f64,
    pub(super) p99: f64,
    pub(super) longest: f64,
}

impl Writers {
    pub(super) fn start(program: &Path, url: &str, rows: u64) -> Result<Self> {
        let mut command = Command::new(program);
        command
            .arg(format!("--database-url={url}"))
            .arg(format!("--rows={rows}"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        process::say(&format!("$ {} &", process::shown(&command)))?;
        let child = command.spawn().context("cannot start the writers")?;
        Ok(Self(child))
    }

    /// Has them stop, and tells how long they took.
    pub(super) fn end(mut self) -> Result<Latencies> {
        drop(self.0.stdin.take());
        let output = self.0.wait_with_output()?;
        ensure!(output.status.success(), "a writer failed");
        let report: Value = serde_json::from_slice(&output.stdout)?;
        parsed(&report).context("the writers report something else")
    }
}

fn parsed(report: &Value) -> Option<Latencies> {
    let time = |name| report.get(name)?.as_f64();
    Some(Latencies {
        writes: report.get("writes")?.as_u64()?,
        p50: time("p50")?,
        p99: time("p99")?,
        longest: time("longest")?,
    })
}
