//! A small meal planner by ISO weeks, as a service: axum and semaine on SQLite or PostgreSQL.
//!
//! `week_start` and `extract` are the parts to lift into a service of one's own.

mod api;
pub mod app;
pub mod clock;
mod http;
pub mod logs;
mod metrics;
pub mod model;
pub mod options;
mod page;
mod routes;
pub mod serve;
pub mod signals;
pub mod store;
pub mod week_start;
