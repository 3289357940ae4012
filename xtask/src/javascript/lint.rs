//! What can be said of the JavaScript and TypeScript files without running them: form, lints, and what
//! others find in the package.

use std::path::Path;

use anyhow::{Context, Result};

use super::page::{self, Page};
use super::project::Project;
use super::tools::Tools;
use super::{bench, package};
use crate::process;

/// The folders with such files.
const FOLDERS: [&str; 4] = [
    "bindings/javascript",
    "benches/javascript",
    page::SOURCE,
    "xtask/src/demo",
];

/// The types of React, which users have beside the package, and what they need.
const REACT_TYPES: [&str; 2] = ["@types/react", "csstype"];

/// Checks the files, and the packed package: its manifest, and its types as ESM, `CommonJS` and bundlers
/// look for them.
pub(crate) fn run() -> Result<()> {
    let tools = Tools::set_up()?;
    process::run(
        tools
            .program("biome")
            .args(["ci", "--error-on-warnings"])
            .args(FOLDERS),
    )
    .context("`bindings/javascript/node_modules/.bin/biome check --write` mends most of it")?;
    let tarball = package::tarball(&tools)?;
    process::run(
        tools
            .program("publint")
            .args(["run", "--strict"])
            .arg(&tarball),
    )?;
    // Without what TypeScript looked for before there was an `exports` map.
    process::run(
        tools
            .program("attw")
            .args(["--profile=node16", "--no-emoji"])
            .arg(&tarball),
    )?;
    check_types(&tools, &tarball)?;
    bench::check_types(&tools, &tarball)?;
    Page::with(&tarball, "page")?.check_types()
}

/// Compiles what uses the installed package as its users do, and misuses it.
fn check_types(tools: &Tools, tarball: &Path) -> Result<()> {
    let project = Project::empty("types")?;
    project.install(&[tarball])?;
    for types in REACT_TYPES {
        let installed = format!("node_modules/{types}");
        project.add(&format!("bindings/javascript/{installed}"), &installed)?;
    }
    project.add("bindings/javascript/tests/types", "types")?;
    process::run(
        tools
            .program("tsc")
            .arg("--project")
            .arg(project.folder().join("types")),
    )
}
