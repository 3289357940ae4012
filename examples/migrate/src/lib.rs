//! Moves the week columns of a database to the Mondays of their ISO weeks, without losing a row.
//!
//! The program `semaine-migrate` is a thin front of this library; its README and runbook say how to use
//! it. A [`plan`] names tables and columns, a [`database`] is SQLite or PostgreSQL, [`analyze`] reads,
//! [`run`] changes and undoes, [`backup`] keeps and restores.

pub mod analyze;
pub mod anchor;
pub mod backup;
pub mod cli;
pub mod control;
pub mod database;
pub mod error;
pub mod failpoint;
pub mod plan;
pub mod policy;
pub mod report;
pub mod run;
pub mod value;
pub mod week;

pub use crate::error::{Error, Result};
