//! The program itself.

use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use super::database::Database;

/// The program with a plan, on a database.
#[derive(Debug)]
pub(crate) struct Program {
    url: String,
    plan: Option<PathBuf>,
    folder: PathBuf,
}

/// How the program ended, and what it wrote.
#[derive(Debug)]
pub(crate) struct Ended {
    /// Its exit code; `None` if a signal ended it.
    pub(crate) code: Option<i32>,
    /// The signal that ended it.
    pub(crate) signal: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Program {
    /// With the default plan, or that of a file.
    pub(crate) fn on(database: &Database, plan: Option<&Path>) -> Self {
        Self {
            url: database.url.clone(),
            plan: plan.map(Path::to_owned),
            folder: database.folder.path().to_owned(),
        }
    }

    /// With the database behind another address.
    pub(crate) fn at(self, url: String) -> Self {
        Self { url, ..self }
    }

    /// A command of it, with nothing of the environment that is about it.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_semaine-migrate"));
        for (name, _) in std::env::vars_os() {
            if name == "DATABASE_URL" || name.as_encoded_bytes().starts_with(b"SEMAINE_") {
                command.env_remove(name);
            }
        }
        command
            .args(arguments)
            .arg(format!("--database-url={}", self.url))
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if let Some(plan) = &self.plan {
            command.arg("--plan").arg(plan);
        }
        command
    }

    /// Runs it to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        self.command(arguments).output().unwrap().into()
    }

    /// Runs it until it comes to a place of [`semaine_migrate::failpoint::ALL`], as `place:visit`.
    pub(crate) fn run_until(&self, place: &str, arguments: &[&str]) -> Ended {
        let mut command = self.command(arguments);
        command.env("SEMAINE_MIGRATE_FAILPOINT", place);
        command.output().unwrap().into()
    }

    /// Runs it to its end, which has to be an exit code, and gives its report.
    pub(crate) fn expect(&self, code: i32, arguments: &[&str]) -> Value {
        let ended = self.run(&[arguments, &["--output=json"]].concat());
        assert_eq!(ended.code, Some(code), "{arguments:?}: {ended:?}");
        serde_json::from_str(&ended.out)
            .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {ended:?}"))
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            signal: output.status.signal(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
