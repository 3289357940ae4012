//! What attackers send: none of it is a fault of the server, and none of it changes or tells anything.

use serde_json::json;

use crate::support::{Answer, Database, LISTS, PLANS, on_both, plan, wire};

on_both!(
    sql_is_only_text,
    no_path_leads_out,
    requests_that_are_no_http_are_refused,
    a_request_has_one_length,
);

const SQL: [&str; 8] = [
    "1; DROP TABLE meal_plans",
    "1' OR '1'='1",
    "1 OR 1=1 --",
    "\"; DELETE FROM users; --",
    "1 UNION SELECT sql FROM sqlite_master",
    "2025-08-04'; DROP TABLE meal_plans; --",
    "$1",
    "1) RETURNING (SELECT pg_sleep(9)",
];

fn encoded(text: &str) -> String {
    let escapes: Vec<String> = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    escapes.concat()
}

/// It is refused, and nothing of a database shows.
fn is_refused(answer: &Answer, what: &str) {
    assert!(
        (400..500).contains(&answer.status),
        "{what}: {}",
        answer.text
    );
    for word in [
        "sqlx",
        "SQLSTATE",
        "syntax error",
        "root:",
        "panicked",
        "/src/",
    ] {
        assert!(!answer.text.contains(word), "{what}: {}", answer.text);
    }
}

async fn sql_is_only_text(database: Database) {
    let server = database.serve();
    let meals = json!({ "monday": { "lunch": 5 } });
    let created = server
        .post(PLANS)
        .json(&plan("2025-08-04", meals))
        .expect(201)
        .await;
    for sql in SQL {
        let text = encoded(sql);
        for path in [
            format!("{PLANS}/{text}"),
            format!("{PLANS}/week/{text}"),
            format!("{PLANS}/week/2025-08-04?user_id={text}"),
            format!("{PLANS}?user_id={text}"),
            format!("{PLANS}?week_start={text}"),
            format!("{PLANS}?from={text}"),
            format!("{PLANS}?to={text}"),
            format!("{PLANS}?limit={text}"),
            format!("{PLANS}?after={text}"),
            format!("{PLANS}?after=2025-08-04.{text}"),
            format!("{LISTS}?user_id={text}"),
            format!("{LISTS}?week_start={text}"),
            format!("{LISTS}?limit={text}"),
            format!("{LISTS}?after={text}"),
            format!("/api/weeks/{text}"),
            format!("/api/weeks/current?tz={text}"),
        ] {
            is_refused(&server.get(&path).send().await, &path);
        }
        let one = format!("{PLANS}/{}", created.id());
        is_refused(
            &server
                .put(&one)
                .if_match(sql)
                .json(&plan("2025-08-04", json!({})))
                .send()
                .await,
            sql,
        );
        is_refused(&server.delete(&one).if_match(sql).send().await, sql);
        for body in [
            json!({ "user_id": sql, "week_start": "2025-08-04", "meals": {} }),
            json!({ "user_id": 1, "week_start": sql, "meals": {} }),
            json!({ "user_id": 1, "week_start": "2025-08-11", "meals": { "monday": { "lunch": sql } } }),
            json!({ "user_id": 1, "week_start": "2025-08-11", "meals": { sql: {} } }),
            json!({ sql: 1 }),
        ] {
            is_refused(&server.post(PLANS).json(&body).send().await, sql);
        }
        is_refused(
            &server
                .post(&format!("{LISTS}/generate"))
                .json(&json!({ "meal_plan_id": sql }))
                .send()
                .await,
            sql,
        );
        let next = format!("{LISTS}/generate-next-week?tz={text}");
        is_refused(
            &server
                .post(&next)
                .json(&json!({ "user_id": 1 }))
                .send()
                .await,
            sql,
        );
    }
    // A key may have any visible character.
    let key = "';DROP/**/TABLE/**/idempotency_keys;--";
    let second = plan("2025-08-11", json!({}));
    let first = server.post(PLANS).key(key).json(&second).expect(201).await;
    assert_eq!(
        server
            .post(PLANS)
            .key(key)
            .json(&second)
            .expect(201)
            .await
            .text,
        first.text
    );
    let all = server.get(PLANS).expect(200).await;
    assert_eq!(all.items(), [created.body, first.body]);
}

