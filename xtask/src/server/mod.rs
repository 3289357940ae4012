//! The reference server of `examples/server`.

mod client;
mod cluster;
mod program;
mod schemathesis;
mod service;
mod test;

pub(crate) use self::client::{Answer, Client};
pub(crate) use self::cluster::Cluster;
pub(crate) use self::program::{Profile, built};
pub(crate) use self::service::{Service, free_address};
pub(crate) use self::test::{run as test, run_of_migrate as test_migrate};
