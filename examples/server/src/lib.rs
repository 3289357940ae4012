//! A small meal planner by ISO weeks, as a service: axum and semaine on SQLite or PostgreSQL.
//!
//! `week_start` and `extract` are the parts to lift into a service of one's own.

pub mod app;
pub mod clock;
pub mod model;
pub mod store;
pub mod week_start;
