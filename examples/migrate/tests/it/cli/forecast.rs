//! A dry run says what the execution does.

use serde_json::Value;

use super::bed::{Bed, PLANS};
use crate::support::database::Kind;

const POLICIES: [&str; 4] = ["keep-newest", "keep-oldest", "merge", "shift"];

#[test]
fn on_sqlite_a_dry_run_counts_what_the_execution_counts() {
    compare(Kind::Sqlite);
}

#[test]
fn on_postgresql_a_dry_run_counts_what_the_execution_counts() {
    compare(Kind::Postgres);
}

fn compare(kind: Kind) {
    let mut compared = 0;
    for (number, policy) in POLICIES.into_iter().enumerate() {
        for (keep, only) in [("index", false), ("weekday", true)] {
            let Some(bed) = Bed::new(kind, keep, only) else {
                return;
            };
            let anchor = if (number % 2 == 0) == only {
                "containing"
            } else {
                "majority"
            };
            let size = if only {
                "--batch-size=7"
            } else {
                "--batch-size=1000"
            };
            let decide = ["--anchor", anchor, "--on-conflict", policy];
            let run = |code, arguments: &[&str]| {
                bed.program
                    .expect(code, &[&["migrate"], arguments, &decide].concat())
            };
            let said = run(20, &["--dry-run"]);
            let analysis = bed.program.expect(0, &[&["analyze"], &decide[..]].concat());
            assert_eq!(analysis["forecast"], said["counts"]);
            let done = run(0, &["--execute", "--no-backup", "--profile=offline", size]);
            let what = format!("{kind:?} {policy} {anchor} {keep} {only}");
            assert_eq!(said["counts"], done["counts"], "{what}");
            is_eventful(&said["counts"], policy, &what);

            // After it, nothing is left to do.
            let after = run(0, &["--dry-run"]);
            assert_eq!(after["counts"]["moved"], 0, "{what}");
            compared += 1;
        }
    }
    assert_eq!(compared, 8);
}

/// Whether the numbers say that the data had something of everything.
fn is_eventful(counts: &Value, policy: &str, what: &str) {
    let count = |name: &str| counts[name].as_u64().unwrap();
    assert!(count("rows") > PLANS.into(), "{what}: {counts}");
    for name in ["moved", "nulls", "conflicts", "children"] {
        assert!(count(name) > 0, "{what}: {counts}");
    }
    let shifts = policy == "shift";
    assert_eq!(count("removed") == 0, shifts, "{what}: {counts}");
    assert_eq!(count("shifted") > 0, shifts, "{what}: {counts}");
    assert_eq!(count("merged") > 0, policy == "merge", "{what}: {counts}");
}

#[test]
fn days_that_cannot_follow_stop_the_dry_run_as_they_stop_the_execution() {
    for kind in Kind::BOTH {
        let Some(bed) = Bed::new(kind, "date", false) else {
            continue;
        };
        let decide = ["migrate", "--on-conflict=keep-newest", "--no-backup"];
        for verb in ["--dry-run", "--execute"] {
            let report = bed.program.expect(4, &[&decide[..], &[verb]].concat());
            assert_eq!(report["kind"], "conflicts", "{verb}: {report}");
        }
        let analysis = bed
            .program
            .expect(0, &["analyze", "--on-conflict=keep-newest"]);
        assert_eq!(analysis["forecast"], Value::Null);
        assert!(
            analysis["tables"][1]["belonging"]["stuck"]
                .as_u64()
                .unwrap()
                > 0
        );
    }
}
