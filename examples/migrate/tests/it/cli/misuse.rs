//! What cannot be done is said in a sentence, with its exit code.

use std::fs;
use std::process::{Command, Output};

use super::bed::Bed;
use crate::support::database::Kind;

#[test]
fn each_refusal_has_its_exit_code_and_says_what_to_do() {
    let bed = Bed::new(Kind::Sqlite, "index", false).unwrap();
    let cases: [(i32, &[&str], &str); 9] = [
        (2, &["migrate"], "--dry-run"),
        (
            2,
            &["migrate", "--execute", "--dry-run"],
            "cannot be used with",
        ),
        (
            2,
            &["migrate", "--execute", "--batch-size=0"],
            "--batch-size",
        ),
        (
            2,
            &["migrate", "--execute", "--decisions=plan.toml"],
            "decisions",
        ),
        (
            2,
            &["prune-backups", "--older-than=4 months"],
            "12h, 365d or 4w",
        ),
        (2, &["resume", "--execute"], "no run to resume"),
        (2, &["rollback"], "nothing to roll back"),
        (4, &["migrate", "--execute", "--no-backup"], "--on-conflict"),
        (
            6,
            &["verify-backup", "20250101T000000Z-1"],
            "20250101T000000Z-1",
        ),
    ];
    for (code, arguments, says) in cases {
        let ended = bed.program.run(&[arguments, &["--output=json"]].concat());
        assert_eq!(ended.code, Some(code), "{arguments:?}: {ended:?}");
        assert!(ended.err.starts_with("error: "), "{ended:?}");
        let report: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
        assert_eq!(report["report"], "error");
        assert_eq!(report["exit_code"], code);
        let message = report["message"].as_str().unwrap();
        assert!(message.contains(says), "{arguments:?}: {message}");
    }
}

#[test]
fn bad_dates_and_nulls_are_refused_before_any_change_where_the_plan_says_so() {
    let bed = Bed::new(Kind::Sqlite, "index", false).unwrap();
    let path = bed.path("plan.toml");
    let plan = fs::read_to_string(&path).unwrap();
    bed.database
        .script("UPDATE plans SET week_start = '2024-02-30' WHERE id = 3");
    let plan = plan.replacen("nulls = \"keep\"\nbad-dates = \"keep\"", "", 1);
    fs::write(&path, plan).unwrap();
    let migrate = ["migrate", "--execute", "--no-backup", "--on-conflict=shift"];
    let message = bed.program.expect(3, &migrate)["message"].to_string();
    assert!(
        message.contains("2024-02-30") && message.contains("no week"),
        "{message}"
    );
    let analysis = bed.program.expect(0, &["analyze", "--on-conflict=shift"]);
    assert_eq!(analysis["refusals"].as_array().unwrap().len(), 2);
    let bad = &analysis["tables"][0]["bad"][0];
    assert_eq!(bad["why"], "no-such-day");
    assert_eq!(bad["first"][0]["key"], 3);
}

#[test]
fn a_password_is_never_printed() {
    for (code, url) in [
        (1, "postgres://cook:topsecret@127.0.0.1:1/plans"),
        (1, "postgres://cook:topsecret@no-such-host.invalid/plans"),
        (2, "mysql://cook:topsecret@127.0.0.1/plans"),
        (2, "postgres://cook:topsecret@127.0.0.1:many/plans"),
    ] {
        let printed = program(&["analyze", "--output=json"], url);
        let text = format!(
            "{}{}",
            String::from_utf8_lossy(&printed.stdout),
            String::from_utf8_lossy(&printed.stderr)
        );
        assert_eq!(printed.status.code(), Some(code), "{url}: {text}");
        assert!(!text.contains("topsecret"), "{text}");
        assert!(text.contains("error"), "{text}");
    }
    let help = program(&["--help"], "postgres://cook:topsecret@127.0.0.1/plans");
    assert!(help.status.success());
    assert!(!String::from_utf8_lossy(&help.stdout).contains("topsecret"));
}

/// Runs the program with the database's URL in the environment.
fn program(arguments: &[&str], url: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_semaine-migrate"))
        .args(arguments)
        .env("DATABASE_URL", url)
        .output()
        .unwrap()
}
