//! Every test of JavaScript: of the npm package, of its hooks, and of the page that is built on them.

use anyhow::{Context, Result};

use super::suite::Extent;
use super::tools::Tools;
use super::{chromium, node, package, page, react, suite};
use crate::{at_once, process};

/// Builds and packs the package once, and runs all its tests but the slow ones.
pub(crate) fn run() -> Result<()> {
    process::say(&format!("Found Node {}", node::version()?))?;
    let tools = Tools::set_up()?;
    let browser = chromium::program()?;
    let tarball = package::tarball(&tools)?;
    // Node runs one file with tests after the other where there are two processors.
    at_once::both(
        || {
            suite::run(&tools, &tarball, &browser, Extent::Quick)?;
            page::test(&tarball, &browser).context("the tests of the page")
        },
        || react::run(&tools, &tarball, &browser).context("the tests of the hooks"),
    )?;
    Ok(())
}

/// Runs the tests of the package with those that walk over every day.
pub(crate) fn exhaustive() -> Result<()> {
    process::say(&format!("Found Node {}", node::version()?))?;
    let tools = Tools::set_up()?;
    let tarball = package::tarball(&tools)?;
    suite::run(&tools, &tarball, &chromium::program()?, Extent::All)
}
