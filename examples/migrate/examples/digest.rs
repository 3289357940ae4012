//! Prints the sha256 of the content of the meal plans: to compare what different ways to migrate leave behind.

use std::error::Error;

use clap::Parser;
use semaine_migrate::backup::digest;
use semaine_migrate::database;
use semaine_migrate::plan::Plan;

#[derive(Parser)]
struct Arguments {
    /// An SQLite file, or a database of PostgreSQL
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut database = database::open(&Arguments::parse().database_url)?;
    let tables = digest::tables(&mut *database, &Plan::default())?;
    let (_, plans) = tables.first().ok_or("there are no meal plans")?;
    println!("{}", plans.sha256);
    Ok(())
}
