//! Shares a walk among all processors, and shows how far it is.

use std::io::{IsTerminal, Write, stderr};
use std::num::NonZero;
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

/// Days that a thread takes at a time: many enough to be worth the taking, few enough that all
/// threads end together.
const CHUNK: i64 = 6_000_000;

/// The number of threads that share a walk.
#[must_use]
pub fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Walks over every day of a range, on every processor, and returns what the walks over its parts
/// returned. Each is told where to report how many days have passed.
///
/// # Panics
///
/// If a walk does.
pub fn walk<T: Send>(
    days: RangeInclusive<i64>,
    part: impl Fn(RangeInclusive<i64>, &dyn Fn(u64)) -> T + Sync,
) -> Vec<T> {
    let (next, passed) = (AtomicI64::new(*days.start()), AtomicU64::new(0));
    let last = *days.end();
    let report = |days| {
        passed.fetch_add(days, Ordering::Relaxed);
    };
    thread::scope(|scope| {
        let walkers: Vec<_> = (0..threads())
            .map(|_| {
                scope.spawn(|| {
                    let _stop = StopOthers { next: &next, last };
                    let mut results = Vec::new();
                    loop {
                        let first = next.fetch_add(CHUNK, Ordering::Relaxed);
                        if first > last {
                            return results;
                        }
                        results.push(part(first..=(first + CHUNK - 1).min(last), &report));
                    }
                })
            })
            .collect();
        let total = (last - days.start() + 1).unsigned_abs();
        show_progress(&passed, total, || {
            walkers.iter().all(ScopedJoinHandle::is_finished)
        });
        walkers
            .into_iter()
            .flat_map(|walker| walker.join().expect("the walk agrees with the stepper"))
            .collect()
    })
}

/// Ends the walk of all threads when one of them has found a difference.
struct StopOthers<'a> {
    next: &'a AtomicI64,
    last: i64,
}

impl Drop for StopOthers<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.next.store(self.last + 1, Ordering::Relaxed);
        }
    }
}

/// Shows how far the walk is, until it is done: on a terminal all the time, in a log at every tenth.
fn show_progress(passed: &AtomicU64, total: u64, done: impl Fn() -> bool) {
    let (terminal, start) = (stderr().is_terminal(), Instant::now());
    let mut shown = 0;
    while !done() {
        thread::sleep(Duration::from_millis(200));
        let passed = passed.load(Ordering::Relaxed);
        let percent = 100 * passed / total;
        if terminal || percent >= shown + 10 {
            shown = percent;
            let end = if terminal { '\r' } else { '\n' };
            eprint!(
                "{percent:>3} %, {:.1} million days a second{end}",
                rate(passed, start)
            );
            // A terminal that went away is no reason to end the walk.
            let _ = stderr().flush();
        }
    }
    if terminal {
        eprintln!();
    }
}

/// Millions of days a second.
#[must_use]
#[allow(
    clippy::cast_precision_loss,
    reason = "a rate for people, rounded anyway"
)]
pub fn rate(days: u64, start: Instant) -> f64 {
    days as f64 / 1e6 / start.elapsed().as_secs_f64()
}
