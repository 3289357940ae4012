//! Debian's package of an older Rust, for networks that have a mirror of Debian and that rustup's
//! downloads do not reach. It is unpacked, not installed.

use std::env::consts::ARCH;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{process, workspace};

/// An unpacked compiler with the source of its libraries.
pub(crate) struct DebianRust {
    usr: PathBuf,
}

impl DebianRust {
    /// Downloads and unpacks the packages, unless that was done before.
    pub(crate) fn set_up(version: &str) -> Result<Self> {
        let root = workspace::scratch()?.join(format!("debian-rust-{version}"));
        let rust = Self {
            usr: root.join("usr"),
        };
        if process::ask(rust.rustc().arg("--version")).is_none() {
            unpack(version, &root).with_context(|| {
                format!("Debian's package rustc-web {version} cannot take its place here")
            })?;
        }
        Ok(rust)
    }

    /// The same of the version that apt would install.
    pub(crate) fn newest() -> Result<Self> {
        let candidate = || {
            let policy = process::ask(Command::new("apt-cache").args(["policy", "rustc-web"]))?;
            version_of(&policy)
        };
        if candidate().is_none() {
            update()?;
        }
        Self::set_up(&candidate().context("apt knows of no rustc-web")?)
    }

    /// The running cargo, with the unpacked compiler.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = process::cargo();
        cargo
            .env("RUSTC", self.rustc().get_program())
            .env("LD_LIBRARY_PATH", self.libraries());
        cargo
    }

    /// The unpacked compiler.
    pub(crate) fn rustc(&self) -> Command {
        let mut rustc = Command::new(self.usr.join("bin").join("rustc"));
        rustc.env("LD_LIBRARY_PATH", self.libraries());
        rustc
    }

    fn libraries(&self) -> PathBuf {
        self.usr.join("lib").join(format!("{ARCH}-linux-gnu"))
    }
}

fn unpack(version: &str, root: &Path) -> Result<()> {
    let downloads = root.join("packages");
    fs::create_dir_all(&downloads)
        .with_context(|| format!("cannot create the folder {}", downloads.display()))?;
    let (minor, _) = version
        .rsplit_once('.')
        .context("the version has no parts")?;
    let std = format!("libstd-rust-web-{minor}");
    if llvm_of(&std).is_none() {
        // A new machine does not know yet what there is.
        update()?;
    }
    let llvm = llvm_of(&std).with_context(|| format!("apt knows of no {std} with an LLVM"))?;
    let mut download = Command::new("apt-get");
    download
        .args(["download", "--quiet", &llvm, &std])
        .current_dir(&downloads);
    for name in ["rustc-web", "libstd-rust-web-dev", "rust-web-src"] {
        download.arg(format!("{name}={version}*"));
    }
    process::run(&mut download)?;
    for package in fs::read_dir(&downloads).context("cannot list what was downloaded")? {
        process::run(
            Command::new("dpkg")
                .arg("-x")
                .arg(package?.path())
                .arg(root),
        )?;
    }
    Ok(())
}

fn update() -> Result<()> {
    process::run(Command::new("apt-get").args(["update", "--quiet"]))
}

/// The upstream version in a line such as `  Candidate: 1.96.0+dfsg1-1~deb12u2`.
fn version_of(policy: &str) -> Option<String> {
    let (_, candidate) = policy.split_once("Candidate: ")?;
    let version = candidate.split(|c: char| c != '.' && !c.is_ascii_digit());
    let version = version.into_iter().next()?;
    (!version.is_empty()).then(|| version.to_owned())
}

/// The one library that an ordinary machine lacks; its name holds LLVM's version.
fn llvm_of(package: &str) -> Option<String> {
    let depends = process::ask(Command::new("apt-cache").args(["depends", package]))?;
    let mut words = depends.split_whitespace();
    words
        .find(|word| word.starts_with("libllvm"))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_candidate_is_named_without_what_debian_adds() {
        let policy = "rustc-web:\n  Installed: (none)\n  Candidate: 1.96.0+dfsg1-1~deb12u2\n";
        assert_eq!(version_of(policy).as_deref(), Some("1.96.0"));
        assert_eq!(version_of("  Candidate: (none)\n"), None);
        assert_eq!(version_of(""), None);
    }
}
