//! The reference server of `examples/server`.

mod program;
mod test;

pub(crate) use self::program::{Profile, built};
pub(crate) use self::test::run as test;
