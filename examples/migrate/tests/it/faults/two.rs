//! Two at once.

use super::bed::{Bed, DONE, LOCKED, MIGRATE, PENDING, RESUME, ROLLBACK, ended, signal};
use crate::support::scale::count;

#[test]
fn a_second_process_is_refused_at_once_and_changes_nothing() {
    for bed in Bed::on_both(120) {
        let first = bed.start_slowly();
        signal("STOP", &first);
        let commands: [&[&str]; 4] = [&MIGRATE, &RESUME, &ROLLBACK, &["finalize", "--execute"]];
        for command in commands {
            let second = bed.program.run(command);
            assert_eq!(second.code, LOCKED, "{command:?}: {second:?}");
        }
        assert_eq!(bed.program.run(&["status"]).code, PENDING);
        signal("CONT", &first);
        let first = ended(first);
        assert_eq!(first.code, DONE, "{first:?}");
        bed.is_migrated("beside others");
        count("two at once: processes", 5);
    }
}

#[test]
fn of_many_that_start_together_one_migrates() {
    for bed in Bed::on_both(120) {
        let children = [(); 6].map(|()| bed.start(&MIGRATE));
        let codes = children.map(|child| ended(child).code);
        let expected = [DONE, LOCKED, PENDING];
        assert!(
            codes.contains(&DONE) && codes.iter().all(|code| expected.contains(code)),
            "{codes:?}"
        );
        bed.is_migrated("by one of many");
        bed.does(&ROLLBACK);
        bed.is_as_before("after one of many");
        count("two at once: processes", 6);
    }
}
