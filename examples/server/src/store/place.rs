//! Where a database is, as its URL says.

use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

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
                if rest.contains(":memory:") || rest.contains("mode=memory") {
                    let why = "a database in memory would be another one for each connection";
                    return Err(OpenError::Url(why.to_owned()));
                }
                Ok(Self::Sqlite {
                    path: options.get_filename().display().to_string(),
                })
            }
            Some(("postgres" | "postgresql", _)) => {
                let options = PgConnectOptions::from_str(url).map_err(unreadable)?;
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
                other => OpenError::Database(other),
            },
        }
    }
}

/// SQLite's code without the bits that tell more: 3 PERM, 8 READONLY, 11 CORRUPT, 14 CANTOPEN, 26 NOTADB.
fn primary_code(error: &sqlx::Error) -> Option<u32> {
    let code = error.as_database_error()?.code()?;
    code.parse::<u32>().ok().map(|code| code & 0xff)
}
