//! What is printed, for people and for programs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::bed::Bed;
use crate::support::database::Kind;
use crate::support::program::Program;

#[path = "../../../../server/tests/it/support/schema.rs"]
#[allow(dead_code, reason = "of what the server's tests need")]
mod schema;

#[test]
fn the_published_schema_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/report.json");
    let schema = semaine_migrate::report::schema();
    if std::env::var_os("SEMAINE_WRITE_SCHEMA").is_some() {
        fs::write(&path, &schema).unwrap();
    }
    let published = fs::read_to_string(&path).unwrap();
    assert!(
        published == schema,
        "schemas/report.json is not that of the types; SEMAINE_WRITE_SCHEMA=1 writes it"
    );
}

#[test]
fn every_report_is_as_the_published_schema_says() {
    for kind in Kind::BOTH {
        let Some(bed) = Bed::new(kind, "weekday", true) else {
            continue;
        };
        let mut reports = Vec::new();
        let mut run = |code, arguments: &[&str]| {
            reports.push(bed.program.expect(code, arguments));
            reports.last().unwrap().clone()
        };
        run(0, &["status"]);
        run(0, &["analyze", "--anchor=majority"]);
        run(0, &["plan"]);
        run(0, &["plan", "--conflicts=decisions.toml"]);
        let backup = run(0, &["backup"]);
        let name = backup["name"].as_str().unwrap();
        run(0, &["list-backups"]);
        run(0, &["verify-backup", name]);
        run(4, &["migrate", "--dry-run"]);
        run(20, &["migrate", "--dry-run", "--on-conflict=merge"]);
        run(
            0,
            &[
                "migrate",
                "--execute",
                "--on-conflict=merge",
                "--profile=offline",
                "--backup",
                name,
            ],
        );
        run(0, &["status"]);
        run(0, &["validate"]);
        bed.database
            .script("UPDATE notes SET day = 6 WHERE day = 5; DELETE FROM items WHERE id = 10");
        run(0, &["rollback"]);
        run(
            0,
            &[
                "rollback",
                "--execute",
                "--on-drift=skip",
                "--profile=offline",
            ],
        );
        run(0, &["restore", name]);
        run(0, &["restore", name, "--execute"]);
        run(
            0,
            &[
                "migrate",
                "--execute",
                "--on-conflict=shift",
                "--profile=offline",
            ],
        );
        run(0, &["finalize"]);
        run(0, &["finalize", "--execute"]);
        run(0, &["prune-backups", "--older-than=1d"]);
        let names: BTreeSet<_> = reports
            .iter()
            .map(|report| report["report"].as_str().unwrap())
            .collect();
        assert_eq!(names.len(), 15, "{names:?}");
        for report in &reports {
            assert_eq!(report["version"], 1);
            is_valid(report);
        }
    }
}

fn is_valid(report: &Value) {
    let document: Value = serde_json::from_str(&semaine_migrate::report::schema()).unwrap();
    let mut root = document.clone();
    // What only says how to read the document.
    for keyword in ["$schema", "$defs"] {
        root.as_object_mut().unwrap().remove(keyword);
    }
    schema::check(&document, &root, report, "report")
        .unwrap_or_else(|wrong| panic!("{wrong}: {report:#}"));
}

#[test]
fn a_report_with_a_field_missing_is_not_as_the_schema_says() {
    let bed = Bed::new(Kind::Sqlite, "index", false).unwrap();
    let mut report = bed.program.expect(0, &["analyze"]);
    report.as_object_mut().unwrap().remove("tables");
    assert!(std::panic::catch_unwind(|| is_valid(&report)).is_err());
}

#[test]
fn the_histogram_counts_as_sqlite_counts_days() {
    let bed = Bed::new(Kind::Sqlite, "index", false).unwrap();
    bed.database.script("UPDATE plans SET week_start = date(week_start, '+1 day', 'weekday 0') WHERE id % 2 = 0 AND cook IS NULL");
    let counted = bed.database.rows(
        "SELECT CAST((strftime('%w', week_start) + 6) % 7 AS TEXT), CAST(count(*) AS TEXT)
         FROM plans WHERE week_start IS NOT NULL GROUP BY 1 ORDER BY 1",
    );
    let analysis = bed.program.expect(0, &["analyze"]);
    let weekdays = analysis["tables"][0]["weekdays"].as_array().unwrap();
    assert_eq!(counted.len(), 7);
    for (row, weekday) in counted.iter().zip(weekdays) {
        assert_eq!(row[1].as_deref(), Some(&*weekday.to_string()));
    }
}

#[test]
fn a_start_on_sundays_is_suspected_and_its_anchor_recommended() {
    let bed = Bed::new(Kind::Sqlite, "index", false).unwrap();
    bed.database.script("DROP INDEX lists_plan; DELETE FROM items; DELETE FROM lists; DELETE FROM notes;
        CREATE INDEX lists_plan ON lists (plan);
        DELETE FROM plans WHERE id > 16; UPDATE plans SET cook = 1, week_start = date('2025-01-05', (7 * id) || ' days')");
    let text = bed.program.run(&["analyze"]).out;
    assert!(
        text.lines().all(|line| line.chars().count() <= 100),
        "{text}"
    );
    let text: Vec<_> = text.split_whitespace().collect();
    let text = text.join(" ");
    for says in [
        "Recommended: --anchor majority",
        "100.0 % of the weeks that start on no Monday start on a Sunday",
        "shares 6 of its days with the week after it",
        "suspected start",
        "no two rows of an owner have the same Monday",
    ] {
        assert!(text.contains(says), "{says} is missing in {text}");
    }
}

#[test]
fn a_proposed_plan_is_read_again_and_names_the_children() {
    for kind in Kind::BOTH {
        let Some(bed) = Bed::new(kind, "index", false) else {
            continue;
        };
        let program = Program::on(&bed.database, None);
        let report = program.expect(0, &["plan", "--discover"]);
        let plan = semaine_migrate::plan::parse(report["toml"].as_str().unwrap()).unwrap();
        assert_eq!(plan.hash(), report["hash"].as_str().unwrap());
        let tables: Vec<_> = plan
            .numbered()
            .into_iter()
            .map(|(_, parent, table)| (table.name.clone(), parent, table.week.is_some()))
            .collect();
        let row = |name: &str, parent, week| (name.to_owned(), parent, week);
        assert_eq!(
            tables,
            [
                row("plans", None, true),
                row("lists", Some(0), true),
                row("items", Some(1), true),
                row("notes", Some(0), false),
            ]
        );
        assert_eq!(
            plan.tables[0].unique.as_deref(),
            Some(&["cook".to_owned()][..])
        );
    }
}
