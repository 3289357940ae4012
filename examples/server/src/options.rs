//! The options of the program, each of which an environment variable can give.

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use clap::{Parser, ValueEnum, value_parser};
use jiff::Timestamp;
use tracing::level_filters::LevelFilter;

/// A small meal planner by ISO weeks, on SQLite or PostgreSQL.
#[derive(Clone, Parser)]
#[command(name = "semaine-server", version)]
pub struct Options {
    /// Where to listen; port 0 takes a free one.
    #[arg(
        long,
        env = "SEMAINE_BIND",
        value_name = "ADDRESS",
        default_value = "127.0.0.1:8000"
    )]
    pub bind: SocketAddr,

    /// What to keep the plans in: sqlite://FILE?mode=rwc, or postgres://USER:PASSWORD@HOST/DATABASE.
    // The value of the variable is hidden, since it may hold a password.
    #[arg(
        long,
        env = "DATABASE_URL",
        hide_env_values = true,
        value_name = "URL",
        default_value = "sqlite://semaine.db?mode=rwc"
    )]
    pub database_url: String,

    /// How log lines are written to standard error.
    #[arg(
        long,
        env = "SEMAINE_LOG_FORMAT",
        value_name = "FORMAT",
        default_value = "text"
    )]
    pub log_format: LogFormat,

    /// Which log lines are written: off, error, warn, info, debug or trace.
    #[arg(
        long,
        env = "SEMAINE_LOG_LEVEL",
        value_name = "LEVEL",
        default_value = "info"
    )]
    pub log_level: LevelFilter,

    /// How many seconds a request may take, from its head to its answer.
    #[arg(
        long,
        env = "SEMAINE_REQUEST_TIMEOUT",
        value_name = "SECONDS",
        default_value = "10",
        value_parser = seconds
    )]
    pub request_timeout: Duration,

    /// How many requests are worked on at once; more are turned away with 503.
    #[arg(
        long,
        env = "SEMAINE_MAX_REQUESTS",
        value_name = "NUMBER",
        default_value = "256",
        value_parser = value_parser!(u16).range(1..)
    )]
    pub max_requests: u16,

    /// How many connections are open at once; more wait until one is closed.
    #[arg(
        long,
        env = "SEMAINE_MAX_CONNECTIONS",
        value_name = "NUMBER",
        default_value = "512",
        value_parser = value_parser!(u16).range(1..)
    )]
    pub max_connections: u16,

    /// How many seconds the running requests have to finish when the server is stopped.
    #[arg(
        long,
        env = "SEMAINE_SHUTDOWN_TIMEOUT",
        value_name = "SECONDS",
        default_value = "30",
        value_parser = seconds
    )]
    pub shutdown_timeout: Duration,

    /// The instant to start the clock from, such as 2025-08-09T10:00:00Z, instead of the present one.
    #[arg(long, value_name = "INSTANT")]
    pub now: Option<Timestamp>,

    /// Prints the OpenAPI document of the service and ends.
    #[arg(long)]
    pub openapi: bool,
}

// The URL of the database may hold a password.
impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("bind", &self.bind)
            .finish_non_exhaustive()
    }
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}

/// A day: what is asked for beyond is a mistake, and far beyond it no clock can tell the end.
const LONGEST: Duration = Duration::from_secs(86_400);

fn seconds(text: &str) -> Result<Duration, &'static str> {
    text.parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .filter(|duration| !duration.is_zero() && *duration <= LONGEST)
        .ok_or("expected a number of seconds, more than 0 and at most 86400")
}
