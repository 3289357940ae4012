//! What is counted.

use reqwest::Method;

use crate::support::{Database, PLANS, empty_plan, on_both};

on_both!(requests_are_counted_by_route, labels_are_bounded);

async fn requests_are_counted_by_route(database: Database) {
    let server = database.serve();
    server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await;
    server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(409)
        .await;
    for _ in 0..3 {
        server.get(&format!("{PLANS}/1")).expect(200).await;
    }
    server
        .get(&format!("{PLANS}/week/2025-08-05"))
        .expect(200)
        .await;
    let answer = server.get("/metrics").expect(200).await;
    assert!(
        answer
            .header("Content-Type")
            .unwrap()
            .starts_with("application/openmetrics-text")
    );
    for (method, route, status, count) in [
        ("POST", "/api/meal-plans", 201, 1),
        ("POST", "/api/meal-plans", 409, 1),
        ("GET", "/api/meal-plans/{id}", 200, 3),
        ("GET", "/api/meal-plans/week/{date}", 200, 1),
    ] {
        let line = format!(
            "http_requests_total{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}} {count}"
        );
        assert!(
            answer.text.lines().any(|other| other == line),
            "{line} is not in\n{}",
            answer.text
        );
    }
    let duration =
        "http_request_duration_seconds_count{method=\"GET\",route=\"/api/meal-plans/{id}\"} 3";
    assert!(
        answer.text.lines().any(|line| line == duration),
        "{}",
        answer.text
    );
    // The one that asks is in flight itself.
    assert!(
        answer
            .text
            .lines()
            .any(|line| line == "http_requests_in_flight 1"),
        "{}",
        answer.text
    );
    assert!(answer.text.contains("http_requests_shed_total 0"));
    assert!(answer.text.ends_with("# EOF\n"));
}

async fn labels_are_bounded(database: Database) {
    let server = database.serve();
    for n in 1000..1040 {
        server.get(&format!("{PLANS}/{n}")).send().await;
        server
            .get(&format!("{PLANS}/week/{n}-01-01?user_id={n}"))
            .send()
            .await;
        server.get(&format!("/nothing/{n}")).send().await;
        server.get(&format!("/api/weeks/{n}-W01")).send().await;
        server.get(&format!("/assets/{n}.js")).send().await;
        let method: Method = format!("METHOD{n}").parse().unwrap();
        server.ask(method, &format!("{PLANS}/{n}")).send().await;
    }
    let text = server.get("/metrics").expect(200).await.text;
    for n in 1000..1040 {
        for label in [format!("/{n}"), format!("METHOD{n}")] {
            assert!(!text.contains(&label), "{text}");
        }
    }
    for label in ["route=\"unmatched\"", "method=\"other\""] {
        assert!(text.contains(label), "{label} is not in\n{text}");
    }
    assert!(text.lines().count() < 400, "{text}");
}
