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

    /// What to keep the plans in.
    // The value of the variable is hidden, since it may hold a password.
    #[arg(
        long,
        env = "DATABASE_URL",
        hide_env_values = true,
        value_name = "URL",
        help = "What to keep the plans in: sqlite://FILE?mode=rwc or postgres://USER:PASSWORD@HOST/DATABASE",
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
const LONGEST: Duration = Duration::from_hours(24);

fn seconds(text: &str) -> Result<Duration, &'static str> {
    text.parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .filter(|duration| !duration.is_zero() && *duration <= LONGEST)
        .ok_or("expected a number of seconds, more than 0 and at most 86400")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Options, ErrorKind> {
        Options::try_parse_from([&["semaine-server"], arguments].concat())
            .map_err(|error| error.kind())
    }

    #[test]
    fn the_options_are_consistent() {
        Options::command().debug_assert();
    }

    #[test]
    fn a_time_is_a_number_of_seconds() {
        for (text, milliseconds) in [
            ("10", 10_000),
            ("0.25", 250),
            ("1e1", 10_000),
            ("86400", 86_400_000),
        ] {
            assert_eq!(
                seconds(text),
                Ok(Duration::from_millis(milliseconds)),
                "{text}"
            );
        }
        for text in [
            "", "0", "0.0", "-1", "86400.5", "1e300", "inf", "NaN", "ten", "10s", "1e-20",
        ] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }

    #[test]
    fn options_are_read() {
        let options = parsed(&[
            "--bind=[::1]:0",
            "--database-url=sqlite://a.db",
            "--log-format=json",
            "--log-level=off",
            "--request-timeout=0.5",
            "--max-requests=1",
            "--max-connections=65535",
            "--shutdown-timeout=2",
            "--now=2025-08-09T10:00:00Z",
            "--openapi",
        ])
        .expect("good options");
        assert_eq!(
            options.bind,
            SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], 0))
        );
        assert_eq!(options.database_url, "sqlite://a.db");
        assert_eq!(options.log_format, LogFormat::Json);
        assert_eq!(options.log_level, LevelFilter::OFF);
        assert_eq!(options.request_timeout, Duration::from_millis(500));
        assert_eq!((options.max_requests, options.max_connections), (1, 65_535));
        assert_eq!(options.shutdown_timeout, Duration::from_secs(2));
        assert_eq!(options.now.map(Timestamp::as_second), Some(1_754_733_600));
        assert!(options.openapi);
    }

    #[test]
    fn wrong_values_are_refused() {
        for argument in [
            "--bind=8000",
            "--bind=localhost:8000",
            "--log-format=xml",
            "--log-level=loud",
            "--request-timeout=0",
            "--max-requests=0",
            "--max-connections=65536",
            "--now=2025-08-09",
        ] {
            let kind = parsed(&[argument]).expect_err(argument);
            assert!(
                matches!(kind, ErrorKind::ValueValidation | ErrorKind::InvalidValue),
                "{argument}"
            );
        }
    }

    #[test]
    fn neither_the_help_nor_the_debug_format_tells_a_password() {
        let options =
            parsed(&["--database-url=postgres://me:secret@host/db"]).expect("good options");
        assert!(!format!("{options:?}").contains("secret"));
        let command = Options::command();
        let url = command
            .get_arguments()
            .find(|argument| argument.get_id() == "database_url");
        assert!(url.expect("the option").is_hide_env_values_set());
    }
}
