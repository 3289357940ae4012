//! The present, which is injected: nothing else in the service asks the system.

use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

/// A clock that tells the system's time, or goes on from a chosen instant.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: Option<(Timestamp, Instant)>,
}

impl Clock {
    /// The system's clock.
    #[must_use]
    pub const fn system() -> Self {
        Self { start: None }
    }

    /// A clock that shows `now` at present and goes on from there.
    #[must_use]
    pub fn starting_at(now: Timestamp) -> Self {
        Self {
            start: Some((now, Instant::now())),
        }
    }

    /// The present instant; the last that there is, once a chosen clock has run beyond it.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self.start {
            None => Timestamp::now(),
            Some((start, since)) => SignedDuration::try_from(since.elapsed())
                .ok()
                .and_then(|elapsed| start.checked_add(elapsed).ok())
                .unwrap_or(Timestamp::MAX),
        }
    }
}
