//! `semaine.columns`: what a container holds becomes slices, and the core's functions do the rest.

// Foreign memory is read and written here: the buffers of NumPy, and those of Arrow's interface.
#![allow(unsafe_code)]

pub(crate) mod arrow;
mod days;
mod memory;
pub(crate) mod numpy;
mod question;
pub(crate) mod rows;
mod shared;
mod texts;
