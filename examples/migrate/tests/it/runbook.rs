//! The runbook's commands, in the order of the page, on a database of the old kind.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::database::{Database, Kind};
use crate::support::legacy;

const RUNBOOK: &str = include_str!("../../docs/runbook.md");

/// A command of the page.
struct Line {
    number: usize,
    command: String,
    /// The exit code that the page announces.
    code: u8,
}

#[test]
fn its_commands_do_what_it_says_on_sqlite() {
    follow(Kind::Sqlite, "sqlite");
}

#[test]
fn its_commands_do_what_it_says_on_postgresql() {
    follow(Kind::Postgres, "postgresql");
}

fn follow(kind: Kind, name: &str) {
    let Some(database) = Database::fresh(kind) else {
        return;
    };
    legacy::fill(
        &database,
        &legacy::options(&["--rows=300", "--conflicts=5", "--strays=2"]),
    );
    let before = plans(&database);
    let lines = lines(name);
    assert!(lines.len() > 25, "{}", lines.len());
    let mut script = String::new();
    for Line {
        number,
        command,
        code,
    } in &lines
    {
        writeln!(
            script,
            "{command}\nended=$?\n\
             [ $ended = {code} ] || {{ echo \"line {number} ended with $ended\" >&2; exit 1; }}"
        )
        .unwrap();
    }
    let done = Command::new("sh")
        .args(["-c", &script])
        .current_dir(database.folder.path())
        .env("PATH", path())
        .env("DATABASE_URL", &database.url)
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
    // The page ends by restoring the backup of before.
    assert_eq!(plans(&database), before);
}

fn plans(database: &Database) -> Vec<Vec<Option<String>>> {
    database.rows(
        "SELECT CAST(id AS TEXT), CAST(week_start AS TEXT), meals FROM meal_plans ORDER BY meal_plans.id",
    )
}

/// The lines of the blocks for both databases and for this one.
fn lines(database: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut within = false;
    for (text, number) in RUNBOOK.lines().zip(1..) {
        match text.strip_prefix("```") {
            Some("") => within = false,
            Some("sh") => within = true,
            Some(language) => within = language == format!("sh {database}"),
            None if within => {
                let (command, code) = text.split_once("    # exit code ").unwrap_or((text, "0:"));
                let (code, _) = code.split_once(':').unwrap();
                lines.push(Line {
                    number,
                    command: command.to_owned(),
                    code: code.parse().unwrap(),
                });
            }
            None => {}
        }
    }
    lines
}

/// The search path with this program, and with PostgreSQL's where Debian keeps them.
fn path() -> std::ffi::OsString {
    let program = Path::new(env!("CARGO_BIN_EXE_semaine-migrate"));
    let mut folders: Vec<PathBuf> = vec![program.parent().unwrap().to_owned()];
    folders.extend(std::env::split_paths(
        &std::env::var_os("PATH").unwrap_or_default(),
    ));
    let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut installed: Vec<_> = installed
        .map(|entry| entry.unwrap().path().join("bin"))
        .collect();
    installed.sort();
    folders.extend(installed.into_iter().rev());
    std::env::join_paths(folders).unwrap()
}

/// Each exit code of the program is a row of its table.
#[test]
fn it_has_every_exit_code_and_every_verb() {
    let program = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_semaine-migrate"))
            .args(arguments)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let help = program(&["--help"]);
    let (_, codes) = help.split_once("Exit codes:").unwrap();
    let mut found = 0;
    for code in codes.split(';') {
        let code = code.split_whitespace().next().unwrap();
        assert!(RUNBOOK.contains(&format!("\n| {code} |")), "{code}");
        found += 1;
    }
    assert_eq!(found, 12);

    let (_, verbs) = help.split_once("Commands:\n").unwrap();
    let (verbs, _) = verbs.split_once("\n\n").unwrap();
    let verbs: Vec<_> = verbs
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|verb| *verb != "help")
        .collect();
    assert_eq!(verbs.len(), 13, "{verbs:?}");
    for verb in verbs {
        assert!(
            RUNBOOK.contains(&format!("semaine-migrate {verb}")),
            "{verb}"
        );
    }
}
