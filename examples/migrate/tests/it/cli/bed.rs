//! Three tables with all that a migration meets, the same on both databases.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::support::database::{Database, Kind};
use crate::support::program::Program;

/// Rows of the table at the top.
pub(super) const PLANS: u32 = 110;

pub(super) struct Bed {
    pub(super) database: Database,
    pub(super) program: Program,
}

/// The plan; `keep` is what of a day stays.
fn plan(keep: &str) -> String {
    format!(
        r#"
version = 1

[[table]]
name = "plans"
week = "week_start"
unique = ["cook"]
newest = "changed"
merge = ["meals"]
nulls = "keep"
bad-dates = "keep"

[[table.child]]
name = "lists"
parent = "plan"
week = "week_start"
nulls = "keep"
day = {{ column = "day", first = 1, keep = "{keep}" }}

[[table.child.child]]
name = "items"
parent = "list"
week = "week_start"

[[table.child]]
name = "notes"
parent = "plan"
day = {{ column = "day", keep = "weekday" }}
"#
    )
}

impl Bed {
    /// `None` where PostgreSQL is missing on purpose. Lists are the only ones of their plan if `only`.
    pub(super) fn new(kind: Kind, keep: &str, only: bool) -> Option<Self> {
        let database = Database::fresh(kind)?;
        database.script(&tables(kind, only));
        database.script(&format!("BEGIN; {} COMMIT;", rows(only)));
        let path = database.folder.path().join("plan.toml");
        std::fs::write(&path, plan(keep)).unwrap();
        let program = Program::on(&database, Some(&path));
        Some(Self { database, program })
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.database.folder.path().join(name)
    }
}

fn tables(kind: Kind, only: bool) -> String {
    let key = match kind {
        Kind::Sqlite => "INTEGER PRIMARY KEY",
        Kind::Postgres => "BIGINT PRIMARY KEY",
    };
    let unique = if only { "UNIQUE" } else { "" };
    format!(
        "CREATE TABLE plans (id {key}, cook BIGINT, week_start DATE, changed TEXT, meals TEXT,
             UNIQUE (cook, week_start));
         CREATE TABLE lists (id {key}, plan BIGINT REFERENCES plans, week_start DATE, day BIGINT);
         CREATE {unique} INDEX lists_plan ON lists (plan);
         CREATE TABLE items (id {key}, list BIGINT REFERENCES lists, week_start DATE);
         CREATE INDEX items_list ON items (list);
         CREATE TABLE notes (id {key}, plan BIGINT REFERENCES plans, day BIGINT);
         CREATE INDEX notes_plan ON notes (plan);"
    )
}

/// Cooks have a plan on most days of some weeks, so that many meet; some have none, and some rows have no
/// week.
fn rows(only: bool) -> String {
    let mut sql = String::new();
    for plan in 1..=PLANS {
        let cook = match plan % 11 {
            0 => "NULL".to_owned(),
            _ => (plan % 5).to_string(),
        };
        let week = if plan % 17 == 0 {
            "NULL".to_owned()
        } else {
            day(plan)
        };
        // The newest has not always the highest key.
        let changed = plan * 37 % 101;
        writeln!(
            sql,
            "INSERT INTO plans VALUES ({plan}, {cook}, {week}, '{changed:03}', '{{\"m{}\": {plan}}}');",
            plan % 4
        )
        .unwrap();
        if plan % 3 != 0 {
            list(&mut sql, plan, plan, &week);
        }
        if plan % 5 == 0 && !only {
            list(&mut sql, 1000 + plan, plan, &day(plan + 3));
        }
        writeln!(
            sql,
            "INSERT INTO notes VALUES ({plan}, {plan}, {});",
            plan % 7
        )
        .unwrap();
    }
    sql
}

fn list(sql: &mut String, list: u32, plan: u32, week: &str) {
    writeln!(
        sql,
        "INSERT INTO lists VALUES ({list}, {plan}, {week}, {});",
        list % 7 + 1
    )
    .unwrap();
    for item in 0..list % 3 {
        let week = match (item, week) {
            (0, "NULL") | (1, _) => day(list + 9),
            _ => week.to_owned(),
        };
        let item = 10 * list + item;
        writeln!(sql, "INSERT INTO items VALUES ({item}, {list}, {week});").unwrap();
    }
}

/// Days of February to May 2025, another for each number up to 112.
fn day(number: u32) -> String {
    let day = number * 5 % 112;
    format!("'2025-{:02}-{:02}'", 2 + day / 28, 1 + day % 28)
}
