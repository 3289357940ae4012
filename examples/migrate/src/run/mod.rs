//! Changes a database in batches, undoes that, and ends it.

pub mod journal;
pub mod state;
