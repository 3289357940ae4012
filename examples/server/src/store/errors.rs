//! Why a database cannot be opened, and why a change is not made.

use std::error::Error;
use std::fmt;

/// Why a change was not made.
#[derive(Debug)]
pub enum ChangeError {
    /// There is no such plan.
    NotFound,
    /// The user has another plan for this week; the place of the refused one in the request.
    Exists(usize),
    /// The user does not exist; the place of the refused plan in the request.
    UnknownUser(usize),
    /// The plan has changed since.
    Stale,
    /// The key belongs to another request.
    KeyReused,
    /// The database failed.
    Database(sqlx::Error),
}

impl From<sqlx::Error> for ChangeError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl ChangeError {
    /// What the database refuses of the plan in this place.
    pub(super) fn of_plan(error: sqlx::Error, place: usize) -> Self {
        match error.as_database_error() {
            Some(refused) if refused.is_unique_violation() => Self::Exists(place),
            Some(refused) if refused.is_foreign_key_violation() => Self::UnknownUser(place),
            _ => Self::Database(error),
        }
    }
}

/// Why a database cannot be opened, as a sentence without the password.
#[derive(Debug)]
pub enum OpenError {
    /// The URL cannot be read; never shown, since it may hold a password.
    Url(String),
    /// There is no such file, or its folder does not let one be made.
    NoFile(String),
    /// The file or its folder must not be written.
    ReadOnly(String),
    /// Another program holds the file.
    Busy(String),
    /// The file is something else.
    NotADatabase(String),
    /// The file was a database, and is no longer whole.
    Damaged(String),
    /// No server answers at this place.
    Unreachable(String),
    /// The server at this place wants TLS.
    NoTls(String),
    /// The server at this place does not let the program in, and why.
    Refused(String, String),
    /// A later version of the program has written it.
    NewerSchema {
        /// That of the database.
        has: i64,
        /// The last that this program knows.
        known: i64,
    },
    /// This migration was another one when it was made.
    ChangedSchema(i64),
    /// This migration was begun and not ended.
    HalfMigrated(i64),
    /// Anything else.
    Database(sqlx::Error),
}

impl fmt::Display for OpenError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(why) => write!(to, "the database URL cannot be used: {why}"),
            Self::NoFile(path) => write!(
                to,
                "cannot open the database file {path}: it must be readable, or its folder must be \
                 writable and the URL end in ?mode=rwc for it to be created"
            ),
            Self::ReadOnly(path) => write!(
                to,
                "cannot write to the database file {path}: the file and its folder must be writable"
            ),
            Self::Busy(path) => write!(
                to,
                "another program holds the database file {path}: end it, or wait until it is done"
            ),
            Self::NotADatabase(path) => write!(to, "the file {path} is not an SQLite database"),
            Self::Damaged(path) => {
                write!(to, "the database file {path} is damaged: restore a backup")
            }
            Self::Unreachable(place) => write!(to, "no PostgreSQL server answers at {place}"),
            Self::NoTls(place) => write!(
                to,
                "the PostgreSQL server at {place} is asked for TLS, which this program is built without"
            ),
            Self::Refused(place, why) => {
                write!(to, "the PostgreSQL server at {place} refuses: {why}")
            }
            Self::NewerSchema { has, known } => write!(
                to,
                "the database has schema {has}, this program knows 1 to {known}: use a newer program"
            ),
            Self::ChangedSchema(version) => write!(
                to,
                "migration {version} of the database is not that of this program: they are not of \
                 the same origin"
            ),
            Self::HalfMigrated(version) => write!(
                to,
                "migration {version} of the database was begun and not ended: restore a backup"
            ),
            Self::Database(error) => write!(to, "cannot open the database: {error}"),
        }
    }
}

impl Error for OpenError {}
