//! How much is tried: little in CI, much by `cargo xtask migrate-torture`.

use std::fs::OpenOptions;
use std::io::Write;

/// Whether everything is to be tried, which takes hours of a processor.
pub(crate) fn full() -> bool {
    std::env::var("SEMAINE_MIGRATE_TORTURE").is_ok_and(|scale| scale == "full")
}

/// How often something is tried.
pub(crate) fn times(few: u32, many: u32) -> u32 {
    if full() { many } else { few }
}

/// Adds to what `cargo xtask migrate-torture` prints at its end; nothing where nobody counts.
pub(crate) fn count(what: &str, number: u64) {
    let Some(path) = std::env::var_os("SEMAINE_MIGRATE_TALLY") else {
        return;
    };
    let mut file = OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .unwrap();
    // One write for a line, since tests run at the same time.
    file.write_all(format!("{what}\t{number}\n").as_bytes())
        .unwrap();
}
