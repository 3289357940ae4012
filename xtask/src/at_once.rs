//! Does things at the same time of which each alone keeps one processor busy.

use std::panic::resume_unwind;
use std::thread;

use anyhow::Result;

/// Runs both to their ends, and answers what they answer.
///
/// # Errors
///
/// That of the first, or else that of the second.
pub(crate) fn both<A: Send, B>(
    first: impl FnOnce() -> Result<A> + Send,
    second: impl FnOnce() -> Result<B>,
) -> Result<(A, B)> {
    thread::scope(|scope| {
        let first = scope.spawn(first);
        let second = second();
        let first = first.join().unwrap_or_else(|panic| resume_unwind(panic));
        Ok((first?, second?))
    })
}

/// Does the same to each, and answers in their order.
///
/// # Errors
///
/// That of the first that fails.
pub(crate) fn each<T: Sync, R: Send>(
    things: &[T],
    work: impl Fn(&T) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    thread::scope(|scope| {
        let work = &work;
        let all: Vec<_> = things
            .iter()
            .map(|thing| scope.spawn(move || work(thing)))
            .collect();
        all.into_iter()
            .map(|one| one.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use anyhow::bail;

    use super::*;

    #[test]
    fn both_run_at_the_same_time() {
        let meeting = Barrier::new(2);
        let (first, second) = both(
            || Ok(meeting.wait().is_leader()),
            || Ok(meeting.wait().is_leader()),
        )
        .unwrap();
        assert_ne!(first, second);
    }

    #[test]
    fn a_failure_of_either_is_one_of_both() {
        for failing in [1, 2] {
            let one = |number| {
                if number == failing {
                    bail!("{number} failed")
                }
                Ok(number)
            };
            let error = both(|| one(1), || one(2)).unwrap_err();
            assert_eq!(error.to_string(), format!("{failing} failed"));
        }
    }

    #[test]
    fn all_run_at_the_same_time_and_answer_in_order() {
        let meeting = Barrier::new(3);
        let answers = each(&[3, 1, 2], |number| {
            meeting.wait();
            Ok(number * 10)
        });
        assert_eq!(answers.unwrap(), [30, 10, 20]);
    }

    #[test]
    fn the_first_failure_is_told() {
        let error = each(&[1, 2, 3], |number| {
            if *number > 1 {
                bail!("{number} failed")
            }
            Ok(())
        });
        assert_eq!(error.unwrap_err().to_string(), "2 failed");
    }
}
