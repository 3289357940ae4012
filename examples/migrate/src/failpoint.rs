//! Places at which tests stop, kill or fail a run.
//!
//! With the feature `failpoints`, the environment variable `SEMAINE_MIGRATE_FAILPOINT` names a place, and
//! after a colon the how manieth visit counts (the first where it is left out): there the process ends
//! as if by `kill -9`. `hook` has the same place return an error in the process itself. Without the feature
//! a place costs nothing.

#[cfg(not(feature = "failpoints"))]
use crate::Result;

/// Every place, in the order in which an ordinary run comes by.
pub const ALL: &[&str] = &[
    "backup-begun",
    "backup-written",
    "backup-verified",
    "backup-renamed",
    "run-created",
    "guard-begun",
    "guard-made",
    "batch-begun",
    "batch-fenced",
    "batch-read",
    "batch-resolved",
    "batch-journaled",
    "batch-moved",
    "batch-followed",
    "batch-advanced",
    "batch-committed",
    "migrated",
    "rollback-begun",
    "rollback-guard-dropped",
    "rollback-batch-begun",
    "rollback-batch-undone",
    "rollback-batch-committed",
    "rolled-back",
    "restore-begun",
    "restore-emptied",
    "restore-filled",
    "restored",
    "finalize-begun",
    "finalize-checked",
    "finalize-validated",
    "finalized",
];

/// Passes the place `name`, one of [`ALL`].
///
/// # Errors
///
/// Only what a test's hook returns.
#[cfg(not(feature = "failpoints"))]
#[inline]
pub fn reach(_name: &'static str) -> Result<()> {
    Ok(())
}

#[cfg(feature = "failpoints")]
pub use armed::{hook, reach};

#[cfg(feature = "failpoints")]
mod armed {
    use std::cell::RefCell;
    use std::process;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::ALL;
    use crate::Result;

    type Hook = Box<dyn FnMut(&'static str) -> Result<()>>;

    struct Deadly {
        name: String,
        visits_left: AtomicU64,
    }

    static DEADLY: OnceLock<Option<Deadly>> = OnceLock::new();

    thread_local! {
        static HOOK: RefCell<Option<Hook>> = const { RefCell::new(None) };
    }

    /// Has every place in this thread call `hook`, and return what it returns; `None` ends that.
    pub fn hook(hook: Option<Hook>) {
        HOOK.set(hook);
    }

    /// Passes the place `name`, one of [`ALL`].
    ///
    /// # Errors
    ///
    /// What the hook returns.
    ///
    /// # Panics
    ///
    /// If the name is not in [`ALL`].
    pub fn reach(name: &'static str) -> Result<()> {
        assert!(ALL.contains(&name), "{name} is missing in the list");
        let deadly = DEADLY.get_or_init(deadly);
        if let Some(deadly) = deadly
            && deadly.name == name
            && deadly.visits_left.fetch_sub(1, Ordering::Relaxed) == 1
        {
            // Without unwinding, destructors or buffers, as a kill would be.
            process::abort();
        }
        HOOK.with_borrow_mut(|hook| hook.as_mut().map_or(Ok(()), |hook| hook(name)))
    }

    fn deadly() -> Option<Deadly> {
        let text = std::env::var("SEMAINE_MIGRATE_FAILPOINT").ok()?;
        let (name, visit) = text.split_once(':').unwrap_or((&text, "1"));
        Some(Deadly {
            name: name.to_owned(),
            visits_left: AtomicU64::new(visit.parse().ok()?),
        })
    }
}
