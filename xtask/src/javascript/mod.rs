//! The npm package: Node, the tools, what is generated, the tarballs, the tests and the lints.

mod bench;
mod chromium;
pub(crate) mod core;
mod installed;
mod lint;
mod node;
mod package;
mod platform;
mod project;
mod suite;
mod tarballs;
mod tools;

use std::path::PathBuf;

use anyhow::Result;

pub(crate) use self::bench::{project as bench_project, project_for_pages};
pub(crate) use self::installed::Installed;
pub(crate) use self::lint::run as lint;
pub(crate) use self::node::version as node_version;
pub(crate) use self::project::Project;
pub(crate) use self::suite::{exhaustive, run as test};
pub(crate) use self::tarballs::run as tarballs;
use crate::workspace;

/// The folder of the package's source.
fn folder() -> PathBuf {
    workspace::root().join("bindings").join("javascript")
}

/// The folder that these chores may fill: `target/xtask/javascript`.
fn scratch() -> Result<PathBuf> {
    Ok(workspace::scratch()?.join("javascript"))
}
