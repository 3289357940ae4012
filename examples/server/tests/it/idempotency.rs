//! A repeated request with a key creates one plan.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{Answer, Database, PLANS, Server, empty_plan, on_both, plan, wire};

on_both!(
    a_repeated_request_is_answered_as_the_first_one,
    a_key_belongs_to_one_body,
    a_key_is_forgotten_after_a_day,
    a_refused_request_uses_no_key,
    what_was_created_may_have_changed_since,
    many_repetitions_at_once_create_one_plan,
    a_key_of_several_plans,
    what_is_no_key_is_refused,
);

fn body() -> Value {
    plan(
        "2025-08-04",
        json!({ "monday": { "breakfast": 1, "dinner": 8 } }),
    )
}

async fn post(server: &Server, key: &str, body: &Value, status: u16) -> Answer {
    server.post(PLANS).key(key).json(body).expect(status).await
}

async fn count(server: &Server) -> usize {
    server.get(PLANS).expect(200).await.items().len()
}

fn is_same(a: &Answer, b: &Answer) {
    assert_eq!(a.text, b.text);
    assert_eq!(a.etag(), b.etag());
    assert_eq!(a.header("Location"), b.header("Location"));
}

async fn a_repeated_request_is_answered_as_the_first_one(database: Database) {
    let server = database.serve();
    let first = post(&server, "a", &body(), 201).await;
    is_same(&post(&server, "a", &body(), 201).await, &first);
    let reordered = r#"{ "meals": {"monday": {"dinner": 8, "breakfast": 1}},
        "week_start": "2025-08-04", "user_id": 1 }"#;
    is_same(
        &server
            .post(PLANS)
            .key("a")
            .text(reordered)
            .expect(201)
            .await,
        &first,
    );
    assert_eq!(count(&server).await, 1);
    assert_eq!(
        post(&server, "b", &body(), 409).await.code(),
        "meal_plan_exists"
    );
    assert_eq!(
        server.post(PLANS).json(&body()).expect(409).await.code(),
        "meal_plan_exists"
    );
}

async fn a_key_belongs_to_one_body(database: Database) {
    let server = database.serve();
    post(&server, "a", &body(), 201).await;
    for other in [empty_plan("2025-08-04"), empty_plan("2025-08-11")] {
        let refused = post(&server, "a", &other, 422).await;
        assert_eq!(refused.code(), "idempotency_key_reused");
    }
    // Keys are told apart by case.
    post(&server, "A", &empty_plan("2025-08-11"), 201).await;
    assert_eq!(count(&server).await, 2);
}

async fn a_key_is_forgotten_after_a_day(database: Database) {
    let server = database.serve_at("2025-08-09T10:00:00Z");
    let first = post(&server, "a", &body(), 201).await;
    drop(server);
    let server = database.serve_at("2025-08-10T09:59:00Z");
    is_same(&post(&server, "a", &body(), 201).await, &first);
    drop(server);
    let server = database.serve_at("2025-08-10T10:01:00Z");
    assert_eq!(
        post(&server, "a", &body(), 409).await.code(),
        "meal_plan_exists"
    );
    let other = post(&server, "a", &empty_plan("2025-08-11"), 201).await;
    is_same(
        &post(&server, "a", &empty_plan("2025-08-11"), 201).await,
        &other,
    );
    assert_eq!(
        post(&server, "a", &body(), 422).await.code(),
        "idempotency_key_reused"
    );
}

async fn a_refused_request_uses_no_key(database: Database) {
    let server = database.serve();
    server
        .post(PLANS)
        .json(&empty_plan("2025-08-11"))
        .expect(201)
        .await;
    for (refused, status) in [
        (empty_plan("2025-08-05"), 400),
        (
            json!({ "user_id": 2, "week_start": "2025-08-04", "meals": {} }),
            400,
        ),
        (empty_plan("2025-08-11"), 409),
    ] {
        post(&server, "a", &refused, status).await;
    }
    post(&server, "a", &body(), 201).await;
}

async fn what_was_created_may_have_changed_since(database: Database) {
    let server = database.serve();
    let first = post(&server, "a", &body(), 201).await;
    let path = format!("{PLANS}/{}", first.id());
    server
        .put(&path)
        .if_match("*")
        .json(&empty_plan("2025-08-18"))
        .expect(200)
        .await;
    is_same(&post(&server, "a", &body(), 201).await, &first);
    assert_eq!(
        server.get(&path).expect(200).await.body["week_start"],
        "2025-08-18"
    );
    server.delete(&path).if_match("*").expect(204).await;
    is_same(&post(&server, "a", &body(), 201).await, &first);
    assert_eq!(count(&server).await, 0);
}

async fn many_repetitions_at_once_create_one_plan(database: Database) {
    let server = database.serve();
    let body = body();
    let answers = join_all((0..20).map(|_| post(&server, "a", &body, 201))).await;
    for answer in &answers {
        is_same(answer, &answers[0]);
    }
    assert_eq!(answers.len(), 20);
    assert_eq!(count(&server).await, 1);
    // Of different bodies, one has the key.
    let mondays: Vec<_> = (1..=28)
        .step_by(7)
        .map(|day| empty_plan(&format!("2025-09-{day:02}")))
        .collect();
    let asks = mondays
        .iter()
        .map(|body| server.post(PLANS).key("b").json(body).send());
    let mut statuses: Vec<_> = join_all(asks)
        .await
        .iter()
        .map(|answer| answer.status)
        .collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422, 422, 422]);
    assert_eq!(count(&server).await, 2);
}

async fn a_key_of_several_plans(database: Database) {
    let server = database.serve();
    let bulk = format!("{PLANS}/bulk");
    let items = json!({ "items": [empty_plan("2025-08-11"), empty_plan("2025-08-04")] });
    let post_all = |body: &Value| server.post(&bulk).key("a").json(body);
    let first = post_all(&items).expect(201).await;
    assert_eq!(post_all(&items).expect(201).await.text, first.text);
    let fewer = json!({ "items": [empty_plan("2025-08-11")] });
    let turned = json!({ "items": [empty_plan("2025-08-04"), empty_plan("2025-08-11")] });
    for other in [fewer, turned] {
        assert_eq!(
            post_all(&other).expect(422).await.code(),
            "idempotency_key_reused"
        );
    }
    assert_eq!(
        post(&server, "a", &empty_plan("2025-08-11"), 422)
            .await
            .code(),
        "idempotency_key_reused"
    );
    assert_eq!(count(&server).await, 2);
}

async fn what_is_no_key_is_refused(database: Database) {
    let server = database.serve();
    for key in ["", "a key", "a\tkey", &"k".repeat(256)] {
        let refused = post(&server, key, &body(), 400).await;
        assert_eq!(refused.code(), "invalid_idempotency_key", "{key}");
        assert_eq!(refused.body["field"], "Idempotency-Key");
    }
    let body = body().to_string();
    let head = format!(
        "POST {PLANS} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
        server.address
    );
    let length = body.len();
    let kind = format!("Content-Type: application/json\r\nContent-Length: {length}\r\n");
    let request = [
        head.as_bytes(),
        kind.as_bytes(),
        b"Idempotency-Key: cl\xE9\r\n\r\n",
        body.as_bytes(),
    ]
    .concat();
    let refused = wire::exchange(&server, request);
    assert_eq!(
        (refused.status, refused.code()),
        (400, "invalid_idempotency_key")
    );
    assert_eq!(count(&server).await, 0);
    post(&server, &"k".repeat(255), &empty_plan("2025-08-11"), 201).await;
    post(&server, "!~'\"--", &empty_plan("2025-08-18"), 201).await;
}
