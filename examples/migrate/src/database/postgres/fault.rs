//! What PostgreSQL's errors mean for a transaction.

use std::error::Error as _;
use std::fmt::Write;
use std::io;

use postgres::error::{DbError, Severity};

use crate::Error;
use crate::error::{Fault, FaultKind};

/// The same as an error of this crate; `closed` says that the connection is known to be gone.
pub(super) fn failed(error: &postgres::Error, closed: bool) -> Error {
    if let Some(told) = error.as_db_error() {
        return fault(kind(told), message(told));
    }
    let mut message = error.to_string();
    let mut source = error.source();
    let mut of_system = false;
    while let Some(cause) = source {
        of_system |= cause.is::<io::Error>();
        // Writing to a String cannot fail.
        let _ = write!(message, ": {cause}");
        source = cause.source();
    }
    let kind = if closed || of_system || error.is_closed() {
        FaultKind::Lost
    } else {
        FaultKind::Other
    };
    fault(kind, message)
}

/// An error of the database.
pub(super) fn fault(kind: FaultKind, message: String) -> Error {
    Error::Database {
        context: "PostgreSQL".to_owned(),
        fault: Fault { kind, message },
    }
}

/// The error for an answer that PostgreSQL does not give.
pub(super) fn unexpected() -> Error {
    let why = "the answer is another than was asked for";
    fault(FaultKind::Other, why.to_owned())
}

fn kind(told: &DbError) -> FaultKind {
    match told.code().code() {
        // Serialization failure, deadlock, lock not available.
        "40001" | "40P01" | "55P03" => FaultKind::Busy,
        "23505" => FaultKind::Unique,
        "53100" => FaultKind::Full,
        "XX001" | "XX002" => FaultKind::Corrupt,
        // Ended by an administrator, by a crash, or not yet begun.
        "57P01" | "57P02" | "57P03" => FaultKind::Lost,
        code if code.starts_with("08") => FaultKind::Lost,
        // With these the server ends the session.
        _ if matches!(
            told.parsed_severity(),
            Some(Severity::Fatal | Severity::Panic)
        ) =>
        {
            FaultKind::Lost
        }
        _ => FaultKind::Other,
    }
}

fn message(told: &DbError) -> String {
    let parts = [Some(told.message()), told.detail(), told.hint()];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
