//! The store goes on when the server is there again.

use semaine_server::store::Filter;
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};

use crate::support::{Database, created, on, plan};

on!(postgresql: connections_break, the_database_is_away);

async fn connections_break(database: Database) {
    let store = database.open().await;
    created(&store, plan(1, "2025-08-04")).await;
    store.ping().await.unwrap();
    let (mut server, name) = server(&database).await;
    end_connections(&mut server, &name).await;
    assert_eq!(store.plans(&Filter::default(), 100).await.unwrap().len(), 1);
    created(&store, plan(1, "2025-08-11")).await;
    store.ping().await.unwrap();
}

async fn the_database_is_away(database: Database) {
    let store = database.open().await;
    store.ping().await.unwrap();
    let (mut server, name) = server(&database).await;
    allow_connections(&mut server, &name, false).await;
    end_connections(&mut server, &name).await;
    for _ in 0..3 {
        store.ping().await.unwrap_err();
        store.plans(&Filter::default(), 100).await.unwrap_err();
        store
            .create_plans(&[plan(1, "2025-08-04")], None, crate::support::now())
            .await
            .unwrap_err();
    }
    allow_connections(&mut server, &name, true).await;
    store.ping().await.unwrap();
    created(&store, plan(1, "2025-08-04")).await;
}

/// A connection to another database of the server, and the name of this one.
async fn server(database: &Database) -> (AnyConnection, String) {
    let (server, name) = database.url.rsplit_once('/').unwrap();
    let connection = AnyConnection::connect(&format!("{server}/postgres")).await;
    (connection.unwrap(), name.to_owned())
}

async fn allow_connections(server: &mut AnyConnection, name: &str, allowed: bool) {
    let sql = format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {allowed}");
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(server)
        .await
        .unwrap();
}

async fn end_connections(server: &mut AnyConnection, name: &str) {
    let sql = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1";
    let ended = sqlx::query(sql).bind(name).fetch_all(server).await.unwrap();
    assert_ne!(ended.len(), 0, "there was nothing to end");
}
