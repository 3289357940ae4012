//! What SQLite's errors mean for a transaction.

use rusqlite::ffi::{
    ErrorCode, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID, SQLITE_CONSTRAINT_UNIQUE,
};

use crate::Error;
use crate::error::{Fault, FaultKind};

/// The same as an error of this crate.
#[allow(clippy::needless_pass_by_value, reason = "given to map_err")]
pub(super) fn failed(error: rusqlite::Error) -> Error {
    let kind = match &error {
        rusqlite::Error::SqliteFailure(code, _) => kind(code.code, code.extended_code),
        _ => FaultKind::Other,
    };
    Error::Database {
        context: "SQLite".to_owned(),
        fault: Fault {
            kind,
            message: error.to_string(),
        },
    }
}

fn kind(code: ErrorCode, extended: i32) -> FaultKind {
    match (code, extended) {
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => FaultKind::Busy,
        (ErrorCode::DiskFull, _) => FaultKind::Full,
        (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => FaultKind::Corrupt,
        (_, SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARYKEY | SQLITE_CONSTRAINT_ROWID) => {
            FaultKind::Unique
        }
        _ => FaultKind::Other,
    }
}
