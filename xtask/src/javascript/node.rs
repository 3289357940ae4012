//! Node and npm, as this machine has them.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;

/// The oldest major version that the package supports.
const OLDEST: u32 = 20;

const NEEDED: &str = "Node 20 or newer with npm is needed; \
    https://nodejs.org has it, and so have `brew install node` and `winget install OpenJS.NodeJS`";

/// Node, in the root of the repository.
///
/// # Errors
///
/// If there is none, or it is too old.
pub(crate) fn node() -> Result<Command> {
    version()?;
    Ok(process::program("node"))
}

/// Node's version: `20.20.2`.
///
/// # Errors
///
/// As of [`node`].
pub(crate) fn version() -> Result<String> {
    let answer = process::ask(process::program("node").arg("--version"));
    let answer = answer.with_context(|| format!("`node` cannot be started: {NEEDED}"))?;
    let version = answer.trim_start_matches('v').to_owned();
    ensure!(is_supported(&version), "this is Node {version}: {NEEDED}");
    Ok(version)
}

/// npm, in the root of the repository, saying no more than it must.
///
/// # Errors
///
/// If there is none, or no Node for it.
pub(crate) fn npm() -> Result<Command> {
    version()?;
    let npm = || process::program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    process::ask(npm().arg("--version"))
        .with_context(|| format!("`npm` cannot be started: {NEEDED}"))?;
    let mut command = npm();
    command.arg("--no-update-notifier");
    Ok(command)
}

fn is_supported(version: &str) -> bool {
    let major = version
        .split('.')
        .next()
        .and_then(|major| major.parse().ok());
    major.is_some_and(|major: u32| major >= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        for version in ["20.0.0", "20.20.2", "100.1.0"] {
            assert!(is_supported(version), "{version}");
        }
        for version in ["18.19.1", "9.0.0", "", "current"] {
            assert!(!is_supported(version), "{version}");
        }
    }
}
