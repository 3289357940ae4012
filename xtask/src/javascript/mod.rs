//! The npm package: Node, the tools, what is generated, the tarball, its tests and its lints.

pub(crate) mod core;
mod node;
mod tools;

use std::path::PathBuf;

use crate::workspace;

/// The folder of the package's source.
fn folder() -> PathBuf {
    workspace::root().join("bindings").join("javascript")
}
