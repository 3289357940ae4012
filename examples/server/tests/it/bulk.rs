//! Several plans are created at once, all or none.

use serde_json::{Value, json};

use crate::support::{Answer, Database, PLANS, Server, empty_plan, on_both, plan};

on_both!(
    all_plans_are_created,
    none_is_created_if_one_is_refused,
    a_hundred_plans_are_the_most,
    a_large_request_is_read,
);

const BULK: &str = "/api/meal-plans/bulk";

async fn post(server: &Server, items: &[Value], status: u16) -> Answer {
    server
        .post(BULK)
        .json(&json!({ "items": items }))
        .expect(status)
        .await
}

async fn count(server: &Server) -> usize {
    server
        .get(&format!("{PLANS}?limit=100"))
        .expect(200)
        .await
        .items()
        .len()
}

/// Mondays in turn, from 2025-01-06.
fn mondays(count: i32) -> Vec<Value> {
    let first = jiff::civil::date(2025, 1, 6);
    let monday = |n| first.saturating_add(jiff::Span::new().weeks(n)).to_string();
    (0..count).map(|n| empty_plan(&monday(n))).collect()
}

async fn all_plans_are_created(database: Database) {
    let server = database.serve();
    let meals = json!({ "friday": { "dinner": 12 } });
    let items = [
        plan("2026-12-28", meals),
        empty_plan("2024-12-30"),
        empty_plan("0001-01-01"),
    ];
    let created = post(&server, &items, 201).await;
    assert_eq!(created.items().len(), 3);
    for (created, sent) in created.items().iter().zip(&items) {
        let mut whole = sent.clone();
        whole["id"] = created["id"].clone();
        assert_eq!(*created, whole);
        let found = server
            .get(&format!("{PLANS}/{}", created["id"]))
            .expect(200)
            .await;
        assert_eq!((found.etag(), &found.body), ("\"1\"", &whole));
    }
    assert_eq!(count(&server).await, 3);
}

async fn none_is_created_if_one_is_refused(database: Database) {
    let server = database.serve();
    server
        .post(PLANS)
        .json(&empty_plan("2025-01-13"))
        .expect(201)
        .await;
    let stranger = json!({ "user_id": 2, "week_start": "2025-02-03", "meals": {} });
    let cases = [
        (
            0,
            empty_plan("2025-01-13"),
            409,
            "meal_plan_exists",
            "week_start",
        ),
        (
            3,
            empty_plan("2025-01-13"),
            409,
            "meal_plan_exists",
            "week_start",
        ),
        (
            2,
            empty_plan("2025-02-04"),
            400,
            "not_a_monday",
            "week_start",
        ),
        (
            1,
            empty_plan("2025-02-30"),
            400,
            "day_not_in_month",
            "week_start",
        ),
        (
            0,
            plan("2025-02-03", json!({ "monday": { "lunch": 13 } })),
            400,
            "unknown_recipe",
            "meals.monday.lunch",
        ),
        (
            3,
            plan("2025-02-03", json!({ "lundi": {} })),
            400,
            "unknown_field",
            "meals.lundi",
        ),
        (1, stranger, 400, "unknown_user", "user_id"),
        (
            2,
            json!({ "user_id": 1, "week_start": "2025-02-03" }),
            400,
            "missing_field",
            "meals",
        ),
        (
            3,
            json!({ "user_id": 0, "week_start": "2025-02-03", "meals": {} }),
            400,
            "out_of_range",
            "user_id",
        ),
    ];
    for (place, item, status, code, field) in cases {
        let mut items = vec![
            empty_plan("2025-03-03"),
            empty_plan("2025-03-10"),
            empty_plan("2025-03-17"),
        ];
        items.insert(place, item);
        let refused = post(&server, &items, status).await;
        assert_eq!(refused.code(), code, "{}", refused.text);
        assert_eq!(refused.body["field"], format!("items.{place}.{field}"));
        assert_eq!(count(&server).await, 1);
    }
    // Two for one week, the one after the other.
    let twice = [
        empty_plan("2025-03-03"),
        empty_plan("2025-03-10"),
        empty_plan("2025-03-03"),
    ];
    let refused = post(&server, &twice, 409).await;
    assert_eq!(
        (refused.code(), &refused.body["field"]),
        ("meal_plan_exists", &json!("items.2.week_start"))
    );
    assert_eq!(refused.body["value"], "2025-03-03");
    assert_eq!(count(&server).await, 1);
}

async fn a_hundred_plans_are_the_most(database: Database) {
    let server = database.serve();
    for items in [vec![], mondays(101), mondays(1000)] {
        let refused = post(&server, &items, 400).await;
        assert_eq!(
            (refused.code(), &refused.body["field"]),
            ("out_of_range", &json!("items"))
        );
    }
    for (body, code, field) in [
        (json!({}), "missing_field", "items"),
        (json!({ "items": {} }), "wrong_type", "items"),
        (json!({ "items": null }), "wrong_type", "items"),
        (json!({ "items": [null] }), "wrong_type", "items.0"),
        (
            json!({ "items": mondays(1), "more": 1 }),
            "unknown_field",
            "more",
        ),
        (json!(mondays(1)), "wrong_type", "body"),
    ] {
        let refused = server.post(BULK).json(&body).expect(400).await;
        assert_eq!(
            (refused.code(), &refused.body["field"]),
            (code, &json!(field)),
            "{body}"
        );
    }
    assert_eq!(count(&server).await, 0);
    assert_eq!(post(&server, &mondays(100), 201).await.items().len(), 100);
    assert_eq!(count(&server).await, 100);
}

async fn a_large_request_is_read(database: Database) {
    let server = database.serve();
    let most = 256 * 1024;
    let body = json!({ "items": mondays(2) }).to_string();
    let text = |length: usize| format!("{body}{}", " ".repeat(length - body.len()));
    let refused = server.post(BULK).text(text(most + 1)).expect(413).await;
    assert_eq!(refused.code(), "body_too_large");
    assert_eq!(count(&server).await, 0);
    server.post(BULK).text(text(most)).expect(201).await;
    assert_eq!(count(&server).await, 2);
}
