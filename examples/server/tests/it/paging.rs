//! Plans and lists are listed in chronological order, a page at a time.

use serde_json::{Value, json};

use crate::support::{Answer, Database, LISTS, PLANS, Server, empty_plan, on_both};

on_both!(
    plans_are_in_chronological_order,
    plans_are_found_by_week_and_range,
    pages_give_every_plan_once,
    a_plan_that_is_created_meanwhile_moves_no_page,
    limits_are_kept,
    lists_are_in_chronological_order,
);

/// Long ago, before the epoch of computers, around New Year, far ahead; out of order.
const MONDAYS: [&str; 12] = [
    "2025-08-11",
    "1969-12-29",
    "9998-12-28",
    "0001-01-01",
    "2024-12-30",
    "1582-10-18",
    "2026-12-28",
    "0999-12-30",
    "2025-08-04",
    "1900-01-01",
    "1970-01-05",
    "9998-12-21",
];

/// All dates have four digits in the year, so that texts have the order of dates.
fn sorted() -> Vec<&'static str> {
    let mut mondays = MONDAYS.to_vec();
    mondays.sort_unstable();
    mondays
}

async fn create(server: &Server, mondays: &[&str]) {
    for monday in mondays {
        server
            .post(PLANS)
            .json(&empty_plan(monday))
            .expect(201)
            .await;
    }
}

async fn listed(server: &Server, query: &str) -> Answer {
    server.get(&format!("{PLANS}?{query}")).expect(200).await
}

async fn plans_are_in_chronological_order(database: Database) {
    let server = database.serve();
    create(&server, &MONDAYS).await;
    for query in [
        "",
        "limit=12",
        "limit=100",
        "user_id=1&limit=100",
        "from=0001-01-01&to=9998-12-31",
    ] {
        let page = listed(&server, query).await;
        assert_eq!(page.weeks(), sorted(), "{query}");
        assert_eq!(page.body["next"], Value::Null);
    }
}

async fn plans_are_found_by_week_and_range(database: Database) {
    let server = database.serve();
    create(&server, &MONDAYS).await;
    let cases: [(&str, &[&str]); 12] = [
        ("user_id=2", &[]),
        ("week_start=2025-08-11", &["2025-08-11"]),
        ("week_start=2025-08-18", &[]),
        ("week_start=0001-01-01", &["0001-01-01"]),
        ("user_id=1&week_start=1969-12-29", &["1969-12-29"]),
        ("user_id=9007199254740991&week_start=1969-12-29", &[]),
        ("from=2025-08-10&to=2025-08-10", &["2025-08-04"]),
        (
            "from=2025-01-01&to=2025-08-09",
            &["2024-12-30", "2025-08-04"],
        ),
        ("to=0001-12-31", &["0001-01-01"]),
        ("from=9998-12-27", &["9998-12-21", "9998-12-28"]),
        ("from=1970-01-04&to=1970-01-04", &["1969-12-29"]),
        ("week_start=2025-08-11&to=2025-08-10", &[]),
    ];
    for (query, weeks) in cases {
        let page = listed(&server, query).await;
        assert_eq!(page.weeks(), weeks, "{query}");
        assert_eq!(page.body["next"], Value::Null);
    }
}

async fn pages_give_every_plan_once(database: Database) {
    let server = database.serve();
    create(&server, &MONDAYS).await;
    for limit in [1, 2, 5, 11, 12] {
        let mut weeks: Vec<String> = Vec::new();
        let (mut after, mut pages) = (String::new(), 0);
        loop {
            let page = listed(&server, &format!("limit={limit}{after}")).await;
            weeks.extend(page.weeks().into_iter().map(str::to_owned));
            pages += 1;
            let Some(next) = page.body["next"].as_str() else {
                break;
            };
            assert_eq!(page.items().len(), limit);
            after = format!("&after={next}");
        }
        assert_eq!(weeks, sorted());
        assert_eq!(pages, MONDAYS.len().div_ceil(limit));
    }
}

async fn a_plan_that_is_created_meanwhile_moves_no_page(database: Database) {
    let server = database.serve();
    create(&server, &["2025-08-04", "2025-08-11", "2025-08-25"]).await;
    let first = listed(&server, "limit=2").await;
    let next = first.body["next"].as_str().unwrap();
    create(&server, &["2025-07-28", "2025-08-18"]).await;
    // What the first page ended with may go as well.
    let last = &first.items()[1]["id"];
    server
        .delete(&format!("{PLANS}/{last}"))
        .if_match("*")
        .expect(204)
        .await;
    let second = listed(&server, &format!("limit=2&after={next}")).await;
    assert_eq!(second.weeks(), ["2025-08-18", "2025-08-25"]);
    assert_eq!(second.body["next"], Value::Null);
    let beyond = listed(&server, "after=2025-08-25.9007199254740991").await;
    assert_eq!(beyond.body, json!({ "items": [], "next": null }));
}

async fn limits_are_kept(database: Database) {
    let server = database.serve();
    let first: jiff::civil::Date = "2025-01-06".parse().unwrap();
    let mondays = (0..101).map(|n| first.saturating_add(jiff::Span::new().weeks(n)).to_string());
    let mondays: Vec<String> = mondays.collect();
    for part in mondays.chunks(100) {
        let items: Vec<Value> = part.iter().map(|monday| empty_plan(monday)).collect();
        let bulk = format!("{PLANS}/bulk");
        server
            .post(&bulk)
            .json(&json!({ "items": items }))
            .expect(201)
            .await;
    }
    let page = listed(&server, "").await;
    assert_eq!(page.weeks(), mondays[..20]);
    let page = listed(&server, "limit=100").await;
    assert_eq!(page.weeks(), mondays[..100]);
    let next = page.body["next"].as_str().unwrap();
    let page = listed(&server, &format!("limit=100&after={next}")).await;
    assert_eq!(page.weeks(), mondays[100..]);
    assert_eq!(page.body["next"], Value::Null);
}

async fn lists_are_in_chronological_order(database: Database) {
    let server = database.serve();
    let mondays = ["2025-08-11", "1969-12-29", "2025-08-04"];
    for monday in mondays {
        let plan = server
            .post(PLANS)
            .json(&empty_plan(monday))
            .expect(201)
            .await;
        let body = json!({ "meal_plan_id": plan.id() });
        server
            .post(&format!("{LISTS}/generate"))
            .json(&body)
            .expect(201)
            .await;
    }
    let lists = async |query: &str| server.get(&format!("{LISTS}?{query}")).expect(200).await;
    let all = lists("").await;
    assert_eq!(all.weeks(), ["1969-12-29", "2025-08-04", "2025-08-11"]);
    assert_eq!(all.body["next"], Value::Null);
    let first = lists("limit=2&user_id=1").await;
    assert_eq!(first.weeks(), ["1969-12-29", "2025-08-04"]);
    let next = first.body["next"].as_str().unwrap();
    let second = lists(&format!("limit=2&after={next}")).await;
    assert_eq!(
        (second.weeks(), &second.body["next"]),
        (vec!["2025-08-11"], &Value::Null)
    );
    assert_eq!(
        lists("week_start=2025-08-11&user_id=1").await.weeks(),
        ["2025-08-11"]
    );
    assert_eq!(lists("week_start=2025-08-18").await.weeks(), [""; 0]);
    assert_eq!(lists("user_id=2").await.weeks(), [""; 0]);
}
