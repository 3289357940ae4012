//! Files with tests, as Node runs them.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::files::paths_in;
use crate::process;

/// Runs the files with tests of some folders.
///
/// # Errors
///
/// Also if a folder holds none.
pub(crate) fn run(node: &mut Command, folders: &[&Path]) -> Result<()> {
    node.args(["--test", "--test-reporter=dot"]);
    for folder in folders {
        let mut files = paths_in(folder)?;
        files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
        ensure!(!files.is_empty(), "{} holds no tests", folder.display());
        node.args(files);
    }
    process::run(node)
}
