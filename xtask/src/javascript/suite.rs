//! The tests of the npm package, run against the installed tarball.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::project::Project;
use super::tools::Tools;
use super::{chromium, node, package, scratch};
use crate::files::{emptied, paths_in};
use crate::{process, workspace};

/// What the tests read beside their own folder, and where they find it.
const READ: [(&str, &str); 3] = [
    ("tests/vectors", "vectors"),
    ("tests/messages.csv", "vectors/messages.csv"),
    ("docs/javascript", "docs"),
];

/// How Node runs files with tests.
const TEST: [&str; 2] = ["--test", "--test-reporter=dot"];

/// How much of the installed package must run, in percent of its lines.
const COVERED: u8 = 95;

/// Which tests run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    All,
    /// All but the slow ones.
    Quick,
}

/// Builds and packs the package, installs it into an empty project and runs the tests there: without
/// the addon, with it, and in a browser that allows no code but the served files.
pub(crate) fn run() -> Result<()> {
    everywhere(Extent::Quick)
}

/// The same with the tests that walk over every day.
pub(crate) fn exhaustive() -> Result<()> {
    everywhere(Extent::All)
}

fn everywhere(extent: Extent) -> Result<()> {
    process::say(&format!("Found Node {}", node::version()?))?;
    let tools = Tools::set_up()?;
    let browser = chromium::program()?;
    let tarball = package::tarball(&tools)?;
    let project = Project::copy_of("bindings/javascript/tests", "project")?;
    for (source, name) in READ {
        project.add(source, name)?;
    }
    let suite = Suite {
        project,
        extent,
        coverage: emptied(scratch()?.join("coverage"))?,
    };
    if extent == Extent::Quick {
        process::say("Without the slow tests: `cargo xtask exhaustive` runs them")?;
    }
    suite.project.install(&[&tarball])?;
    suite
        .in_node("portable")
        .context("the tests without the addon")?;
    match package::addon()? {
        Some(addon) => {
            suite.project.install(&[&tarball, &addon])?;
            suite
                .in_node("native")
                .context("the tests with the addon")?;
        }
        None => {
            process::say("SKIPPED: the tests with the addon, since this kind of machine has none")?;
        }
    }
    suite.is_covered(&tools)?;
    suite
        .in_browser(&browser)
        .context("the tests in the browser")?;
    harness().context("the tests of what measures the package")
}

/// Runs the tests of the benchmarks' own files, which need no package.
fn harness() -> Result<()> {
    let tests = workspace::root().join("benches/javascript/tests");
    let mut node = node::node()?;
    process::run(node.args(TEST).args(tests_in(&tests)?))
}

struct Suite {
    project: Project,
    extent: Extent,
    /// The folder for what Node notes of the lines that ran.
    coverage: PathBuf,
}

impl Suite {
    /// Runs the tests in Node, which are told who is to answer for columns.
    fn in_node(&self, engine: &str) -> Result<()> {
        let folder = self.project.folder();
        let mut files = tests_in(folder)?;
        if self.extent == Extent::All {
            files.append(&mut tests_in(&folder.join("slow"))?);
        }
        let mut node = self.project.node()?;
        node.args(TEST).args(files);
        node.env("SEMAINE_ENGINE", engine);
        if self.extent == Extent::Quick {
            node.env("NODE_V8_COVERAGE", &self.coverage);
        }
        process::run(&mut node)
    }

    /// Sees that the tests have run enough of the package, with the addon and without it.
    fn is_covered(&self, tools: &Tools) -> Result<()> {
        if self.extent == Extent::All {
            return Ok(());
        }
        process::run(
            tools
                .program("c8")
                .args(["report", "--all", "--exclude-node-modules=false"])
                .arg("--include=node_modules/semaine/dist/esm/**/*.{js,cjs}")
                .args(["--check-coverage", &format!("--lines={COVERED}")])
                .arg("--temp-directory")
                .arg(&self.coverage)
                .current_dir(self.project.folder()),
        )
    }

    /// Runs what a page can run of them in a browser.
    fn in_browser(&self, browser: &Path) -> Result<()> {
        let mut node = self.project.node()?;
        process::run(node.arg("browser/run.mjs").env("SEMAINE_BROWSER", browser))
    }
}

/// The files with tests in a folder.
fn tests_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = paths_in(folder)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    ensure!(!files.is_empty(), "{} holds no tests", folder.display());
    Ok(files)
}
