//! The tests of the npm package, run against the installed tarball.

use std::path::Path;

use anyhow::{Context, Result};

use super::coverage::Coverage;
use super::project::Project;
use super::tools::Tools;
use super::{node, node_tests, package};
use crate::{process, workspace};

/// What the tests read beside their own folder, and where they find it.
const READ: [(&str, &str); 3] = [
    ("tests/vectors", "vectors"),
    ("tests/messages.csv", "vectors/messages.csv"),
    ("docs/javascript", "docs"),
];

/// How much of the installed package must run, in percent of its lines; its hooks have tests of their own.
const COVERED: [&str; 3] = [
    "--include=node_modules/semaine/dist/esm/**/*.{js,cjs}",
    "--exclude=node_modules/semaine/dist/esm/react/**",
    "--lines=95",
];

/// Which tests run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    All,
    /// All but the slow ones.
    Quick,
}

/// Installs the package into an empty project and runs the tests there: without the addon, with it, and
/// in a browser that allows no code but the served files.
pub(crate) fn run(tools: &Tools, tarball: &Path, browser: &Path, extent: Extent) -> Result<()> {
    let project = Project::copy_of("bindings/javascript/tests", "project")?;
    for (source, name) in READ {
        project.add(source, name)?;
    }
    let suite = Suite {
        project,
        extent,
        coverage: Coverage::none("coverage")?,
    };
    if extent == Extent::Quick {
        process::say("Without the slow tests: `cargo xtask exhaustive` runs them")?;
    }
    suite.project.install(&[tarball])?;
    suite
        .in_node("portable")
        .context("the tests without the addon")?;
    match package::addon()? {
        Some(addon) => {
            suite.project.install(&[tarball, &addon])?;
            suite
                .in_node("native")
                .context("the tests with the addon")?;
        }
        None => {
            process::say("SKIPPED: the tests with the addon, since this kind of machine has none")?;
        }
    }
    if extent == Extent::Quick {
        suite.coverage.check(tools, &suite.project, &COVERED)?;
    }
    suite
        .in_browser(browser)
        .context("the tests in the browser")?;
    harness().context("the tests of what measures the package")
}

/// Runs the tests of the benchmarks' own files, which need no package.
fn harness() -> Result<()> {
    let tests = workspace::root().join("benches/javascript/tests");
    node_tests::run(&mut node::node()?, &[&tests])
}

struct Suite {
    project: Project,
    extent: Extent,
    coverage: Coverage,
}

impl Suite {
    /// Runs the tests in Node, which are told who is to answer for columns.
    fn in_node(&self, engine: &str) -> Result<()> {
        let folder = self.project.folder();
        let mut node = self.project.node()?;
        node.env("SEMAINE_ENGINE", engine);
        match self.extent {
            Extent::All => node_tests::run(&mut node, &[folder, &folder.join("slow")]),
            Extent::Quick => {
                self.coverage.note(&mut node);
                node_tests::run(&mut node, &[folder])
            }
        }
    }

    /// Runs what a page can run of them in a browser.
    fn in_browser(&self, browser: &Path) -> Result<()> {
        let mut node = self.project.node()?;
        process::run(node.arg("browser/run.mjs").env("SEMAINE_BROWSER", browser))
    }
}
