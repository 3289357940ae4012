//! A migration takes no more memory for more rows.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use super::bed::{DONE, ended};
use super::legacy;
use crate::support::database::{Database, Kind};
use crate::support::program::Program;
use crate::support::scale::{count, full, times};

const MOST: u64 = 64 * 1024;

#[test]
fn memory_is_flat() {
    for kind in Kind::BOTH {
        let rows: u64 = times(700, 1_000_000).into();
        let (Some(few), Some(many)) = (most_of(kind, rows), most_of(kind, 10 * rows)) else {
            continue;
        };
        println!("{kind:?}: {few} kB for {rows} rows, {many} kB for ten times as many");
        assert!(few <= MOST && many <= MOST, "{few} and {many} kB");
        // What grows with the rows would take some hundred bytes of each.
        assert!(!full() || many < few + 8 * 1024, "{few} and {many} kB");
        count(&format!("memory: {kind:?}, kB of {rows} rows"), few);
        count(&format!("memory: {kind:?}, kB of {} rows", 10 * rows), many);
    }
}

/// The most memory of a migration, its validation and its rollback, in kilobytes.
fn most_of(kind: Kind, rows: u64) -> Option<u64> {
    let database = Database::fresh(kind)?;
    legacy::fill(&database, rows);
    let program = Program::on(&database, None);
    let migrate = [
        "migrate",
        "--execute",
        "--on-conflict=merge",
        "--profile=offline",
    ];
    let commands: [&[&str]; 4] = [
        &["analyze"],
        &migrate,
        &["validate"],
        &["rollback", "--execute", "--profile=offline"],
    ];
    let most = commands.map(|command| {
        let mut child = program.command(command).spawn().unwrap();
        let status = format!("/proc/{}/status", child.id());
        let mut most = 0;
        // The mark only rises, and what is missed after the last look is what a process frees at its end.
        while child.try_wait().unwrap().is_none() {
            most = high_water_mark(&status).unwrap_or(0).max(most);
            sleep(Duration::from_millis(2));
        }
        let ended = ended(child);
        assert_eq!(ended.code, DONE, "{command:?}: {ended:?}");
        most
    });
    most.into_iter().max()
}

fn high_water_mark(status: &str) -> Option<u64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
