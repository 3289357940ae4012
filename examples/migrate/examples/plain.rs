//! Moves every meal plan to its Monday by one UPDATE: what a migration in batches is held against.
//!
//! It has no journal, keeps everybody else out meanwhile, and refuses everything if two rows meet.

use std::error::Error;
use std::time::Instant;

use clap::Parser;

const SQLITE: &str = "
    UPDATE meal_plans SET week_start = date(week_start, '-6 days', 'weekday 1')
    WHERE week_start <> date(week_start, '-6 days', 'weekday 1')";
const POSTGRES: &str = "
    UPDATE meal_plans SET week_start = date_trunc('week', week_start)::date
    WHERE week_start <> date_trunc('week', week_start)::date";

#[derive(Parser)]
struct Arguments {
    /// An SQLite file, or a database of PostgreSQL
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let url = Arguments::parse().database_url;
    let start = Instant::now();
    let moved = if url.starts_with("postgres") {
        postgres::Client::connect(&url, postgres::NoTls)?.execute(POSTGRES, &[])?
    } else {
        let path = url.strip_prefix("sqlite:").unwrap_or(&url);
        rusqlite::Connection::open(path)?.execute(SQLITE, ())? as u64
    };
    let seconds = start.elapsed().as_secs_f64();
    println!("{{\"moved\": {moved}, \"seconds\": {seconds}}}");
    Ok(())
}
