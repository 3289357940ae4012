//! Walks over every representable day, on every processor, and says how many days that were.

use std::process::ExitCode;
use std::time::Instant;

use semaine_tests::exhaustive::{DAYS, FIRST_DAY, LAST_DAY, walk, walk_texts};
use semaine_tests::parallel::{self, rate, threads};

/// Weeks of the years -9999 to 9999: 50 cycles of 20,871 weeks, less those of one year of 52.
const TEXTS: u64 = 50 * 20_871 - 52;

fn main() -> ExitCode {
    println!("walking {DAYS} days on {} threads", threads());
    let start = Instant::now();
    let visited: u64 = parallel::walk(FIRST_DAY..=LAST_DAY, |days, report| {
        walk(days, |days| report(days.into()))
    })
    .into_iter()
    .sum();
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
