//! The endpoints.

pub(crate) mod health;
