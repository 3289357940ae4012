//! Where the npm package is measured: beside its peers, and beside what bounds it.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::Path;

use anyhow::{Context, Result};

use super::package;
use super::project::Project;
use super::tools::Tools;
use crate::files::copy;
use crate::{process, workspace};

const SOURCE: &str = "benches/javascript";

/// A project with the peers, and the package as pages load it.
pub(crate) fn project_for_pages() -> Result<Project> {
    with_tarball(&package::tarball(&Tools::set_up()?)?)
}

/// Checks that the benchmarks use the package and its peers as their types say.
pub(crate) fn check_types(tools: &Tools, tarball: &Path) -> Result<()> {
    let project = with_tarball(tarball)?;
    process::run(tools.program("tsc").arg("--project").arg(project.folder()))
}

fn with_tarball(tarball: &Path) -> Result<Project> {
    let project = Project::copy_of(SOURCE, "bench-of-tarball")?;
    project.install(&[tarball])?;
    Ok(project)
}

/// A project with the peers, the package with its addon, and the floors, which no user gets.
pub(crate) fn project() -> Result<Project> {
    let addon = package::addon()?;
    let addon = addon.context("columns are measured with the addon, which this machine has not")?;
    let project = Project::copy_of(SOURCE, "bench")?;
    project.install(&[&package::tarball(&Tools::set_up()?)?, &addon])?;
    process::run_quietly(process::cargo().args([
        "build",
        "--profile=addon",
        "--package=semaine-javascript-floors",
    ]))?;
    let floors = format!("{DLL_PREFIX}semaine_javascript_floors{DLL_SUFFIX}");
    let floors = workspace::target()?.join("addon").join(floors);
    copy(&floors, &project.folder().join("floors.node"))?;
    Ok(project)
}
