//! What the tests share.

pub(crate) mod database;
pub(crate) mod legacy;
#[path = "../../../../server/tests/it/support/postgres.rs"]
pub(crate) mod postgres;
pub(crate) mod program;
pub(crate) mod scale;
