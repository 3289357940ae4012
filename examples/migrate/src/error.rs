//! What can go wrong, and the exit code that tells of it.

use std::io;

/// What a verb ends with where it does not succeed.
///
/// Each variant but [`Error::Database`] and [`Error::Io`] holds the whole message for the person at the
/// terminal: what was found, where, and what to do next.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The command, the plan or the decisions cannot be understood.
    #[error("{0}")]
    Usage(String),
    /// A check before any change refuses the database.
    #[error("{0}")]
    PreCheck(String),
    /// Rows meet on a Monday and no policy says what becomes of them.
    #[error("{0}")]
    Conflicts(String),
    /// The data is not as a finished migration leaves it.
    #[error("{0}")]
    Invalid(String),
    /// A backup cannot be written, is missing or is damaged.
    #[error("{0}")]
    Backup(String),
    /// Another process migrates this database.
    #[error("{0}")]
    Locked(String),
    /// The run stopped between two batches and can be resumed.
    #[error("{0}")]
    Interrupted(String),
    /// Another process has taken the run over.
    #[error("{0}")]
    Fenced(String),
    /// Rows were edited after the migration, so that a rollback would lose the edits.
    #[error("{0}")]
    Drift(String),
    /// The database refused or failed.
    #[error("{context}: {fault}")]
    Database {
        /// What was attempted.
        context: String,
        /// What the database said.
        #[source]
        fault: Fault,
    },
    /// A file could not be read or written.
    #[error("{context}: {source}")]
    Io {
        /// What was attempted, with the path.
        context: String,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// An error of a database, as far as a run has to tell one from another.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Fault {
    /// What it means for the transaction.
    pub kind: FaultKind,
    /// The database's own words.
    pub message: String,
}

/// What an error of a database means for the transaction in which it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Another transaction was in the way: the same again may succeed.
    Busy,
    /// The connection is gone: what became of a COMMIT is unknown.
    Lost,
    /// A unique constraint refused a row.
    Unique,
    /// The disk, or what the database may use of it, is full.
    Full,
    /// The database file is damaged.
    Corrupt,
    /// Anything else.
    Other,
}

/// The result of everything here that can fail.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// The exit code of the program.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Database { .. } | Self::Io { .. } => 1,
            Self::Usage(_) => 2,
            Self::PreCheck(_) => 3,
            Self::Conflicts(_) => 4,
            Self::Invalid(_) => 5,
            Self::Backup(_) => 6,
            Self::Locked(_) => 7,
            Self::Interrupted(_) => 8,
            Self::Fenced(_) => 9,
            Self::Drift(_) => 10,
        }
    }

    /// What kind of error of a database this is, where it is one.
    #[must_use]
    pub const fn fault(&self) -> Option<FaultKind> {
        match self {
            Self::Database { fault, .. } => Some(fault.kind),
            _ => None,
        }
    }

    /// The same with what was attempted in front.
    #[must_use]
    pub fn context(self, attempted: &str) -> Self {
        match self {
            Self::Database { context, fault } => Self::Database {
                context: format!("{attempted}: {context}"),
                fault,
            },
            Self::Io { context, source } => Self::Io {
                context: format!("{attempted}: {context}"),
                source,
            },
            other => other,
        }
    }
}
