//! The headers of answers.

use std::collections::HashSet;

use crate::support::{Database, PLANS, empty_plan, on_both, wire};

on_both!(
    nothing_of_the_api_is_kept,
    every_request_has_a_name,
    a_hostile_name_is_replaced
);

async fn nothing_of_the_api_is_kept(database: Database) {
    let server = database.serve();
    server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await;
    for path in [
        "/api/meal-plans",
        "/api/meal-plans/1",
        "/api/meal-plans/2",
        "/api/meal-plans/week/2025-08-04",
        "/api/recipes",
        "/api/shopping-lists",
        "/api/weeks/2025-W32",
        "/api/weeks/current",
        "/health/ready",
        "/metrics",
        "/nothing",
    ] {
        let answer = server.get(path).send().await;
        assert_eq!(answer.header("Cache-Control"), Some("no-store"), "{path}");
        assert_eq!(answer.header("Server"), None);
    }
}

async fn every_request_has_a_name(database: Database) {
    let server = database.serve();
    let mut names = HashSet::new();
    for path in [
        "/health",
        "/api/meal-plans",
        "/nothing",
        "/api/meal-plans?limit=0",
        "/metrics",
    ] {
        for _ in 0..4 {
            let answer = server.get(path).send().await;
            names.insert(answer.header("X-Request-Id").unwrap().to_owned());
        }
    }
    assert_eq!(names.len(), 20);
    let given = "0af7651916cd43dd8448eb211c80319c";
    let answer = server
        .get("/api/meal-plans/99")
        .header("X-Request-Id", given)
        .expect(404)
        .await;
    assert_eq!(answer.header("X-Request-Id"), Some(given));
    assert!(
        server.log().lines().any(|line| line.contains(given)),
        "{}",
        server.log()
    );
}

async fn a_hostile_name_is_replaced(database: Database) {
    let server = database.serve();
    let long = "a".repeat(5000);
    for name in [
        "<script>",
        "a hostile name",
        "\"}{\"",
        "%0d%0aSet-Cookie:x",
        "'; DROP TABLE x",
        "",
        &long,
    ] {
        let answer = server
            .get("/health")
            .header("X-Request-Id", name)
            .expect(200)
            .await;
        let given = answer.header("X-Request-Id").unwrap();
        assert!(given != name && given.len() <= 128, "{given}");
        assert!(
            given
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
            "{given}"
        );
        assert!(name.is_empty() || !server.log().contains(name));
    }
    let request = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Request-Id: \xC3\xA9\x1B[31m\r\n\r\n";
    let answer = wire::exchange(&server, request);
    assert!(!server.log().contains('\x1b'));
    // An escape is no part of a header by HTTP.
    assert_eq!(answer.status, 400);
}
