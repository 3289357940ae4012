//! The machine on which something was measured.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::process::Command;

use crate::process;

/// Processor and compiler, as far as they can be known.
pub(crate) fn description() -> String {
    let processor = processor().unwrap_or_else(|| "unknown processor".to_owned());
    let rustc = process::ask(Command::new("rustc").arg("--version"));
    let rustc = rustc.unwrap_or_else(|| "unknown rustc".to_owned());
    format!("{processor}, {ARCH} {OS}, {rustc}")
}

fn processor() -> Option<String> {
    let info = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = info.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
