//! A database is prepared once, and one that cannot be used is named with the reason.

use std::fs;

use futures_util::future::join_all;
use semaine_server::store::{Filter, OpenError, Store};

use crate::support::{Database, created, on, plan};

on!(both: many_at_once, other_schemas);
on!(sqlite: files, urls);
on!(postgresql: servers);

async fn refusal(url: &str) -> String {
    Store::open(url).await.unwrap_err().to_string()
}

async fn many_at_once(database: Database) {
    let stores = join_all((0..8).map(|_| database.open())).await;
    assert_eq!(stores.len(), 8);
    created(&stores[0], plan(1, "2025-08-04")).await;
    for store in stores {
        assert_eq!(store.plans(&Filter::default(), 100).await.unwrap().len(), 1);
    }
}

async fn other_schemas(database: Database) {
    database.open().await.close().await;
    let half = "UPDATE _sqlx_migrations SET success = FALSE";
    database.run(half).await.unwrap();
    let refused = refusal(&database.url).await;
    assert_eq!(
        refused,
        "migration 1 of the database was begun and not ended: restore a backup"
    );

    let changed = "UPDATE _sqlx_migrations SET success = TRUE, checksum = CAST('x' AS CHECKSUM)"
        .replace(
            "CHECKSUM",
            if database.url.starts_with("sqlite") {
                "BLOB"
            } else {
                "BYTEA"
            },
        );
    database.run(&changed).await.unwrap();
    let refused = refusal(&database.url).await;
    assert!(
        refused.starts_with("migration 1 of the database is not that of this program"),
        "{refused}"
    );

    let newer =
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         SELECT 7, description, success, checksum, 0 FROM _sqlx_migrations";
    database.run(newer).await.unwrap();
    let refused = Store::open(&database.url).await.unwrap_err();
    assert!(
        matches!(refused, OpenError::NewerSchema { has: 7, known: 1 }),
        "{refused:?}"
    );
    let sentence = refused.to_string();
    assert!(
        sentence.starts_with("the database has schema 7, this program knows 1 to 1"),
        "{sentence}"
    );
}

async fn files(database: Database) {
    let folder = database.folder.path();
    let missing = folder.join("missing.db").display().to_string();
    let refused = refusal(&format!("sqlite://{missing}")).await;
    assert!(
        refused.contains(&missing) && refused.contains("?mode=rwc"),
        "{refused}"
    );
    assert!(!fs::exists(&missing).unwrap());
    let nowhere = folder.join("no/folder.db").display().to_string();
    let refused = refusal(&format!("sqlite://{nowhere}?mode=rwc")).await;
    assert!(
        refused.starts_with("cannot open the database file") && refused.contains(&nowhere),
        "{refused}"
    );
    let refused = refusal(&format!("sqlite://{}?mode=rwc", folder.display())).await;
    assert!(
        refused.starts_with("cannot open the database file"),
        "{refused}"
    );

    let text = folder.join("text.db");
    fs::write(&text, "not a database ".repeat(100)).unwrap();
    let refused = refusal(&format!("sqlite://{}", text.display())).await;
    assert_eq!(
        refused,
        format!("the file {} is not an SQLite database", text.display())
    );
    assert_eq!(
        fs::read_to_string(&text).unwrap(),
        "not a database ".repeat(100)
    );

    database.open().await.close().await;
    let read_only = database.url.replace("rwc", "ro");
    let refused = refusal(&read_only).await;
    assert!(
        refused.starts_with("cannot write to the database file"),
        "{refused}"
    );
}

/// Nothing of them is shown, since they may hold a password.
async fn urls(_: Database) {
    let wrong = [
        "",
        "plans.db",
        "mysql://semaine:secret@localhost/plans",
        "sqlite::memory:",
        "sqlite://plans.db?mode=memory",
        "sqlite://plans.db?mode=perhaps",
        "postgres://semaine:secret@localhost:port/plans",
        "postgres://semaine:secret@localhost/plans?sslmode=perhaps",
    ];
    for url in wrong {
        let refused = refusal(url).await;
        assert!(
            refused.starts_with("the database URL cannot be used: "),
            "{url}: {refused}"
        );
        assert!(!refused.contains("secret"), "{refused}");
    }
}

async fn servers(database: Database) {
    let (credentials, place) = database.url.rsplit_once('@').unwrap();
    let (_, password) = credentials.rsplit_once(':').unwrap();
    let (server, _) = place.split_once('/').unwrap();

    let refused = refusal(&database.url.replace(password, "secret")).await;
    assert!(
        refused.starts_with(&format!("the PostgreSQL server at {server} refuses: ")),
        "{refused}"
    );
    assert!(
        refused.contains("password authentication failed"),
        "{refused}"
    );
    assert!(!refused.contains("secret"), "{refused}");

    let refused = refusal(&format!("{credentials}@{server}/nowhere")).await;
    assert!(
        refused.contains("database \"nowhere\" does not exist"),
        "{refused}"
    );
    assert!(!refused.contains(password), "{refused}");

    // Nobody listens on this port, which is reserved.
    let refused = refusal(&format!("{credentials}@127.0.0.1:1/plans")).await;
    assert_eq!(refused, "no PostgreSQL server answers at 127.0.0.1:1");
}
