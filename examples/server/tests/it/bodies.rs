//! Bodies that are too large, no JSON, or said to be none.

use std::io::Write;

use serde_json::{Value, json};

use crate::support::{Database, LISTS, PLANS, Server, empty_plan, on_both, wire};

on_both!(
    sixteen_kib_are_read,
    a_large_body_is_not_waited_for,
    a_body_without_end_is_cut_off,
    what_is_no_json_is_refused,
    numbers_have_their_bounds,
    other_types_are_refused,
    a_body_that_breaks_off_does_nothing,
);

const MOST: usize = 16 * 1024;

fn padded(body: &Value, length: usize) -> String {
    let text = body.to_string();
    let rest = " ".repeat(length - text.len());
    text + &rest
}

async fn is_empty(server: &Server) {
    assert_eq!(
        server.get(PLANS).expect(200).await.body,
        json!({ "items": [], "next": null })
    );
}

async fn sixteen_kib_are_read(database: Database) {
    let server = database.serve();
    let body = empty_plan("2025-08-04");
    let refused = server
        .post(PLANS)
        .text(padded(&body, MOST + 1))
        .expect(413)
        .await;
    assert_eq!(refused.code(), "body_too_large");
    is_empty(&server).await;
    let id = server
        .post(PLANS)
        .text(padded(&body, MOST))
        .expect(201)
        .await
        .id();
    let one = format!("{PLANS}/{id}");
    server
        .put(&one)
        .if_match("*")
        .text(padded(&body, MOST + 1))
        .expect(413)
        .await;
    server
        .put(&one)
        .if_match("*")
        .text(padded(&body, MOST))
        .expect(200)
        .await;
    let generate = format!("{LISTS}/generate");
    let body = json!({ "meal_plan_id": id });
    server
        .post(&generate)
        .text(padded(&body, MOST + 1))
        .expect(413)
        .await;
    server
        .post(&generate)
        .text(padded(&body, MOST))
        .expect(201)
        .await;
    let next = format!("{LISTS}/generate-next-week");
    let body = json!({ "user_id": 1 });
    server
        .post(&next)
        .text(padded(&body, MOST + 1))
        .expect(413)
        .await;
    server
        .post(&next)
        .text(padded(&body, MOST))
        .expect(404)
        .await;
}

fn head(server: &Server, path: &str, length: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n{length}\r\n\r\n",
        server.address
    )
}

async fn a_large_body_is_not_waited_for(database: Database) {
    let server = database.serve();
    for path in [PLANS, "/api/meal-plans/bulk"] {
        for length in ["1000000000", "9223372036854775807"] {
            let answer = wire::exchange(
                &server,
                head(&server, path, &format!("Content-Length: {length}")),
            );
            assert_eq!((answer.status, answer.code()), (413, "body_too_large"));
        }
    }
    is_empty(&server).await;
}

async fn a_body_without_end_is_cut_off(database: Database) {
    let server = database.serve();
    for path in [PLANS, "/api/meal-plans/bulk"] {
        let mut stream = wire::connect(&server);
        stream
            .write_all(head(&server, path, "Transfer-Encoding: chunked").as_bytes())
            .unwrap();
        let mut writer = stream.try_clone().unwrap();
        let chunk = format!("1000\r\n{}\r\n", " ".repeat(4096));
        let sent = std::thread::spawn(move || {
            (0..1_000_000)
                .take_while(|_| writer.write_all(chunk.as_bytes()).is_ok())
                .count()
        });
        let answer = wire::answer(&mut stream);
        assert_eq!((answer.status, answer.code()), (413, "body_too_large"));
        drop(stream);
        assert!(sent.join().unwrap() < 1_000_000);
    }
    is_empty(&server).await;
}

async fn what_is_no_json_is_refused(database: Database) {
    let server = database.serve();
    let plan = empty_plan("2025-08-04").to_string();
    let texts: Vec<Vec<u8>> = vec![
        vec![],
        b" ".to_vec(),
        b"{".to_vec(),
        b"nul".to_vec(),
        b"{'user_id': 1}".to_vec(),
        b"user_id=1".to_vec(),
        b"\"\xFF\"".to_vec(),
        b"\"\xED\xA0\x80\"".to_vec(),
        b"\0".to_vec(),
        "[".repeat(8000).into_bytes(),
        "{\"a\":".repeat(2000).into_bytes(),
        format!("{}{}", "[".repeat(8000), "]".repeat(8000)).into_bytes(),
        format!("{plan}{plan}").into_bytes(),
        format!("{plan},").into_bytes(),
        format!("{plan}\0").into_bytes(),
        plan.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        plan.replace(":1,", ":01,").into_bytes(),
        plan.replace(":1,", ":+1,").into_bytes(),
        plan.replace(":1,", ":NaN,").into_bytes(),
        plan.replace(":1,", ":1e999,").into_bytes(),
        plan.replace("2025", "\n2025").into_bytes(),
    ];
    for text in texts {
        for path in [
            PLANS,
            "/api/meal-plans/bulk",
            "/api/shopping-lists/generate",
        ] {
            let refused = server.post(path).text(text.clone()).expect(400).await;
            assert_eq!(
                refused.code(),
                "malformed_json",
                "{}",
                String::from_utf8_lossy(&text)
            );
        }
    }
    is_empty(&server).await;
}

