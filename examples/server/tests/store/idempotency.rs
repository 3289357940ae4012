//! A request that is repeated with its key gets its first answer.

use futures_util::future::join_all;
use jiff::SignedDuration;
use semaine_server::store::{ChangeError, Filter, Precondition};

use crate::support::{Database, created, now, on, plan, plan_with};

on!(both: the_first_answer, another_request, a_refused_request, after_a_day, one_of_many_at_once);

async fn the_first_answer(database: Database) {
    let store = database.open().await;
    let plans = [plan(1, "2025-08-04"), plan(1, "2025-08-11")];
    let first = store
        .create_plans(&plans, Some("key"), now())
        .await
        .unwrap();
    let replaced = plan_with(1, "2025-08-18", 2);
    let (one, two) = (first[0].plan.id, first[1].plan.id);
    store
        .replace_plan(one, &Precondition::Any, &replaced)
        .await
        .unwrap();
    store.delete_plan(two, &Precondition::Any).await.unwrap();
    let again = store
        .create_plans(&plans, Some("key"), now())
        .await
        .unwrap();
    assert_eq!(again, first);
    assert_eq!(store.plans(&Filter::default(), 100).await.unwrap().len(), 1);
}

async fn another_request(database: Database) {
    let store = database.open().await;
    let plans = [plan_with(1, "2025-08-04", 1)];
    store
        .create_plans(&plans, Some("key"), now())
        .await
        .unwrap();
    let others = [
        vec![plan_with(1, "2025-08-04", 2)],
        vec![plan_with(1, "2025-08-11", 1)],
        vec![plan_with(1, "2025-08-04", 1), plan_with(1, "2025-08-11", 1)],
    ];
    for plans in others {
        let refused = store.create_plans(&plans, Some("key"), now()).await;
        assert!(
            matches!(refused, Err(ChangeError::KeyReused)),
            "{refused:?}"
        );
    }
    let plans = [plan(1, "2025-08-11")];
    store
        .create_plans(&plans, Some("Key"), now())
        .await
        .unwrap();
}

/// It has created nothing, so its key is free.
async fn a_refused_request(database: Database) {
    let store = database.open().await;
    let kept = created(&store, plan(1, "2025-08-04")).await;
    let plans = [plan(1, "2025-08-04")];
    let refused = store.create_plans(&plans, Some("key"), now()).await;
    assert!(
        matches!(refused, Err(ChangeError::Exists(0))),
        "{refused:?}"
    );
    store
        .delete_plan(kept.plan.id, &Precondition::Any)
        .await
        .unwrap();
    let made = store
        .create_plans(&plans, Some("key"), now())
        .await
        .unwrap();
    assert_ne!(made[0].plan.id, kept.plan.id);
}

async fn after_a_day(database: Database) {
    let store = database.open().await;
    let plans = [plan(1, "2025-08-04")];
    let first = store
        .create_plans(&plans, Some("key"), now())
        .await
        .unwrap();
    let day = SignedDuration::from_hours(24);
    let nearly = now() + day - SignedDuration::from_millis(1);
    let again = store
        .create_plans(&plans, Some("key"), nearly)
        .await
        .unwrap();
    assert_eq!(again, first);
    let refused = store.create_plans(&plans, Some("key"), now() + day).await;
    assert!(
        matches!(refused, Err(ChangeError::Exists(0))),
        "{refused:?}"
    );
}

async fn one_of_many_at_once(database: Database) {
    let stores = [database.open().await, database.open().await];
    let plans = [plan(1, "2025-08-04"), plan(1, "2025-08-11")];
    let requests = (0..20).map(|place| stores[place % 2].create_plans(&plans, Some("key"), now()));
    let answers: Vec<_> = join_all(requests)
        .await
        .into_iter()
        .map(Result::unwrap)
        .collect();
    assert_eq!(answers.len(), 20);
    assert!(answers.iter().all(|answer| answer == &answers[0]));
    assert_eq!(
        stores[0].plans(&Filter::default(), 100).await.unwrap(),
        answers[0]
    );
}
