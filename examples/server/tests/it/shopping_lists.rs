//! What to buy for a plan.

use serde_json::{Value, json};

use crate::support::{Answer, Database, LISTS, PLANS, Server, on_both, plan};

on_both!(
    a_list_sums_ingredients_in_both_languages,
    a_list_that_is_generated_again_is_the_same_list,
    a_plan_without_meals_has_an_empty_list,
    a_plan_that_moves_to_another_week_loses_its_list,
    the_longest_plan_has_a_list,
    next_week_is_that_after_today_in_a_time_zone,
);

/// Sums that were made by hand from the catalogue.
const AMOUNTS: [(&str, u32, &str, &str, &str); 14] = [
    ("aubergine", 1, "piece", "aubergines", "aubergines"),
    ("bean", 200, "g", "haricots verts", "green beans"),
    ("butter", 30, "g", "beurre", "butter"),
    ("courgette", 2, "piece", "courgettes", "courgettes"),
    ("egg", 12, "piece", "œufs", "eggs"),
    ("mushroom", 400, "g", "champignons", "mushrooms"),
    ("olive-oil", 50, "ml", "huile d’olive", "olive oil"),
    ("onion", 1, "piece", "oignons", "onions"),
    ("parmesan", 40, "g", "parmesan", "parmesan"),
    ("pasta", 200, "g", "pâtes", "pasta"),
    ("pepper", 1, "piece", "poivrons", "peppers"),
    ("potato", 300, "g", "pommes de terre", "potatoes"),
    ("tomato", 1100, "g", "tomates", "tomatoes"),
    ("tuna", 150, "g", "thon", "tuna"),
];

fn meals() -> Value {
    json!({
        "monday": { "lunch": 5, "dinner": 8 },
        "wednesday": { "dinner": 9 },
        "sunday": { "lunch": 10, "dinner": 5 },
    })
}

fn items(is_french: bool) -> Value {
    let item = |(id, amount, unit, french, english)| {
        let name = if is_french { french } else { english };
        json!({ "id": id, "name": name, "amount": amount, "unit": unit })
    };
    AMOUNTS.map(item).into_iter().collect()
}

async fn generate(server: &Server, id: i64, status: u16) -> Answer {
    let body = json!({ "meal_plan_id": id });
    server
        .post(&format!("{LISTS}/generate"))
        .json(&body)
        .expect(status)
        .await
}

/// The ingredients of a list, and how much of each.
fn amounts(list: &Answer) -> Vec<(&str, u64)> {
    let amounts = list.items().iter();
    amounts
        .map(|item| {
            let (id, amount) = (item["id"].as_str(), item["amount"].as_u64());
            (id.unwrap(), amount.unwrap())
        })
        .collect()
}

/// When a list was written, as an instant.
fn written(list: &Value) -> jiff::Timestamp {
    list["generated_at"].as_str().unwrap().parse().unwrap()
}

async fn a_list_sums_ingredients_in_both_languages(database: Database) {
    let server = database.serve();
    let id = server
        .post(PLANS)
        .json(&plan("2025-08-04", meals()))
        .expect(201)
        .await
        .id();
    let body = json!({ "meal_plan_id": id });
    let french = server
        .post(&format!("{LISTS}/generate"))
        .language("fr")
        .json(&body)
        .expect(201)
        .await;
    assert_eq!(french.header("Content-Language"), Some("fr"));
    assert_eq!(french.body["items"], items(true));
    assert_eq!(french.body["user_id"], 1);
    assert_eq!(french.body["meal_plan_id"], id);
    assert_eq!(french.body["week_start"], "2025-08-04");

    let english = server.get(LISTS).language("en").expect(200).await;
    assert_eq!(english.header("Content-Language"), Some("en"));
    let mut list = french.body.clone();
    list["items"] = items(false);
    assert_eq!(english.body, json!({ "items": [list], "next": null }));
}

async fn a_list_that_is_generated_again_is_the_same_list(database: Database) {
    let server = database.serve();
    let created = server
        .post(PLANS)
        .json(&plan("2025-08-04", meals()))
        .expect(201)
        .await;
    let first = generate(&server, created.id(), 201).await;
    let now: jiff::Timestamp = crate::support::NOW.parse().unwrap();
    assert!((now..now + jiff::SignedDuration::from_mins(10)).contains(&written(&first.body)));
    let friday = plan("2025-08-04", json!({ "friday": { "dinner": 11 } }));
    let path = format!("{PLANS}/{}", created.id());
    server
        .put(&path)
        .if_match("*")
        .json(&friday)
        .expect(200)
        .await;
    drop(server);

    let later = "2025-08-10T11:00:00Z";
    let server = database.serve_at(later);
    let again = generate(&server, created.id(), 200).await;
    assert_eq!(again.id(), first.id());
    assert!(written(&again.body) >= later.parse().unwrap());
    let items = json!([
        { "id": "chicken", "name": "chicken", "amount": 500, "unit": "g" },
        { "id": "lemon", "name": "lemons", "amount": 1, "unit": "piece" },
        { "id": "potato", "name": "potatoes", "amount": 500, "unit": "g" },
    ]);
    assert_eq!(again.body["items"], items);
    let lists = server.get(LISTS).expect(200).await;
    assert_eq!(lists.body, json!({ "items": [again.body], "next": null }));
}

