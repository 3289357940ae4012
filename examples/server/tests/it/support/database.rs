//! A fresh database for a test.

use tempfile::TempDir;

use super::postgres;
use super::server::Server;

/// A Saturday of 2025-W32.
pub(crate) const NOW: &str = "2025-08-09T10:00:00Z";

/// A fresh database, on which servers can be started one after another or at once.
#[derive(Debug)]
pub(crate) struct Database {
    pub(crate) url: String,
    /// For the log of the servers, and the file of SQLite.
    pub(crate) folder: TempDir,
}

/// What keeps the plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgresql,
}

impl Database {
    /// `None` where PostgreSQL is missing on purpose.
    pub(crate) fn fresh(kind: Kind) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let url = match kind {
            Kind::Sqlite => format!(
                "sqlite://{}?mode=rwc",
                folder.path().join("plans.db").display()
            ),
            Kind::Postgresql => postgres::fresh_database()?,
        };
        Some(Self { url, folder })
    }

    pub(crate) fn kind(&self) -> Kind {
        if self.url.starts_with("sqlite:") {
            Kind::Sqlite
        } else {
            Kind::Postgresql
        }
    }

    /// A server on a Saturday of 2025-W32.
    pub(crate) fn serve(&self) -> Server {
        self.serve_at(NOW)
    }

    /// A server whose clock starts at an instant.
    pub(crate) fn serve_at(&self, now: &str) -> Server {
        self.serve_with(&["--now", now])
    }

    /// A server with other options as well.
    pub(crate) fn serve_with(&self, options: &[&str]) -> Server {
        let address = ["--bind", "127.0.0.1:0", "--database-url", &self.url];
        Server::start(&[&address, options].concat(), self.folder.path())
    }
}
