//! What the tests share.

#[path = "../it/support/postgres.rs"]
mod postgres;

use jiff::Timestamp;
use semaine_server::model::{Id, MealPlanInput};
use semaine_server::store::{ChangeError, Kept, Store};
use serde_json::json;
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};
use tempfile::TempDir;

/// A fresh database.
#[derive(Debug)]
pub(crate) struct Database {
    pub(crate) url: String,
    pub(crate) kind: Kind,
    /// That of the file of SQLite.
    pub(crate) folder: TempDir,
}

/// What keeps the plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgresql,
}

impl Database {
    /// `None` where PostgreSQL is missing on purpose.
    fn fresh(kind: Kind) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let url = match kind {
            Kind::Sqlite => format!(
                "sqlite://{}?mode=rwc",
                folder.path().join("plans.db").display()
            ),
            Kind::Postgresql => postgres::fresh_database()?,
        };
        Some(Self { url, kind, folder })
    }

    pub(crate) async fn open(&self) -> Store {
        let store = Store::open(&self.url).await;
        store.unwrap_or_else(|error| panic!("{error}"))
    }

    /// A connection past the store.
    pub(crate) async fn connection(&self) -> AnyConnection {
        sqlx::any::install_default_drivers();
        AnyConnection::connect(&self.url).await.unwrap()
    }

    /// Runs statements past the store.
    pub(crate) async fn run(&self, sql: &str) -> Result<(), sqlx::Error> {
        let mut connection = self.connection().await;
        let done = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
            .execute(&mut connection)
            .await;
        connection.close().await.unwrap();
        done.map(|_| ())
    }
}

pub(crate) fn plan(user: i64, week_start: &str) -> MealPlanInput {
    plan_with(user, week_start, 1)
}

/// With this recipe for the dinner of Monday.
pub(crate) fn plan_with(user: i64, week_start: &str, recipe: i64) -> MealPlanInput {
    let meals = json!({ "monday": { "dinner": recipe } });
    serde_json::from_value(json!({ "user_id": user, "week_start": week_start, "meals": meals }))
        .unwrap()
}

pub(crate) async fn created(store: &Store, plan: MealPlanInput) -> Kept {
    let created = store.create_plans(&[plan], None, now()).await;
    created.unwrap().pop().unwrap()
}

pub(crate) fn now() -> Timestamp {
    "2025-08-09T10:00:00Z".parse().unwrap()
}

pub(crate) fn id(number: i64) -> Id {
    Id::new(number).unwrap()
}

/// How many of the changes were made; the others must have been refused in this way.
pub(crate) fn successes<T: std::fmt::Debug>(
    changes: &[Result<T, ChangeError>],
    refused: impl Fn(&ChangeError) -> bool,
) -> usize {
    for change in changes {
        if let Err(error) = change {
            assert!(refused(error), "{error:?}");
        }
    }
    changes.iter().filter(|change| change.is_ok()).count()
}

pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}

/// Runs a test on a fresh database, unless that is of a kind which is missing on purpose.
pub(crate) fn run<F: Future<Output = ()>>(
    kind: Kind,
    name: &str,
    test: impl FnOnce(Database) -> F,
) {
    match Database::fresh(kind) {
        Some(database) => block_on(test(database)),
        None => println!("SKIPPED {name} on {kind:?}: SEMAINE_WITHOUT_POSTGRESQL is set"),
    }
}

/// Each test on one of them, or on both.
macro_rules! on {
    (sqlite: $($test:ident),+) => { $crate::support::on!(only_sqlite Sqlite $($test)+); };
    (postgresql: $($test:ident),+) => { $crate::support::on!(only_postgresql Postgresql $($test)+); };
    (both: $($test:ident),+) => {
        $crate::support::on!(sqlite Sqlite $($test)+);
        $crate::support::on!(postgresql Postgresql $($test)+);
    };
    ($module:ident $kind:ident $($test:ident)+) => {
        mod $module {
            $(#[test]
            fn $test() {
                $crate::support::run($crate::support::Kind::$kind, stringify!($test), super::$test);
            })+
        }
    };
}
pub(crate) use on;
