//! PostgreSQL is there, and no byte comes from it.

use futures_util::future::join_all;

use super::proxy::Proxy;
use super::{is_unavailable, until, until_quiet};
use crate::support::{Ask, Database, Kind, NOW, PLANS, Server, empty_plan, run};

#[test]
fn a_database_that_does_not_answer_is_told_and_waited_for() {
    run(
        Kind::Postgresql,
        "a_database_that_does_not_answer_is_told",
        async |database: Database| {
            let (credentials, place) = database.url.rsplit_once('@').unwrap();
            let (address, name) = place.split_once('/').unwrap();
            let proxy = Proxy::to(address.to_owned());
            let url = format!("{credentials}@{}/{name}", proxy.address);
            let options = [
                "--bind",
                "127.0.0.1:0",
                "--now",
                NOW,
                "--database-url",
                &url,
            ];
            let server = Server::start(&options, database.folder.path());
            let body = empty_plan("2025-08-04");
            server.post(PLANS).json(&body).expect(201).await;
            for _ in 0..2 {
                server.get("/health/ready").expect(200).await;
                proxy.freeze(true);
                is_unavailable(&server.get("/health/ready").expect(503).await);
                server.get("/health/live").expect(200).await;
                let mut asks: Vec<_> = (0..12).map(|_| server.get(PLANS)).collect();
                asks.extend(
                    (0..12).map(|_| server.put("/api/meal-plans/1").if_match("*").json(&body)),
                );
                let answers = join_all(asks.into_iter().map(Ask::send)).await;
                answers.iter().for_each(is_unavailable);
                proxy.freeze(false);
                until(&server, "/health/ready", 200).await;
                let asks = (0..24).map(|_| server.get(PLANS).expect(200));
                assert!(
                    join_all(asks)
                        .await
                        .iter()
                        .all(|answer| answer.items().len() == 1)
                );
                server
                    .put("/api/meal-plans/1")
                    .if_match("*")
                    .json(&body)
                    .expect(200)
                    .await;
            }
            until_quiet(&server).await;
        },
    );
}
