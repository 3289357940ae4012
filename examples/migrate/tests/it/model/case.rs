//! One case: it is migrated, killed and resumed, validated and rolled back, on both databases.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use super::expected::{self, Did, Refused};
use super::options::{Options, options};
use super::rows::{Seeds, Tree, seeds};
use super::shape::{Shape, shapes};
use super::sql;
use crate::support::database::{Database, Kind};
use crate::support::program::{Ended, Program};
use crate::support::scale::{count, full, times};

/// `SIGABRT`, by which a failpoint ends the process.
const ABORTED: i32 = 6;

#[derive(Clone, Debug)]
struct Case {
    shape: Shape,
    options: Options,
    tree: Tree,
}

fn cases() -> impl Strategy<Value = Case> {
    let seeds = seeds();
    (shapes(), options(), seeds).prop_map(|(shape, options, seeds): (_, _, Seeds)| Case {
        tree: seeds.grown(&shape),
        shape,
        options,
    })
}

#[test]
fn every_migration_is_as_the_model_says() {
    let config = Config {
        cases: times(16, 2000),
        max_shrink_iters: times(30, 300),
        failure_persistence: None,
        ..Config::default()
    };
    // CI tries the same cases each time.
    let mut runner = if full() {
        TestRunner::new(config)
    } else {
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    };
    let beds = Kind::BOTH.map(Database::fresh);
    let (done, refused) = (Cell::new(0), Cell::new(0));
    let result = runner.run(&cases(), |case| {
        let counter = if both(&beds, &case).is_ok() {
            &done
        } else {
            &refused
        };
        counter.set(counter.get() + 1);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    count("model: cases that migrate", done.get());
    count("model: cases that are refused", refused.get());
    assert!(done.get() > 0 && refused.get() > 0);
}

/// What a case ends with, the same on both databases.
fn both(beds: &[Option<Database>; 2], case: &Case) -> Result<(), Refused> {
    let expected = expected::migrated(&case.shape, &case.options, &case.tree);
    let reports: Vec<_> = beds
        .iter()
        .flatten()
        .map(|database| on_one(database, case, expected.as_ref().map_err(|why| *why)))
        .collect();
    if let [one, other] = reports.as_slice() {
        assert_eq!(one, other, "the databases differ");
    }
    expected.map(drop)
}

/// Runs the case, and gives the counts that were reported.
fn on_one(
    database: &Database,
    case: &Case,
    expected: Result<&(Tree, Did), Refused>,
) -> Option<Value> {
    database.clear();
    database.script(&sql::script(&case.shape, &case.tree, database.kind));
    let columns = sql::columns(&case.shape, &case.tree);
    let before = sql::rows(&case.shape, &case.tree);
    let is_as_before = |when| {
        let kind = database.kind;
        assert_eq!(database.tables(&columns), before, "{kind:?} {when}");
    };
    is_as_before("at first");
    let program = Program::on(database, Some(&plan(database, &case.shape)));

    let ended = migrate(&program, &case.options);
    let (tree, did) = match expected {
        Ok(expected) => expected,
        Err(why) => {
            let code = if why == Refused::Check { 3 } else { 4 };
            assert_eq!(ended.code, Some(code), "{:?}: {ended:?}", database.kind);
            // What is found in a batch only leaves a run behind, which can be undone.
            if why != Refused::Impossible {
                is_as_before("after it was refused");
            } else if program.run(&["status"]).code == Some(20) {
                rollback(&program, &case.options);
            }
            is_as_before("after it was refused and undone");
            return None;
        }
    };
    assert_eq!(ended.code, Some(0), "{:?}: {ended:?}", database.kind);
    assert_eq!(
        database.tables(&columns),
        sql::rows(&case.shape, tree),
        "{:?} after it was migrated",
        database.kind
    );
    let run = program.expect(0, &["status"])["run"].clone();
    if run.is_null() {
        // There was nothing to do.
        is_as_before("without a run");
        return None;
    }
    let counts = run["counts"].clone();
    let found = ["conflicts", "removed", "shifted"].map(|name| counts[name].as_u64().unwrap());
    assert_eq!(found, [did.conflicts, did.removed, did.shifted]);
    program.expect(0, &["validate"]);
    rollback(&program, &case.options);
    is_as_before("after it was rolled back");
    Some(counts)
}

fn plan(database: &Database, shape: &Shape) -> PathBuf {
    let path = database.folder.path().join("plan.toml");
    fs::write(&path, sql::plan(shape)).unwrap();
    path
}

fn migrate(program: &Program, options: &Options) -> Ended {
    let batch = options.batch.to_string();
    let arguments = [
        "migrate",
        "--execute",
        "--no-backup",
        "--batch-size",
        &batch,
        "--anchor",
        options.anchor(),
        "--on-conflict",
        options.policy(),
    ];
    killed(
        program,
        &arguments,
        &["resume", "--execute"],
        &options.killed,
    )
}

fn rollback(program: &Program, options: &Options) {
    let arguments = ["rollback", "--execute"];
    let ended = killed(program, &arguments, &arguments, &options.rollback_killed);
    assert_eq!(ended.code, Some(0), "{ended:?}");
}

/// Runs it, killed at these places, and resumes it until it ends by itself.
fn killed(program: &Program, arguments: &[&str], again: &[&str], places: &[String]) -> Ended {
    let mut arguments = arguments;
    for place in places {
        let ended = program.run_until(place, arguments);
        if ended.signal != Some(ABORTED) {
            return ended;
        }
        count("model: kills", 1);
        let status = program.run(&["status"]);
        if status.code == Some(0) {
            // It was killed after its last batch.
            return status;
        }
        arguments = again;
    }
    program.run(arguments)
}
