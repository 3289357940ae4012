//! What is published for Python: a wheel for each interpreter, and the source distribution.

use std::fs;

use anyhow::{Context, Result};

use super::interpreter::Interpreter;
use super::package::{self, Source};
use super::tools::Tools;
use crate::files::emptied;
use crate::{process, workspace};

/// Builds them into `target/wheels`.
pub(crate) fn run() -> Result<()> {
    let interpreters = Interpreter::all()?;
    let tools = Tools::set_up()?;
    let out = emptied(workspace::target()?.join("wheels"))?;
    for interpreter in &interpreters {
        process::say(&format!("Found {interpreter}"))?;
    }
    let sources: Vec<_> = interpreters.iter().map(|one| (one, Source::Tree)).collect();
    let mut built = package::wheels(&tools, &sources)?;
    built.push(package::sdist(&tools)?);
    for file in built {
        let copy = out.join(file.file_name().context("a file has a name")?);
        fs::copy(&file, &copy).with_context(|| format!("cannot write {}", copy.display()))?;
        process::say(&format!("Built {}", copy.display()))?;
    }
    Ok(())
}
