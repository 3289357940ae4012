//! Where the databases are.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::programs::Programs;
use crate::process;
use crate::server::Cluster;

/// A folder of SQLite files, or a server.
pub(super) enum Place<'a> {
    Sqlite(PathBuf),
    Postgres(&'a Cluster),
}

impl Place<'_> {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    /// Makes a database of so many plans, six of seven on another day than Monday, with no two in a week.
    pub(super) fn make(&self, programs: &Programs, name: &str, rows: u64) -> Result<()> {
        if let Self::Postgres(cluster) = self {
            cluster.create(name, None)?;
        }
        process::run_quietly(
            process::program(&programs.legacy)
                .arg(format!("--database-url={}", self.url(name)))
                .arg(format!("--rows={rows}"))
                .args(["--start=mixed", "--clean", "--lists=0"]),
        )
    }

    /// Makes an equal one, and answers where it is.
    pub(super) fn copy(&self, from: &str, to: &str) -> Result<String> {
        match self {
            Self::Sqlite(_) => {
                let (from, to) = (self.file(from), self.file(to));
                fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
                // What is written back later would be on the account of what comes next.
                process::run_quietly(&mut Command::new("sync"))?;
            }
            Self::Postgres(cluster) => cluster.create(to, Some(from))?,
        }
        Ok(self.url(to))
    }

    pub(super) fn remove(&self, name: &str) -> Result<()> {
        match self {
            Self::Sqlite(folder) => {
                for path in crate::files::paths_in(folder)? {
                    let file = path.file_name().unwrap_or_default().to_string_lossy();
                    if file.starts_with(&format!("{name}.db")) {
                        fs::remove_file(&path)?;
                    }
                }
                Ok(())
            }
            Self::Postgres(cluster) => cluster.remove(name),
        }
    }

    fn url(&self, name: &str) -> String {
        match self {
            Self::Sqlite(_) => format!("sqlite:{}", self.file(name).display()),
            Self::Postgres(cluster) => cluster.url_of(name),
        }
    }

    /// As `SQLAlchemy` writes it.
    pub(super) fn url_for_python(&self, name: &str) -> String {
        match self {
            Self::Sqlite(_) => format!("sqlite:///{}", self.file(name).display()),
            Self::Postgres(cluster) => {
                let url = cluster.url_of(name);
                url.replacen("postgres://", "postgresql+psycopg://", 1)
            }
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        match self {
            Self::Sqlite(folder) => folder.join(format!("{name}.db")),
            Self::Postgres(_) => PathBuf::new(),
        }
    }
}
