//! What the tests share.

mod ask;
mod contract;
mod database;
mod guard;
pub(crate) mod postgres;
mod schema;
mod server;
pub(crate) mod wire;

pub(crate) use self::ask::{Answer, Ask};
pub(crate) use self::contract::{document, examples};
pub(crate) use self::database::{Database, Kind, NOW};
pub(crate) use self::server::{Server, command};

use serde_json::{Value, json};

pub(crate) const PLANS: &str = "/api/meal-plans";
pub(crate) const LISTS: &str = "/api/shopping-lists";

/// The body of a plan for the demo user.
pub(crate) fn plan(week_start: &str, meals: Value) -> Value {
    let mut plan = json!({ "user_id": 1, "week_start": week_start });
    plan["meals"] = meals;
    plan
}

/// One without meals.
pub(crate) fn empty_plan(week_start: &str) -> Value {
    plan(week_start, json!({}))
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

/// Each test on SQLite and on PostgreSQL.
macro_rules! on_both {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $test() {
                $crate::support::run($crate::support::Kind::Sqlite, stringify!($test), super::$test);
            })+
        }

        mod postgresql {
            $(#[test]
            fn $test() {
                $crate::support::run($crate::support::Kind::Postgresql, stringify!($test), super::$test);
            })+
        }
    };
}
pub(crate) use on_both;
