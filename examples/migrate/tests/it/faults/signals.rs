//! A run is asked to stop.

use super::bed::{Bed, INTERRUPTED, RESUME, ROLLBACK, ended, signal};
use crate::support::scale::count;

#[test]
fn a_run_that_is_asked_to_stop_finishes_its_batch_and_can_go_on() {
    for bed in Bed::on_both(120) {
        for name in ["INT", "TERM"] {
            bed.renew();
            let child = bed.start_slowly();
            signal(name, &child);
            // Nor is it hurried.
            signal(name, &child);
            let stopped = ended(child);
            assert_eq!(stopped.code, INTERRUPTED, "{name}: {stopped:?}");
            assert!(stopped.err.contains("resume"), "{stopped:?}");
            assert!(bed.is_pending());
            bed.does(&RESUME);
            bed.is_migrated(name);
            bed.does(&ROLLBACK);
            bed.is_as_before(name);
            count("signals", 2);
        }
    }
}
