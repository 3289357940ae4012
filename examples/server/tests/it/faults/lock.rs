//! Another process holds the file of SQLite.

use futures_util::future::join_all;
use sqlx::{Connection, SqliteConnection, query};

use super::{is_unavailable, until_quiet};
use crate::support::{Ask, Database, Kind, PLANS, empty_plan, run};

#[test]
fn a_locked_file_is_told_and_waited_for() {
    run(
        Kind::Sqlite,
        "a_locked_file_is_told_and_waited_for",
        async |database: Database| {
            let server = database.serve();
            let id = server
                .post(PLANS)
                .json(&empty_plan("2025-08-04"))
                .expect(201)
                .await
                .id();
            let one = format!("{PLANS}/{id}");
            let mut other = SqliteConnection::connect(&database.url).await.unwrap();

            query("BEGIN EXCLUSIVE").execute(&mut other).await.unwrap();
            let weeks = [
                "2025-08-11",
                "2025-08-18",
                "2025-08-25",
                "2025-09-01",
                "2025-09-08",
            ];
            let mut writes: Vec<_> = weeks
                .map(|week| server.post(PLANS).json(&empty_plan(week)))
                .into();
            writes.push(
                server
                    .put(&one)
                    .if_match("*")
                    .json(&empty_plan("2025-08-04")),
            );
            writes.push(server.delete(&one).if_match("*"));
            let refused = join_all(writes.into_iter().map(Ask::send));
            // Who only reads sees what was there before.
            let read = async {
                server.get("/health/ready").expect(200).await;
                server.get(PLANS).expect(200).await.items().len()
            };
            let (refused, found) = tokio::join!(refused, read);
            assert_eq!(found, 1);
            refused.iter().for_each(is_unavailable);

            // A short lock is only a wait.
            let write = server
                .post(PLANS)
                .json(&empty_plan("2025-08-11"))
                .expect(201);
            let release = async {
                tokio::time::sleep(std::time::Duration::from_millis(300)).await;
                query("ROLLBACK").execute(&mut other).await.unwrap();
            };
            tokio::join!(write, release);
            assert_eq!(
                server.get(PLANS).expect(200).await.weeks(),
                ["2025-08-04", "2025-08-11"]
            );
            until_quiet(&server).await;
        },
    );
}
