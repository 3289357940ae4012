//! `Precondition`: what a plan must still be for a change.

/// What version a change is for.
#[derive(Clone, Debug)]
pub enum Precondition {
    /// Whatever the plan is now.
    Any,
    /// One of these.
    OneOf(Vec<i64>),
}

impl Precondition {
    pub(super) fn admits(&self, version: i64) -> bool {
        match self {
            Self::Any => true,
            Self::OneOf(versions) => versions.contains(&version),
        }
    }
}
