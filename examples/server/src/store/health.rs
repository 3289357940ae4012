//! Whether the database is there, and how busy.

use sqlx::{Error, query};
use tokio::time::timeout;

use super::Store;
use super::open::PATIENCE;

/// The connections to the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connections {
    /// All that are open.
    pub open: u32,
    /// Those that wait for work.
    pub idle: usize,
}

impl Store {
    /// Asks the database for an answer, and waits some seconds for it.
    ///
    /// # Errors
    ///
    /// What the database says; `PoolTimedOut` if it says nothing.
    pub async fn ping(&self) -> Result<(), Error> {
        let answer = query("SELECT id FROM users WHERE id = 1").execute(&self.reads);
        timeout(PATIENCE, answer)
            .await
            .map_err(|_| Error::PoolTimedOut)??;
        Ok(())
    }

    /// How many connections there are.
    #[must_use]
    pub fn connections(&self) -> Connections {
        Connections {
            open: self.reads.size() + self.writes.size(),
            idle: self.reads.num_idle() + self.writes.num_idle(),
        }
    }
}
