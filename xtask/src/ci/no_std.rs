//! The core on a machine without an operating system.

use anyhow::Result;

use crate::bare::Compiler;

/// A microcontroller: no operating system, no allocator, 32 bits.
const TARGET: &str = "thumbv7em-none-eabi";

/// Builds a library that brings no `std` and no allocator.
pub(crate) fn check() -> Result<()> {
    let compiler = Compiler::for_target(TARGET)?;
    compiler.build("semaine-no-std", "release").map(drop)
}
