//! Compilers for machines without an operating system, whose libraries not every toolchain brings.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::debian_rust::DebianRust;
use crate::{process, workspace};

/// A compiler that can build for a target.
pub(crate) struct Compiler {
    target: &'static str,
    /// What takes the place of a toolchain without the target.
    debian: Option<DebianRust>,
}

impl Compiler {
    /// The running one, to which the target is added if it lacks it; where it cannot be had, as in a
    /// network without rustup's downloads, Debian's with the source of its
    /// libraries.
    pub(crate) fn for_target(target: &'static str) -> Result<Self> {
        let here = Self {
            target,
            debian: None,
        };
        if has(target) {
            return Ok(here);
        }
        let mut add = Command::new("rustup");
        add.args(["target", "add", target]);
        let Err(error) = process::run(&mut add) else {
            return Ok(here);
        };
        process::say(&format!(
            "{error:#}; building its libraries from Debian's source of Rust"
        ))?;
        let debian = DebianRust::newest().with_context(|| {
            format!("the target {target} is missing, and rustup cannot fetch it")
        })?;
        Ok(Self {
            target,
            debian: Some(debian),
        })
    }

    /// What it says of its version.
    pub(crate) fn version(&self) -> Result<String> {
        let mut rustc = match &self.debian {
            Some(debian) => debian.rustc(),
            None => Command::new("rustc"),
        };
        process::ask(rustc.arg("--version")).context("`rustc --version` says nothing")
    }

    /// Builds a package for the target, and gives the folder of what was built.
    pub(crate) fn build(&self, package: &str, profile: &str) -> Result<PathBuf> {
        let mut cargo = match &self.debian {
            Some(debian) => {
                let mut cargo = debian.cargo();
                // A stable compiler builds its own libraries only if it is told to act as a nightly one.
                cargo.env("RUSTC_BOOTSTRAP", "1");
                if self.target.starts_with("wasm32") {
                    cargo.arg("-Zbuild-std=std,panic_abort");
                } else {
                    cargo.arg("-Zbuild-std=core");
                }
                if let Some(linker) = linker() {
                    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                }
                cargo
            }
            None => process::cargo(),
        };
        process::run(cargo.args([
            "build",
            &format!("--profile={profile}"),
            &format!("--package={package}"),
            "--target",
            self.target,
        ]))?;
        Ok(workspace::target()?.join(self.target).join(profile))
    }
}

fn has(target: &str) -> bool {
    let mut folder = Command::new("rustc");
    folder.args(["--print", "target-libdir", "--target", target]);
    process::ask(&mut folder).is_some_and(|folder| Path::new(&folder).is_dir())
}

/// The toolchain's own linker, which Debian's package of the compiler lacks.
fn linker() -> Option<PathBuf> {
    let libraries = process::ask(Command::new("rustc").args(["--print", "target-libdir"]))?;
    let linker = Path::new(&libraries).with_file_name("bin").join("rust-lld");
    linker.exists().then_some(linker)
}
