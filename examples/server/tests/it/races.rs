//! Clients that want the same thing at once.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{Answer, Database, LISTS, PLANS, empty_plan, on_both, plan};

on_both!(
    one_of_many_creates_the_plan_of_a_week,
    one_of_many_replaces_a_version,
    changes_by_readers_are_never_lost,
    one_of_many_deletes_a_version,
    one_of_many_moves_to_a_week,
    one_of_many_creates_several_plans,
    one_of_many_writes_the_first_list,
    two_servers_share_a_database,
);

const CLIENTS: usize = 20;

fn count(answers: &[Answer], status: u16) -> usize {
    answers
        .iter()
        .filter(|answer| answer.status == status)
        .count()
}

/// A number of a recipe that tells a client.
fn meals(client: usize) -> Value {
    json!({ "monday": { "dinner": client % 12 + 1 } })
}

async fn one_of_many_creates_the_plan_of_a_week(database: Database) {
    let server = database.serve();
    let asks = (0..CLIENTS).map(|client| {
        server
            .post(PLANS)
            .json(&plan("2025-08-04", meals(client)))
            .send()
    });
    let answers = join_all(asks).await;
    assert_eq!(
        (count(&answers, 201), count(&answers, 409)),
        (1, CLIENTS - 1)
    );
    let winner = answers.iter().find(|answer| answer.status == 201).unwrap();
    let listed = server.get(PLANS).expect(200).await;
    assert_eq!(listed.items(), std::slice::from_ref(&winner.body));
}

async fn one_of_many_replaces_a_version(database: Database) {
    let server = database.serve();
    let created = server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await;
    let path = format!("{PLANS}/{}", created.id());
    let put = |client| {
        server
            .put(&path)
            .if_match(created.etag())
            .json(&plan("2025-08-04", meals(client)))
            .send()
    };
    let answers = join_all((0..CLIENTS).map(put)).await;
    assert_eq!(
        (count(&answers, 200), count(&answers, 412)),
        (1, CLIENTS - 1)
    );
    let winner = answers.iter().find(|answer| answer.status == 200).unwrap();
    let found = server.get(&path).expect(200).await;
    assert_eq!((found.etag(), &found.body), ("\"2\"", &winner.body));
}

async fn changes_by_readers_are_never_lost(database: Database) {
    let server = database.serve();
    let created = server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await;
    let path = format!("{PLANS}/{}", created.id());
    let days = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    // Each adds a day to what it has read, and reads again when it came too late.
    let add = async |day: &str| {
        for _ in 0..days.len() {
            let read = server.get(&path).expect(200).await;
            let mut body = plan("2025-08-04", read.body["meals"].clone());
            body["meals"][day] = json!({ "lunch": 5 });
            let put = server
                .put(&path)
                .if_match(read.etag())
                .json(&body)
                .send()
                .await;
            if put.status == 200 {
                return;
            }
            assert_eq!(put.status, 412);
        }
        panic!("{day} was never added");
    };
    join_all(days.map(&add)).await;
    let found = server.get(&path).expect(200).await;
    assert_eq!(found.etag(), "\"8\"");
    assert_eq!(found.body["meals"].as_object().unwrap().len(), 7);
}

async fn one_of_many_deletes_a_version(database: Database) {
    let server = database.serve();
    let created = server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await;
    let path = format!("{PLANS}/{}", created.id());
    let answers =
        join_all((0..CLIENTS).map(|_| server.delete(&path).if_match("\"1\"").send())).await;
    assert_eq!(
        (count(&answers, 204), count(&answers, 404)),
        (1, CLIENTS - 1)
    );
}

async fn one_of_many_moves_to_a_week(database: Database) {
    let server = database.serve();
    let first = jiff::civil::date(2025, 1, 6);
    let mondays = (0..10).map(|n| first.saturating_add(jiff::Span::new().weeks(n)).to_string());
    let items: Vec<Value> = mondays.map(|monday| empty_plan(&monday)).collect();
    let body = json!({ "items": items });
    let created = server
        .post(&format!("{PLANS}/bulk"))
        .json(&body)
        .expect(201)
        .await;
    let moves = created.items().iter().map(|plan| {
        let path = format!("{PLANS}/{}", plan["id"]);
        server
            .put(&path)
            .if_match("\"1\"")
            .json(&empty_plan("2025-08-04"))
            .send()
    });
    let answers = join_all(moves).await;
    assert_eq!((count(&answers, 200), count(&answers, 409)), (1, 9));
    let listed = server.get(PLANS).expect(200).await;
    assert_eq!(listed.items().len(), 10);
}

async fn one_of_many_creates_several_plans(database: Database) {
    let server = database.serve();
    let mondays = [
        "2025-08-04",
        "2025-08-11",
        "2025-08-18",
        "2025-08-25",
        "2025-09-01",
    ];
    // In different orders, in which each could wait for what another holds.
    let asks = (0..CLIENTS).map(|client| {
        let mut items = mondays.map(|monday| plan(monday, meals(client)));
        items.rotate_left(client % 5);
        if client % 2 == 0 {
            items.reverse();
        }
        server
            .post(&format!("{PLANS}/bulk"))
            .json(&json!({ "items": items }))
            .send()
    });
    let answers = join_all(asks).await;
    assert_eq!(
        (count(&answers, 201), count(&answers, 409)),
        (1, CLIENTS - 1)
    );
    let listed = server.get(PLANS).expect(200).await;
    assert_eq!(listed.weeks(), mondays);
    let first = &listed.items()[0]["meals"];
    assert!(
        listed.items().iter().all(|plan| plan["meals"] == *first),
        "{}",
        listed.text
    );
}

async fn one_of_many_writes_the_first_list(database: Database) {
    let server = database.serve();
    let id = server
        .post(PLANS)
        .json(&plan("2025-08-04", meals(4)))
        .expect(201)
        .await
        .id();
    let body = json!({ "meal_plan_id": id });
    let path = format!("{LISTS}/generate");
    let answers = join_all((0..CLIENTS).map(|_| server.post(&path).json(&body).send())).await;
    assert_eq!(
        (count(&answers, 201), count(&answers, 200)),
        (1, CLIENTS - 1)
    );
    assert!(answers.iter().all(|answer| answer.id() == answers[0].id()));
    assert_eq!(server.get(LISTS).expect(200).await.items().len(), 1);
}

async fn two_servers_share_a_database(database: Database) {
    let servers = [database.serve(), database.serve()];
    let asks = (0..CLIENTS).map(|client| {
        let body = plan("2025-08-04", meals(client));
        servers[client % 2].post(PLANS).json(&body).send()
    });
    let answers = join_all(asks).await;
    assert_eq!(
        (count(&answers, 201), count(&answers, 409)),
        (1, CLIENTS - 1)
    );
    let [one, other] = &servers;
    assert_eq!(
        one.get(PLANS).expect(200).await.text,
        other.get(PLANS).expect(200).await.text
    );
}
