//! What can be said of the JavaScript and TypeScript files without running them: form, lints, and what
//! others find in the package.

use anyhow::{Context, Result};

use super::tools::Tools;
use super::{bench, package};
use crate::{process, workspace};

/// The folders with such files.
const FOLDERS: [&str; 3] = [
    "bindings/javascript",
    "benches/javascript",
    "xtask/src/demo",
];

/// Checks the files, and the packed package: its manifest, and its types as ESM, `CommonJS` and bundlers
/// look for them.
pub(crate) fn run() -> Result<()> {
    let tools = Tools::set_up()?;
    let here = FOLDERS
        .iter()
        .filter(|folder| workspace::root().join(folder).exists());
    process::run(
        tools
            .program("biome")
            .args(["ci", "--error-on-warnings"])
            .args(here),
    )
    .context("`bindings/javascript/node_modules/.bin/biome check --write` mends most of it")?;
    let tarball = package::tarball(&tools)?;
    process::run(
        tools
            .program("publint")
            .args(["run", "--strict"])
            .arg(&tarball),
    )?;
    // Without what TypeScript looked for before there was an `exports` map.
    process::run(
        tools
            .program("attw")
            .args(["--profile=node16", "--no-emoji"])
            .arg(&tarball),
    )?;
    bench::check_types(&tools, &tarball)
}
