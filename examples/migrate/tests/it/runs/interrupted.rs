//! Runs that do not come to their end at once.

use std::thread;

use semaine_migrate::control::Control;
use semaine_migrate::error::{Fault, FaultKind};
use semaine_migrate::failpoint::{self, ALL};
use semaine_migrate::policy::Policy;
use semaine_migrate::run::state::State;
use semaine_migrate::run::{self, Changes, OnDrift};
use semaine_migrate::{Error, Result};

use super::{Case, PLAN, TABLES, on_each, refusal};

const ROWS: &str = "
    INSERT INTO plans VALUES
        (1, 1, '2025-08-06', '{\"a\": 1}', 5), (2, 1, '2025-08-05', '{\"b\": 2}', 9), (3, 2, '2025-08-14', NULL, 1),
        (4, 2, '2025-08-17', NULL, 2), (5, 3, '2025-08-03', NULL, 3), (6, 4, '2025-08-04', NULL, 4);
    INSERT INTO lists VALUES (1, 1, '2025-08-06'), (2, 3, '2025-08-14'), (3, 5, '2025-08-03'), (4, 6, '2025-08-20');
    INSERT INTO history VALUES (1, 1, '2025-08-06'), (2, 2, '2025-08-14');";

const DONE: [&str; 10] = [
    "2 1 2025-08-04 {\"a\":1,\"b\":2}",
    "4 2 2025-08-11 -",
    "5 3 2025-07-28 -",
    "6 4 2025-08-04 -",
    "1 2 2025-08-04",
    "2 4 2025-08-11",
    "3 5 2025-07-28",
    "4 6 2025-08-18",
    "1 1 2025-08-04",
    "2 2 2025-08-11",
];

/// Fails at the place that many visits from now, once.
fn fail_at(place: &'static str, visit: u32, kind: Option<FaultKind>) {
    let mut visits = 0;
    failpoint::hook(Some(Box::new(move |name| {
        visits += u32::from(name == place);
        if name != place || visits != visit {
            return Ok(());
        }
        visits += 1;
        Err(match kind {
            None => Error::Usage("stopped by the test".to_owned()),
            Some(kind) => Error::Database {
                context: "the test".to_owned(),
                fault: Fault {
                    kind,
                    message: "failed".to_owned(),
                },
            },
        })
    })));
}

fn places(of: fn(&str) -> bool) -> impl Iterator<Item = &'static str> {
    ALL.iter().copied().filter(move |place| of(place))
}

fn of_migrate(place: &str) -> bool {
    ["run-", "guard-", "batch-", "migrated"]
        .iter()
        .any(|start| place.starts_with(start))
}

fn of_rollback(place: &str) -> bool {
    place.starts_with("roll")
}

#[test]
fn a_run_that_stops_anywhere_is_resumed_to_the_same_end_and_undone_to_the_same_beginning() {
    let mut stopped = 0;
    on_each(PLAN, &[TABLES, ROWS], |case| {
        let case = case.policy(Policy::Merge);
        let before = case.all();
        for place in places(of_migrate) {
            // After a batch or two, where it comes by more than once.
            let visit = if place.starts_with("batch-") { 3 } else { 1 };
            fail_at(place, visit, None);
            refusal(case.try_migrate(), 2);
            stopped += 1;
            failpoint::hook(None);
            let done = case.try_resume().unwrap();
            assert_eq!(case.all(), DONE, "{place}");
            assert_eq!((done.counts.rows, done.counts.moved), (12, 9), "{place}");
            let undone = case.try_rollback(OnDrift::Abort).unwrap();
            assert!(undone.identical, "{place}");
            assert_eq!(case.all(), before, "{place}");
        }
        failpoint::hook(None);
    });
    assert!(stopped >= 13, "{stopped}");
}

#[test]
fn a_rollback_that_stops_anywhere_goes_on() {
    let mut stopped = 0;
    on_each(PLAN, &[TABLES, ROWS], |case| {
        let case = case.policy(Policy::KeepNewest);
        let before = case.all();
        for place in places(of_rollback) {
            case.migrate();
            let visit = if place.contains("batch") { 2 } else { 1 };
            fail_at(place, visit, None);
            refusal(case.try_rollback(OnDrift::Abort), 2);
            stopped += 1;
            failpoint::hook(None);
            let state = run::status(&mut *case.open()).unwrap().unwrap().state;
            if state == State::RollingBack {
                assert!(case.try_rollback(OnDrift::Abort).unwrap().identical);
            }
            assert_eq!(case.all(), before, "{place}");
        }
    });
    assert!(stopped >= 6, "{stopped}");
}

