//! Copies of the tables of a plan, which are verified, listed, pruned and restored.
//!
//! A backup is a folder in the folder of backups, with a name of its own. It has a copy, which is an SQLite
//! file of the whole database or, of PostgreSQL, a script for `psql` with the tables of the plan, and the
//! [`Manifest`], which describes the copy. The folder gets its name when both are on the disk and have been
//! read again.

pub mod age;
mod copy;
mod create;
pub mod digest;
mod files;
mod list;
mod manifest;
mod name;
mod prune;
mod restore;
mod schema_hash;
mod verify;

pub use self::create::{create, require};
pub use self::list::{Condition, Listed, list};
pub use self::manifest::{Column, Manifest, Table};
pub use self::prune::{Kept, Pruned, prune};
pub use self::restore::{Restored, Settings, TableRestored, restore};
pub use self::verify::verify;
