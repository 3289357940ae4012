//! A plan has one shopping list, which goes with it.

use std::slice;

use futures_util::future::join_all;
use semaine_server::model::{Amount, Unit};
use semaine_server::store::{ChangeError, Filter, Precondition};

use crate::support::{Database, created, id, now, on, plan, plan_with};

on!(both: written_anew, in_order, one_of_many_at_once);

fn eggs(amount: u32) -> Vec<Amount> {
    vec![Amount {
        id: "egg".to_owned(),
        amount,
        unit: Unit::Piece,
    }]
}

async fn written_anew(database: Database) {
    let store = database.open().await;
    let kept = created(&store, plan(1, "2025-08-04")).await;
    let plan = kept.plan.clone();
    let seen = |seen: &_| {
        assert_eq!(seen, &plan);
        eggs(5)
    };
    let (list, is_new) = store.write_list(plan.id, seen, now()).await.unwrap();
    assert!(is_new);
    assert_eq!((list.meal_plan_id, list.user_id), (plan.id, plan.user_id));
    assert_eq!(
        (list.week_start, list.generated_at),
        (plan.week_start, now())
    );
    assert_eq!(list.items, eggs(5));
    assert_eq!(
        store.lists(&Filter::default(), 100).await.unwrap(),
        slice::from_ref(&list)
    );

    let (again, is_new) = store.write_list(plan.id, |_| eggs(7), now()).await.unwrap();
    assert!(!is_new);
    assert_eq!((again.id, &again.items), (list.id, &eggs(7)));
    assert_eq!(store.lists(&Filter::default(), 100).await.unwrap(), [again]);
    assert_eq!(store.plan(plan.id).await.unwrap(), Some(kept));

    let refused = store.write_list(id(999), |_| eggs(1), now()).await;
    assert!(matches!(refused, Err(ChangeError::NotFound)), "{refused:?}");
    store
        .delete_plan(plan.id, &Precondition::Any)
        .await
        .unwrap();
    assert_eq!(store.lists(&Filter::default(), 100).await.unwrap(), []);
}

/// That of the weeks, whatever the order in which they were written.
async fn in_order(database: Database) {
    let store = database.open().await;
    let mut written = Vec::new();
    for week in ["2025-08-18", "2025-08-04", "2025-08-11"] {
        let plan = created(&store, plan_with(1, week, 1)).await.plan.id;
        written.push(store.write_list(plan, |_| eggs(1), now()).await.unwrap().0);
    }
    written.rotate_left(1);
    assert_eq!(store.lists(&Filter::default(), 100).await.unwrap(), written);
    let after = Some((written[0].week_start, written[0].id));
    let filter = Filter {
        user_id: Some(id(1)),
        after,
        ..Filter::default()
    };
    assert_eq!(store.lists(&filter, 1).await.unwrap(), written[1..2]);
    let week_start = Some(written[2].week_start);
    let filter = Filter {
        week_start,
        ..Filter::default()
    };
    assert_eq!(store.lists(&filter, 100).await.unwrap(), written[2..]);
    let filter = Filter {
        user_id: Some(id(2)),
        ..Filter::default()
    };
    assert_eq!(store.lists(&filter, 100).await.unwrap(), []);
}

async fn one_of_many_at_once(database: Database) {
    let stores = [database.open().await, database.open().await];
    let plan = created(&stores[0], plan(1, "2025-08-04")).await.plan.id;
    let requests = (0..10).map(|place| stores[place % 2].write_list(plan, |_| eggs(1), now()));
    let answers: Vec<_> = join_all(requests)
        .await
        .into_iter()
        .map(Result::unwrap)
        .collect();
    assert_eq!(answers.iter().filter(|(_, is_new)| *is_new).count(), 1);
    assert_eq!(
        stores[0]
            .lists(&Filter::default(), 100)
            .await
            .unwrap()
            .len(),
        1
    );
}
