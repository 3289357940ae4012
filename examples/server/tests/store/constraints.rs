//! The database itself refuses what must not be in it, whoever writes.

use crate::support::{Database, Kind, on};

on!(both: weeks, references);

async fn weeks(database: Database) {
    database.open().await.close().await;
    let insert = |date: &str| {
        format!("INSERT INTO meal_plans (user_id, week_start, meals) VALUES (1, '{date}', '{{}}')")
    };
    for monday in ["0001-01-01", "2025-08-04", "9998-12-28"] {
        database.run(&insert(monday)).await.unwrap();
    }
    let mut wrong = vec![
        "2025-08-05",
        "2025-08-10",
        "9999-01-04",
        "2025-02-30",
        "",
        "2025-08-04",
    ];
    if database.kind == Kind::Sqlite {
        // Texts of Mondays to PostgreSQL, which keeps dates and no texts.
        wrong.extend([
            "2025-8-11",
            "20250811",
            "2025-08-11 00:00",
            "2025-W33-1",
            "2460898.5",
        ]);
    }
    for date in wrong {
        let refused = database.run(&insert(date)).await.unwrap_err();
        assert!(
            matches!(refused, sqlx::Error::Database(_)),
            "{date}: {refused}"
        );
    }
}

async fn references(database: Database) {
    database.open().await.close().await;
    let wrong = [
        "INSERT INTO meal_plans (user_id, week_start, meals) VALUES (7, '2025-08-04', '{}')",
        "INSERT INTO meal_plans (user_id, week_start, meals) VALUES (1, '2025-08-04', '{')",
        "INSERT INTO shopping_lists (meal_plan_id, user_id, week_start, generated_at, items)
         VALUES (7, 1, '2025-08-04', 0, '[]')",
    ];
    for sql in wrong {
        let refused = database.run(sql).await.unwrap_err();
        assert!(
            matches!(refused, sqlx::Error::Database(_)),
            "{sql}: {refused}"
        );
    }
}
