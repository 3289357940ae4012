//! Plans are created once, and all of them or none.

use futures_util::future::join_all;
use semaine_server::store::{ChangeError, Filter};

use crate::support::{Database, created, id, now, on, plan, successes};

on!(both: a_plan_is_kept, all_or_none, one_of_many_at_once, many_orders_at_once);

async fn a_plan_is_kept(database: Database) {
    let store = database.open().await;
    let wanted = plan(1, "2025-08-04");
    let kept = created(&store, wanted.clone()).await;
    assert_eq!(kept.version, 1);
    assert_eq!(kept.plan.user_id, wanted.user_id);
    assert_eq!(kept.plan.week_start, wanted.week_start);
    assert_eq!(kept.plan.meals, wanted.meals);
    store.close().await;
    let store = database.open().await;
    assert_eq!(store.plan(kept.plan.id).await.unwrap(), Some(kept.clone()));
    let of_week = |user, week| store.plan_of_week(id(user), week);
    let week = wanted.week_start;
    assert_eq!(of_week(1, week).await.unwrap(), Some(kept));
    assert_eq!(of_week(2, week).await.unwrap(), None);
    let other = plan(1, "2025-08-11").week_start;
    assert_eq!(of_week(1, other).await.unwrap(), None);
    assert_eq!(store.plan(id(999)).await.unwrap(), None);
}

async fn all_or_none(database: Database) {
    let store = database.open().await;
    created(&store, plan(1, "2025-08-04")).await;
    let taken = [plan(1, "2025-08-11"), plan(1, "2025-08-04")];
    let twice = [
        plan(1, "2025-08-11"),
        plan(1, "2025-08-18"),
        plan(1, "2025-08-11"),
    ];
    let unknown = [plan(1, "2025-08-11"), plan(7, "2025-08-18")];
    let refused = store.create_plans(&taken, None, now()).await;
    assert!(
        matches!(refused, Err(ChangeError::Exists(1))),
        "{refused:?}"
    );
    let refused = store.create_plans(&twice, None, now()).await;
    assert!(
        matches!(refused, Err(ChangeError::Exists(2))),
        "{refused:?}"
    );
    let refused = store.create_plans(&unknown, None, now()).await;
    assert!(
        matches!(refused, Err(ChangeError::UnknownUser(1))),
        "{refused:?}"
    );
    assert_eq!(store.plans(&Filter::default(), 100).await.unwrap().len(), 1);
}

/// Two programs on the same database, each with many requests at a time.
async fn one_of_many_at_once(database: Database) {
    let stores = [database.open().await, database.open().await];
    let plans = [plan(1, "2025-08-04")];
    let requests = (0..20).map(|place| stores[place % 2].create_plans(&plans, None, now()));
    let answers = join_all(requests).await;
    let refused = |error: &_| matches!(error, ChangeError::Exists(0));
    assert_eq!(successes(&answers, refused), 1);
    assert_eq!(
        stores[0]
            .plans(&Filter::default(), 100)
            .await
            .unwrap()
            .len(),
        1
    );
}

/// Requests that would wait for each other.
async fn many_orders_at_once(database: Database) {
    let store = database.open().await;
    let there = [
        plan(1, "2025-08-04"),
        plan(1, "2025-08-11"),
        plan(1, "2025-08-18"),
    ];
    let back: Vec<_> = there.iter().rev().cloned().collect();
    let requests = (0..6).map(|place| {
        let plans = if place % 2 == 0 { &there[..] } else { &back };
        store.create_plans(plans, None, now())
    });
    let answers = join_all(requests).await;
    let refused = |error: &_| matches!(error, ChangeError::Exists(_));
    assert_eq!(successes(&answers, refused), 1);
    assert_eq!(store.plans(&Filter::default(), 100).await.unwrap().len(), 3);
}
