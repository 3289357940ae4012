//! How a migration decides, and where it is interrupted.

use proptest::prelude::*;
use semaine_migrate::anchor::Anchor;
use semaine_migrate::policy::Policy;

#[derive(Clone, Debug)]
pub(super) struct Options {
    pub(super) anchor: Anchor,
    pub(super) policy: Policy,
    pub(super) batch: u32,
    /// Places at which the migration and what resumes it are killed, one after the other.
    pub(super) killed: Vec<String>,
    /// The same of its rollback.
    pub(super) rollback_killed: Vec<String>,
}

pub(super) fn options() -> impl Strategy<Value = Options> {
    let anchor = prop_oneof![Just(Anchor::Containing), Just(Anchor::Majority)];
    let policy = prop_oneof![
        1 => Just(Policy::Abort),
        3 => Just(Policy::KeepNewest),
        3 => Just(Policy::KeepOldest),
        4 => Just(Policy::Merge),
        4 => Just(Policy::Shift),
    ];
    let killed = |prefix| prop::collection::vec(place(prefix), 0..3);
    (
        anchor,
        policy,
        1..12_u32,
        killed("batch"),
        killed("rollback-batch"),
    )
        .prop_map(|(anchor, policy, batch, killed, rollback_killed)| Options {
            anchor,
            policy,
            batch,
            killed,
            rollback_killed,
        })
}

/// The name of a place in a batch, and a visit to it.
fn place(prefix: &'static str) -> impl Strategy<Value = String> {
    let places: Vec<_> = semaine_migrate::failpoint::ALL
        .iter()
        .filter(|name| name.starts_with(prefix))
        .collect();
    (prop::sample::select(places), 1..8_u32).prop_map(|(name, visit)| format!("{name}:{visit}"))
}

impl Options {
    pub(super) fn anchor(&self) -> &'static str {
        match self.anchor {
            Anchor::Containing => "containing",
            Anchor::Majority => "majority",
        }
    }

    pub(super) fn policy(&self) -> &'static str {
        match self.policy {
            Policy::Abort => "abort",
            Policy::KeepNewest => "keep-newest",
            Policy::KeepOldest => "keep-oldest",
            Policy::Merge => "merge",
            Policy::Shift => "shift",
        }
    }
}
