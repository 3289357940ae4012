//! Every instruction set of the machine, one after the other.

use std::sync::{Mutex, MutexGuard, PoisonError};

use semaine::columns::InstructionSet;

/// The choice holds for the whole process, so that only one test may make it at a time.
static CHOICE: Mutex<()> = Mutex::new(());

/// Runs a check on each instruction set, the fastest last.
///
/// # Panics
///
/// If the check does, or if a set cannot be chosen.
pub fn each(mut check: impl FnMut(InstructionSet)) {
    let _alone = alone();
    let mut sets = 0;
    for set in InstructionSet::available() {
        set.limit();
        assert_eq!(InstructionSet::current(), set);
        check(set);
        sets += 1;
    }
    assert!(sets > 0, "no instruction set at all");
}

/// Keeps others from choosing; a check that failed leaves nothing behind that would harm the next.
fn alone() -> MutexGuard<'static, ()> {
    CHOICE.lock().unwrap_or_else(PoisonError::into_inner)
}
