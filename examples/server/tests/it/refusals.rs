//! Every refusal, as a whole and in both languages.

use std::collections::BTreeSet;
use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

use reqwest::Method;
use semaine_server::refusal::Reason;
use serde_json::{Value, json};
use sqlx::{AnyConnection, Connection};

use crate::support::{
    Answer, Database, LISTS, PLANS, Server, document, empty_plan, on_both, plan, wire,
};

on_both!(
    a_refusal_is_told_in_both_languages_and_changes_nothing,
    long_values_and_names_are_cut,
    the_first_and_the_last_dates_have_mondays_around_them,
    a_fault_of_the_database_tells_nothing_of_it,
    a_request_that_takes_too_long_is_given_up,
    more_requests_than_there_is_room_for_are_turned_away,
);

/// Requests with the answers to them, as literal texts.
const CASES: &str = include_str!("refusals.json");

/// What needs a test of its own, below.
const OTHERS: [&str; 4] = [
    "internal_error",
    "request_timeout",
    "overloaded",
    "database_unavailable",
];

/// Their codes are those of semaine, which say more.
const TOLD_BY_SEMAINE: [&str; 3] = ["date_does_not_exist", "date_empty", "week_does_not_exist"];

fn cases() -> Vec<Value> {
    serde_json::from_str(CASES).unwrap()
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    let told: BTreeSet<&str> = cases
        .iter()
        .map(|case| case["code"].as_str().unwrap())
        .chain(OTHERS)
        .collect();
    let known = Reason::ALL.iter().map(|reason| reason.code());
    let missing: Vec<&str> = known
        .filter(|code| !told.contains(code) && !TOLD_BY_SEMAINE.contains(code))
        .collect();
    assert_eq!(missing, [""; 0]);
    assert!(told.len() >= 30, "{told:?}");
}

/// What is kept.
async fn kept(server: &Server) -> [String; 2] {
    [
        server.get(PLANS).expect(200).await.text,
        server.get(LISTS).expect(200).await.text,
    ]
}

/// All keys are always there.
fn whole(code: &str, error: &Value, about: &Value) -> Value {
    let mut body = json!({
        "error": error, "code": code, "field": null, "value": null,
        "weekday": null, "previous_monday": null, "next_monday": null,
    });
    for (key, value) in about.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    body
}

async fn a_refusal_is_told_in_both_languages_and_changes_nothing(database: Database) {
    let server = database.serve();
    let lunch = plan("2025-08-04", json!({ "monday": { "lunch": 5 } }));
    let first = server
        .post(PLANS)
        .key("used")
        .json(&lunch)
        .expect(201)
        .await;
    // The cases speak of this plan.
    assert_eq!(first.id(), 1);
    let before = kept(&server).await;
    let cases = cases();
    for case in &cases {
        let method: Method = case["method"].as_str().unwrap().parse().unwrap();
        let path = case["path"].as_str().unwrap();
        for language in ["fr", "en"] {
            let mut ask = server.ask(method.clone(), path).language(language);
            for (name, value) in case["headers"].as_object().into_iter().flatten() {
                ask = ask.header(name, value.as_str().unwrap());
            }
            if let Some(text) = case["text"].as_str() {
                ask = ask.text(text);
            } else if let Some(body) = case.get("json") {
                ask = ask.json(body);
            }
            let answer = ask.send().await;
            let code = case["code"].as_str().unwrap();
            let what = format!("{method} {path} {code}");
            assert_eq!(
                answer.body,
                whole(code, &case[language], &case["about"]),
                "{what}"
            );
            assert_eq!(case["status"], answer.status, "{what}");
            assert_eq!(answer.header("Content-Language"), Some(language), "{what}");
        }
    }
    assert_eq!(cases.len(), 56);
    assert_eq!(kept(&server).await, before);
}

async fn long_values_and_names_are_cut(database: Database) {
    let server = database.serve();
    let digits = server
        .get(&format!("{PLANS}/week/{}", "9".repeat(300)))
        .expect(400)
        .await;
    assert_eq!(digits.body["value"], format!("{}…", "9".repeat(100)));
    let name = server
        .post(PLANS)
        .json(&json!({ "é".repeat(300): 1 }))
        .expect(400)
        .await;
    assert_eq!(name.body["field"], format!("{}…", "é".repeat(100)));
    let path = format!("/{}", "p".repeat(300));
    assert_eq!(
        server.get(&path).expect(404).await.body["value"],
        format!("{}…", &path[..100])
    );
    let exact = server
        .get(&format!("{PLANS}/week/{}", "9".repeat(100)))
        .expect(400)
        .await;
    assert_eq!(exact.body["value"], "9".repeat(100));
}

