//! The page of `examples/web`, built on the installed tarball.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::package;
use super::project::Project;
use super::tools::Tools;
use crate::process;

/// Its source.
pub(crate) const SOURCE: &str = "examples/web";

/// The page's project, with the package installed.
pub(crate) struct Page {
    project: Project,
}

impl Page {
    /// A copy of the source in a folder of that name.
    pub(crate) fn with(tarball: &Path, name: &str) -> Result<Self> {
        let project = Project::copy_of(SOURCE, name)?;
        project.install(&[tarball])?;
        Ok(Self { project })
    }

    /// Sees that the types agree.
    pub(crate) fn check_types(&self) -> Result<()> {
        process::run(&mut self.script("types")?)
    }

    /// Writes the page's files.
    pub(crate) fn build(&self) -> Result<()> {
        process::run_quietly(&mut self.script("build")?)
    }

    /// Serves the built page on loopback: a program that runs until it is ended.
    ///
    /// It says at which address: if a port is taken, it takes the next one.
    pub(crate) fn server(&self, port: Option<u16>) -> Result<Command> {
        let mut node = self.project.node()?;
        // Without npm in between, which would take a Ctrl-C for a failure.
        node.args(["node_modules/vite/bin/vite.js", "preview"])
            .arg("--host=127.0.0.1")
            .args(port.map(|port| format!("--port={port}")));
        Ok(node)
    }

    fn script(&self, name: &str) -> Result<Command> {
        let mut npm = self.project.npm()?;
        npm.args(["run", name]);
        Ok(npm)
    }
}

/// Builds the page and tests it.
pub(crate) fn test(tarball: &Path, browser: &Path) -> Result<()> {
    let page = Page::with(tarball, "page")?;
    page.check_types()?;
    page.build()?;
    let mut unit = page.script("unit")?;
    // The run in the browser looks at the coverage of both.
    process::run(unit.env(
        "NODE_V8_COVERAGE",
        page.project.folder().join("unit-coverage"),
    ))?;
    let mut node = page.project.node()?;
    node.args(["--test-reporter=dot", "tests/browser/run.mjs"]);
    process::run(node.env("SEMAINE_BROWSER", browser)).context("in the browser")
}

/// The page, built from the present source to be looked at.
pub(crate) fn built() -> Result<Page> {
    let page = Page::with(&package::tarball(&Tools::set_up()?)?, "demo-page")?;
    page.build()?;
    Ok(page)
}
