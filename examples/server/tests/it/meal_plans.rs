//! Plans are created, found, replaced and deleted.

use serde_json::{Value, json};

use crate::support::{Database, LISTS, PLANS, Server, empty_plan, on_both, plan};

on_both!(
    a_plan_is_created_and_found,
    a_week_around_new_year_is_one_week,
    the_first_and_the_last_week_have_plans,
    meals_are_kept_in_the_order_of_the_week,
    a_meal_may_be_left_out,
    a_plan_moves_to_a_free_week_only,
    a_plan_is_deleted_with_its_list,
    a_plan_that_is_deleted_leaves_its_week_free,
);

fn meals() -> Value {
    json!({ "monday": { "breakfast": 1, "dinner": 8 }, "sunday": { "lunch": 10 } })
}

async fn create(server: &Server, week_start: &str) -> i64 {
    server
        .post(PLANS)
        .json(&empty_plan(week_start))
        .expect(201)
        .await
        .id()
}

async fn a_plan_is_created_and_found(database: Database) {
    let server = database.serve();
    let created = server
        .post(PLANS)
        .json(&plan("2025-08-04", meals()))
        .expect(201)
        .await;
    let path = format!("{PLANS}/{}", created.id());
    assert_eq!(created.header("Location"), Some(path.as_str()));
    assert_eq!(created.etag(), "\"1\"");
    let mut whole = plan("2025-08-04", meals());
    whole["id"] = created.body["id"].clone();
    assert_eq!(created.body, whole);

    let days = (4..=10).map(|day| format!("{PLANS}/week/2025-08-{day:02}"));
    let of_user = format!("{PLANS}/week/2025-08-07?user_id=1");
    for path in days.chain([path, of_user]) {
        let found = server.get(&path).expect(200).await;
        assert_eq!(found.etag(), "\"1\"");
        assert_eq!(found.body, whole);
    }
    for path in [
        "week/2025-08-03",
        "week/2025-08-11",
        "week/2025-08-04?user_id=2",
        "9007199254740991",
    ] {
        let missing = server.get(&format!("{PLANS}/{path}")).expect(404).await;
        assert_eq!(missing.code(), "meal_plan_not_found");
    }
}

async fn a_week_around_new_year_is_one_week(database: Database) {
    let server = database.serve();
    create(&server, "2024-12-30").await;
    create(&server, "2026-12-28").await;
    for (date, monday) in [
        ("2024-12-30", "2024-12-30"),
        ("2024-12-31", "2024-12-30"),
        ("2025-01-01", "2024-12-30"),
        ("2025-01-05", "2024-12-30"),
        ("2026-12-31", "2026-12-28"),
        ("2027-01-03", "2026-12-28"),
    ] {
        let found = server
            .get(&format!("{PLANS}/week/{date}"))
            .expect(200)
            .await;
        assert_eq!(found.body["week_start"], monday);
    }
}

async fn the_first_and_the_last_week_have_plans(database: Database) {
    let server = database.serve();
    for (monday, sunday) in [("0001-01-01", "0001-01-07"), ("9998-12-28", "9999-01-03")] {
        create(&server, monday).await;
        let inside = if sunday < "9999" {
            sunday
        } else {
            "9998-12-31"
        };
        let found = server
            .get(&format!("{PLANS}/week/{inside}"))
            .expect(200)
            .await;
        assert_eq!(found.body["week_start"], monday);
    }
    let listed = server.get(PLANS).expect(200).await;
    assert_eq!(listed.weeks(), ["0001-01-01", "9998-12-28"]);
}

async fn meals_are_kept_in_the_order_of_the_week(database: Database) {
    let server = database.serve();
    let body = r#"{"meals":{"sunday":{"dinner":5},"monday":{"dinner":8,"breakfast":1}},
        "week_start":"2025-08-04","user_id":1}"#;
    let created = server.post(PLANS).text(body).expect(201).await;
    let id = created.id();
    let inner = r#""meals":{"monday":{"breakfast":1,"dinner":8},"sunday":{"dinner":5}}"#;
    let whole = format!(r#"{{"id":{id},"user_id":1,"week_start":"2025-08-04",{inner}}}"#);
    assert_eq!(created.text, whole);
    assert_eq!(
        server.get(&format!("{PLANS}/{id}")).expect(200).await.text,
        whole
    );
}

async fn a_meal_may_be_left_out(database: Database) {
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
    let mut mondays = ["2025-08-04", "2025-08-11", "2025-08-18"].iter();
    let every = days.map(|day| {
        (
            day.to_owned(),
            json!({ "breakfast": 1, "lunch": 5, "dinner": 12 }),
        )
    });
    let every: Value = every.into_iter().collect();
    for meals in [json!({}), json!({ "friday": {} }), every] {
        let body = plan(mondays.next().unwrap(), meals.clone());
        let created = server.post(PLANS).json(&body).expect(201).await;
        assert_eq!(created.body["meals"], meals);
    }
}

async fn a_plan_moves_to_a_free_week_only(database: Database) {
    let server = database.serve();
    let id = create(&server, "2025-08-04").await;
    create(&server, "2025-08-11").await;
    let path = format!("{PLANS}/{id}");
    let to = |monday: &str| server.put(&path).if_match("*").json(&empty_plan(monday));
    let refused = to("2025-08-11").expect(409).await;
    assert_eq!(refused.code(), "meal_plan_exists");
    assert_eq!(server.get(&path).expect(200).await.etag(), "\"1\"");
    let moved = to("2025-08-18").expect(200).await;
    assert_eq!((moved.id(), moved.etag()), (id, "\"2\""));
    server
        .get(&format!("{PLANS}/week/2025-08-04"))
        .expect(404)
        .await;
    let found = server
        .get(&format!("{PLANS}/week/2025-08-20"))
        .expect(200)
        .await;
    assert_eq!(found.id(), id);
}

async fn a_plan_is_deleted_with_its_list(database: Database) {
    let server = database.serve();
    let id = create(&server, "2025-08-04").await;
    let list = json!({ "meal_plan_id": id });
    server
        .post(&format!("{LISTS}/generate"))
        .json(&list)
        .expect(201)
        .await;
    let path = format!("{PLANS}/{id}");
    server.delete(&path).if_match("\"2\"").expect(412).await;
    let gone = server.delete(&path).if_match("\"1\"").expect(204).await;
    assert_eq!(gone.text, "");
    server.delete(&path).if_match("\"1\"").expect(404).await;
    server.get(&path).expect(404).await;
    server
        .get(&format!("{PLANS}/week/2025-08-04"))
        .expect(404)
        .await;
    let lists = server.get(LISTS).expect(200).await;
    assert_eq!(lists.body, json!({ "items": [], "next": null }));
}

async fn a_plan_that_is_deleted_leaves_its_week_free(database: Database) {
    let server = database.serve();
    let id = create(&server, "2025-08-04").await;
    server
        .delete(&format!("{PLANS}/{id}"))
        .if_match("*")
        .expect(204)
        .await;
    // Somebody may still hold the old number.
    assert!(create(&server, "2025-08-04").await > id);
}
