//! The plans that are asked for: one of the demo user for each of 10,000 weeks.

use std::fmt::Write;

use anyhow::{Result, ensure};
use semaine::{Date, IsoWeek};

use super::contender::Program;
use crate::process;
use crate::server::{Client, free_address};

/// As many as `reference-app.md` asks for.
pub(super) const WEEKS: i32 = 10_000;
/// How many plans a request may create.
const BATCH: i32 = 100;
/// How many recipes the catalogue has at least.
const RECIPES: i32 = 12;
const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The first of the weeks, whose Monday is 1900-01-01.
pub(super) fn first_week() -> Result<IsoWeek> {
    Ok(IsoWeek::of(Date::new(1900, 1, 1)?))
}

/// Starts the server, creates the plans and ends it.
pub(super) fn run(program: &Program) -> Result<()> {
    let service = program.start(free_address()?)?;
    let mut client = Client::new(service.address());
    let first = first_week()?;
    for batch in 0..WEEKS / BATCH {
        let mut items = Vec::new();
        for week in batch * BATCH..(batch + 1) * BATCH {
            items.push(plan(first.checked_add(week)?, week));
        }
        let body = format!(r#"{{"items":[{}]}}"#, items.join(","));
        let answer = client.post("/api/meal-plans/bulk", &body, &format!("fill-{batch}"))?;
        ensure!(
            answer.status == 201,
            "the plans were not created: {} {}",
            answer.status,
            answer.body,
        );
    }
    service.end()?;
    process::say(&format!("Created {WEEKS} plans"))
}

/// A plan of three meals a day.
pub(super) fn plan(week: IsoWeek, seed: i32) -> String {
    let mut meals = String::new();
    for (day, name) in (0..).zip(DAYS) {
        let recipe = |meal| (seed * 5 + day * 3 + meal) % RECIPES + 1;
        let comma = if day == 0 { "" } else { "," };
        // Writing to a text cannot fail.
        let _ = write!(
            meals,
            r#"{comma}"{name}":{{"breakfast":{},"lunch":{},"dinner":{}}}"#,
            recipe(0),
            recipe(1),
            recipe(2),
        );
    }
    let monday = week.monday();
    format!(r#"{{"user_id":1,"week_start":"{monday}","meals":{{{meals}}}}}"#)
}
