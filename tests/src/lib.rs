//! The proof of semaine: what the tests, the exhaustive walk and the fuzz targets share.

pub mod exhaustive;
pub mod invariants;
pub mod oracle;