async fn no_path_leads_out(database: Database) {
    let server = database.serve();
    let targets = [
        "/api/../api/meal-plans/../../etc/passwd",
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../index.html",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/%2e%2e/%2e%2e/Cargo.toml",
        "/assets/..%5c..%5cCargo.toml",
        "/assets//etc/passwd",
        "/assets/%00",
        "/assets/index.html%00.js",
        "/assets/",
        "/assets",
        "//etc/passwd",
        "//api/meal-plans",
        "/api//meal-plans",
        "/api/meal-plans/",
        "/api/meal-plans//",
        "/api/meal-plans/week/",
        "/api/%6Deal-plans",
        "/API/meal-plans",
        "/api/meal-plans/1%2F..%2F2",
        "/api/meal-plans/%00",
        "/api/meal-plans/1%00",
        "/api/meal-plans/%2e%2e",
        "/api/meal-plans/..",
        "/api/meal-plans/%ff",
        "/api/meal-plans/%",
        "/api/meal-plans/week/2025-08-04%00",
        "/api/meal-plans/week/..%2F1",
        "/api/weeks/",
        "/api/weeks/%2e%2e%2fcurrent",
        "/api/weeks/current/",
        "/api/weeks/2025-W32/",
        "/api/weeks/2025%2FW32",
        "/api/weeks/%ff",
        "/api/meal-plans?user_id=%ff",
        "/api/meal-plans?user_id=1%00",
        "/api/meal-plans?limit=%",
        "/.git/config",
        "/.env",
        "/index.php",
        "/api",
        "/api/",
        "/metrics/",
        "/health/",
        "/health/other",
        "/openapi.json/",
        "/semaine.db",
    ];
    for target in targets {
        let answer = wire::target(&server, "GET", target);
        is_refused(&answer, target);
        assert!(
            [400, 404].contains(&answer.status),
            "{target}: {}",
            answer.text
        );
        assert!(!answer.code().is_empty(), "{target}: {}", answer.text);
    }
    // Of several parameters of one name, one is taken.
    server
        .get(&format!("{PLANS}?user_id=1&user_id=2"))
        .expect(200)
        .await;
    // A target may name the server itself, as for a proxy.
    let absolute = format!("http://{}/api/recipes", server.address);
    assert_eq!(wire::target(&server, "GET", &absolute).status, 200);
}

async fn requests_that_are_no_http_are_refused(database: Database) {
    let server = database.serve();
    let long = format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(1_000_000));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(10_000));
    let requests: [&[u8]; 9] = [
        b"\r\n\r\n\r\n\r\nhello\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHo st: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nA: b\0c\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        long.as_bytes(),
        many.as_bytes(),
    ];
    for request in requests {
        let mut stream = wire::connect(&server);
        // It may close before it has read all.
        let _ = std::io::Write::write_all(&mut stream, request);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut bytes = Vec::new();
        let _ = std::io::Read::read_to_end(&mut stream, &mut bytes);
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            text.is_empty() || text.starts_with("HTTP/1.1 4") || text.starts_with("HTTP/1.0 4"),
            "{text}"
        );
    }
    server.get("/health").expect(200).await;
}

async fn a_request_has_one_length(database: Database) {
    let server = database.serve();
    let body = plan("2025-08-04", json!({})).to_string();
    let length = body.len();
    for lengths in [
        format!("Content-Length: {length}\r\nContent-Length: 5\r\n"),
        format!("Content-Length: +{length}\r\n"),
        format!("Content-Length: {length}, 5\r\n"),
        "Content-Length: -1\r\n".to_owned(),
        "Transfer-Encoding: gzip\r\n".to_owned(),
    ] {
        let head = format!(
            "POST {PLANS} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
        );
        let mut stream = wire::connect(&server);
        let _ =
            std::io::Write::write_all(&mut stream, format!("{head}{lengths}\r\n{body}").as_bytes());
        let mut bytes = Vec::new();
        let _ = std::io::Read::read_to_end(&mut stream, &mut bytes);
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.starts_with("HTTP/1.1 400"), "{lengths}: {text}");
    }
    assert_eq!(server.get(PLANS).expect(200).await.items().len(), 0);
}
