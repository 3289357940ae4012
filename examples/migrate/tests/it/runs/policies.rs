//! What becomes of rows that meet on a Monday.

use semaine_migrate::anchor::Anchor;
use semaine_migrate::policy::Policy;
use semaine_migrate::run;

use super::{Case, PLAN, TABLES, on_each, refusal};

/// 2025-08-04, 11, 18 and 25 are Mondays. Owner 1 has three rows in the first of these weeks and one in the
/// third; owner 2 has a row on its Monday and one in the same week; owner 3 meets nobody, and so do rows
/// without an owner or a week.
const ROWS: &str = r#"
    INSERT INTO plans VALUES
        (1, 1, '2025-08-06', '{"mo": "soup"}', 5),
        (2, 1, '2025-08-05', '{"mo": "rice", "tu": {"noon": "pie"}}', 9),
        (3, 2, '2025-08-04', NULL, NULL),
        (4, 1, '2025-08-10', '{"tu": {"noon": "egg", "eve": "tea"}, "we": 1.5}', NULL),
        (5, 2, '2025-08-07', '{"a": 1}', NULL),
        (6, 1, '2025-08-18', '{}', 1),
        (7, 3, '2025-08-03', 'x', 1),
        (8, NULL, '2025-08-05', NULL, 1),
        (9, NULL, '2025-08-06', NULL, 1),
        (10, 1, NULL, NULL, 1);
    INSERT INTO lists VALUES (1, 1, '2025-08-06'), (2, 2, '2025-08-05'), (3, 4, '2025-08-10'), (4, 5, NULL);
    INSERT INTO history VALUES (1, 1, '2025-08-06'), (2, 3, '2025-08-10'), (3, 2, '2025-08-05');"#;

fn each(policy: Policy, test: impl Fn(&Case)) {
    on_each(PLAN, &[TABLES, ROWS], |case| test(&case.policy(policy)));
}

const REST: [&str; 5] = [
    "6 1 2025-08-18 {}",
    "7 3 2025-07-28 x",
    "8 - 2025-08-04 -",
    "9 - 2025-08-04 -",
    "10 1 - -",
];

fn with_rest(first: &[&str]) -> Vec<String> {
    first
        .iter()
        .chain(&REST)
        .map(|line| (*line).to_owned())
        .collect()
}

#[test]
fn abort_lists_the_groups_and_changes_nothing() {
    each(Policy::Abort, |case| {
        let before = case.all();
        let message = refusal(case.try_migrate(), 4);
        assert!(message.starts_with("2 groups of rows"), "{message}");
        assert!(
            message.contains("plans [1] on 2025-08-04: rows [2,1,4]"),
            "{message}"
        );
        assert!(
            message.contains("plans [2] on 2025-08-04: rows [3,5]"),
            "{message}"
        );
        assert_eq!(case.all(), before);
        assert_eq!(run::status(&mut *case.open()).unwrap(), None);
    });
}

#[test]
fn the_newest_stays_and_gets_the_children() {
    each(Policy::KeepNewest, |case| {
        let outcome = case.migrate();
        assert_eq!(
            case.plans(),
            with_rest(&[
                r#"2 1 2025-08-04 {"mo": "rice", "tu": {"noon": "pie"}}"#,
                r#"5 2 2025-08-04 {"a": 1}"#
            ])
        );
        assert_eq!(
            case.lists(),
            [
                "1 2 2025-08-04",
                "2 2 2025-08-04",
                "3 2 2025-08-04",
                "4 5 -"
            ]
        );
        assert_eq!(
            case.history(),
            ["1 1 2025-08-04", "2 3 2025-08-04", "3 2 2025-08-04"]
        );
        let counts = outcome.counts;
        assert_eq!(
            (
                counts.conflicts,
                counts.removed,
                counts.merged,
                counts.shifted
            ),
            (2, 3, 0, 0)
        );
        // Plans 2, 5, 7, 8 and 9, three lists, three of the history.
        assert_eq!(counts.moved, 11);
        assert_eq!(counts.children, 6);
        assert_eq!(counts.nulls, 2);
    });
}

#[test]
fn the_oldest_stays() {
    each(Policy::KeepOldest, |case| {
        case.migrate();
        assert_eq!(
            case.plans(),
            with_rest(&[
                "3 2 2025-08-04 -",
                r#"4 1 2025-08-04 {"tu": {"noon": "egg", "eve": "tea"}, "we": 1.5}"#
            ])
        );
        assert_eq!(
            case.lists(),
            [
                "1 4 2025-08-04",
                "2 4 2025-08-04",
                "3 4 2025-08-04",
                "4 3 -"
            ]
        );
    });
}

#[test]
fn the_newest_takes_over_what_it_lacks() {
    each(Policy::Merge, |case| {
        let outcome = case.migrate();
        assert_eq!(
            case.plans(),
            with_rest(&[
                r#"2 1 2025-08-04 {"mo":"rice","tu":{"eve":"tea","noon":"pie"},"we":1.5}"#,
                r#"5 2 2025-08-04 {"a": 1}"#
            ])
        );
        assert_eq!(outcome.counts.merged, 1);
    });
}

