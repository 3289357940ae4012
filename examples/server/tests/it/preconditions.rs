//! A change is refused if somebody else made another one since the plan was read.

use serde_json::json;

use crate::support::{Database, PLANS, empty_plan, on_both, plan, wire};

on_both!(
    a_plan_is_replaced_by_whoever_knows_its_version,
    a_refused_change_changes_nothing,
    a_header_is_needed_before_anything_else,
    several_headers_are_one_list,
);

async fn a_plan_is_replaced_by_whoever_knows_its_version(database: Database) {
    let server = database.serve();
    let id = server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await
        .id();
    let path = format!("{PLANS}/{id}");
    let body = plan("2025-08-04", json!({ "friday": { "dinner": 12 } }));
    let put = |tags: &str| server.put(&path).if_match(tags).json(&body);
    let replaced = put("\"1\"").expect(200).await;
    assert_eq!(replaced.etag(), "\"2\"");
    let mut whole = body.clone();
    whole["id"] = json!(id);
    assert_eq!(replaced.body, whole);
    let found = server.get(&path).expect(200).await;
    assert_eq!((found.etag(), &found.body), ("\"2\"", &whole));

    let mut version = 2;
    for tags in [
        "\"V\"",
        "*",
        "\"1\", \"V\"",
        "\"V\",\"99\"",
        " \"V\" ",
        "W/\"V\", \"V\"",
        "\"a\",\"b\" , \"V\"",
    ] {
        let answer = put(&tags.replace('V', &version.to_string()))
            .expect(200)
            .await;
        version += 1;
        assert_eq!(answer.etag(), format!("\"{version}\""), "{tags}");
    }
}

async fn a_refused_change_changes_nothing(database: Database) {
    let server = database.serve();
    let created = server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await;
    let path = format!("{PLANS}/{}", created.id());
    let body = plan("2025-08-04", json!({ "friday": { "dinner": 12 } }));
    let long = format!("\"{}\"", "9".repeat(3000));
    let tags = [
        "\"0\"", "\"2\"", "W/\"1\"", "1", "\"1", "1\"", "", ",", "\"-1\"", "\"01\"", "\"1 \"",
        "'1'", &long,
    ];
    for tags in tags {
        for ask in [server.put(&path).json(&body), server.delete(&path)] {
            let answer = ask.if_match(tags).expect(412).await;
            assert_eq!(answer.code(), "precondition_failed", "{tags}");
            assert_eq!(answer.body["field"], "If-Match");
        }
    }
    let found = server.get(&path).expect(200).await;
    assert_eq!((found.etag(), &found.body), ("\"1\"", &created.body));
}

async fn a_header_is_needed_before_anything_else(database: Database) {
    let server = database.serve();
    let missing = format!("{PLANS}/99");
    assert_eq!(
        server.put(&missing).text("{").expect(428).await.code(),
        "precondition_required"
    );
    assert_eq!(
        server.delete(&missing).expect(428).await.code(),
        "precondition_required"
    );
    let stale = server.put(&missing).if_match("\"1\"");
    assert_eq!(
        stale
            .json(&empty_plan("2025-08-04"))
            .expect(404)
            .await
            .code(),
        "meal_plan_not_found"
    );
    assert_eq!(
        server
            .delete(&missing)
            .if_match("\"1\"")
            .expect(404)
            .await
            .code(),
        "meal_plan_not_found"
    );
    assert_eq!(
        server
            .put(&missing)
            .if_match("*")
            .text("{")
            .expect(400)
            .await
            .code(),
        "malformed_json"
    );
    assert_eq!(
        server
            .delete(&format!("{PLANS}/x"))
            .expect(400)
            .await
            .code(),
        "wrong_type"
    );
}

async fn several_headers_are_one_list(database: Database) {
    let server = database.serve();
    let id = server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await
        .id();
    let delete = |tags: &str| {
        let head = format!(
            "DELETE {PLANS}/{id} HTTP/1.1\r\nHost: {}\r\n",
            server.address
        );
        wire::exchange(&server, format!("{head}{tags}Connection: close\r\n\r\n")).status
    };
    assert_eq!(delete("If-Match: \"2\"\r\nIf-Match: \"3\"\r\n"), 412);
    assert_eq!(delete("If-Match: \"2\"\r\nIf-Match: \"1\"\r\n"), 204);
}