async fn a_plan_without_meals_has_an_empty_list(database: Database) {
    let server = database.serve();
    let body = plan("2025-08-04", json!({ "monday": {} }));
    let id = server.post(PLANS).json(&body).expect(201).await.id();
    assert_eq!(generate(&server, id, 201).await.body["items"], json!([]));
}

async fn a_plan_that_moves_to_another_week_loses_its_list(database: Database) {
    let server = database.serve();
    let body = plan("2025-08-04", meals());
    let id = server.post(PLANS).json(&body).expect(201).await.id();
    let put = |monday| {
        let server = &server;
        async move {
            let request = server.put(&format!("{PLANS}/{id}")).if_match("*");
            request.json(&plan(monday, json!({}))).expect(200).await;
            server.get(LISTS).expect(200).await.items().len()
        }
    };
    generate(&server, id, 201).await;
    assert_eq!(put("2025-08-04").await, 1);
    assert_eq!(put("2025-08-11").await, 0);
    generate(&server, id, 201).await;
}

async fn the_longest_plan_has_a_list(database: Database) {
    let server = database.serve();
    let days = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let eggs = json!({ "breakfast": 3, "lunch": 3, "dinner": 3 });
    let every: Value = days
        .map(|day| (day.to_owned(), eggs.clone()))
        .into_iter()
        .collect();
    let id = server
        .post(PLANS)
        .json(&plan("2025-08-04", every))
        .expect(201)
        .await
        .id();
    let list = generate(&server, id, 201).await;
    assert_eq!(
        amounts(&list),
        [("bread", 21 * 120), ("butter", 21 * 15), ("egg", 21 * 4)]
    );
}

/// Instants, time zones, and the Monday after the day that it is there, from a calendar.
const NEXT_WEEKS: [(&str, &str, &str); 14] = [
    // A Saturday.
    ("2025-08-09T10:00:00Z", "", "2025-08-11"),
    ("2025-08-10T21:59:00Z", "?tz=Europe/Paris", "2025-08-11"),
    ("2025-08-10T22:00:00Z", "?tz=Europe/Paris", "2025-08-18"),
    ("2025-08-10T22:00:00Z", "?tz=UTC", "2025-08-11"),
    ("2025-08-11T03:59:00Z", "?tz=America/New_York", "2025-08-11"),
    ("2025-08-10T11:59:00Z", "?tz=Pacific/Auckland", "2025-08-11"),
    ("2025-08-10T12:00:00Z", "?tz=Pacific/Auckland", "2025-08-18"),
    ("2025-08-11T09:59:00Z", "?tz=Pacific/Honolulu", "2025-08-11"),
    ("2025-08-11T10:00:00Z", "?tz=Pacific/Honolulu", "2025-08-18"),
    ("2024-12-28T10:00:00Z", "?tz=Pacific/Auckland", "2024-12-30"),
    ("2024-12-31T23:30:00Z", "?tz=Europe%2FParis", "2025-01-06"),
    ("2026-12-26T10:00:00Z", "?tz=Asia/Kathmandu", "2026-12-28"),
    ("2027-01-02T10:00:00Z", "", "2027-01-04"),
    ("2027-01-03T23:30:00Z", "?tz=Europe/Paris", "2027-01-11"),
];

async fn next_week_is_that_after_today_in_a_time_zone(database: Database) {
    for (now, zone, monday) in NEXT_WEEKS {
        let server = database.serve_at(now);
        let path = format!("{LISTS}/generate-next-week{zone}");
        let ask = || server.post(&path).json(&json!({ "user_id": 1 }));
        let missing = ask().expect(404).await;
        assert_eq!(missing.code(), "meal_plan_not_found");
        assert_eq!(missing.body["value"], monday, "{now}{zone}");

        let dinner = plan(monday, json!({ "sunday": { "dinner": 12 } }));
        let created = server.post(PLANS).json(&dinner).expect(201).await;
        let first = ask().expect(201).await;
        assert_eq!(first.body["week_start"], monday);
        assert_eq!(
            amounts(&first),
            [("rice", 140), ("salmon", 260), ("spinach", 300)]
        );
        ask().expect(200).await;
        server
            .delete(created.header("Location").unwrap())
            .if_match("*")
            .expect(204)
            .await;
    }
}
