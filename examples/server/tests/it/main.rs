//! The server as its clients see it: the program itself, on SQLite and on PostgreSQL.

// Its servers are stopped by signals, and its PostgreSQL runs as a user without rights.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that unwraps or indexes fails where it stands, which is what a test is for"
)]

mod support;

mod bodies;
mod bulk;
mod faults;
mod headers;
mod health;
mod idempotency;
mod languages;
mod meal_plans;
mod methods;
mod metrics;
mod openapi;
mod page;
mod paging;
mod preconditions;
mod races;
mod recipes;
mod refusals;
mod restart;
mod shopping_lists;
mod today;
mod tricks;
mod weeks;
