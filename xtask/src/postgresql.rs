//! The database server that some tests start for themselves.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::{apt, process};

/// Tells the tests to leave out those that need a server.
const WITHOUT: &str = "SEMAINE_WITHOUT_POSTGRESQL";

/// Installs the server where that is possible; elsewhere, says that its tests will not run, and tells
/// them so.
pub(crate) fn set_up(tests: &mut Command) -> Result<()> {
    if is_there() {
        return Ok(());
    }
    if let Err(error) = apt::install("postgresql")
        && !is_there()
    {
        process::say(&format!(
            "SKIPPED: the tests on PostgreSQL, which is missing, because {error:#}; \
             where `initdb` is on the search path they run"
        ))?;
        tests.env(WITHOUT, "1");
    }
    Ok(())
}

fn is_there() -> bool {
    programs().is_some()
}

/// The folder of the programs: on the search path, or where Debian keeps them.
pub(crate) fn programs() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let debian = versions.flatten().map(|version| version.path().join("bin"));
    env::split_paths(&path)
        .chain(debian)
        // What is on the search path may be links to some of the programs only.
        .find_map(|folder: PathBuf| fs::canonicalize(folder.join("initdb")).ok())
        .and_then(|initdb| Some(initdb.parent()?.to_owned()))
}
