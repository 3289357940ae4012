//! People who go on while the server is told to end and started again.

use std::io;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use semaine::IsoWeek;
use serde_json::Value;

use super::contender::Program;
use super::fill::{WEEKS, first_week, plan};
use crate::at_once;
use crate::server::{Answer, Client, free_address};

/// How many people there are.
const CLIENTS: i32 = 20;
/// How long they go on.
const DURATION: Duration = Duration::from_secs(6);
/// Between an answer and the next request.
const PAUSE: Duration = Duration::from_millis(10);
/// Before the one time that what has failed is tried again.
const BEFORE_RETRY: Duration = Duration::from_secs(1);
/// More weeks than one of them plans.
const WEEKS_EACH: i32 = 1_000;

/// What they met with.
#[derive(Default)]
pub(super) struct Restart {
    pub(super) requests: usize,
    /// Refused or cut off, and tried again.
    pub(super) retried: usize,
    /// Failed all the same, or answered wrongly.
    pub(super) failures: Vec<String>,
    /// Plans that the server said it had created.
    pub(super) acknowledged: usize,
    /// Those of them that are not there afterwards.
    pub(super) lost: usize,
    /// From the signal to the first answer after it.
    pub(super) away: Duration,
}

/// One person: reads and creates plans in turn.
struct Person {
    client: Client,
    seen: Restart,
    /// The weeks of the acknowledged plans, with their numbers.
    created: Vec<(IsoWeek, u64)>,
}

/// Ends the server in the midst of it and starts it again on its address.
pub(super) fn run(program: &Program) -> Result<Restart> {
    let service = program.start(free_address()?)?;
    let address = service.address();
    let end = Instant::now() + DURATION;
    let restart = || {
        sleep(DURATION / 2);
        let start = Instant::now();
        let status = service.end()?;
        ensure!(status.success(), "the server did not end well ({status})");
        Ok((program.start(address)?, start.elapsed()))
    };
    let numbers: Vec<_> = (0..CLIENTS).collect();
    let people = || {
        at_once::each(&numbers, |&number| {
            let mut person = Person {
                client: Client::new(address),
                seen: Restart::default(),
                created: Vec::new(),
            };
            person.go_on(number, end)?;
            Ok(person)
        })
    };
    let ((service, away), people) = at_once::both(restart, people)?;
    let mut all = Restart {
        away,
        ..Restart::default()
    };
    let mut client = Client::new(address);
    for person in people {
        all.requests += person.seen.requests;
        all.retried += person.seen.retried;
        all.failures.extend(person.seen.failures);
        all.acknowledged += person.created.len();
        for (week, id) in person.created {
            let path = format!("/api/meal-plans/week/{}?user_id=1", week.monday());
            let kept = client.get(&path)?;
            all.lost += usize::from(kept.status != 200 || id_in(&kept.body) != Some(id));
        }
    }
    ensure!(all.acknowledged > 0, "nobody created a plan");
    ensure!(all.retried > 0, "nobody noticed the restart");
    service.end()?;
    Ok(all)
}

impl Person {
    fn go_on(&mut self, number: i32, end: Instant) -> Result<()> {
        // After the weeks that the others ask for.
        let first = first_week()?.checked_add(WEEKS + number * WEEKS_EACH)?;
        for turn in 0..WEEKS_EACH {
            let week = first.checked_add(turn)?;
            self.create(week, turn);
            self.read(first_week()?.checked_add(turn)?);
            if Instant::now() >= end {
                return Ok(());
            }
            sleep(PAUSE);
        }
        ensure!(Instant::now() >= end, "there are too few weeks");
        Ok(())
    }

    fn create(&mut self, week: IsoWeek, seed: i32) {
        let (body, key) = (plan(week, seed), format!("restart-{week}"));
        let answer = self.insist(|client| client.post("/api/meal-plans", &body, &key), 201);
        if let Some(id) = answer.as_deref().and_then(id_in) {
            self.created.push((week, id));
        }
    }

    fn read(&mut self, week: IsoWeek) {
        let monday = week.monday();
        let path = format!("/api/meal-plans/week/{monday}?user_id=1");
        let answer = self.insist(|client| client.get(&path), 200);
        if answer.is_some_and(|body| !body.contains(&format!(r#""week_start":"{monday}""#))) {
            self.seen.failures.push(format!("a wrong answer to {path}"));
        }
    }

    /// Sends a request, and once more if no answer comes; the body of the answer that is hoped for.
    fn insist(
        &mut self,
        send: impl Fn(&mut Client) -> io::Result<Answer>,
        status: u16,
    ) -> Option<String> {
        self.seen.requests += 1;
        let answer = send(&mut self.client).or_else(|_| {
            self.seen.retried += 1;
            sleep(BEFORE_RETRY);
            send(&mut self.client)
        });
        match answer.context("no answer, twice") {
            Ok(answer) if answer.status == status => Some(answer.body),
            Ok(answer) => {
                let failure = format!("status {}: {}", answer.status, answer.body);
                self.seen.failures.push(failure);
                None
            }
            Err(error) => {
                self.seen.failures.push(format!("{error:#}"));
                None
            }
        }
    }
}

fn id_in(body: &str) -> Option<u64> {
    let plan: Value = serde_json::from_str(body).ok()?;
    plan.get("id")?.as_u64()
}
