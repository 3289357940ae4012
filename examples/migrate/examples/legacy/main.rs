//! Makes the reference application's database as it was before weeks had to start on Mondays, to try the
//! migration with.
//!
//! ```text
//! cargo run -p semaine-migrate --example legacy -- --database-url legacy.db --rows 100000
//! ```

mod database;

use std::process::ExitCode;

use clap::Parser;

use crate::database::{Made, Options};

#[derive(Parser)]
struct Arguments {
    /// A new SQLite file, or an empty database of PostgreSQL
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: String,
    #[command(flatten)]
    options: Options,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match make(&arguments.database_url, &arguments.options) {
        Ok(made) => {
            println!(
                "{} users, {} meal plans, {} shopping lists, {} entries of their history",
                made.users, made.plans, made.lists, made.entries
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(url: &str, options: &Options) -> Result<Made, Box<dyn std::error::Error>> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return database::postgres(url, options);
    }
    let path = url.strip_prefix("sqlite:").unwrap_or(url);
    let path = path.strip_prefix("//").unwrap_or(path);
    Ok(database::sqlite(path.as_ref(), options)?)
}
