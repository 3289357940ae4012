//! The programs that build and install Python packages, in an environment of their own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::environment::{self, program_in};
use super::interpreter::Interpreter;
use super::requirements::Group;
use crate::process;

/// uv, which makes environments in a second where pip takes a minute, and maturin.
pub(crate) struct Tools {
    folder: PathBuf,
}

impl Tools {
    /// Installs the programs, unless their pinned versions are there already.
    pub(crate) fn set_up() -> Result<Self> {
        let tools = Self {
            folder: environment::folder("tools")?,
        };
        let requirements = Group::Tools.file();
        let wanted = fs::read(&requirements)
            .with_context(|| format!("cannot read {}", requirements.display()))?;
        // Written last, so that what was cut short is done again.
        let installed = tools.folder.join("installed.txt");
        if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
            return Ok(tools);
        }
        let interpreter = Interpreter::first()?;
        process::say(&format!(
            "Fetching uv and maturin for {interpreter}, this once"
        ))?;
        let context = "the Python package is built by uv and maturin, which pip fetches from PyPI";
        process::run(
            process::program(interpreter.program())
                .args(["-m", "venv", "--clear"])
                .arg(&tools.folder),
        )
        .context("on Debian, the module venv is in the package python3-venv")
        .context(context)?;
        process::run(
            tools
                .program("python")
                .args(["-m", "pip", "install", "--quiet", "--requirement"])
                .arg(requirements),
        )
        .context(context)?;
        fs::write(&installed, wanted)
            .with_context(|| format!("cannot write {}", installed.display()))?;
        Ok(tools)
    }

    /// uv, which is to fetch packages but no interpreter.
    pub(crate) fn uv(&self) -> Command {
        let mut uv = self.program("uv");
        uv.arg("--no-python-downloads");
        uv
    }

    /// maturin.
    pub(crate) fn maturin(&self) -> Command {
        self.program("maturin")
    }

    fn program(&self, name: &str) -> Command {
        process::program(program_in(&self.folder, name))
    }
}
