//! The npm package, and the page that is built on it: Node, the tools, what is generated, the tarballs, the
//! tests and the lints.

mod bench;
mod chromium;
pub(crate) mod core;
mod coverage;
mod installed;
mod lint;
mod node;
mod node_tests;
mod package;
pub(crate) mod page;
mod platform;
mod project;
mod react;
pub(crate) mod schema;
mod served;
mod suite;
mod tarballs;
mod test;
mod tools;

use std::path::PathBuf;

use anyhow::Result;

pub(crate) use self::bench::{project as bench_project, project_for_pages};
pub(crate) use self::installed::Installed;
pub(crate) use self::lint::run as lint;
pub(crate) use self::node::version as node_version;
pub(crate) use self::project::Project;
pub(crate) use self::tarballs::run as tarballs;
pub(crate) use self::test::{exhaustive, run as test};
use crate::workspace;

/// The folder of the package's source.
fn folder() -> PathBuf {
    workspace::root().join("bindings").join("javascript")
}

/// The folder that these chores may fill: `target/xtask/javascript`.
fn scratch() -> Result<PathBuf> {
    Ok(workspace::scratch()?.join("javascript"))
}
