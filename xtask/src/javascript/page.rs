//! The page of `examples/web`, built on the installed tarball and tested on its server.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use super::project::Project;
use super::tools::Tools;
use super::{package, served};
use crate::server::{self, Profile};
use crate::{at_once, process};

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

    /// Writes the page's files, and lays them where the server is built with them.
    fn build(&self) -> Result<()> {
        process::run_quietly(&mut self.script("build")?)?;
        served::put(&self.project.folder().join("dist"))
    }

    fn unit_tests(&self, server: &Path) -> Result<()> {
        let mut unit = self.script("unit")?;
        unit.env("SEMAINE_SERVER", server);
        // The run in the browser looks at the coverage of both.
        unit.env(
            "NODE_V8_COVERAGE",
            self.project.folder().join("unit-coverage"),
        );
        process::run(&mut unit)
    }

    fn browser_tests(&self, server: &Path, browser: &Path) -> Result<()> {
        let mut node = self.project.node()?;
        node.args(["--test-reporter=dot", "tests/browser/run.mjs"]);
        node.env("SEMAINE_SERVER", server);
        node.env("SEMAINE_BROWSER", browser);
        process::run(&mut node)
    }

    fn script(&self, name: &str) -> Result<Command> {
        let mut npm = self.project.npm()?;
        npm.args(["run", name]);
        Ok(npm)
    }
}

/// Builds the page and the server with it, and tests them.
pub(crate) fn test(tarball: &Path, browser: &Path) -> Result<()> {
    let page = timed("building the page", || {
        let page = Page::with(tarball, "page")?;
        page.build()?;
        Ok(page)
    })?;
    let (server, ()) = at_once::both(
        || timed("building the server", || server::built(Profile::Test)),
        || page.check_types(),
    )?;
    timed("the page's unit tests", || page.unit_tests(&server))?;
    timed("the page in the browser", || {
        page.browser_tests(&server, browser)
    })
    .context("in the browser")
}

/// Builds the page from the present source for the server, which has it in its program.
pub(crate) fn built() -> Result<()> {
    Page::with(&package::tarball(&Tools::set_up()?)?, "demo-page")?.build()
}

/// Says how long something took.
fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let done = work()?;
    process::say(&format!("{what}: {:.1} s", start.elapsed().as_secs_f32()))?;
    Ok(done)
}
