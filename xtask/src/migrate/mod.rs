//! The migration tool of `examples/migrate`.

mod bench;
mod torture;

pub(crate) use self::bench::{Options as BenchOptions, run as bench};
pub(crate) use self::torture::{Options as TortureOptions, run as torture};
