//! What the log tells, and what it does not.

use serde_json::{Value, json};

use crate::support::{Database, PLANS, on_both, plan};

on_both!(
    every_request_is_a_line_of_json,
    nothing_that_a_client_sends_is_logged
);

async fn every_request_is_a_line_of_json(database: Database) {
    let server = database.serve_with(&["--log-format", "json"]);
    let body = plan("2025-08-04", json!({ "monday": { "lunch": 5 } }));
    let asks = [
        ("POST", PLANS, 201, server.post(PLANS).json(&body)),
        ("POST", PLANS, 409, server.post(PLANS).json(&body)),
        (
            "GET",
            "/api/meal-plans/{id}",
            200,
            server.get("/api/meal-plans/1"),
        ),
        (
            "GET",
            "/api/meal-plans/{id}",
            404,
            server.get("/api/meal-plans/2"),
        ),
        (
            "GET",
            "/api/meal-plans/week/{date}",
            400,
            server.get("/api/meal-plans/week/x"),
        ),
        ("DELETE", PLANS, 405, server.delete(PLANS)),
        ("GET", "unmatched", 404, server.get("/nothing/here")),
        ("GET", "/health", 200, server.get("/health")),
    ];
    let mut expected = Vec::new();
    for (number, (method, route, status, ask)) in asks.into_iter().enumerate() {
        let id = format!("ask-{number}");
        ask.header("X-Request-Id", &id).expect(status).await;
        expected.push((id, method, route, status));
    }
    let log = server.log_file();
    let (status, _) = server.stop("TERM");
    assert_eq!(status.code(), Some(0));
    let text = std::fs::read_to_string(log).unwrap();
    let lines = text
        .lines()
        .map(serde_json::from_str::<Value>)
        .collect::<Result<Vec<_>, _>>();
    let lines = lines.unwrap_or_else(|error| panic!("{error} in\n{text}"));
    for line in &lines {
        assert!(
            line["timestamp"]
                .as_str()
                .unwrap()
                .parse::<jiff::Timestamp>()
                .is_ok()
        );
        assert!(
            ["INFO", "WARN", "ERROR"].contains(&line["level"].as_str().unwrap()),
            "{line}"
        );
    }
    let told = |line: &Value| {
        let text = |name: &str| line[name].as_str().unwrap().to_owned();
        assert!(line["latency_ms"].as_f64().unwrap() > 0.0);
        (
            text("request_id"),
            text("method"),
            text("route"),
            line["status"].as_u64().unwrap(),
        )
    };
    let answered: Vec<_> = lines
        .iter()
        .filter(|line| line["message"] == "answered")
        .map(told)
        .collect();
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(id, method, route, status)| (id, method.to_owned(), route.to_owned(), status.into()))
        .collect();
    assert_eq!(answered, expected);
}

async fn nothing_that_a_client_sends_is_logged(database: Database) {
    let server = database.serve_with(&["--log-format", "json", "--log-level", "debug"]);
    let secret = "zanzibar";
    let body = plan("2025-08-04", json!({ secret: {} }));
    server.post(PLANS).json(&body).expect(400).await;
    server
        .post(PLANS)
        .text(format!("{{{secret}"))
        .expect(400)
        .await;
    let body = plan("1987-03-02", json!({ "monday": { "lunch": 5 } }));
    server.post(PLANS).key(secret).json(&body).expect(201).await;
    server
        .get(&format!("{PLANS}/week/1987-03-04?user_id=1"))
        .expect(200)
        .await;
    server.get(&format!("/{secret}?{secret}")).expect(404).await;
    server
        .get("/health")
        .header("Authorization", secret)
        .header("Cookie", secret)
        .expect(200)
        .await;
    let log = server.log();
    for hidden in [secret, "1987-03"] {
        assert!(!log.contains(hidden), "{log}");
    }
    assert_eq!(
        log.lines()
            .filter(|line| line.contains("\"answered\""))
            .count(),
        6,
        "{log}"
    );
}
