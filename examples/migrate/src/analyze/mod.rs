//! Reads a database and tells what a migration would change.