#[test]
fn a_commit_that_may_be_lost_is_looked_up() {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        let case = case.policy(Policy::Merge);
        for place in ["batch-advanced", "batch-committed"] {
            fail_at(place, 2, Some(FaultKind::Lost));
            let done = case.migrate();
            failpoint::hook(None);
            assert_eq!(case.all(), DONE, "{place}");
            assert_eq!(done.counts.moved, 9, "{place}");
            case.try_rollback(OnDrift::Abort).unwrap();
        }
    });
}

#[test]
fn a_full_disk_leaves_a_run_that_can_be_resumed() {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        let case = case.policy(Policy::Merge);
        fail_at("batch-moved", 2, Some(FaultKind::Full));
        refusal(case.try_migrate(), 8);
        failpoint::hook(None);
        refusal(case.try_migrate(), 8);
        case.try_resume().unwrap();
        assert_eq!(case.all(), DONE);
    });
}

/// Has another process take the run over after the first batch.
fn taken_over(case: &Case, and: fn(&Case) -> Result<()>) -> Result<()> {
    thread::scope(|scope| scope.spawn(|| and(case)).join().unwrap())
}

#[test]
fn who_was_taken_over_is_fenced() {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        let case = std::sync::Arc::new(case.policy(Policy::Merge));
        let other = std::sync::Arc::clone(&case);
        let mut visits = 0;
        failpoint::hook(Some(Box::new(move |name| {
            visits += u32::from(name == "batch-committed");
            if name != "batch-committed" || visits != 1 {
                return Ok(());
            }
            taken_over(&other, |case| {
                refusal(case.try_resume(), 7);
                let db = &mut *case.open();
                let settings = &case.settings;
                run::resume(
                    db,
                    true,
                    &Changes::default(),
                    settings,
                    &mut Control::silent(),
                )
                .map(drop)
            })
        })));
        refusal(case.try_migrate(), 9);
        failpoint::hook(None);
        assert_eq!(case.all(), DONE);
    });
}

#[test]
fn an_end_that_is_asked_for_comes_between_two_batches() {
    on_each(PLAN, &[TABLES, ROWS], |case| {
        let case = case.policy(Policy::Merge);
        let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let asked = std::sync::Arc::clone(&stop);
        let mut control = Control::new(stop, move |progress| {
            asked.store(progress.done >= 2, std::sync::atomic::Ordering::Relaxed);
        });
        let db = &mut *case.open();
        let done = run::migrate(db, &case.plan, &case.options, &case.settings, &mut control);
        refusal(done, 8);
        let run = run::status(db).unwrap().unwrap();
        assert_eq!((run.state, run.counts.rows), (State::Migrating, 2));
        let changes = Changes::default();
        run::resume(db, false, &changes, &case.settings, &mut Control::silent()).unwrap();
        assert_eq!(case.all(), DONE);
    });
}

#[test]
fn a_conflict_that_comes_late_is_decided_by_who_resumes() {
    on_each(
        PLAN,
        &[
            TABLES,
            "INSERT INTO plans VALUES (1, 1, '2025-08-06', NULL, 1)",
        ],
        |case| {
            let case = std::sync::Arc::new(case);
            let other = std::sync::Arc::clone(&case);
            failpoint::hook(Some(Box::new(move |name| {
                if name == "guard-made" {
                    other
                        .fresh
                        .script("INSERT INTO plans VALUES (2, 1, '2025-08-04', NULL, 2)");
                }
                Ok(())
            })));
            let message = refusal(case.try_migrate(), 4);
            failpoint::hook(None);
            assert!(
                message.contains("resume --execute --on-conflict"),
                "{message}"
            );
            let db = &mut *case.open();
            let changes = Changes {
                policy: Some(Policy::Shift),
                decisions: None,
            };
            run::resume(db, false, &changes, &case.settings, &mut Control::silent()).unwrap();
            assert_eq!(case.plans(), ["1 1 2025-08-11 -", "2 1 2025-08-04 -"]);
        },
    );
}
