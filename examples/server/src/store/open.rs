//! Opens a database, and prepares it where that is needed.

use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _};

use super::place::{Place, parsed};
use super::{OpenError, Store};

/// How long a request may wait for a connection, and a program that starts for a server.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

/// The log of writes lets readers read meanwhile. `FULL` waits for the disk, so that what was acknowledged
/// is there after a loss of power too. The timeout comes first: the others may have to wait.
const SETTINGS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
";
/// Each has a thread and a cache of pages of its own; a few keep all processors of a small machine busy.
const READERS: u32 = 4;
/// A tenth of what a PostgreSQL server has as it is installed, in equal parts for reads and writes, so that
/// writes which wait for each other leave reads theirs.
const CONNECTIONS: u32 = 5;

impl Store {
    /// Opens a database, `sqlite://…` or `postgres://…`; an empty one is given its tables and the user 1,
    /// "Demo".
    ///
    /// # Errors
    ///
    /// Where the database cannot be reached, written or understood.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let place: Place = url.parse()?;
        sqlx::any::install_default_drivers();
        let options = parsed::<AnyConnectOptions>(url).map_err(|error| place.failure(error))?;
        let store = match place {
            Place::Sqlite { .. } => sqlite(options).await,
            Place::Postgres { .. } => postgres(options).await,
        }
        .map_err(|error| place.failure(error))?;
        store.migrate(&place).await?;
        Ok(store)
    }

    /// Closes all connections, once what runs on them has ended.
    pub async fn close(&self) {
        self.reads.close().await;
        self.writes.close().await;
    }
}

/// One connection writes, since SQLite lets only one at a time: the others wait here, in their order, rather
/// than try again and again. It is closed if a transaction stays open on it: when the disk is full, SQLite takes
/// it back by itself, which sqlx does not expect, and then refuses to begin another one.
async fn sqlite(options: AnyConnectOptions) -> Result<Store, sqlx::Error> {
    // A pool tries again, whatever the reason, and then says only that it took too long.
    let mut first = options.connect().await?;
    sqlx::raw_sql(SETTINGS).execute(&mut first).await?;
    first.close().await?;
    Ok(Store {
        writes: local(1)
            .after_release(|connection, _| {
                Box::pin(async move {
                    // By now, a transaction that failed should be taken back.
                    connection.ping().await?;
                    Ok(!connection.is_in_transaction())
                })
            })
            .connect_with(options.clone())
            .await?,
        reads: local(READERS).connect_lazy_with(options),
        // Takes the lock for writing at once: a transaction that first reads could not get it later.
        begin: "BEGIN IMMEDIATE",
    })
}

/// Connections to a file neither age nor break.
fn local(connections: u32) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .after_connect(|connection, _| {
            Box::pin(async move {
                sqlx::raw_sql(SETTINGS).execute(connection).await?;
                Ok(())
            })
        })
}

async fn postgres(options: AnyConnectOptions) -> Result<Store, sqlx::Error> {
    let pool = || {
        AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
    };
    Ok(Store {
        writes: pool().connect_with(options.clone()).await?,
        reads: pool().connect_lazy_with(options),
        begin: "BEGIN",
    })
}
