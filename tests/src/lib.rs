//! The proof of semaine: what the tests, the exhaustive walk and the fuzz targets share.

pub mod columns;
pub mod exhaustive;
pub mod invariants;
pub mod oracle;
pub mod parallel;

/// The examples of the documents in the repository's root, which run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../DESIGN.md")]
#[doc = include_str!("../../COMPARE.md")]
pub struct Documents;
