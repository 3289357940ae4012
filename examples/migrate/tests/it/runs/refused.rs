//! Databases that are refused before any change.

use semaine_migrate::policy::Policy;
use semaine_migrate::run::precheck::{self, Purpose};

use crate::support::database::Kind;

use super::{Case, PLAN, TABLES, on_each, refusal};

fn refused(plan: &str, tables: &str, with: &str) {
    on_each(plan, &[tables], |case| {
        let message = refusal(case.try_migrate(), 3);
        assert!(message.contains(with), "{message}");
    });
}

#[test]
fn a_sound_database_passes() {
    on_each(PLAN, &[TABLES], |case| {
        let db = &mut *case.open();
        for purpose in [Purpose::Analyze, Purpose::Migrate, Purpose::Restore] {
            let findings = precheck::check(db, &case.plan, &case.options, purpose).unwrap();
            assert_eq!(findings.refusals, []);
        }
    });
}

#[test]
fn a_key_names_one_row() {
    refused(
        PLAN,
        &TABLES
            .replacen("id BIGINT PRIMARY KEY", "id BIGINT", 1)
            .replace("REFERENCES plans (id) ON DELETE CASCADE", ""),
        "the key id has to be",
    );
}

#[test]
fn the_plan_knows_the_unique_index() {
    refused(
        &PLAN
            .replace("unique = [\"owner\"]", "")
            .replace("newest = \"changed\"", "")
            .replace("merge = [\"meals\"]", ""),
        TABLES,
        "is not supported: `unique` in the plan",
    );
    let two = format!("{TABLES} CREATE UNIQUE INDEX other ON plans (week, changed);");
    refused(PLAN, &two, "there is more than one with the week");
    let child = format!("{TABLES} CREATE UNIQUE INDEX other ON lists (week, plan);");
    refused(PLAN, &child, "the week of a child must not be in one");
}

#[test]
fn lookups_need_an_index() {
    refused(
        PLAN,
        &TABLES.replace("CREATE INDEX lists_of_plan ON lists (plan);", ""),
        "the column plan needs an index",
    );
    refused(
        PLAN,
        &TABLES.replace(", UNIQUE (owner, week)", ""),
        "no index that begins with owner",
    );
}

#[test]
fn rows_that_others_refer_to_are_not_taken_out() {
    let others = format!("{TABLES} CREATE TABLE shares (plan BIGINT REFERENCES plans (id));");
    on_each(PLAN, &[&others], |case| {
        let case = case.policy(Policy::KeepNewest);
        let message = refusal(case.try_migrate(), 3);
        assert!(
            message.contains("shares (plan) refers to them"),
            "{message}"
        );
        let case = case.policy(Policy::Shift);
        case.migrate();
    });
}

#[test]
fn postgresql_weeks_are_dates() {
    let Some(case) = Case::new(
        Kind::Postgres,
        PLAN,
        &[&TABLES.replace("week DATE", "week TEXT")],
    ) else {
        return;
    };
    let message = refusal(case.try_migrate(), 3);
    assert!(message.contains("has the type text, not date"), "{message}");
}

#[test]
fn names_that_are_not_there_are_a_mistake() {
    for (wrong, with) in [
        ("name = \"plans\"", "name = \"plants\""),
        ("newest = \"changed\"", "newest = \"updated\""),
        ("merge = [\"meals\"]", "merge = [\"food\"]"),
    ] {
        on_each(&PLAN.replace(wrong, with), &[TABLES], |case| {
            refusal(case.try_migrate(), 2);
        });
    }
}

#[test]
fn rows_without_a_date_are_refused_or_kept() {
    let plan = PLAN.replace("nulls = \"keep\"", "");
    let rows = "INSERT INTO plans VALUES (1, 1, NULL, NULL, 1), (2, 1, '2025-08-05', NULL, 1)";
    on_each(&plan, &[TABLES, rows], |case| {
        let message = refusal(case.try_migrate(), 3);
        assert!(
            message.contains("plans: 1 rows have no week: 1"),
            "{message}"
        );
    });
    let bad = [
        (
            Kind::Sqlite,
            "(1, 1, '2024-02-30', NULL, 1), (2, 1, 20240115, NULL, 1)",
            "2024-02-30",
        ),
        (
            Kind::Postgres,
            "(1, 1, 'infinity', NULL, 1), (2, 1, '0044-03-15 BC', NULL, 1)",
            "infinity",
        ),
    ];
    for (kind, rows, first) in bad {
        let rows = format!("INSERT INTO plans VALUES {rows}, (3, 1, '2025-08-05', NULL, 1)");
        let Some(case) = Case::new(kind, PLAN, &[TABLES, &rows]) else {
            continue;
        };
        let message = refusal(case.try_migrate(), 3);
        assert!(
            message.contains(&format!("2 weeks are no dates: 1 (\"{first}\"), 2")),
            "{message}"
        );
        let keep = PLAN.replacen("nulls", "bad-dates = \"keep\"\nnulls", 1);
        let case = Case::new(kind, &keep, &[TABLES, &rows]).unwrap();
        let counts = case.migrate().counts;
        assert_eq!((counts.bad, counts.moved), (2, 1));
        assert_eq!(case.plans()[2], "3 1 2025-08-04 -");
    }
}
