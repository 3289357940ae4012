//! Walks over every representable day, on every processor, and says how many days that were.

use std::io::{IsTerminal, Write, stderr};
use std::num::NonZero;
use std::process::ExitCode;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

use semaine_tests::exhaustive::{DAYS, FIRST_DAY, LAST_DAY, walk, walk_texts};

/// Days that a thread takes at a time: many enough to be worth the taking, few enough that all
/// threads end together.
const CHUNK: i64 = 6_000_000;
/// Weeks of the years -9999 to 9999: 50 cycles of 20,871 weeks, less those of one year of 52.
const TEXTS: u64 = 50 * 20_871 - 52;

fn main() -> ExitCode {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    println!("walking {DAYS} days on {threads} threads");
    let start = Instant::now();

    let next = AtomicI64::new(FIRST_DAY);
    let visited = AtomicU64::new(0);
    let passed = AtomicU64::new(0);
    thread::scope(|scope| {
        let walkers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let _stop = StopOthers(&next);
                    loop {
                        let first = next.fetch_add(CHUNK, Ordering::Relaxed);
                        if first > LAST_DAY {
                            break;
                        }
                        let last = (first + CHUNK - 1).min(LAST_DAY);
                        let days = walk(first..=last, |days| {
                            passed.fetch_add(days.into(), Ordering::Relaxed);
                        });
                        visited.fetch_add(days, Ordering::Relaxed);
                    }
                })
            })
            .collect();
        show_progress(&passed, start, || {
            walkers.iter().all(ScopedJoinHandle::is_finished)
        });
    });
    let visited = visited.into_inner();
    println!(
        "days   {visited:>13} visited, {:.1} million a second, {:.1} s",
        rate(visited, start),
        start.elapsed().as_secs_f64(),
    );

    let start = Instant::now();
    let texts = walk_texts(-9999..=9999);
    println!(
        "weeks  {texts:>13} written and read in every form, {:.1} s",
        start.elapsed().as_secs_f64(),
    );

    if i64::try_from(visited) != Ok(DAYS) || texts != TEXTS {
        eprintln!("the walk is incomplete: expected {DAYS} days and {TEXTS} weeks");
        return ExitCode::FAILURE;
    }
    println!("every day and every text agrees with the stepper");
    ExitCode::SUCCESS
}

/// Ends the walk of all threads when one of them has found a difference.
struct StopOthers<'a>(&'a AtomicI64);

impl Drop for StopOthers<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.store(LAST_DAY + 1, Ordering::Relaxed);
        }
    }
}

/// Shows how far the walk is, until it is done: on a terminal all the time, in a log at every tenth.
fn show_progress(passed: &AtomicU64, start: Instant, done: impl Fn() -> bool) {
    let terminal = stderr().is_terminal();
    let mut shown = 0;
    while !done() {
        thread::sleep(Duration::from_millis(200));
        let passed = passed.load(Ordering::Relaxed);
        let percent = 100 * passed / DAYS.unsigned_abs();
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

#[allow(
    clippy::cast_precision_loss,
    reason = "a rate for people, rounded anyway"
)]
fn rate(days: u64, start: Instant) -> f64 {
    days as f64 / 1e6 / start.elapsed().as_secs_f64()
}
