//! The tests of the hooks, run against the installed tarball on each React that the package supports, in
//! the time zones in which hand-written hooks go wrong.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::coverage::Coverage;
use super::node_tests;
use super::project::Project;
use super::tools::Tools;
use crate::process;

/// Where all tests run, and look at what they cover.
const ZONE: &str = "Europe/Paris";

/// What else there is east and west of Greenwich, on either side of the equator, and between whole hours; and
/// how the names begin of tests that are left out there.
const OTHER_ZONES: [(&str, &[&str]); 4] = [
    ("America/Sao_Paulo", &CLOCKLESS),
    ("Pacific/Auckland", &CLOCKLESS),
    ("Asia/Kathmandu", &CLOCKLESS),
    ("UTC", &IN_UTC_LEFT_OUT),
];

/// All clockless but the calendar's months and keys, which are looked at in a whole cycle there.
const IN_UTC_LEFT_OUT: [&str; 5] = [
    "week-calendar-bounds",
    "week-calendar-focus",
    "week-calendar-names",
    "week-calendar-server",
    "week-input",
];

/// What is about days and weeks alone: what is today is tested with `useISOWeek`.
const CLOCKLESS: [&str; 2] = ["week-calendar", "week-input"];

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

/// Installs the package beside React and runs the tests there, one after the other: they wait for renderings,
/// which take long on a busy machine.
pub(crate) fn run(tools: &Tools, tarball: &Path, browser: &Path) -> Result<()> {
    on_current(tools, tarball, browser)?;
    let project = project(&[TESTS, REACT_18], "react-18", tarball)?;
    in_zone(&mut project.node()?, ZONE, &project, &[]).context("on React 18")
}

/// Runs the tests in every zone, and sees that they have run all of the hooks.
fn on_current(tools: &Tools, tarball: &Path, browser: &Path) -> Result<()> {
    let project = project(&[TESTS], "react", tarball)?;
    let coverage = Coverage::none("react-coverage")?;
    let mut node = project.node()?;
    coverage.note(&mut node);
    in_zone(&mut node, ZONE, &project, &[])?;
    coverage.check(tools, &project, &COVERED)?;
    for (zone, left_out) in OTHER_ZONES {
        in_zone(&mut project.node()?, zone, &project, left_out)?;
    }
    examples(&project)?;
    in_browsers(&project, browser).context("WeekInput in browsers")
}

/// Runs what the documentation shows, in the zones that it names.
fn examples(project: &Project) -> Result<()> {
    let folder = project.folder().join("examples");
    let mut node = project.node()?;
    node.env("TZ", ZONE);
    node_tests::run(&mut node, &[&folder]).context("the examples of components")
}

/// Tries what jsdom has not: the browsers' own week inputs, and what they do without one.
fn in_browsers(project: &Project, browser: &Path) -> Result<()> {
    let mut node = project.node()?;
    process::run(node.arg("browser/run.mjs").env("SEMAINE_BROWSER", browser))
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

fn in_zone(node: &mut Command, zone: &str, project: &Project, left_out: &[&str]) -> Result<()> {
    node.env("TZ", zone);
    node_tests::run_but(left_out, node, &[project.folder()]).with_context(|| format!("in {zone}"))
}
