//! Clocks are wrong, and differ from process to process.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::bed::{ABORTED, Bed, DONE, MIGRATE, RESUME, ROLLBACK};
use crate::support::program::Ended;
use crate::support::scale::count;

/// A library that shifts the time of day.
const SHIM: &str = "
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
int clock_gettime(clockid_t clock, struct timespec *now) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, \"clock_gettime\");
    int answer = real(clock, now);
    if (clock == CLOCK_REALTIME) now->tv_sec += atol(getenv(\"SHIFT\"));
    return answer;
}";

const TEN_YEARS: i64 = 10 * 365 * 86_400;

fn shim(folder: &Path) -> PathBuf {
    let source = folder.join("shift.c");
    std::fs::write(&source, SHIM).unwrap();
    let library = folder.join("shift.so");
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-o"]);
    let compiled = compiler.arg(&library).arg(&source).arg("-ldl").status();
    assert!(compiled.unwrap().success());
    library
}

fn run_at(bed: &Bed, library: &Path, shift: i64, place: Option<&str>, arguments: &[&str]) -> Ended {
    let mut command = bed.program.command(arguments);
    command
        .env("LD_PRELOAD", library)
        .env("SHIFT", shift.to_string());
    if let Some(place) = place {
        command.env("SEMAINE_MIGRATE_FAILPOINT", place);
    }
    command.output().unwrap().into()
}

#[test]
fn no_decision_depends_on_a_clock() {
    for bed in Bed::on_both(200) {
        let elsewhere = tempfile::tempdir().unwrap();
        let library = shim(elsewhere.path());
        for shifts in [[TEN_YEARS, -TEN_YEARS, 0], [-TEN_YEARS, 0, TEN_YEARS]] {
            bed.renew();
            let [first, second, third] = shifts;
            let place = Some("batch-moved:2");
            let ended = run_at(&bed, &library, first, place, &MIGRATE);
            assert_eq!(ended.signal, ABORTED, "{ended:?}");
            bed.run(&["status"]);
            let ended = run_at(&bed, &library, second, None, &RESUME);
            assert_eq!(ended.code, DONE, "{ended:?}");
            bed.is_migrated("by other clocks");
            let ended = run_at(&bed, &library, third, None, &ROLLBACK);
            assert_eq!(ended.code, DONE, "{ended:?}");
            bed.is_as_before("by other clocks");
            count("shifted clocks: runs", 1);
        }
        // A backup of the future is not old, whatever the clock says of today.
        let ended = run_at(&bed, &library, TEN_YEARS, None, &["backup"]);
        assert_eq!(ended.code, DONE, "{ended:?}");
        let prune = ["prune-backups", "--older-than=1d", "--execute"];
        bed.does(&prune);
        let backups = bed.program.expect(0, &["list-backups"]);
        assert_eq!(backups["backups"].as_array().unwrap().len(), 1);
    }
}
