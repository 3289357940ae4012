//! There are more requests than there is room for.

use std::io::Write;

use futures_util::future::join_all;

use super::{figure, raw, until, until_in_flight};
use crate::support::{Database, PLANS, on_both};

on_both!(requests_that_are_too_many_are_turned_away_and_counted);

async fn requests_that_are_too_many_are_turned_away_and_counted(database: Database) {
    let server = database.serve_with(&["--max-requests", "2"]);
    let mut slow = ["2025-08-04", "2025-08-11"].map(|monday| raw::unfinished(&server, monday));
    until_in_flight(&server, 2).await;
    let answers = join_all((0..50).map(|_| server.get(PLANS).send())).await;
    for answer in &answers {
        assert_eq!(
            (answer.status, answer.code()),
            (503, "overloaded"),
            "{}",
            answer.text
        );
        assert_eq!(answer.header("Retry-After"), Some("1"));
    }
    assert_eq!(
        (
            answers.len(),
            figure(&server, "http_requests_shed_total").await
        ),
        (50, 50)
    );
    let counted = "http_requests_total{method=\"GET\",route=\"/api/meal-plans\",status=\"503\"}";
    assert_eq!(figure(&server, counted).await, 50);
    // Those which there was room for are none the worse.
    for stream in &mut slow {
        stream.get_mut().write_all(b"}").unwrap();
        assert_eq!(raw::next(stream).unwrap().status, 201);
    }
    assert_eq!(until(&server, PLANS, 200).await.items().len(), 2);
}
