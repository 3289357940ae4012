//! What the service keeps, in SQLite or PostgreSQL: the same statements for both.

mod deadlock;
mod errors;
mod filter;
mod health;
mod idempotency;
mod json;
mod kept;
mod lists;
mod migrate;
mod open;
mod place;
mod plans;
mod precondition;
mod writes;

use sqlx::{Any, AnyPool, Transaction};

pub use self::errors::{ChangeError, OpenError};
pub use self::filter::Filter;
pub use self::health::Connections;
pub use self::kept::{Kept, KeptList};
pub use self::precondition::Precondition;

/// A database; a clone shares its connections.
#[derive(Clone, Debug)]
pub struct Store {
    reads: AnyPool,
    writes: AnyPool,
    begin: &'static str,
}

impl Store {
    /// A transaction that is taken back unless it is committed.
    async fn begin(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        self.writes.begin_with(self.begin).await
    }
}
