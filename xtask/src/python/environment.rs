//! Virtual environments: made anew for each run, so that nothing is in them but what was asked for.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::interpreter::Interpreter;
use super::requirements::Group;
use super::tools::Tools;
use crate::{process, workspace};

/// The folder of what belongs to a name, under `target/xtask/python`.
pub(crate) fn folder(name: &str) -> Result<PathBuf> {
    Ok(workspace::scratch()?.join("python").join(name))
}

/// A program of the environment in a folder.
pub(crate) fn program_in(folder: &Path, name: &str) -> PathBuf {
    if cfg!(windows) {
        folder.join("Scripts").join(format!("{name}.exe"))
    } else {
        folder.join("bin").join(name)
    }
}

/// An environment of one interpreter.
pub(crate) struct Environment<'a> {
    tools: &'a Tools,
    folder: PathBuf,
}

impl<'a> Environment<'a> {
    /// An empty one, in place of the one of this name that an earlier run left.
    pub(crate) fn create(tools: &'a Tools, name: &str, interpreter: &Interpreter) -> Result<Self> {
        let folder = folder(&interpreter.tag())?.join(name);
        process::run(
            tools
                .uv()
                .args(["venv", "--quiet", "--clear", "--python"])
                .arg(interpreter.program())
                .arg(&folder),
        )?;
        Ok(Self { tools, folder })
    }

    /// Installs a wheel alone, without asking any index.
    pub(crate) fn install_wheel(&self, wheel: &Path) -> Result<()> {
        process::run(self.install().args(["--offline", "--no-deps"]).arg(wheel))
    }

    /// Installs a group of pinned requirements, none of which is to be compiled here.
    pub(crate) fn install_group(&self, group: Group) -> Result<()> {
        self.install_file(&group.file())
    }

    /// Installs what a file requires, none of which is to be compiled here.
    pub(crate) fn install_file(&self, requirements: &Path) -> Result<()> {
        process::run(
            self.install()
                .args(["--only-binary=:all:", "--requirement"])
                .arg(requirements),
        )
        .context("every requirement comes from PyPI as a wheel for this Python")
    }

    fn install(&self) -> Command {
        let mut uv = self.tools.uv();
        uv.args(["pip", "install", "--quiet", "--python"]);
        uv.arg(&self.folder);
        uv
    }

    /// A program of the environment, which is active: it finds the environment's other programs.
    ///
    /// It runs in the root of the repository, from which the package's source cannot be imported.
    pub(crate) fn program(&self, name: &str) -> Command {
        let program = program_in(&self.folder, name);
        let old = env::var_os("PATH").unwrap_or_default();
        let path = program
            .parent()
            .map(PathBuf::from)
            .into_iter()
            .chain(env::split_paths(&old));
        let mut command = process::program(&program);
        command.env("VIRTUAL_ENV", &self.folder);
        if let Ok(path) = env::join_paths(path) {
            command.env("PATH", path);
        }
        command
    }

    /// Where the package is installed.
    ///
    /// # Errors
    ///
    /// If it cannot be imported, or what is imported is not the installed wheel.
    pub(crate) fn installed_package(&self) -> Result<PathBuf> {
        let ask = "import semaine; print(semaine.__path__[0])";
        let path = process::ask(self.program("python").args(["-c", ask]))
            .context("semaine was installed, and yet cannot be imported")?;
        let path = PathBuf::from(path);
        ensure!(
            path.starts_with(&self.folder),
            "semaine was imported from {}, not from the wheel in {}",
            path.display(),
            self.folder.display(),
        );
        Ok(path)
    }
}