#[test]
fn texts_that_are_no_objects_are_not_merged() {
    let rows =
        "INSERT INTO plans VALUES (1, 1, '2025-08-05', '[1]', 1), (2, 1, '2025-08-06', '{}', 2)";
    on_each(PLAN, &[TABLES, rows], |case| {
        let case = case.policy(Policy::Merge);
        let message = refusal(case.try_migrate(), 4);
        assert!(
            message.contains("meals of the row 1 is no JSON object"),
            "{message}"
        );
        assert_eq!(case.plans(), ["1 1 2025-08-05 [1]", "2 1 2025-08-06 {}"]);
    });
}

#[test]
fn all_stay_on_the_next_free_mondays() {
    each(Policy::Shift, |case| {
        let outcome = case.migrate();
        assert_eq!(
            case.lines(
                "SELECT CAST(id AS TEXT), CAST(week AS TEXT) FROM plans WHERE owner < 3 ORDER BY plans.id"
            ),
            // 2 is the earliest; 1 and 4 queue, past the 18th that 6 has.
            [
                "1 2025-08-11",
                "2 2025-08-04",
                "3 2025-08-04",
                "4 2025-08-25",
                "5 2025-08-11",
                "6 2025-08-18",
                "10 -"
            ]
        );
        assert_eq!(
            case.lists(),
            [
                "1 1 2025-08-11",
                "2 2 2025-08-04",
                "3 4 2025-08-25",
                "4 5 -"
            ]
        );
        assert_eq!(
            case.history(),
            ["1 1 2025-08-11", "2 3 2025-08-25", "3 2 2025-08-04"]
        );
        assert_eq!((outcome.counts.shifted, outcome.counts.removed), (3, 0));
    });
}

#[test]
fn a_shift_by_the_nearest_monday_gives_way_to_the_earlier_day() {
    // The Friday is first of its week, so that the row on the Monday itself moves on.
    let rows =
        "INSERT INTO plans VALUES (1, 1, '2025-08-04', NULL, 1), (2, 1, '2025-08-01', NULL, 2)";
    on_each(PLAN, &[TABLES, rows], |case| {
        let mut case = case.policy(Policy::Shift);
        case.options.anchor = Anchor::Majority;
        case.migrate();
        assert_eq!(case.plans(), ["1 1 2025-08-11 -", "2 1 2025-08-04 -"]);
    });
}

#[test]
fn nothing_is_shifted_out_of_the_years() {
    let rows =
        "INSERT INTO plans VALUES (1, 1, '9999-12-28', NULL, 1), (2, 1, '9999-12-27', NULL, 2)";
    on_each(PLAN, &[TABLES, rows], |case| {
        let case = case.policy(Policy::Shift);
        let message = refusal(case.try_migrate(), 4);
        assert!(message.contains("no free Monday"), "{message}");
    });
}

#[test]
fn decisions_come_before_the_policy() {
    on_each(PLAN, &[TABLES, ROWS], |mut case| {
        let hash = case.plan.hash();
        case.options.policy = Policy::KeepOldest;
        case.options.decisions = Some(format!(
            r#"
            plan = "{hash}"
            anchor = "containing"
            [[conflict]]
            table = "plans"
            owner = [1]
            monday = "2025-08-04"
            rows = [4, 1, 2]
            decision = "keep"
            keep = 1
            [[conflict]]
            table = "plans"
            owner = [2]
            monday = "2025-08-04"
            rows = [3, 5, 6]
            decision = "keep-newest"
            "#
        ));
        case.migrate();
        // The second one is about another set of rows.
        assert_eq!(
            case.plans(),
            with_rest(&[r#"1 1 2025-08-04 {"mo": "soup"}"#, "3 2 2025-08-04 -"])
        );
    });
}

#[test]
fn decisions_of_another_plan_are_refused() {
    on_each(PLAN, &[TABLES], |mut case| {
        case.options.decisions = Some("plan = \"0\"\nanchor = \"containing\"".to_owned());
        refusal(case.try_migrate(), 2);
    });
}

#[test]
fn one_conflict_can_be_shifted_among_others() {
    on_each(PLAN, &[TABLES, ROWS], |mut case| {
        case.options.policy = Policy::KeepNewest;
        case.options.decisions = Some(format!(
            "plan = \"{}\"\nanchor = \"containing\"\n[[conflict]]\ntable = \"plans\"\nowner = [2]\n\
             monday = \"2025-08-04\"\nrows = [3, 5]\ndecision = \"shift\"",
            case.plan.hash()
        ));
        case.migrate();
        assert_eq!(
            case.lines(
                "SELECT CAST(id AS TEXT), CAST(week AS TEXT) FROM plans WHERE owner < 3 ORDER BY plans.id"
            ),
            [
                "2 2025-08-04",
                "3 2025-08-04",
                "5 2025-08-11",
                "6 2025-08-18",
                "10 -"
            ]
        );
    });
}

#[test]
fn rows_on_one_monday_meet_where_the_database_allows_them() {
    let tables =
        TABLES.replace(", UNIQUE (owner, week)", "") + "CREATE INDEX by_owner ON plans (owner);";
    let rows =
        "INSERT INTO plans VALUES (1, 1, '2025-08-04', NULL, 1), (2, 1, '2025-08-04', NULL, 2)";
    on_each(PLAN, &[&tables, rows], |case| {
        let case = case.policy(Policy::KeepNewest);
        case.migrate();
        assert_eq!(case.plans(), ["2 1 2025-08-04 -"]);
    });
}
