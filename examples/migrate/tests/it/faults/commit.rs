//! The connection to PostgreSQL is cut at COMMIT, before the server has it or after.

use std::sync::atomic::Ordering;

use super::bed::{Bed, DONE, MIGRATE, ROLLBACK};
use super::proxy::{Cut, Proxy};
use crate::support::database::Kind;
use crate::support::program::Program;
use crate::support::scale::{count, times};

#[test]
fn a_lost_commit_is_neither_believed_nor_repeated() {
    let Some(bed) = Bed::of(Kind::Postgres, 250) else {
        return;
    };
    let (rest, name) = bed.database.url.rsplit_once('/').unwrap();
    let (user, server) = rest.rsplit_once('@').unwrap();
    for every in 2..2 + times(1, 20) {
        for cut in [Cut::Before, Cut::After] {
            bed.renew();
            let proxy = Proxy::to(server.to_owned(), cut, every);
            let url = format!("{user}@{}/{name}", proxy.address);
            let program = Program::on(&bed.database, None).at(url);
            for (command, migrated) in [(&MIGRATE[..], true), (&ROLLBACK[..], false)] {
                let ended = program.run(command);
                assert_eq!(ended.code, DONE, "{cut:?} {every}: {ended:?}");
                let why = format!("{cut:?}, each {every}th");
                if migrated {
                    bed.is_migrated(&why);
                } else {
                    bed.is_as_before(&why);
                }
            }
            let cuts = proxy.cuts.load(Ordering::Relaxed);
            assert!(cuts > 0, "the connection was never cut");
            count("connections cut at COMMIT", cuts.into());
        }
    }
}
