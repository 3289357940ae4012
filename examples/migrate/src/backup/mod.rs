//! Copies of the tables of a plan, which are verified, listed, pruned and restored.

pub mod digest;
