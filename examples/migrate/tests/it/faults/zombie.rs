//! A process that stands still, is taken for dead, and wakes up.

use super::bed::{Bed, FENCED, LOCKED, RESUME, ROLLBACK, ended, signal};
use crate::support::scale::{count, times};

#[test]
fn a_process_whose_run_was_taken_over_changes_nothing_more() {
    for bed in Bed::on_both(120) {
        for _ in 0..times(1, 50) {
            bed.renew();
            let zombie = bed.start_slowly();
            bed.freeze_between_batches(&zombie);
            assert_eq!(bed.program.run(&RESUME).code, LOCKED);
            bed.does(&[&RESUME[..], &["--take-over"]].concat());
            bed.is_migrated("by who took over");
            signal("CONT", &zombie);
            let zombie = ended(zombie);
            assert_eq!(zombie.code, FENCED, "{zombie:?}");
            bed.is_migrated("beside a zombie");
            bed.does(&ROLLBACK);
            bed.is_as_before("after a zombie");
            count("zombies: take-overs", 1);
        }
    }
}

#[test]
fn a_process_that_wakes_up_amid_the_other_changes_nothing_more() {
    for bed in Bed::on_both(120) {
        let zombie = bed.start_slowly();
        bed.freeze_between_batches(&zombie);
        let heir = bed.start(&["resume", "--execute", "--take-over", "--batch-size=2"]);
        let epoch = || {
            let epoch = "SELECT CAST(epoch AS TEXT) FROM semaine_migrate_runs";
            bed.database.rows(epoch)
        };
        let first = epoch();
        while epoch() == first {}
        signal("CONT", &zombie);
        let (zombie, heir) = (ended(zombie), ended(heir));
        assert_eq!(
            (zombie.code, heir.code),
            (FENCED, Some(0)),
            "{zombie:?} {heir:?}"
        );
        bed.is_migrated("beside a zombie");
        count("zombies: take-overs", 1);
    }
}
