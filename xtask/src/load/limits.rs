//! How soon a server answers one client, and how many requests it answers when clients never wait.
//!
//! The clients run here and take a few microseconds a request, where Locust takes some hundred.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::answers::{dates, paths};
use super::samples::Latencies;
use super::usage;
use crate::at_once;
use crate::server::{Client, Service};

/// How many queries one client makes.
const QUERIES: usize = 2_000;
/// How many clients never wait.
const CLIENTS: usize = 16;
/// How long they ask for the same.
const SATURATED: Duration = Duration::from_secs(5);
/// Between two dates that a client asks for: coprime to seven, so that every weekday is asked for.
const STEP: usize = 13;

/// What a server answers at most.
pub(super) struct Saturation {
    pub(super) endpoint: &'static str,
    pub(super) per_second: f64,
    pub(super) latencies: Latencies,
    /// Of processors, for each request.
    pub(super) time: Option<Duration>,
}

/// Queries by `week_start`, one after the other.
pub(super) fn one_client(address: SocketAddr) -> Result<Latencies> {
    let mut client = Client::new(address);
    let mut times = Vec::new();
    for date in dates(STEP)?.take(QUERIES) {
        let [_, path, _] = paths(date);
        times.push(timed(&mut client, &path)?);
    }
    ensure!(times.len() == QUERIES, "there are too few dates");
    Ok(Latencies::new(times))
}

/// Each endpoint, as fast as the server can.
pub(super) fn saturate(service: &Service) -> Result<Vec<Saturation>> {
    let endpoints = [
        "/health",
        "/api/meal-plans/week/{date}",
        "/api/meal-plans?week_start",
        "/api/meal-plans?from",
    ];
    let measured = endpoints.into_iter().enumerate();
    measured
        .map(|(which, endpoint)| saturate_one(service, endpoint, which.checked_sub(1)))
        .collect()
}

/// One endpoint: the query of this place, or `/health`.
fn saturate_one(
    service: &Service,
    endpoint: &'static str,
    query: Option<usize>,
) -> Result<Saturation> {
    let dates = dates(STEP)?;
    let before = usage::time(service.process());
    let start = Instant::now();
    let clients: Vec<_> = (0..CLIENTS).collect();
    let times = at_once::each(&clients, |&number| {
        let mut client = Client::new(service.address());
        let mut dates = dates.clone().cycle().skip(number * 1_000);
        let mut times = Vec::new();
        while start.elapsed() < SATURATED {
            let date = dates.next().context("there are dates")?;
            let paths = paths(date);
            let path = query.and_then(|query| paths.get(query));
            times.push(timed(&mut client, path.map_or("/health", String::as_str))?);
        }
        Ok(times)
    })?;
    let elapsed = start.elapsed();
    let latencies = Latencies::new(times.concat());
    let count = u32::try_from(latencies.len())?;
    let spent = usage::time(service.process()).zip(before);
    Ok(Saturation {
        endpoint,
        per_second: f64::from(count) / elapsed.as_secs_f64(),
        latencies,
        time: spent.map(|(after, before)| after.saturating_sub(before) / count),
    })
}

fn timed(client: &mut Client, path: &str) -> Result<f64> {
    let start = Instant::now();
    let answer = client.get(path).with_context(|| path.to_owned())?;
    let elapsed = start.elapsed();
    ensure!(
        answer.status == 200,
        "{path}: {} {}",
        answer.status,
        answer.body
    );
    Ok(elapsed.as_secs_f64() * 1e3)
}
