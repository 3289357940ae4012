//! What a migration would take.

use schemars::JsonSchema;
use serde::Serialize;

use crate::analyze::column::Column;
use crate::database::{Engine, Facts, Profile};
use crate::run::state::Counts;

/// Time and disk.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Estimate {
    /// Seconds of all batches; the backup and the digests come on top.
    pub seconds: f64,
    /// By this rate.
    pub rows_per_second: u32,
    /// Where the rate is from.
    pub basis: String,
    /// Bytes of the journal until `finalize`.
    pub journal_bytes: u64,
    /// Bytes of the backup, at most; `None` where the size of the database cannot be told.
    pub backup_bytes: Option<u64>,
    /// Bytes for the versions of rows that change until the database has cleaned up, at most.
    pub rewritten_bytes: Option<u64>,
    /// Bytes that are free where the database is; `None` if that was not checked.
    pub free_bytes: Option<u64>,
    /// Whether that is enough for all of it; `None` if that was not checked.
    pub enough: Option<bool>,
}

impl Estimate {
    pub(super) fn new(
        facts: &Facts,
        tables: &[Column],
        forecast: &Counts,
        profile: Profile,
    ) -> Self {
        let rows_per_second = rate(profile);
        let changes = forecast.moved + forecast.removed + forecast.children;
        let journal_bytes = changes * entry(facts.engine);
        let rows: u64 = tables.iter().map(|table| table.rows).sum();
        // SQLite's log and PostgreSQL's new versions hold the pages of rows that change.
        let rewritten_bytes = facts.size.map(|size| if changes == 0 { 0 } else { size });
        let needed = facts
            .size
            .map(|size| journal_bytes + size + rewritten_bytes.unwrap_or_default());
        Self {
            seconds: seconds(rows, changes, rows_per_second),
            rows_per_second,
            basis: format!(
                "assumed for --profile {}, not measured here",
                match profile {
                    Profile::Online => "online",
                    Profile::Offline => "offline",
                }
            ),
            journal_bytes,
            backup_bytes: facts.size,
            rewritten_bytes,
            free_bytes: facts.free_disk,
            enough: facts
                .free_disk
                .zip(needed)
                .map(|(free, needed)| free > needed),
        }
    }
}

/// Changed rows per second that both databases reach on two cores (`cargo xtask bench migrate`), rounded down.
const fn rate(profile: Profile) -> u32 {
    match profile {
        Profile::Online => 10_000,
        Profile::Offline => 30_000,
    }
}

/// Bytes of an entry of the journal with its index: header, numbers, key and dates, rounded up.
const fn entry(engine: Engine) -> u64 {
    match engine {
        Engine::Sqlite => 48,
        Engine::Postgres => 112,
    }
}

/// Rows that stay are read ten times as fast as others change.
#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn seconds(rows: u64, changes: u64, rows_per_second: u32) -> f64 {
    let rate = f64::from(rows_per_second);
    changes as f64 / rate + rows.saturating_sub(changes) as f64 / (10.0 * rate)
}
