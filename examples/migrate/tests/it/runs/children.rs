//! Rows that belong to others.

use semaine_migrate::policy::Policy;

use super::{PLAN, TABLES, on_each, refusal};

#[test]
fn children_in_another_week_than_their_parent_and_orphans_move_by_their_own_date() {
    let rows = "
        INSERT INTO plans VALUES (1, 1, '2025-08-06', NULL, 1), (2, 1, '2025-08-11', NULL, 1);
        INSERT INTO lists VALUES
            (1, 1, '2025-08-06'), (2, 1, '2025-08-14'), (3, 2, '2025-08-03'), (4, NULL, '2025-08-09'),
            (5, 2, '2025-08-11');
        INSERT INTO history VALUES (1, 2, '2025-08-14'), (2, 2, '2025-08-06'), (3, NULL, '2025-08-10');";
    on_each(PLAN, &[TABLES, rows], |case| {
        let outcome = case.migrate();
        assert_eq!(
            case.lists(),
            [
                "1 1 2025-08-04",
                "2 1 2025-08-11",
                "3 2 2025-07-28",
                "4 - 2025-08-04",
                "5 2 2025-08-11"
            ]
        );
        assert_eq!(
            case.history(),
            ["1 2 2025-08-11", "2 2 2025-08-04", "3 - 2025-08-04"]
        );
        // With their parents went list 1 and, with list 2, history 1.
        assert_eq!((outcome.counts.moved, outcome.counts.children), (8, 2));
    });
}

const DAYS: &str = "
    CREATE TABLE plans (id BIGINT PRIMARY KEY, week DATE);
    CREATE TABLE lists (id BIGINT PRIMARY KEY, plan BIGINT, week DATE, day BIGINT);
    CREATE INDEX lists_of_plan ON lists (plan);
    CREATE TABLE history (id BIGINT PRIMARY KEY, list BIGINT, day BIGINT);
    CREATE INDEX history_of_list ON history (list);";

/// A week from Sunday 2025-08-03 on; the list 3 is in a week of its own, from Tuesday 2025-08-12 on.
const SUNDAY: &str = "
    INSERT INTO plans VALUES (1, '2025-08-03');
    INSERT INTO lists VALUES (1, 1, '2025-08-03', 1), (2, 1, '2025-08-03', NULL), (3, 1, '2025-08-12', 2);
    INSERT INTO history VALUES (1, 1, 0), (2, 3, 5);";

fn days(keep: &str) -> String {
    format!(
        r#"
        version = 1
        [[table]]
        name = "plans"
        week = "week"
        [[table.child]]
        name = "lists"
        week = "week"
        parent = "plan"
        day = {{ column = "day", first = 1, keep = "{keep}" }}
        [[table.child.child]]
        name = "history"
        parent = "list"
        day = {{ column = "day", keep = "{keep}" }}
        "#
    )
}

const LISTS: &str =
    "SELECT CAST(id AS TEXT), CAST(week AS TEXT), CAST(day AS TEXT) FROM lists ORDER BY lists.id";
const HISTORY: &str = "SELECT CAST(id AS TEXT), CAST(day AS TEXT) FROM history ORDER BY history.id";

#[test]
fn a_day_keeps_its_number() {
    on_each(&days("index"), &[DAYS, SUNDAY], |case| {
        case.migrate();
        assert_eq!(
            case.lines(LISTS),
            ["1 2025-07-28 1", "2 2025-07-28 -", "3 2025-08-11 2"]
        );
        assert_eq!(case.lines(HISTORY), ["1 0", "2 5"]);
    });
}

#[test]
fn a_day_keeps_its_day_of_the_week() {
    on_each(&days("weekday"), &[DAYS, SUNDAY], |case| {
        case.migrate();
        // List 1 was on a Sunday, and 3 on a Wednesday; history 1 on a Sunday, and 2 on the Sunday after.
        assert_eq!(
            case.lines(LISTS),
            ["1 2025-07-28 7", "2 2025-07-28 -", "3 2025-08-11 3"]
        );
        assert_eq!(case.lines(HISTORY), ["1 6", "2 6"]);
        let undone = case
            .try_rollback(semaine_migrate::run::OnDrift::Abort)
            .unwrap();
        assert!(undone.identical);
        assert_eq!(
            case.lines(LISTS),
            ["1 2025-08-03 1", "2 2025-08-03 -", "3 2025-08-12 2"]
        );
        assert_eq!(case.lines(HISTORY), ["1 0", "2 5"]);
    });
}

#[test]
fn a_day_keeps_its_date() {
    on_each(&days("date"), &[DAYS, SUNDAY], |case| {
        case.migrate();
        // 2025-08-03 is the seventh day of its week; 2025-08-17 that of the next but one.
        assert_eq!(
            case.lines(LISTS),
            ["1 2025-07-28 7", "2 2025-07-28 -", "3 2025-08-11 3"]
        );
        assert_eq!(case.lines(HISTORY), ["1 6", "2 6"]);
    });
    let monday = "
        INSERT INTO plans VALUES (1, '2025-08-03'); INSERT INTO lists VALUES (1, 1, '2025-08-03', 2);";
    on_each(&days("date"), &[DAYS, monday], |case| {
        let message = refusal(case.try_migrate(), 4);
        assert!(
            message.contains("lists: 1 days are not in the week to which they move: 1;"),
            "{message}"
        );
        assert_eq!(case.lines(LISTS), ["1 2025-08-03 2"]);
    });
}

#[test]
fn a_parent_with_one_child_keeps_one() {
    let tables = TABLES.replace(
        "CREATE INDEX lists_of_plan",
        "CREATE UNIQUE INDEX lists_of_plan",
    );
    let rows = "
        INSERT INTO plans VALUES
            (1, 1, '2025-08-05', NULL, 3), (2, 1, '2025-08-06', NULL, 2), (3, 1, '2025-08-07', NULL, 1),
            (4, 2, '2025-08-05', NULL, 3), (5, 2, '2025-08-06', NULL, 2), (6, 2, '2025-08-07', NULL, 1);
        INSERT INTO lists VALUES
            (1, 1, '2025-08-05'), (2, 2, '2025-08-06'), (5, 5, '2025-08-06'), (6, 6, '2025-08-07');
        INSERT INTO history VALUES (1, 1, '2025-08-05'), (2, 2, '2025-08-06'), (6, 6, '2025-08-07');";
    on_each(PLAN, &[&tables, rows], |case| {
        let case = case.policy(Policy::KeepNewest);
        let before = case.all();
        let outcome = case.migrate();
        assert_eq!(case.plans(), ["1 1 2025-08-04 -", "4 2 2025-08-04 -"]);
        // Plan 1 had a list; plan 4 was given that of 5, the newer one, first.
        assert_eq!(case.lists(), ["1 1 2025-08-04", "5 4 2025-08-04"]);
        assert_eq!(
            case.history(),
            ["1 1 2025-08-04", "2 1 2025-08-04", "6 5 2025-08-04"]
        );
        assert_eq!(outcome.counts.removed, 6);
        let undone = case
            .try_rollback(semaine_migrate::run::OnDrift::Abort)
            .unwrap();
        assert!(undone.identical);
        assert_eq!(case.all(), before);
    });
}
