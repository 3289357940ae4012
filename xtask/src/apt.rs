//! Programs that only Debian's administrator can install, as CI can.

use std::process::Command;

use anyhow::Result;

use crate::process;

/// Installs a package with what it cannot do without.
pub(crate) fn install(package: &str) -> Result<()> {
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        process::run_quietly(&mut command)
    };
    apt(&["update"])?;
    apt(&["install", "--yes", "--no-install-recommends", package])
}
