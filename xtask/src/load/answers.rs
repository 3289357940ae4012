//! What a server answers to a sample of requests, by which two servers are compared.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use semaine::Date;
use serde_json::Value;

use super::fill::{WEEKS, first_week};
use crate::server::Client;

/// Between two dates of the sample: coprime to seven, so that every weekday is asked for.
const STEP: usize = 1_009;
/// How many dates that makes.
const DATES: usize = 70;

/// The answers, with what was asked.
pub(super) struct Answers(Vec<(String, Value)>);

impl Answers {
    /// Asks a server.
    pub(super) fn of(address: SocketAddr) -> Result<Self> {
        let mut client = Client::new(address);
        let mut answers = Vec::new();
        for date in dates(STEP)? {
            for path in paths(date) {
                let answer = client.get(&path)?;
                ensure!(
                    answer.status == 200,
                    "{path}: {} {}",
                    answer.status,
                    answer.body
                );
                let body = serde_json::from_str(&answer.body).with_context(|| path.clone())?;
                answers.push((path, body));
            }
        }
        ensure!(answers.len() == 3 * DATES, "the sample has another size");
        Ok(Self(answers))
    }

    /// # Errors
    ///
    /// If some answer is another one.
    pub(super) fn compare(&self, other: &Self) -> Result<()> {
        for ((path, this), (_, that)) in self.0.iter().zip(&other.0) {
            ensure!(
                this == that,
                "{path} has two answers:\n{this}\n{that}\nThe figures would compare different work."
            );
        }
        Ok(())
    }
}

/// Days of the weeks that have a plan, so many days apart.
pub(super) fn dates(step: usize) -> Result<impl Iterator<Item = Date> + Clone> {
    let first = first_week()?.monday().epoch_day();
    let days = first..first + WEEKS * 7;
    Ok(days
        .step_by(step)
        .filter_map(|day| Date::from_epoch_day(day).ok()))
}

/// The queries that are measured, for a date.
pub(super) fn paths(date: Date) -> [String; 3] {
    let monday = semaine::IsoWeek::of(date).monday();
    [
        format!("/api/meal-plans/week/{date}?user_id=1"),
        format!("/api/meal-plans?user_id=1&week_start={monday}"),
        format!("/api/meal-plans?user_id=1&from={date}&limit=20"),
    ]
}
