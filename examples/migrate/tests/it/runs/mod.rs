//! Runs through the library, on both databases.

mod children;
mod guarded;
#[cfg(feature = "failpoints")]
mod interrupted;
mod policies;
mod refused;
mod types;
mod undone;

use semaine_migrate::control::Control;
use semaine_migrate::database::{self, Database, Profile};
use semaine_migrate::plan::{self, Plan};
use semaine_migrate::policy::Policy;
use semaine_migrate::run::outcome::{Outcome, RolledBack};
use semaine_migrate::run::state::Options;
use semaine_migrate::run::{self, OnDrift, Settings};
use semaine_migrate::{Error, Result};

use crate::support::database::{Database as Fresh, Kind};

/// Plans with lists with history, of which nothing moves twice.
pub(crate) const TABLES: &str = "
    CREATE TABLE plans (
        id BIGINT PRIMARY KEY, owner BIGINT, week DATE, meals TEXT, changed BIGINT, UNIQUE (owner, week)
    );
    CREATE TABLE lists (
        id BIGINT PRIMARY KEY, plan BIGINT REFERENCES plans (id) ON DELETE CASCADE, week DATE
    );
    CREATE INDEX lists_of_plan ON lists (plan);
    CREATE TABLE history (
        id BIGINT PRIMARY KEY, list BIGINT REFERENCES lists (id) ON DELETE CASCADE, week DATE
    );
    CREATE INDEX history_of_list ON history (list);";

pub(crate) const PLAN: &str = r#"
    version = 1
    [[table]]
    name = "plans"
    week = "week"
    unique = ["owner"]
    newest = "changed"
    merge = ["meals"]
    nulls = "keep"
    [[table.child]]
    name = "lists"
    week = "week"
    parent = "plan"
    nulls = "keep"
    [[table.child.child]]
    name = "history"
    week = "week"
    parent = "list"
    nulls = "keep"
"#;

/// A database with a plan.
pub(crate) struct Case {
    pub(crate) fresh: Fresh,
    pub(crate) plan: Plan,
    pub(crate) settings: Settings,
    pub(crate) options: Options,
}

impl Case {
    pub(crate) fn new(kind: Kind, plan: &str, sql: &[&str]) -> Option<Self> {
        let fresh = Fresh::fresh(kind)?;
        fresh.script(&sql.concat());
        Some(Self {
            fresh,
            plan: plan::parse(plan).unwrap(),
            settings: Settings {
                // Small, so that groups and children reach over the borders of batches.
                batch_size: Some(2),
                profile: Profile::Offline,
                backup: None,
            },
            options: Options::default(),
        })
    }

    pub(crate) fn policy(mut self, policy: Policy) -> Self {
        self.options.policy = policy;
        self
    }

    pub(crate) fn open(&self) -> Box<dyn Database> {
        database::open(&self.fresh.url).unwrap()
    }

    pub(crate) fn try_migrate(&self) -> Result<Outcome> {
        let db = &mut *self.open();
        run::migrate(
            db,
            &self.plan,
            &self.options,
            &self.settings,
            &mut Control::silent(),
        )
    }

    pub(crate) fn migrate(&self) -> Outcome {
        self.try_migrate().unwrap()
    }

    pub(crate) fn try_resume(&self) -> Result<Outcome> {
        let db = &mut *self.open();
        let changes = run::Changes::default();
        run::resume(db, false, &changes, &self.settings, &mut Control::silent())
    }

    pub(crate) fn try_rollback(&self, on_drift: OnDrift) -> Result<RolledBack> {
        let db = &mut *self.open();
        run::rollback(db, false, on_drift, &self.settings, &mut Control::silent())
    }

    /// The rows of a query, a line each, with columns between spaces and `-` for NULL.
    pub(crate) fn lines(&self, sql: &str) -> Vec<String> {
        let line = |row: &Vec<Option<String>>| {
            let columns: Vec<&str> = row
                .iter()
                .map(|value| value.as_deref().unwrap_or("-"))
                .collect();
            columns.join(" ")
        };
        self.fresh.rows(sql).iter().map(line).collect()
    }

    pub(crate) fn plans(&self) -> Vec<String> {
        self.lines(
            "SELECT CAST(id AS TEXT), CAST(owner AS TEXT), CAST(week AS TEXT), meals FROM plans ORDER BY plans.id",
        )
    }

    pub(crate) fn lists(&self) -> Vec<String> {
        self.lines("SELECT CAST(id AS TEXT), CAST(plan AS TEXT), CAST(week AS TEXT) FROM lists ORDER BY lists.id")
    }

    pub(crate) fn history(&self) -> Vec<String> {
        self.lines("SELECT CAST(id AS TEXT), CAST(list AS TEXT), CAST(week AS TEXT) FROM history ORDER BY history.id")
    }

    /// Everything in the three tables.
    pub(crate) fn all(&self) -> Vec<String> {
        [self.plans(), self.lists(), self.history()].concat()
    }
}

/// On SQLite, and on PostgreSQL where it is there.
pub(crate) fn on_each(plan: &str, sql: &[&str], mut test: impl FnMut(Case)) {
    let mut tests = 0;
    for kind in Kind::BOTH {
        if let Some(case) = Case::new(kind, plan, sql) {
            test(case);
            tests += 1;
        }
    }
    assert!(tests > 0);
}

/// The message of an error, which has to have that exit code.
pub(crate) fn refusal<T: std::fmt::Debug>(done: Result<T>, code: u8) -> String {
    let error: Error = done.unwrap_err();
    assert_eq!(error.exit_code(), code, "{error}");
    error.to_string()
}
