//! What the columns of days are compared with, on every instruction set of the machine.

pub mod answers;
pub mod bytes;
pub mod instants;
pub mod kernels;
pub mod sets;
pub mod texts;
pub mod walk;
