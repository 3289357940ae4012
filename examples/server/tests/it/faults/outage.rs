//! PostgreSQL is stopped while the server runs.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{sleep, spawn};
use std::time::Duration;

use futures_util::future::join_all;
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::json;
use sqlx::{Connection, PgConnection, query_scalar};

use super::cluster::Stoppable;
use super::{is_unavailable, until, until_quiet};
use crate::support::{Answer, Ask, LISTS, NOW, PLANS, Server, block_on, empty_plan};

/// The server never has more connections.
const MOST: i64 = 10;

fn serve(cluster: &Stoppable, folder: &tempfile::TempDir) -> Server {
    let options = [
        "--bind",
        "127.0.0.1:0",
        "--now",
        NOW,
        "--database-url",
        &cluster.url(),
    ];
    Server::start(&options, folder.path())
}

async fn ask_everything(server: &Server) -> Vec<Answer> {
    let one = format!("{PLANS}/1");
    let mut asks = Vec::new();
    // More than there are connections.
    for _ in 0..5 {
        asks.extend([
            server.get(PLANS),
            server.get(&one),
            server.get(LISTS),
            server.get(&format!("{PLANS}/week/2025-08-04")),
            server
                .post(PLANS)
                .key("key")
                .json(&empty_plan("2025-08-11")),
            server
                .put(&one)
                .if_match("*")
                .json(&empty_plan("2025-08-04")),
            server
                .post(&format!("{LISTS}/generate"))
                .json(&json!({ "meal_plan_id": 1 })),
        ]);
    }
    join_all(asks.into_iter().map(Ask::send)).await
}

#[test]
fn an_outage_is_told_and_gets_over() {
    let Some(mut cluster) = Stoppable::start("an_outage_is_told_and_gets_over") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    block_on(async {
        let server = serve(&cluster, &folder);
        server
            .post(PLANS)
            .json(&empty_plan("2025-08-04"))
            .expect(201)
            .await;
        for mode in ["fast", "immediate"] {
            let answers = ask_everything(&server).await;
            assert!(
                answers.iter().all(|answer| answer.status < 300),
                "{answers:?}"
            );
            cluster.stop(mode);
            let answers = ask_everything(&server).await;
            assert_eq!(answers.len(), 35);
            answers.iter().for_each(is_unavailable);
            is_unavailable(&server.get("/health/ready").expect(503).await);
            server.get("/health/live").expect(200).await;
            // What needs no database goes on.
            server.get("/api/weeks/2025-W32").expect(200).await;
            cluster.resume();
            until(&server, "/health/ready", 200).await;
        }
        let answers = ask_everything(&server).await;
        assert!(
            answers.iter().all(|answer| answer.status < 300),
            "{answers:?}"
        );
        assert_eq!(
            server.get(PLANS).expect(200).await.weeks(),
            ["2025-08-04", "2025-08-11"]
        );
        until_quiet(&server).await;
        let mut connection = PgConnection::connect(&cluster.url()).await.unwrap();
        let others = "SELECT COUNT(*) FROM pg_stat_activity
             WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
        let count: i64 = query_scalar(others)
            .fetch_one(&mut connection)
            .await
            .unwrap();
        assert!((1..=MOST).contains(&count), "{count}");
        let (status, _) = server.stop("TERM");
        assert_eq!(status.code(), Some(0));
    });
}

#[test]
fn an_outage_amid_writes_loses_nothing() {
    let Some(mut cluster) = Stoppable::start("an_outage_amid_writes_loses_nothing") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let server = serve(&cluster, &folder);
    let over = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&over);
    let outages = spawn(move || {
        for mode in ["fast", "immediate"] {
            sleep(Duration::from_millis(400));
            cluster.stop(mode);
            cluster.resume();
        }
        sleep(Duration::from_millis(400));
        told.store(true, Ordering::Relaxed);
        cluster
    });
    block_on(async {
        let clients = (0..8).map(|client| write_until(&server, client, &over));
        let refused: usize = join_all(clients).await.into_iter().sum();
        assert!(refused > 0, "the outages were not noticed");
        until_quiet(&server).await;
    });
    drop(outages.join().unwrap());
}

/// Creates plans, each until that is acknowledged, and counts the refusals; in the end, each is there once.
async fn write_until(server: &Server, client: usize, over: &AtomicBool) -> usize {
    let mut refused = 0;
    let mut created = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let number = i32::try_from(created.len() * 8 + client).unwrap();
        let monday = (date(1900, 1, 1) + number.weeks()).to_string();
        let body = json!({ "user_id": 1, "week_start": monday, "meals": {} });
        let key = format!("key-{number}");
        let answer = loop {
            let answer = server.post(PLANS).key(&key).json(&body).send().await;
            if answer.status == 201 {
                break answer;
            }
            is_unavailable(&answer);
            refused += 1;
        };
        created.push((answer.id(), answer.body));
    }
    for (id, body) in &created {
        assert_eq!(
            server.get(&format!("{PLANS}/{id}")).expect(200).await.body,
            *body
        );
    }
    refused
}
