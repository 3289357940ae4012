//! The reference application's database as it was before.

use std::path::Path;

use clap::Parser;

#[path = "../../../examples/legacy/database/mod.rs"]
mod generator;

pub(crate) use self::generator::Options;

use super::database::{Database, Kind};

#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    options: Options,
}

/// What the program `legacy` takes.
pub(crate) fn options(arguments: &[&str]) -> Options {
    let arguments = [&["legacy"], arguments].concat();
    Arguments::parse_from(arguments).options
}

/// Makes the tables and rows in an empty database.
pub(crate) fn fill(database: &Database, options: &Options) {
    let made = match database.kind {
        Kind::Sqlite => {
            let path = database.url.strip_prefix("sqlite:").unwrap();
            generator::sqlite(Path::new(path), options).unwrap()
        }
        Kind::Postgres => generator::postgres(&database.url, options).unwrap(),
    };
    assert_eq!(made.plans, options.rows);
}
