//! The current week, which begins when it does in a time zone.

use serde_json::json;

use crate::support::{Database, NOW, on_both};

on_both!(
    the_current_week_is_that_of_a_time_zone,
    what_is_no_time_zone_is_refused
);

/// Instants, time zones, the day that it is there, and its week; from Python's `zoneinfo` and `isocalendar`.
const CASES: [(&str, &str, &str, &str); 24] = [
    ("2025-08-09T10:00:00Z", "", "2025-08-09", "2025-W32"),
    (
        "2025-08-10T21:59:00Z",
        "Europe/Paris",
        "2025-08-10",
        "2025-W32",
    ),
    (
        "2025-08-10T22:00:00Z",
        "Europe/Paris",
        "2025-08-11",
        "2025-W33",
    ),
    ("2025-08-10T23:59:00Z", "", "2025-08-10", "2025-W32"),
    ("2025-08-11T00:00:00Z", "UTC", "2025-08-11", "2025-W33"),
    (
        "2025-08-10T11:59:00Z",
        "Pacific/Auckland",
        "2025-08-10",
        "2025-W32",
    ),
    (
        "2025-08-10T12:00:00Z",
        "Pacific/Auckland",
        "2025-08-11",
        "2025-W33",
    ),
    (
        "2025-08-11T09:59:00Z",
        "Pacific/Honolulu",
        "2025-08-10",
        "2025-W32",
    ),
    (
        "2025-08-11T10:00:00Z",
        "Pacific/Honolulu",
        "2025-08-11",
        "2025-W33",
    ),
    (
        "2024-12-29T22:59:00Z",
        "Europe/Paris",
        "2024-12-29",
        "2024-W52",
    ),
    (
        "2024-12-29T23:00:00Z",
        "Europe/Paris",
        "2024-12-30",
        "2025-W01",
    ),
    (
        "2024-12-31T23:30:00Z",
        "Europe/Paris",
        "2025-01-01",
        "2025-W01",
    ),
    (
        "2024-12-31T23:30:00Z",
        "Pacific/Honolulu",
        "2024-12-31",
        "2025-W01",
    ),
    (
        "2025-01-01T00:30:00Z",
        "Asia/Kathmandu",
        "2025-01-01",
        "2025-W01",
    ),
    (
        "2026-12-27T10:59:00Z",
        "Pacific/Auckland",
        "2026-12-27",
        "2026-W52",
    ),
    (
        "2026-12-27T11:00:00Z",
        "Pacific/Auckland",
        "2026-12-28",
        "2026-W53",
    ),
    ("2026-12-31T12:00:00Z", "UTC", "2026-12-31", "2026-W53"),
    (
        "2027-01-03T22:59:00Z",
        "Europe/Paris",
        "2027-01-03",
        "2026-W53",
    ),
    (
        "2027-01-03T23:00:00Z",
        "Europe/Paris",
        "2027-01-04",
        "2027-W01",
    ),
    (
        "2027-01-04T09:59:00Z",
        "Pacific/Honolulu",
        "2027-01-03",
        "2026-W53",
    ),
    (
        "2025-03-30T00:59:00Z",
        "Europe/Paris",
        "2025-03-30",
        "2025-W13",
    ),
    (
        "2025-10-26T01:30:00Z",
        "Europe/Paris",
        "2025-10-26",
        "2025-W43",
    ),
    (
        "1969-12-28T23:30:00Z",
        "Europe/Paris",
        "1969-12-29",
        "1970-W01",
    ),
    (
        "2025-08-10T09:30:00Z",
        "Pacific/Kiritimati",
        "2025-08-10",
        "2025-W32",
    ),
];

async fn the_current_week_is_that_of_a_time_zone(database: Database) {
    for (now, zone, today, week) in CASES {
        let server = database.serve_at(now);
        let query = if zone.is_empty() {
            String::new()
        } else {
            format!("?tz={zone}")
        };
        let current = server
            .get(&format!("/api/weeks/current{query}"))
            .expect(200)
            .await;
        assert_eq!(
            (&current.body["today"], &current.body["week"]),
            (&json!(today), &json!(week)),
            "{now} {zone}"
        );
        let mut of_today = server
            .get(&format!("/api/weeks/{today}"))
            .expect(200)
            .await
            .body;
        of_today["today"] = json!(today);
        assert_eq!(current.body, of_today);
    }
}

async fn what_is_no_time_zone_is_refused(database: Database) {
    let server = database.serve_at(NOW);
    for (sent, told) in [
        ("", ""),
        ("Paris", "Paris"),
        ("Europe/Lyon", "Europe/Lyon"),
        ("Europe%2FParis%00", "Europe/Paris\0"),
        ("../../etc/passwd", "../../etc/passwd"),
        ("/etc/localtime", "/etc/localtime"),
        ("%2B02:00x", "+02:00x"),
    ] {
        for answer in [
            server
                .get(&format!("/api/weeks/current?tz={sent}"))
                .expect(400)
                .await,
            server
                .post(&format!("/api/shopping-lists/generate-next-week?tz={sent}"))
                .json(&json!({ "user_id": 1 }))
                .expect(400)
                .await,
        ] {
            assert_eq!(answer.code(), "invalid_time_zone");
            assert_eq!(
                (&answer.body["field"], &answer.body["value"]),
                (&json!("tz"), &json!(told))
            );
        }
    }
}