async fn numbers_have_their_bounds(database: Database) {
    let server = database.serve();
    for (number, code) in [
        ("0", "out_of_range"),
        ("-1", "out_of_range"),
        ("9007199254740992", "out_of_range"),
        ("9223372036854775808", "out_of_range"),
        ("1e30", "out_of_range"),
        ("9007199254740991", "unknown_user"),
        ("1.5", "wrong_type"),
        ("true", "wrong_type"),
        ("null", "wrong_type"),
        ("[1]", "wrong_type"),
        ("{}", "wrong_type"),
        ("\"1\"", "wrong_type"),
    ] {
        let text = empty_plan("2025-08-04")
            .to_string()
            .replace(":1,", &format!(":{number},"));
        let refused = server.post(PLANS).text(text).expect(400).await;
        assert_eq!(
            (refused.code(), &refused.body["field"]),
            (code, &json!("user_id")),
            "{number}"
        );
    }
    for (number, code) in [
        ("0", "out_of_range"),
        ("-5", "out_of_range"),
        ("9007199254740992", "out_of_range"),
        ("99999999999999999999999", ""),
        ("1.0", "wrong_type"),
        ("1e0", "wrong_type"),
        ("+1", "wrong_type"),
        ("%2B1", "wrong_type"),
        ("%201", "wrong_type"),
        ("0x1", "wrong_type"),
        ("%D9%A1", "wrong_type"),
        ("", "wrong_type"),
    ] {
        let refused = server
            .get(&format!("{PLANS}?user_id={number}"))
            .expect(400)
            .await;
        assert!(
            code.is_empty() || refused.code() == code,
            "{number}: {}",
            refused.text
        );
        assert_eq!(refused.body["field"], "user_id");
    }
    is_empty(&server).await;
}

async fn other_types_are_refused(database: Database) {
    let server = database.serve();
    let body = empty_plan("2025-08-04");
    let bulk = json!({ "items": [body] });
    for kind in [
        "text/plain",
        "text/json",
        "application/jsonx",
        "application/json-patch+json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/ json",
        "application/json, text/plain",
        "json",
        "",
        ";",
        "*/*",
    ] {
        for (path, body) in [
            (PLANS, &body),
            ("/api/meal-plans/bulk", &bulk),
            (
                "/api/shopping-lists/generate",
                &json!({ "meal_plan_id": 1 }),
            ),
            (
                "/api/shopping-lists/generate-next-week",
                &json!({ "user_id": 1 }),
            ),
        ] {
            let refused = server
                .post(path)
                .header("Content-Type", kind)
                .json(body)
                .expect(415)
                .await;
            assert_eq!(refused.code(), "unsupported_media_type", "{kind}");
            assert_eq!(refused.body["value"], kind);
        }
    }
    assert_eq!(
        server.post(PLANS).expect(415).await.body["value"],
        Value::Null
    );
    is_empty(&server).await;
    let mut mondays = ["2025-08-04", "2025-08-11", "2025-08-18"].iter();
    for kind in [
        "application/json",
        "Application/JSON; charset=utf-8",
        "application/json ;charset=UTF-8",
    ] {
        let body = empty_plan(mondays.next().unwrap());
        server
            .post(PLANS)
            .header("Content-Type", kind)
            .json(&body)
            .expect(201)
            .await;
    }
}

async fn a_body_that_breaks_off_does_nothing(database: Database) {
    let server = database.serve();
    let plan = empty_plan("2025-08-04").to_string();
    let longer = format!("Content-Length: {}", plan.len() + 1);
    let chunk = format!("{:x}\r\n{plan}\r\n", plan.len());
    for request in [
        format!("{}{plan}", head(&server, PLANS, &longer)),
        format!(
            "{}{chunk}",
            head(&server, PLANS, "Transfer-Encoding: chunked")
        ),
    ] {
        let mut stream = wire::connect(&server);
        stream.write_all(request.as_bytes()).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut stream, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.is_empty() || text.starts_with("HTTP/1.1 4"), "{text}");
    }
    is_empty(&server).await;
}
