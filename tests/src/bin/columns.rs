//! Compares every kernel with the stepper on every day that an `i32` holds, and says on which
//! instruction sets, and how many answers that were. `--checked` reads days alone, on the fastest
//! set: for builds in which no sum or product overflows unseen.

use std::env::args_os;
use std::process::ExitCode;
use std::time::Instant;

use semaine::columns::InstructionSet;
use semaine_tests::columns::sets;
use semaine_tests::columns::walk::{EVERY_DAY, Scope, Walked, walk};
use semaine_tests::exhaustive::DAYS;
use semaine_tests::parallel;

fn main() -> ExitCode {
    let checked = args_os().any(|argument| argument == "--checked");
    let fastest = InstructionSet::current();
    let scope = if checked {
        Scope::Days
    } else {
        Scope::Everything
    };
    // The profile that checks overflow also checks assertions, which alone can be asked for.
    let overflow = if cfg!(debug_assertions) { "on" } else { "off" };
    let mut complete = true;
    sets::each(|set| {
        if checked && set != fastest {
            return;
        }
        println!("{set}, overflow checks {overflow}: {scope:?}");
        let start = Instant::now();
        let walked = parallel::walk(EVERY_DAY, |days, progress| walk(days, scope, progress));
        let sum = walked.into_iter().fold(Walked::default(), sum);
        println!(
            "  {} days, {} of them without a week; {} instants; {} answers compared, {:.1} s",
            sum.days,
            sum.nulls,
            sum.instants,
            sum.answers,
            start.elapsed().as_secs_f64(),
        );
        complete &= i64::try_from(sum.days - sum.nulls) == Ok(DAYS) && sum.days == 1 << 32;
    });
    if !complete {
        eprintln!("the walk is incomplete");
        return ExitCode::FAILURE;
    }
    println!("every answer of every kernel agrees with the stepper");
    ExitCode::SUCCESS
}

fn sum(left: Walked, right: Walked) -> Walked {
    Walked {
        days: left.days + right.days,
        nulls: left.nulls + right.nulls,
        instants: left.instants + right.instants,
        answers: left.answers + right.answers,
    }
}
