//! Conflicts are written into a file, and decided there.

use std::fs;

use super::bed::Bed;
use crate::support::database::Kind;

#[test]
fn conflicts_are_decided_in_the_file_that_lists_them() {
    for kind in Kind::BOTH {
        let Some(bed) = Bed::new(kind, "index", false) else {
            continue;
        };
        let plan = bed
            .program
            .expect(0, &["plan", "--conflicts=decisions.toml"]);
        let groups = plan["conflicts"].as_u64().unwrap();
        assert!(groups > 3);
        let path = bed.path("decisions.toml");
        let written = fs::read_to_string(&path).unwrap();
        assert_eq!(written.matches("[[conflict]]").count() as u64, groups);
        assert!(written.contains(&format!("plan = {}", plan["hash"])));

        // As it is, it decides nothing.
        let migrate = ["migrate", "--no-backup", "--decisions=decisions.toml"];
        let run = |code, more: &[&str]| bed.program.expect(code, &[&migrate[..], more].concat());
        assert_eq!(run(4, &["--dry-run"])["kind"], "conflicts");

        let keep = written.find("rows = [").unwrap() + "rows = [".len();
        let key = written[keep..].split([',', ']']).next().unwrap();
        let decided = written
            .replacen(
                "rows = [",
                &format!("decision = \"keep\"\nkeep = {key}\nrows = ["),
                1,
            )
            .replace("]\nmonday", "]\ndecision = \"shift\"\nmonday")
            .replacen("decision = \"shift\"\n", "", 1);
        fs::write(&path, decided).unwrap();
        let said = run(20, &["--dry-run"]);
        assert!(said["counts"]["removed"].as_u64().unwrap() >= 1, "{said}");
        assert!(
            said["counts"]["shifted"].as_u64().unwrap() >= groups - 1,
            "{said}"
        );
        assert_eq!(run(0, &["--execute"])["counts"], said["counts"]);
        let kept = bed.database.rows(&format!(
            "SELECT CAST(id AS TEXT) FROM plans WHERE id = {key}"
        ));
        assert_eq!(kept.len(), 1);

        // What somebody decided is not overwritten.
        let again = bed
            .program
            .expect(1, &["plan", "--conflicts=decisions.toml"]);
        assert_eq!(again["kind"], "io");
    }
}

#[test]
fn decisions_for_another_plan_are_refused() {
    let bed = Bed::new(Kind::Sqlite, "index", false).unwrap();
    bed.program
        .expect(0, &["plan", "--conflicts=decisions.toml"]);
    let plan = fs::read_to_string(bed.path("plan.toml")).unwrap();
    fs::write(
        bed.path("plan.toml"),
        plan.replace("newest = \"changed\"", ""),
    )
    .unwrap();
    let report = bed
        .program
        .expect(2, &["migrate", "--dry-run", "--decisions=decisions.toml"]);
    assert_eq!(report["kind"], "usage");
}
