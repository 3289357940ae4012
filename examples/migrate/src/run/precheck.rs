//! What is looked at before any change.

use crate::Result;
use crate::database::Database;
use crate::plan::Plan;
use crate::run::outcome::Findings;
use crate::run::state::Options;

/// For what a database is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The schema alone.
    Analyze,
    /// The schema and every row.
    Migrate,
    /// The schema, with what filling the tables again needs.
    Restore,
}

/// Looks whether the database can be migrated by this plan. What is wrong is in the findings; see
/// [`Findings::require`].
///
/// # Errors
///
/// `Usage` for a plan that names what the database does not have, decisions that do not fit, and what the
/// database says.
pub fn check(
    _db: &mut dyn Database,
    _plan: &Plan,
    _options: &Options,
    _purpose: Purpose,
) -> Result<Findings> {
    unimplemented!()
}
