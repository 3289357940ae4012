//! Rollbacks after which somebody has edited rows.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use semaine_migrate::control::Control;
use semaine_migrate::policy::Policy;
use semaine_migrate::run::outcome::Why;
use semaine_migrate::run::state::State;
use semaine_migrate::run::{self, OnDrift};

use super::{Case, PLAN, TABLES, on_each, refusal};

/// Of owner 1, the plan 1 goes and 2 stays; 3 to 5 move alone; 6 is on its Monday.
const ROWS: &str = "
    INSERT INTO plans VALUES
        (1, 1, '2025-08-06', 'a', 1), (2, 1, '2025-08-05', 'b', 2), (3, 2, '2025-08-14', 'c', 1),
        (4, 3, '2025-08-17', 'd', 2), (5, 4, '2025-08-03', 'e', 3), (6, 5, '2025-08-04', 'f', 4);
    INSERT INTO lists VALUES (1, 1, '2025-08-06'), (2, 3, '2025-08-14');";

fn migrated(test: impl Fn(&Case)) {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        let case = case.policy(Policy::KeepNewest);
        case.migrate();
        test(&case);
    });
}

/// 3 was changed, 4 is gone, and a new row has the key of 1; another one has the former week of 5.
const EDITS: &str = "
    UPDATE plans SET week = '2025-09-01', meals = 'edited' WHERE id = 3;
    DELETE FROM plans WHERE id = 4;
    INSERT INTO plans VALUES (1, 9, '2025-08-04', 'new', 1);
    UPDATE plans SET meals = 'kept' WHERE id = 6;";

#[test]
fn edits_stop_a_rollback_before_it_changes_anything() {
    migrated(|case| {
        case.fresh.script(EDITS);
        let edited = case.all();
        let message = refusal(case.try_rollback(OnDrift::Abort), 10);
        assert!(
            message.contains("plans: the row 3 was changed"),
            "{message}"
        );
        assert!(message.contains("plans: the row 4 is gone"), "{message}");
        assert!(
            message.contains("plans: the row 1 was taken out, and a new row has its key"),
            "{message}"
        );
        assert_eq!(case.all(), edited);
        // The guard still stands.
        let code = refusal(case.try_rollback(OnDrift::Abort), 10);
        assert_eq!(code, message);
    });
}

#[test]
fn edits_are_left_as_they_are() {
    migrated(|case| {
        case.fresh.script(EDITS);
        let undone = case.try_rollback(OnDrift::Skip).unwrap();
        assert_eq!(
            case.plans(),
            [
                "1 9 2025-08-04 new",
                "2 1 2025-08-05 b",
                "3 2 2025-09-01 edited",
                "5 4 2025-08-03 e",
                "6 5 2025-08-04 kept"
            ]
        );
        assert_eq!((undone.drifted, undone.identical), (3, false));
        let why: Vec<Why> = undone.drift.iter().map(|drift| drift.why).collect();
        assert_eq!(why, [Why::Gone, Why::Changed, Why::KeyTaken]);
        // The row that could not come back is not lost.
        let left = case.lines(
            "SELECT CAST(row_key AS TEXT) FROM semaine_migrate_journal WHERE old_row LIKE '%2025-08-06%'",
        );
        assert_eq!(left, ["1"]);
    });
}

#[test]
fn edits_are_overwritten_and_kept_in_the_journal() {
    migrated(|case| {
        case.fresh.script(EDITS);
        case.try_rollback(OnDrift::Force).unwrap();
        assert_eq!(
            case.plans(),
            [
                "1 1 2025-08-06 a",
                "2 1 2025-08-05 b",
                "3 2 2025-08-14 edited",
                "5 4 2025-08-03 e",
                "6 5 2025-08-04 kept"
            ]
        );
        assert_eq!(case.lists(), ["1 1 2025-08-06", "2 3 2025-08-14"]);
        let kept = case.lines(
            "SELECT CAST(row_key AS TEXT), action FROM semaine_migrate_journal ORDER BY sequence",
        );
        assert_eq!(kept, ["4 s", "3 x", "1 x"]);
        let rows = case.lines(
            "SELECT old_row FROM semaine_migrate_journal WHERE action = 'x' ORDER BY sequence",
        );
        assert!(rows[0].contains("2025-09-01"), "{rows:?}");
        assert!(rows[1].contains("\"new\""), "{rows:?}");
    });
}

