//! The reference application's tables as they were: weeks on any day, and some that meet.

use std::collections::BTreeMap;

use crate::support::database::{Database, Kind, Rows};

/// What is compared.
pub(super) type Tables = BTreeMap<String, Rows>;

const SCHEMA: &str = "
    CREATE TABLE meal_plans (
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL,
        week_start DATE NOT NULL,
        meals TEXT
    );
    CREATE TABLE shopping_lists (
        id INTEGER PRIMARY KEY,
        meal_plan_id INTEGER NOT NULL REFERENCES meal_plans (id) ON DELETE CASCADE,
        week_start DATE NOT NULL
    );
    CREATE TABLE shopping_list_history (
        id INTEGER PRIMARY KEY,
        shopping_list_id INTEGER NOT NULL REFERENCES shopping_lists (id) ON DELETE CASCADE,
        week_start DATE NOT NULL
    );";

const INDICES: &str = "
    CREATE UNIQUE INDEX a_plan_a_week ON meal_plans (user_id, week_start);
    CREATE INDEX lists_of_plan ON shopping_lists (meal_plan_id);
    CREATE INDEX history_of_list ON shopping_list_history (shopping_list_id);";

/// How many plans a user has, one a week.
const PLANS: u64 = 100;

/// Fills an empty database with so many plans, six of seven not on a Monday, with a list for every other one;
/// of fifty plans, one is in the week of the one before it.
pub(super) fn fill(database: &Database, plans: u64) {
    fill_with(database, plans, 50);
}

/// The same without two in a week.
pub(super) fn fill_without_conflicts(database: &Database, plans: u64) {
    fill_with(database, plans, plans + 2);
}

fn fill_with(database: &Database, plans: u64, meeting: u64) {
    let days = format!(
        "7 * (i % {PLANS} - CASE WHEN i % {meeting} = {last} THEN 1 ELSE 0 END) + i % 7",
        last = meeting - 1,
    );
    let date = match database.kind {
        Kind::Sqlite => format!("date('2020-01-06', '+' || ({days}) || ' days')"),
        Kind::Postgres => format!("DATE '2020-01-06' + ({days})::integer"),
    };
    // As the reference application has it.
    let mode = match database.kind {
        Kind::Sqlite => "PRAGMA journal_mode = WAL;",
        Kind::Postgres => "",
    };
    database.script(&format!(
        "{mode}
        {SCHEMA}
        BEGIN;
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {plans})
            INSERT INTO meal_plans
            SELECT i, i / {PLANS}, {date}, '{{\"' || (i % 7) || '\":' || i || '}}' FROM n;
        INSERT INTO shopping_lists SELECT id * 2, id, week_start FROM meal_plans WHERE id % 2 = 0;
        INSERT INTO shopping_list_history SELECT id + 1, id, week_start FROM shopping_lists;
        {INDICES}
        COMMIT;"
    ));
}

/// All rows of the three tables.
pub(super) fn read(database: &Database) -> Tables {
    let tables = [
        ("meal_plans", &["id", "user_id", "week_start", "meals"][..]),
        ("shopping_lists", &["id", "meal_plan_id", "week_start"]),
        (
            "shopping_list_history",
            &["id", "shopping_list_id", "week_start"],
        ),
    ];
    let tables = tables.map(|(table, columns)| {
        let columns = columns.iter().map(ToString::to_string).collect();
        (table.to_owned(), columns)
    });
    database.tables(&tables.into())
}
