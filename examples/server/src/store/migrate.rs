//! Brings the tables of a database up to date.

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AnyConnection, Connection as _, SqlSafeStr as _, query, query_scalar};

use super::place::Place;
use super::{OpenError, Store};

impl Store {
    /// Each migration is a transaction, and programs that start at once wait for each other: on PostgreSQL
    /// by sqlx's own lock; on SQLite, where it takes none, by a transaction around all of them.
    pub(super) async fn migrate(&self, place: &Place) -> Result<(), OpenError> {
        let failure = |error| place.failure(error);
        let mut connection = self.writes.acquire().await.map_err(failure)?;
        match place {
            Place::Sqlite { .. } => {
                let migrator = migrator(include_str!("../../migrations/sqlite/0001_plans.sql"));
                let begun = connection.begin_with(self.begin).await;
                let mut transaction = begun.map_err(failure)?;
                run(&migrator, &mut transaction, place).await?;
                transaction.commit().await.map_err(failure)
            }
            Place::Postgres { .. } => {
                let migrator = migrator(include_str!("../../migrations/postgres/0001_plans.sql"));
                run(&migrator, &mut connection, place).await
            }
        }
    }
}

fn migrator(first: &'static str) -> Migrator {
    Migrator::with_migrations(vec![Migration::new(
        1,
        "plans".into(),
        MigrationType::Simple,
        first.into_sql_str(),
        false,
    )])
}

async fn run(
    migrator: &Migrator,
    connection: &mut AnyConnection,
    place: &Place,
) -> Result<(), OpenError> {
    // `run`, which calls this, is not `Send` for all lifetimes, as far as the compiler can see.
    match migrator.run_direct(None, &mut *connection, false).await {
        Ok(()) => try_to_write(connection)
            .await
            .map_err(|error| place.failure(error)),
        Err(MigrateError::VersionMissing(_)) => Err(newer(migrator, connection)
            .await
            .unwrap_or_else(|error| place.failure(error))),
        Err(MigrateError::VersionMismatch(version)) => Err(OpenError::ChangedSchema(version)),
        Err(MigrateError::Dirty(version)) => Err(OpenError::HalfMigrated(version)),
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
            Err(place.failure(error))
        }
        Err(other) => Err(OpenError::Database(other.into())),
    }
}

/// SQLite opens a file that must not be written without a word, and so does a PostgreSQL server that follows
/// another one.
async fn try_to_write(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    query("UPDATE users SET name = name WHERE FALSE")
        .execute(connection)
        .await?;
    Ok(())
}

async fn newer(
    migrator: &Migrator,
    connection: &mut AnyConnection,
) -> Result<OpenError, sqlx::Error> {
    let has = query_scalar("SELECT MAX(version) FROM _sqlx_migrations")
        .fetch_one(connection)
        .await?;
    let known = migrator.iter().map(|migration| migration.version).max();
    Ok(OpenError::NewerSchema {
        has,
        known: known.unwrap_or_default(),
    })
}