async fn the_first_and_the_last_dates_have_mondays_around_them(database: Database) {
    let server = database.serve();
    for (date, previous, next) in [
        ("0001-01-02", "0001-01-01", "0001-01-08"),
        ("9998-12-31", "9998-12-28", "9999-01-04"),
    ] {
        let refused = server.post(PLANS).json(&empty_plan(date)).expect(400).await;
        assert_eq!(refused.body["previous_monday"], previous);
        assert_eq!(refused.body["next_monday"], next);
    }
}

fn is(answer: &Answer, status: u16, code: &str, error: &str) {
    assert_eq!(
        (answer.status, &answer.body),
        (status, &whole(code, &json!(error), &json!({})))
    );
}

async fn a_fault_of_the_database_tells_nothing_of_it(database: Database) {
    let server = database.serve();
    let id = server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await
        .id();
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(&database.url).await.unwrap();
    for rename in [
        "ALTER TABLE meal_plans RENAME TO elsewhere",
        "ALTER TABLE shopping_lists RENAME TO elsewhere_too",
    ] {
        sqlx::query(rename).execute(&mut connection).await.unwrap();
    }
    let one = format!("{PLANS}/{id}");
    for (language, error) in [
        ("fr", "Une erreur interne s’est produite."),
        ("en", "An internal error has occurred."),
    ] {
        for ask in [
            server.get(PLANS),
            server.get(&one),
            server.get(&format!("{PLANS}/week/2025-08-04")),
            server.post(PLANS).json(&empty_plan("2025-08-11")),
            server
                .post(&format!("{PLANS}/bulk"))
                .json(&json!({ "items": [empty_plan("2025-08-11")] })),
            server
                .put(&one)
                .if_match("*")
                .json(&empty_plan("2025-08-04")),
            server.delete(&one).if_match("*"),
            server.get(LISTS),
            server
                .post(&format!("{LISTS}/generate"))
                .json(&json!({ "meal_plan_id": id })),
        ] {
            let answer = ask
                .language(language)
                .header("X-Request-Id", "fault-1")
                .send()
                .await;
            is(&answer, 500, "internal_error", error);
        }
    }
    // Only the log tells, and of which request.
    let log = server.log();
    let told = log
        .lines()
        .any(|line| line.contains("fault-1") && line.contains("meal_plans"));
    assert!(told, "{log}");
    let back = "ALTER TABLE elsewhere RENAME TO meal_plans";
    sqlx::query(back).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    server.get(&one).expect(200).await;
}

/// The head of a request whose body is still to come.
fn unfinished(server: &Server, language: &str) -> TcpStream {
    let mut stream = wire::connect(server);
    let head = format!(
        "POST {PLANS} HTTP/1.1\r\nHost: {}\r\nAccept-Language: {language}\r\n\
         Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{",
        server.address
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream
}

async fn a_request_that_takes_too_long_is_given_up(database: Database) {
    let server = database.serve_with(&["--request-timeout", "1"]);
    let sentences = [
        ("fr", "La requête a pris trop de temps."),
        ("en", "The request took too long."),
    ];
    let streams = sentences.map(|(language, _)| unfinished(&server, language));
    for (mut stream, (_, error)) in streams.into_iter().zip(sentences) {
        is(&wire::answer(&mut stream), 408, "request_timeout", error);
    }
}

/// Waits until so many requests are worked on, that which asks being one of them.
async fn in_flight(server: &Server, count: usize) {
    let line = format!("http_requests_in_flight {count}");
    for _ in 0..500 {
        let figures = server.get("/metrics").expect(200).await;
        if figures.text.lines().any(|other| other == line) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("there were never {count} requests at once");
}

async fn more_requests_than_there_is_room_for_are_turned_away(database: Database) {
    let server = database.serve_with(&["--max-requests", "1"]);
    let waiting = unfinished(&server, "en");
    in_flight(&server, 2).await;
    for (language, error) in [
        (
            "fr",
            "Le service est surchargé\u{a0}: réessayez dans un instant.",
        ),
        ("en", "The service is overloaded: try again in a moment."),
    ] {
        let answer = server.get(PLANS).language(language).send().await;
        is(&answer, 503, "overloaded", error);
        assert!(answer.header("Retry-After").is_some());
    }
    // Whoever watches the server is let in.
    for path in ["/health", "/health/live", "/health/ready", "/metrics"] {
        server.get(path).expect(200).await;
    }
    drop(waiting);
    in_flight(&server, 1).await;
    server.get(PLANS).expect(200).await;
}

#[test]
fn the_document_has_the_shape_of_refusals() {
    let keys = [
        "error",
        "code",
        "field",
        "value",
        "weekday",
        "previous_monday",
        "next_monday",
    ];
    let schema = &document()["components"]["schemas"]["ErrorBody"];
    let required: BTreeSet<_> = schema["required"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(required, BTreeSet::from(keys));
    assert_eq!(schema["additionalProperties"], false);
}
