//! What a run hears from outside while it works, and what it tells.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Asks for an end, and shows how far the work is.
pub struct Control {
    stop: Arc<AtomicBool>,
    show: Box<dyn FnMut(&Progress) + Send>,
}

/// How far a piece of work is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is done, in a word or two with the table: `migrate meal_plans`.
    pub what: String,
    /// Rows seen.
    pub done: u64,
    /// Rows in all, as counted at the start.
    pub of: u64,
}

impl Control {
    /// Stops between two batches once `stop` is true, and calls `show` after each batch.
    pub fn new(stop: Arc<AtomicBool>, show: impl FnMut(&Progress) + Send + 'static) -> Self {
        Self {
            stop,
            show: Box::new(show),
        }
    }

    /// Neither stops nor shows anything.
    #[must_use]
    pub fn silent() -> Self {
        Self::new(Arc::default(), |_| {})
    }

    /// Whether an end was asked for.
    #[must_use]
    pub fn stop(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Tells how far the work is.
    pub fn show(&mut self, progress: &Progress) {
        (self.show)(progress);
    }
}

impl fmt::Debug for Control {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Control")
            .field("stop", &self.stop)
            .finish_non_exhaustive()
    }
}
