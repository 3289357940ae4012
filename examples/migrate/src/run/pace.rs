//! How many rows a batch has, and how long others have the database to themselves after it.

use std::thread;
use std::time::{Duration, Instant};

use crate::database::{Engine, Profile};
use crate::run::Settings;

/// How long a batch of the online profile is to take. On SQLite everybody who writes waits for its end, on
/// PostgreSQL only who writes the same rows.
const fn aim(engine: Engine) -> Duration {
    Duration::from_millis(match engine {
        Engine::Sqlite => 10,
        Engine::Postgres => 50,
    })
}

/// Rows of the first batch of the online profile.
const START: u32 = 200;

/// Rows of a batch of the online profile at least: the commit alone may take longer than the aim.
const LEAST: u32 = 100;

/// Rows of a batch of the offline profile. Its rows are all over the unique index, nearly all of which a batch
/// therefore writes, so that larger ones take less; memory bounds them.
const OFFLINE: u32 = 50_000;

/// Rows of a batch of the online profile at most: no pause is as long as to be felt.
const MOST: u32 = 20_000;

#[derive(Debug)]
pub(crate) struct Pace {
    profile: Profile,
    aim: Duration,
    fixed: bool,
    limit: u32,
    begun: Instant,
}

impl Pace {
    pub(crate) fn new(engine: Engine, settings: &Settings) -> Self {
        let limit = match settings.profile {
            Profile::Online => START,
            Profile::Offline => OFFLINE,
        };
        Self {
            profile: settings.profile,
            aim: aim(engine),
            fixed: settings.batch_size.is_some(),
            limit: settings.batch_size.unwrap_or(limit).max(1),
            begun: Instant::now(),
        }
    }

    /// Begins a batch, and says of how many rows.
    pub(crate) fn begin(&mut self) -> u32 {
        self.begun = Instant::now();
        self.limit
    }

    /// Ends a batch, and leaves the database to others.
    pub(crate) fn end(&mut self) {
        if self.profile == Profile::Offline {
            return;
        }
        let took = self.begun.elapsed();
        if !self.fixed {
            let fits = self.aim.as_secs_f64() / took.as_secs_f64().max(1e-6);
            let limit = f64::from(self.limit) * fits.clamp(0.5, 1.5);
            self.limit = rows(limit);
        }
        thread::sleep(took);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a positive number far below the bounds, which are put to it at once"
)]
fn rows(limit: f64) -> u32 {
    let limit = (limit as u32).clamp(LEAST, MOST);
    // Few different limits, each of which is a statement that the database prepares.
    let shift = limit.ilog2().saturating_sub(2);
    limit >> shift << shift
}
