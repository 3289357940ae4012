//! The store, on SQLite and on PostgreSQL.

// PostgreSQL runs as a user without rights.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that unwraps or indexes fails where it stands, which is what a test is for"
)]

mod constraints;
mod create;
mod healing;
mod idempotency;
mod lists;
mod open;
mod order;
mod replace;
mod support;
mod unreadable;
