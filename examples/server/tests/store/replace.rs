//! A plan is replaced or deleted as it was read.

use futures_util::future::join_all;
use semaine_server::store::{ChangeError, Filter, Precondition};

use crate::support::{Database, created, id, on, plan, plan_with, successes};

on!(both: as_it_was_read, no_update_is_lost, weeks_are_exchanged);

async fn as_it_was_read(database: Database) {
    let store = database.open().await;
    let first = created(&store, plan(1, "2025-08-04")).await;
    let number = first.plan.id;
    created(&store, plan(1, "2025-08-11")).await;
    let read = Precondition::OneOf(vec![7, 1]);
    let wanted = plan_with(1, "2025-08-18", 2);
    let second = store.replace_plan(number, &read, &wanted).await.unwrap();
    assert_eq!((second.version, &second.plan.meals), (2, &wanted.meals));
    assert_eq!(store.plan(number).await.unwrap(), Some(second.clone()));

    for stale in [read, Precondition::OneOf(vec![])] {
        let refused = store.replace_plan(number, &stale, &wanted).await;
        assert!(matches!(refused, Err(ChangeError::Stale)), "{refused:?}");
        let refused = store.delete_plan(number, &stale).await;
        assert!(matches!(refused, Err(ChangeError::Stale)), "{refused:?}");
    }
    let any = Precondition::Any;
    let refused = store
        .replace_plan(number, &any, &plan(1, "2025-08-11"))
        .await;
    assert!(
        matches!(refused, Err(ChangeError::Exists(0))),
        "{refused:?}"
    );
    let refused = store
        .replace_plan(number, &any, &plan(7, "2025-08-18"))
        .await;
    assert!(
        matches!(refused, Err(ChangeError::UnknownUser(0))),
        "{refused:?}"
    );
    let refused = store.replace_plan(id(999), &any, &wanted).await;
    assert!(matches!(refused, Err(ChangeError::NotFound)), "{refused:?}");
    assert_eq!(store.plan(number).await.unwrap(), Some(second));

    store
        .delete_plan(number, &Precondition::OneOf(vec![2]))
        .await
        .unwrap();
    let refused = store.delete_plan(number, &any).await;
    assert!(matches!(refused, Err(ChangeError::NotFound)), "{refused:?}");
    assert_eq!(store.plans(&Filter::default(), 100).await.unwrap().len(), 1);
}

/// Each round all write over the same version, and one may.
async fn no_update_is_lost(database: Database) {
    let stores = [database.open().await, database.open().await];
    let number = created(&stores[0], plan(1, "2025-08-04")).await.plan.id;
    for version in 1..=5 {
        let read = Precondition::OneOf(vec![version]);
        let plans: Vec<_> = (1..=10)
            .map(|dish| plan_with(1, "2025-08-04", dish))
            .collect();
        let requests = plans
            .iter()
            .enumerate()
            .map(|(place, plan)| stores[place % 2].replace_plan(number, &read, plan));
        let answers = join_all(requests).await;
        let refused = |error: &_| matches!(error, ChangeError::Stale);
        assert_eq!(successes(&answers, refused), 1);
        let winner = answers.into_iter().find_map(Result::ok);
        assert_eq!(winner.as_ref().map(|kept| kept.version), Some(version + 1));
        assert_eq!(stores[0].plan(number).await.unwrap(), winner);
    }
}

/// Two changes that wait for each other: both are refused, or one is made first and frees no week in time.
async fn weeks_are_exchanged(database: Database) {
    let store = database.open().await;
    let (one, two) = (plan(1, "2025-08-04"), plan(1, "2025-08-11"));
    let first = created(&store, one.clone()).await.plan.id;
    let second = created(&store, two.clone()).await.plan.id;
    for _ in 0..3 {
        let any = Precondition::Any;
        let answers = join_all([
            store.replace_plan(first, &any, &two),
            store.replace_plan(second, &any, &one),
        ])
        .await;
        let refused = |error: &_| matches!(error, ChangeError::Exists(0));
        assert_eq!(successes(&answers, refused), 0);
    }
}
