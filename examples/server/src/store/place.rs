//! Where a database is, as its URL says.

use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use tracing::subscriber::{NoSubscriber, with_default};

use super::OpenError;

/// What people call it; without the password.
#[derive(Debug)]
pub(super) enum Place {
    Sqlite { path: String },
    Postgres { server: String },
}

impl FromStr for Place {
    type Err = OpenError;

    fn from_str(url: &str) -> Result<Self, OpenError> {
        match url.split_once(':') {
            Some(("sqlite", rest)) => {
                let options = SqliteConnectOptions::from_str(url).map_err(unreadable)?;
                let path = options.get_filename().display().to_string();
                if names_no_file(&path) || rest.contains("mode=memory") {
                    let why = "it must name a file; another database would be a new one for each \
                               connection";
                    return Err(OpenError::Url(why.to_owned()));
                }
                Ok(Self::Sqlite { path })
            }
            Some(("postgres" | "postgresql", _)) => {
                let options = parsed::<PgConnectOptions>(url).map_err(unreadable)?;
                let host = match options.get_socket() {
                    Some(folder) => folder.display().to_string(),
                    None => options.get_host().to_owned(),
                };
                Ok(Self::Postgres {
                    server: format!("{host}:{}", options.get_port()),
                })
            }
            _ => Err(OpenError::Url(
                "it must begin with sqlite:// or postgres://".to_owned(),
            )),
        }
    }
}

/// SQLite keeps what has no name or this one in memory or in a temporary file; sqlx gives the latter a name.
fn names_no_file(path: &str) -> bool {
    path.is_empty() || path == ":memory:" || path.starts_with("file:sqlx-in-memory")
}

/// Reads a URL without a word: sqlx warns of unknown parameters with their values, of which one may be a
/// password.
pub(super) fn parsed<T: FromStr>(url: &str) -> Result<T, T::Err> {
    with_default(NoSubscriber::new(), || url.parse())
}

fn unreadable(error: sqlx::Error) -> OpenError {
    match error {
        sqlx::Error::Configuration(why) => OpenError::Url(why.to_string()),
        other => OpenError::Url(other.to_string()),
    }
}

impl Place {
    /// What an error means here.
    pub(super) fn failure(&self, error: sqlx::Error) -> OpenError {
        match self {
            Self::Sqlite { path } => match primary_code(&error) {
                Some(5) => OpenError::Busy(path.clone()),
                Some(3 | 14) => OpenError::NoFile(path.clone()),
                Some(8) => OpenError::ReadOnly(path.clone()),
                Some(11) => OpenError::Damaged(path.clone()),
                Some(26) => OpenError::NotADatabase(path.clone()),
                _ => OpenError::Database(error),
            },
            Self::Postgres { server } => match error {
                sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut => {
                    OpenError::Unreachable(server.clone())
                }
                sqlx::Error::Database(refused) => {
                    OpenError::Refused(server.clone(), refused.message().to_owned())
                }
                sqlx::Error::Tls(_) => OpenError::NoTls(server.clone()),
                other => OpenError::Database(other),
            },
        }
    }
}

/// SQLite's code without the bits that tell more: 3 PERM, 5 BUSY, 8 READONLY, 11 CORRUPT, 14 CANTOPEN, 26 NOTADB.
fn primary_code(error: &sqlx::Error) -> Option<u32> {
    let code = error.as_database_error()?.code()?;
    code.parse::<u32>().ok().map(|code| code & 0xff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_is_refused_in_every_spelling() {
        for url in [
            "sqlite:",
            "sqlite://",
            "sqlite://?mode=rwc",
            "sqlite::memory:",
            "sqlite://:memory:",
            "sqlite://%3Amemory%3A",
            "sqlite://some.db?mode=memory",
        ] {
            assert!(
                matches!(url.parse::<Place>(), Err(OpenError::Url(_))),
                "{url}"
            );
        }
    }
}
