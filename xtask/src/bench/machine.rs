//! The machine on which something was measured.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::process::Command;
use std::thread;

use semaine::columns::InstructionSet;

use crate::process;

/// What is known of the machine, without a name that only its owner knows.
pub(crate) struct Machine {
    pub(crate) processor: String,
    pub(crate) cores: String,
    pub(crate) instructions: String,
    pub(crate) system: String,
    pub(crate) compiler: String,
}

impl Machine {
    /// This machine, as far as it can be known.
    pub(crate) fn here() -> Self {
        let cores = thread::available_parallelism();
        Self {
            processor: processor().unwrap_or_else(|| "unknown processor".to_owned()),
            cores: cores.map_or_else(|_| "unknown".to_owned(), |cores| cores.to_string()),
            instructions: InstructionSet::current().to_string(),
            system: format!("{ARCH} {OS}"),
            compiler: process::ask(Command::new("rustc").arg("--version"))
                .unwrap_or_else(|| "unknown rustc".to_owned()),
        }
    }

    /// All of it in a line.
    pub(crate) fn description(&self) -> String {
        let Self {
            processor,
            cores,
            instructions,
            system,
            compiler,
        } = self;
        format!("{processor}, {cores} cores, {instructions}, {system}, {compiler}")
    }
}

fn processor() -> Option<String> {
    let info = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = info.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
