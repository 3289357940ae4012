//! `src/api/schema.ts` of the page: the API that the server describes in `openapi.json`, in types.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::page::SOURCE;
use super::project::Project;
use super::scratch;
use crate::files::{copy, emptied};
use crate::{process, workspace};

const FILE: &str = "src/api/schema.ts";

const DESCRIPTION: &str = "examples/server/openapi.json";

/// Generates it anew.
pub(crate) fn write() -> Result<()> {
    copy(&generated()?, &committed())
}

/// Generates it and compares.
pub(crate) fn check() -> Result<()> {
    let committed = committed();
    ensure!(
        text(&committed)? == text(&generated()?)?,
        "{} is not what would be written: `cargo xtask codegen` writes it",
        committed.display()
    );
    Ok(())
}

fn generated() -> Result<PathBuf> {
    let project = Project::copy_of(SOURCE, "schema")?;
    // Beside the project, as in the repository.
    let server = emptied(scratch()?.join("server"))?;
    copy(
        &workspace::root().join(DESCRIPTION),
        &server.join("openapi.json"),
    )?;
    process::run_quietly(project.npm()?.args(["run", "generate"]))?;
    Ok(project.folder().join(FILE))
}

fn committed() -> PathBuf {
    workspace::root().join(SOURCE).join(FILE)
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
