//! A small meal planner by ISO weeks, as a service: axum and semaine on SQLite or PostgreSQL.
//!
//! `week_start`, with `day`, and `extract` are the parts to lift into a service of one's own.

mod api;
pub mod app;
pub mod catalogue;
pub mod clock;
pub mod day;
pub mod extract;
mod http;
pub mod language;
pub mod logs;
mod metrics;
pub mod model;
pub mod openapi;
pub mod options;
mod page;
pub mod refusal;
mod routes;
pub mod sentences;
pub mod serve;
pub mod signals;
pub mod store;
pub mod week_start;
