//! The migration of a database from its old weeks to Mondays, and back.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::Value;

use crate::files::emptied;
use crate::{process, workspace};

/// How many meal plans the database has.
const ROWS: &str = "20000";

/// The exit code for work that is pending.
const PENDING: i32 = 20;

/// Whether it is shown.
#[derive(Args, Default)]
pub(super) struct Migration {
    /// Show the migration of a database to weeks that start on Mondays, and back, alone
    #[arg(long, exclusive = true)]
    pub(super) migrate: bool,
}

/// Makes a database whose weeks start on Sundays, shows each step of its migration and the way back, and
/// answers 1 if the content is another one after that.
pub(super) fn run() -> Result<ExitCode> {
    let tool = Tool::built()?;
    process::say("\nA planner's database, whose weeks start on Sundays for most people")?;
    process::run(tool.legacy().args(["--rows", ROWS]))?;
    let before = tool.digests()?;

    process::say("\nWhat is in it, and what a migration would do")?;
    tool.show(&["analyze", "--anchor=majority"], 0)?;
    process::say("\nA copy, which is read again")?;
    tool.show(&["backup"], 0)?;
    process::say(
        "\nNothing is changed yet, and rows that meet need a decision: each keeps its meals",
    )?;
    let decided = ["--anchor=majority", "--on-conflict=shift"];
    tool.show(&[&["migrate", "--dry-run"], &decided[..]].concat(), PENDING)?;
    process::say("\nThe migration")?;
    tool.show(
        &[&["migrate", "--execute", "--profile=offline"], &decided[..]].concat(),
        0,
    )?;
    tool.show(&["validate"], 0)?;
    process::say("\nThe way back")?;
    tool.show(&["rollback", "--execute", "--profile=offline"], 0)?;

    let after = tool.digests()?;
    process::say("\nThe sha256 of the content, before and after")?;
    for ((table, before), (_, after)) in before.iter().zip(&after) {
        process::say(&format!("  {table:<22} {before}\n  {:<22} {after}", ""))?;
    }
    let same = before == after;
    process::say(if same {
        "They are equal: the rows are as they were."
    } else {
        "They differ."
    })?;
    Ok(ExitCode::from(u8::from(!same)))
}

/// The programs, and the folder that they work in.
struct Tool {
    programs: PathBuf,
    folder: PathBuf,
}

impl Tool {
    fn built() -> Result<Self> {
        process::run(process::cargo().args([
            "build",
            "--package=semaine-migrate",
            "--bin=semaine-migrate",
            "--example=legacy",
        ]))?;
        Ok(Self {
            programs: workspace::target()?.join("debug"),
            folder: emptied(workspace::scratch()?.join("demo-migrate"))?,
        })
    }

    fn legacy(&self) -> Command {
        self.command(&self.programs.join("examples").join("legacy"))
    }

    fn migrate(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(&self.programs.join("semaine-migrate"));
        command.args(arguments);
        command
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = process::program(format!("{}{EXE_SUFFIX}", program.display()));
        command.current_dir(&self.folder);
        command.env("DATABASE_URL", "sqlite:plans.db");
        command
    }

    /// Runs a command, which is to end with that code.
    fn show(&self, arguments: &[&str], code: i32) -> Result<()> {
        let mut command = self.migrate(arguments);
        let shown = process::shown(&command);
        process::say(&format!("$ {shown}"))?;
        let status = command
            .status()
            .with_context(|| format!("cannot start `{shown}`"))?;
        if status.code() != Some(code) {
            bail!("`{shown}` failed ({status})");
        }
        Ok(())
    }

    /// The sha256 of each table's content, as a backup notes it.
    fn digests(&self) -> Result<Vec<(String, String)>> {
        let arguments = ["backup", "--backups=digests", "--output=json"];
        let text = process::ask(&mut self.migrate(&arguments)).context("no backup can be made")?;
        let report: Value = serde_json::from_str(&text)?;
        let tables = report.get("tables").and_then(Value::as_array);
        tables
            .context("the report names no tables")?
            .iter()
            .map(|table| {
                let field = |name: &str| table.get(name)?.as_str().map(str::to_owned);
                field("name")
                    .zip(field("sha256"))
                    .context("a table without a digest")
            })
            .collect()
    }
}