#[test]
fn a_week_that_another_row_has_now_is_drift() {
    // Without the guard, as after a finished migration on a database that was not finalized.
    on_each(PLAN, &[TABLES, ROWS], |mut case| {
        // By the nearest Monday, 5 goes to 2025-08-04.
        case.options.anchor = semaine_migrate::anchor::Anchor::Majority;
        let case = case.policy(Policy::Shift);
        case.fresh
            .script("INSERT INTO plans VALUES (7, 4, '2025-08-04', 'g', 1)");
        case.migrate();
        assert_eq!(case.plans()[4], "5 4 2025-08-04 e");
        assert_eq!(case.plans()[6], "7 4 2025-08-11 g");
        // Owner 4 plans the week that 7 had, after moving 5 away.
        case.fresh.script(
            "UPDATE plans SET week = '2025-10-06' WHERE id = 5;
             INSERT INTO plans VALUES (8, 4, '2025-08-04', 'h', 1); INSERT INTO lists VALUES (8, 8, NULL);",
        );
        let message = refusal(case.try_rollback(OnDrift::Abort), 10);
        assert!(
            message.contains("the row 7 cannot get its week back"),
            "{message}"
        );
        case.try_rollback(OnDrift::Force).unwrap();
        assert_eq!(
            case.plans()[4..],
            ["5 4 2025-08-03 e", "6 5 2025-08-04 f", "7 4 2025-08-04 g"]
        );
        let kept = case.lines(
            "SELECT CAST(row_key AS TEXT), CAST(table_number AS TEXT) FROM semaine_migrate_journal \
             WHERE action = 'x' ORDER BY sequence",
        );
        assert_eq!(kept, ["5 0", "8 1", "8 0"]);
    });
}

#[test]
fn nothing_is_undone_twice() {
    migrated(|case| {
        case.try_rollback(OnDrift::Abort).unwrap();
        refusal(case.try_rollback(OnDrift::Abort), 2);
        assert_eq!(
            case.lines("SELECT CAST(count(*) AS TEXT) FROM semaine_migrate_journal"),
            ["0"]
        );
    });
}

#[test]
fn a_second_migration_with_nothing_to_do_hides_nothing_from_a_rollback() {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        let case = case.policy(Policy::KeepNewest);
        let before = case.all();
        case.migrate();
        assert_eq!(case.migrate().run, 1);
        assert_eq!(case.try_rollback(OnDrift::Abort).unwrap().run, 1);
        assert_eq!(case.all(), before);
    });
}

#[test]
fn two_runs_are_undone_one_after_the_other() {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        let mut case = case.policy(Policy::KeepNewest);
        let before = case.all();
        case.migrate();
        let between = case.all();
        // Another plan is another run.
        case.plan.tables.first_mut().unwrap().optional = true;
        assert_eq!(case.migrate().counts.moved, 0);
        assert_eq!(case.try_rollback(OnDrift::Abort).unwrap().run, 2);
        assert_eq!(case.all(), between);

        let mut stop = Control::new(Arc::new(AtomicBool::new(true)), |_| {});
        let stopped = run::rollback(
            &mut *case.open(),
            false,
            OnDrift::Abort,
            &case.settings,
            &mut stop,
        );
        refusal(stopped, 8);
        let pending = run::status(&mut *case.open()).unwrap().unwrap();
        assert_eq!((pending.id, pending.state), (1, State::RollingBack));
        refusal(case.try_migrate(), 8);

        assert_eq!(case.try_rollback(OnDrift::Abort).unwrap().run, 1);
        assert_eq!(case.all(), before);
    });
}
