//! What the store would not have written is an error of the database.

use semaine_server::store::{ChangeError, Filter, Precondition};
use sqlx::Error;

use crate::support::{Database, created, id, now, on, plan};

on!(both: meals, lists, keys);
on!(sqlite: dates);

async fn meals(database: Database) {
    let store = database.open().await;
    let kept = created(&store, plan(1, "2025-08-04")).await;
    for wrong in [
        "5",
        r#"{"monday": 5}"#,
        r#"{"monday": {"dinner": 0}}"#,
        r#"{"someday": {}}"#,
    ] {
        let sql = format!("UPDATE meal_plans SET meals = '{wrong}'");
        database.run(&sql).await.unwrap();
        let read = store.plan(kept.plan.id).await;
        assert!(matches!(read, Err(Error::ColumnDecode { .. })), "{read:?}");
        let read = store.plans(&Filter::default(), 1).await;
        assert!(matches!(read, Err(Error::ColumnDecode { .. })), "{read:?}");
        let wanted = plan(1, "2025-08-11");
        let change = store
            .replace_plan(kept.plan.id, &Precondition::Any, &wanted)
            .await;
        assert!(
            matches!(change, Err(ChangeError::Database(_))),
            "{change:?}"
        );
    }
}

async fn lists(database: Database) {
    let store = database.open().await;
    let plan = created(&store, plan(1, "2025-08-04")).await.plan.id;
    store.write_list(plan, |_| Vec::new(), now()).await.unwrap();
    for wrong in [
        r#"items = '[{"id": "egg"}]'"#,
        "items = '[]', generated_at = 9223372036854775807",
    ] {
        let sql = format!("UPDATE shopping_lists SET {wrong}");
        database.run(&sql).await.unwrap();
        let read = store.lists(&Filter::default(), 1).await;
        assert!(matches!(read, Err(Error::ColumnDecode { .. })), "{read:?}");
    }
}

async fn keys(database: Database) {
    let store = database.open().await;
    let plans = [plan(1, "2025-08-04")];
    store
        .create_plans(&plans, Some("key"), now())
        .await
        .unwrap();
    database
        .run("UPDATE idempotency_keys SET ids = '[0]'")
        .await
        .unwrap();
    let again = store.create_plans(&plans, Some("key"), now()).await;
    assert!(matches!(again, Err(ChangeError::Database(_))), "{again:?}");
}

/// PostgreSQL has no such dates.
async fn dates(database: Database) {
    let store = database.open().await;
    created(&store, plan(1, "2025-08-04")).await;
    for wrong in ["2025-08-05", "2025-8-4", "", "9999-01-04"] {
        let sql = format!(
            "PRAGMA ignore_check_constraints = ON; UPDATE meal_plans SET week_start = '{wrong}'"
        );
        database.run(&sql).await.unwrap();
        let read = store.plan(id(1)).await;
        assert!(matches!(read, Err(Error::ColumnDecode { .. })), "{read:?}");
    }
}
