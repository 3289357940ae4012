//! Plans come in chronological order, a page at a time.

use semaine_server::model::Id;
use semaine_server::store::{Filter, Store};
use semaine_server::week_start::WeekStart;

use crate::support::{Database, created, id, on, plan};

on!(both: pages);

/// Mondays of CPython's `isoweekday`, in the order of the calendar.
const WEEKS: [&str; 9] = [
    "0001-01-01",
    "0999-12-30",
    "1000-01-06",
    "1999-12-27",
    "2000-02-28",
    "2024-12-30",
    "2025-08-04",
    "2026-12-28",
    "9998-12-28",
];

type Row = (String, i64);

/// What is expected is filtered and sorted here, by the texts of the dates: the order of ISO 8601.
async fn pages(database: Database) {
    let store = database.open().await;
    database
        .run("INSERT INTO users (name) VALUES ('Other')")
        .await
        .unwrap();
    let mut all = Vec::new();
    for (user, week) in (0..18).map(|place| (1 + place % 2, WEEKS[place * 7 % 9])) {
        let user = i64::try_from(user).unwrap();
        let kept = created(&store, plan(user, week)).await;
        all.push((user, (week.to_owned(), kept.plan.id.get())));
    }
    all.sort_by_key(|(_, row)| row.clone());
    let users = [None, Some(1), Some(2), Some(3)];
    let weeks = [
        None,
        Some(WEEKS[0]),
        Some(WEEKS[4]),
        Some(WEEKS[8]),
        Some("2025-08-11"),
    ];
    let mut filters = 0;
    for user in users {
        for week in weeks {
            for (from, to) in weeks
                .into_iter()
                .flat_map(|from| weeks.map(|to| (from, to)))
            {
                let expected: Vec<Row> = all
                    .iter()
                    .filter(|(of, _)| user.is_none_or(|user| user == *of))
                    .map(|(_, row)| row.clone())
                    .filter(|(monday, _)| week.is_none_or(|week| week == monday))
                    .filter(|(monday, _)| from.is_none_or(|from| monday.as_str() >= from))
                    .filter(|(monday, _)| to.is_none_or(|to| monday.as_str() <= to))
                    .collect();
                let filter = Filter {
                    user_id: user.map(id),
                    week_start: week.map(monday),
                    from: from.map(monday),
                    to: to.map(monday),
                    after: None,
                };
                assert_eq!(read(&store, filter, 4).await, expected, "{filter:?}");
                filters += 1;
            }
        }
    }
    assert_eq!(filters, 500);
}

/// All pages of a filter.
async fn read(store: &Store, mut filter: Filter, limit: u32) -> Vec<Row> {
    let mut rows = Vec::new();
    loop {
        let page = store.plans(&filter, limit).await.unwrap();
        let rest = page.len() < limit as usize;
        rows.extend(
            page.iter()
                .map(|kept| (kept.plan.week_start.to_string(), kept.plan.id.get())),
        );
        if rest {
            return rows;
        }
        filter.after = rows.last().map(cursor);
    }
}

fn cursor((week, number): &Row) -> (WeekStart, Id) {
    (monday(week), id(*number))
}

fn monday(date: &str) -> WeekStart {
    date.parse().unwrap()
}
