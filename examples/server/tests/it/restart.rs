//! What was acknowledged is there after a stop and a start.

use serde_json::json;

use crate::support::{Database, Kind, LISTS, PLANS, empty_plan, on_both, plan};

on_both!(
    plans_survive_a_stop_and_a_start,
    the_demo_user_is_made_once,
    a_password_is_never_logged
);

async fn plans_survive_a_stop_and_a_start(database: Database) {
    let server = database.serve();
    let meals = json!({ "monday": { "lunch": 5 } });
    let created = server
        .post(PLANS)
        .key("a")
        .json(&plan("2025-08-04", meals.clone()))
        .expect(201)
        .await;
    let path = format!("{PLANS}/{}", created.id());
    server
        .put(&path)
        .if_match("\"1\"")
        .json(&plan("2025-08-11", meals))
        .expect(200)
        .await;
    let list = json!({ "meal_plan_id": created.id() });
    server
        .post(&format!("{LISTS}/generate"))
        .json(&list)
        .expect(201)
        .await;
    let (plans, lists) = (
        server.get(PLANS).expect(200).await,
        server.get(LISTS).expect(200).await,
    );
    for signal in ["TERM", "INT"] {
        let (status, printed) = database.serve().stop(signal);
        assert_eq!((status.code(), printed.len()), (Some(0), 0), "{printed:?}");
    }
    let (status, _) = server.stop("TERM");
    assert_eq!(status.code(), Some(0));

    let server = database.serve();
    assert_eq!(server.get(PLANS).expect(200).await.text, plans.text);
    assert_eq!(server.get(LISTS).expect(200).await.text, lists.text);
    assert_eq!(server.get(&path).expect(200).await.etag(), "\"2\"");
    // The week that the plan left is free, and its number is not given again.
    assert!(
        server
            .post(PLANS)
            .json(&empty_plan("2025-08-04"))
            .expect(201)
            .await
            .id()
            > created.id()
    );
}

async fn the_demo_user_is_made_once(database: Database) {
    for monday in ["2025-08-04", "2025-08-11", "2025-08-18"] {
        let server = database.serve();
        server
            .post(PLANS)
            .json(&empty_plan(monday))
            .expect(201)
            .await;
        let other = json!({ "user_id": 2, "week_start": monday, "meals": {} });
        assert_eq!(
            server.post(PLANS).json(&other).expect(400).await.code(),
            "unknown_user"
        );
    }
}

async fn a_password_is_never_logged(database: Database) {
    let server = database.serve_with(&["--log-level", "trace"]);
    server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await;
    server.get("/health/ready").expect(200).await;
    let log = server.log();
    assert!(!log.is_empty());
    if database.kind() == Kind::Postgresql {
        let password = database.url.split([':', '@']).nth(2).unwrap();
        assert!(password.len() == 32 && !log.contains(password));
    }
}
