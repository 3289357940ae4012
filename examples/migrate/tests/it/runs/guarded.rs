//! What keeps other weeks out, while a run works and after it.

use semaine_migrate::control::Control;
use semaine_migrate::run::state::State;
use semaine_migrate::run::{self, OnDrift};

use crate::support::database::Kind;

use super::{Case, PLAN, TABLES, on_each, refusal};

const ROWS: &str = "
    INSERT INTO plans VALUES (1, 1, '2025-08-06', NULL, 1), (2, 2, NULL, NULL, 1);
    INSERT INTO lists VALUES (1, 1, '2025-08-06');";

/// Whether the database takes a statement.
fn takes(case: &Case, sql: &str) -> bool {
    match case.fresh.kind {
        Kind::Sqlite => case.fresh.sqlite().execute_batch(sql).is_ok(),
        Kind::Postgres => case.fresh.postgres().batch_execute(sql).is_ok(),
    }
}

fn only_mondays(case: &Case) {
    assert!(!takes(
        case,
        "INSERT INTO plans VALUES (10, 3, '2025-08-05', NULL, 1)"
    ));
    assert!(!takes(
        case,
        "UPDATE plans SET week = '2025-08-12' WHERE id = 1"
    ));
    assert!(!takes(
        case,
        "UPDATE lists SET week = '2025-08-12' WHERE id = 1"
    ));
    assert!(takes(
        case,
        "INSERT INTO plans VALUES (10, 3, '2025-08-11', NULL, 1)"
    ));
    assert!(takes(
        case,
        "UPDATE plans SET week = '2025-08-18' WHERE id = 10"
    ));
    // The plan keeps rows without a week.
    assert!(takes(case, "UPDATE plans SET week = NULL WHERE id = 10"));
    assert!(takes(case, "DELETE FROM plans WHERE id = 10"));
    let wrong: &[&str] = match case.fresh.kind {
        Kind::Sqlite => &[
            "'2024-02-30'",
            "'20240115'",
            "'2025-08-04 00:00'",
            "1",
            "'0000-01-03'",
            "x'00'",
        ],
        Kind::Postgres => &[
            "'infinity'",
            "'-infinity'",
            "'0044-03-12 BC'",
            "'10000-01-03'",
        ],
    };
    for week in wrong {
        let sql = format!("INSERT INTO plans VALUES (11, 3, {week}, NULL, 1)");
        assert!(!takes(case, &sql), "{week}");
    }
}

#[test]
fn new_weeks_have_to_be_mondays_until_the_rollback() {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        case.migrate();
        only_mondays(&case);
        case.try_rollback(OnDrift::Abort).unwrap();
        assert!(takes(
            &case,
            "INSERT INTO plans VALUES (10, 3, '2025-08-05', NULL, 1)"
        ));
    });
}

#[cfg(feature = "failpoints")]
#[test]
fn rows_that_are_not_moved_yet_can_be_edited() {
    use semaine_migrate::failpoint;

    on_each(PLAN, &[TABLES, ROWS], |case| {
        let case = std::sync::Arc::new(case);
        let other = std::sync::Arc::clone(&case);
        failpoint::hook(Some(Box::new(move |name| {
            if name == "guard-made" {
                assert!(takes(
                    &other,
                    "UPDATE plans SET meals = 'edited', week = week WHERE id = 1"
                ));
                only_mondays(&other);
            }
            Ok(())
        })));
        case.migrate();
        failpoint::hook(None);
        assert_eq!(case.plans(), ["1 1 2025-08-04 edited", "2 2 - -"]);
    });
}

fn finalize(case: &Case) -> semaine_migrate::Result<run::outcome::Finalized> {
    run::finalize(&mut *case.open(), &mut Control::silent())
}

#[test]
fn a_finalized_run_leaves_a_constraint_and_no_journal() {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        refusal(finalize(&case), 2);
        case.migrate();
        let done = finalize(&case).unwrap();
        assert_eq!((done.state, done.journal), (State::Finalized, 2));
        only_mondays(&case);
        assert_eq!(
            case.lines("SELECT CAST(count(*) AS TEXT) FROM semaine_migrate_journal"),
            ["0"]
        );
        let expected: &[&str] = match case.fresh.kind {
            Kind::Sqlite => &[
                "semaine_migrate_guard_insert_plans",
                "semaine_migrate_guard_update_plans",
                "semaine_migrate_guard_insert_lists",
                "semaine_migrate_guard_update_lists",
                "semaine_migrate_guard_insert_history",
                "semaine_migrate_guard_update_history",
            ],
            Kind::Postgres => &[
                "semaine_week_is_monday_plans",
                "semaine_week_is_monday_lists",
                "semaine_week_is_monday_history",
            ],
        };
        assert_eq!(done.constraints, expected);
        if case.fresh.kind == Kind::Postgres {
            let validated = "SELECT conname::text FROM pg_constraint WHERE contype = 'c' AND convalidated \
                             AND conname LIKE 'semaine%' ORDER BY oid";
            assert_eq!(case.lines(validated), expected);
            assert!(
                case.lines("SELECT tgname::text FROM pg_trigger WHERE tgname LIKE 'semaine%'")
                    .is_empty()
            );
        }
        refusal(case.try_rollback(OnDrift::Abort), 2);
        assert_eq!(finalize(&case).unwrap().journal, 0);
    });
}

#[test]
fn what_is_not_valid_is_not_finalized() {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        case.migrate();
        let db = &mut *case.open();
        let validation = run::validate(db, None, &mut Control::silent()).unwrap();
        assert!(validation.valid, "{validation:?}");
        assert_eq!((validation.run, validation.later_edits), (Some(1), 0));
        let guard = match case.fresh.kind {
            Kind::Sqlite => "DROP TRIGGER semaine_migrate_guard_update_plans",
            Kind::Postgres => "DROP TRIGGER semaine_migrate_guard_update ON plans",
        };
        case.fresh.script(guard);
        case.fresh
            .script("UPDATE plans SET week = '2025-08-07' WHERE id = 1");
        let validation = run::validate(db, None, &mut Control::silent()).unwrap();
        assert!(!validation.valid);
        assert_eq!(validation.problems[0].what, "1 weeks are no Mondays");
        assert_eq!(validation.later_edits, 1);
        let message = refusal(finalize(&case), 5);
        assert!(
            message.contains("plans: 1 weeks are no Mondays"),
            "{message}"
        );
    });
}
