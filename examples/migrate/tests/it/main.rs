//! The program as people run it, on SQLite and on PostgreSQL.

// Its processes are killed and stopped by signals, and its PostgreSQL runs as a user without rights.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that unwraps or indexes fails where it stands, which is what a test is for"
)]

mod backups;
mod cli;
mod engines;
mod faults;
mod model;
mod runbook;
mod runs;
mod support;
