//! Log lines on standard error.

use std::io::{self, IsTerminal};
use std::panic;

use tracing::level_filters::LevelFilter;

use crate::options::LogFormat;

/// Starts to write log lines, in the whole process and until its end; panics become log lines too.
pub fn start(format: LogFormat, level: LevelFilter) {
    let lines = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_ansi(io::stderr().is_terminal())
        .with_writer(io::stderr);
    match format {
        LogFormat::Text => lines.init(),
        LogFormat::Json => lines
            .json()
            .flatten_event(true)
            .with_span_list(false)
            .init(),
    }
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(tracing::field::display);
        tracing::error!(
            place,
            "panic: {}",
            panic.payload_as_str().unwrap_or("without a text")
        );
    }));
}
