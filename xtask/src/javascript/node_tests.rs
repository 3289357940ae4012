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
    run_but(&[], node, folders)
}

/// The same without the files whose names begin in one of some ways.
pub(crate) fn run_but(left_out: &[&str], node: &mut Command, folders: &[&Path]) -> Result<()> {
    node.args(["--test", "--test-reporter=dot"]);
    for folder in folders {
        let mut files = paths_in(folder)?;
        files.retain(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.ends_with(".test.mjs") && !left_out.iter().any(|start| name.starts_with(start))
        });
        ensure!(!files.is_empty(), "{} holds no tests", folder.display());
        node.args(files);
    }
    process::run(node)
}
