//! Processes are killed at any time.

use std::thread::sleep;
use std::time::{Duration, Instant};

use super::bed::{Bed, KILLED, MIGRATE, RESUME, ROLLBACK, ended};
use super::random::Random;
use crate::support::database::Kind;
use crate::support::scale::{count, times};

const PLANS: u64 = 1000;

#[test]
fn sqlite_gets_over_kills_at_any_time() {
    at_any_time(Kind::Sqlite);
}

#[test]
fn postgres_gets_over_kills_at_any_time() {
    at_any_time(Kind::Postgres);
}

fn at_any_time(kind: Kind) {
    let Some(bed) = Bed::of(kind, PLANS) else {
        return;
    };
    let forth = time_of(&bed, &MIGRATE);
    let back = time_of(&bed, &ROLLBACK);
    let mut random = Random::new(kind as u64);
    let (mut kills, mut rounds) = (0, 0);
    while kills < times(6, 1000) {
        bed.renew();
        let mut command: &[&str] = &MIGRATE;
        for _ in 0..2 {
            kills += u32::from(is_killed(&bed, command, random.below(forth)));
            if bed.is_pending() {
                command = &RESUME;
            }
        }
        bed.finish();
        bed.is_migrated("after kills");
        bed.does(&["validate"]);
        for _ in 0..2 {
            kills += u32::from(is_killed(&bed, &ROLLBACK, random.below(back)));
        }
        bed.finish_rollback();
        bed.is_as_before("after kills");
        rounds += 1;
    }
    count("random kills: kills", kills.into());
    count("random kills: migrations and their rollbacks", rounds);
}

fn time_of(bed: &Bed, command: &[&str]) -> Duration {
    let start = Instant::now();
    bed.does(command);
    start.elapsed()
}

/// Runs a command for a while, and answers whether it was killed before its end.
fn is_killed(bed: &Bed, command: &[&str], after: Duration) -> bool {
    let mut child = bed.start(command);
    sleep(after);
    child.kill().unwrap();
    ended(child).signal == KILLED
}
