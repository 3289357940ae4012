//! The tests of the hooks, run against the installed tarball on each React that the package supports, in
//! the time zones in which hand-written hooks go wrong.

use std::path::Path;

use anyhow::{Context, Result};

use super::coverage::Coverage;
use super::node_tests;
use super::project::Project;
use super::tools::Tools;
use crate::at_once::{both, each};
use crate::process;

/// East and west of Greenwich, on either side of the equator, and between whole hours.
const ZONES: [&str; 5] = [
    "Europe/Paris",
    "America/Sao_Paulo",
    "Pacific/Auckland",
    "Asia/Kathmandu",
    "UTC",
];

const TESTS: &str = "bindings/javascript/tests/react";
/// What differs in a project with the older React.
const REACT_18: &str = "bindings/javascript/tests/react-18";

/// What the tests read beside their own folder, and where they find it.
const READ: [(&str, &str); 4] = [
    (
        "bindings/javascript/tests/comparisons.mjs",
        "../comparisons.mjs",
    ),
    ("bindings/javascript/tests/examples.mjs", "../examples.mjs"),
    ("bindings/javascript/tests/stepper.mjs", "../stepper.mjs"),
    ("docs/javascript", "../docs"),
];

/// All that is installed of the hooks must run.
const COVERED: [&str; 4] = [
    "--include=node_modules/semaine/dist/esm/react/**/*.js",
    "--lines=100",
    "--branches=100",
    "--functions=100",
];

/// Installs the package beside React and runs the tests there.
pub(crate) fn run(tools: &Tools, tarball: &Path, browser: &Path) -> Result<()> {
    both(|| on_current(tools, tarball, browser), || on_18(tarball))?;
    Ok(())
}

/// Runs the tests in every zone, and sees that they have run all of the hooks.
fn on_current(tools: &Tools, tarball: &Path, browser: &Path) -> Result<()> {
    let project = project(&[TESTS], "react", tarball)?;
    let coverage = Coverage::none("react-coverage")?;
    each(&ZONES, |zone| in_zone(&project, zone, Some(&coverage)))?;
    examples(&project)?;
    coverage.check(tools, &project, &COVERED)?;
    in_browsers(&project, browser).context("WeekInput in browsers")
}

/// Runs what the documentation shows, in the zones that it names.
fn examples(project: &Project) -> Result<()> {
    let folder = project.folder().join("examples");
    let mut node = project.node()?;
    node.env("TZ", ZONES[0]);
    node_tests::run(&mut node, &[&folder]).context("the examples of components")
}

/// Tries what jsdom has not: the browsers' own week inputs, and what they do without one.
fn in_browsers(project: &Project, browser: &Path) -> Result<()> {
    let mut node = project.node()?;
    process::run(node.arg("browser/run.mjs").env("SEMAINE_BROWSER", browser))
}

fn on_18(tarball: &Path) -> Result<()> {
    let project = project(&[TESTS, REACT_18], "react-18", tarball)?;
    in_zone(&project, ZONES[0], None).context("on React 18")
}

fn project(sources: &[&str], name: &str, tarball: &Path) -> Result<Project> {
    // In a folder of its own, for what is found beside it.
    let project = Project::copy_of_layers(sources, &format!("{name}/react"))?;
    for (source, name) in READ {
        project.add(source, name)?;
    }
    project.install(&[tarball])?;
    Ok(project)
}

fn in_zone(project: &Project, zone: &str, coverage: Option<&Coverage>) -> Result<()> {
    let mut node = project.node()?;
    node.env("TZ", zone);
    if let Some(coverage) = coverage {
        coverage.note(&mut node);
    }
    node_tests::run(&mut node, &[project.folder()]).with_context(|| format!("in {zone}"))
}
