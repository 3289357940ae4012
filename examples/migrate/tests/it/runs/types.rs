//! Columns of types that write values in their own way.

use semaine_migrate::policy::Policy;
use semaine_migrate::run::OnDrift;

use crate::support::database::Kind;

use super::{Case, PLAN, TABLES, refusal};

const MEALS: &str = r#"INSERT INTO plans VALUES
    (1, 1, '2025-08-05', '{"a": 1}', 1), (2, 1, '2025-08-06', '{"b":2}', 2);"#;

fn postgres(tables: &str, rows: &str) -> Option<Case> {
    Case::new(Kind::Postgres, PLAN, &[tables, rows])
}

#[test]
fn what_the_database_writes_otherwise_can_be_undone() {
    let Some(case) = postgres(&TABLES.replace("meals TEXT", "meals JSONB"), MEALS) else {
        return;
    };
    let case = case.policy(Policy::Merge);
    let meals =
        || case.lines("SELECT CAST(week AS TEXT), CAST(meals AS TEXT) FROM plans ORDER BY id");
    let before = meals();
    case.migrate();
    assert_eq!(meals(), [r#"2025-08-04 {"a": 1, "b": 2}"#]);
    assert!(case.try_rollback(OnDrift::Abort).unwrap().identical);
    assert_eq!(meals(), before);
}

#[test]
fn children_can_name_their_parents_by_texts() {
    let tables = TABLES.replace("plan BIGINT", "plan TEXT");
    let rows = "INSERT INTO lists VALUES (1, 1, '2025-08-05'), (2, 2, '2025-08-06')";
    let case = Case::new(Kind::Sqlite, PLAN, &[&tables, MEALS, rows]).unwrap();
    let case = case.policy(Policy::KeepNewest);
    let before = case.all();
    case.migrate();
    assert_eq!(case.lists(), ["1 2 2025-08-04", "2 2 2025-08-04"]);
    assert!(case.try_rollback(OnDrift::Abort).unwrap().identical);
    assert_eq!(case.all(), before);
}

#[test]
fn what_is_too_long_for_a_column_is_not_cut_off() {
    let Some(case) = postgres(&TABLES.replace("meals TEXT", "meals VARCHAR(10)"), MEALS) else {
        return;
    };
    let case = case.policy(Policy::Merge);
    let before = case.all();
    let message = refusal(case.try_migrate(), 1);
    assert!(message.contains("value too long"), "{message}");
    assert_eq!(case.all(), before);
}

#[test]
fn keys_are_not_cut_off_either() {
    let tables = TABLES.replacen("id BIGINT", "id VARCHAR(6)", 1).replace(
        "plan BIGINT REFERENCES plans (id) ON DELETE CASCADE",
        "plan VARCHAR(3)",
    );
    let rows = "
        INSERT INTO plans VALUES ('abc', 1, '2025-08-06', NULL, 1), ('abcdef', 2, '2025-08-05', NULL, 1);
        INSERT INTO lists VALUES (1, 'abc', '2025-08-05')";
    // The list's week is not that of its own plan, so that it has to stay for its own table's batches.
    let Some(case) = postgres(&tables, rows) else {
        return;
    };
    assert_eq!(case.migrate().counts.children, 0);
}

#[test]
fn numbers_as_texts_do_not_tell_what_is_newest() {
    let tables = TABLES.replace("changed BIGINT", "changed NUMERIC");
    let Some(case) = postgres(&tables, MEALS) else {
        return;
    };
    let case = case.policy(Policy::KeepNewest);
    let message = refusal(case.try_migrate(), 3);
    assert!(message.contains("whose type is numeric"), "{message}");
    case.policy(Policy::Shift).migrate();
}

#[test]
fn rows_without_an_owner_must_not_meet() {
    let tables = TABLES.replace("UNIQUE (owner", "UNIQUE NULLS NOT DISTINCT (owner");
    let Some(case) = postgres(&tables, "") else {
        return;
    };
    let message = refusal(case.try_migrate(), 3);
    assert!(message.contains("NULLS NOT DISTINCT"), "{message}");
    case.fresh
        .script("ALTER TABLE plans ALTER owner SET NOT NULL");
    case.migrate();
}

#[test]
fn tables_that_others_inherit_from_are_refused() {
    let heir = format!("{TABLES} CREATE TABLE heirs () INHERITS (plans);");
    let Some(case) = postgres(&heir, "") else {
        return;
    };
    let message = refusal(case.try_migrate(), 3);
    assert!(message.contains("tables inherit from plans"), "{message}");
}
