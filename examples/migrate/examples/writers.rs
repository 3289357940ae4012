//! Writes meal plans as other users of a database do, until standard input ends, and tells how long each write
//! took.

use std::error::Error;
use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::Parser;

#[derive(Parser)]
struct Arguments {
    /// An SQLite file, or a database of PostgreSQL
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: String,
    /// How many write at the same time
    #[arg(long, default_value_t = 4)]
    writers: u64,
    /// How many milliseconds each waits between two writes
    #[arg(long, default_value_t = 20)]
    pause: u64,
    /// How many plans there are, with the keys from 1 on
    #[arg(long)]
    rows: u64,
}

enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::Client),
}

type Failure = Box<dyn Error + Send + Sync>;

impl Connection {
    fn open(url: &str) -> Result<Self, Failure> {
        if url.starts_with("postgres") {
            let client = postgres::Client::connect(url, postgres::NoTls)?;
            return Ok(Self::Postgres(client));
        }
        let path = url.strip_prefix("sqlite:").unwrap_or(url);
        let connection = rusqlite::Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        Ok(Self::Sqlite(connection))
    }

    fn write(&mut self, id: i64, meals: &str) -> Result<(), Failure> {
        match self {
            Self::Sqlite(connection) => connection
                .prepare_cached("UPDATE meal_plans SET meals = ?1 WHERE id = ?2")?
                .execute((meals, id))
                .map(drop)?,
            Self::Postgres(client) => client
                .execute(
                    "UPDATE meal_plans SET meals = $1::text WHERE id = $2::bigint",
                    &[&meals, &id],
                )
                .map(drop)?,
        }
        Ok(())
    }
}

fn main() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    let ended = AtomicBool::new(false);
    let mut times = thread::scope(|scope| {
        let (arguments, ended) = (&arguments, &ended);
        let writers: Vec<_> = (0..arguments.writers)
            .map(|number| scope.spawn(move || write(arguments, number, ended)))
            .collect();
        io::stdin().read_to_end(&mut Vec::new())?;
        ended.store(true, Ordering::Relaxed);
        let mut times = Vec::new();
        for writer in writers {
            times.extend(writer.join().map_err(|_| "a writer panicked")??);
        }
        Ok::<_, Failure>(times)
    })?;
    times.sort();
    let at = |thousandth: usize| {
        let place = times.len().saturating_sub(1) * thousandth / 1000;
        times.get(place).map_or(f64::NAN, Duration::as_secs_f64) * 1e3
    };
    println!(
        "{{\"writes\": {}, \"p50\": {:.3}, \"p99\": {:.3}, \"longest\": {:.3}}}",
        times.len(),
        at(500),
        at(990),
        at(1000),
    );
    Ok(())
}

/// The times of one writer; a write that fails fails everything.
fn write(arguments: &Arguments, number: u64, ended: &AtomicBool) -> Result<Vec<Duration>, Failure> {
    let mut connection = Connection::open(&arguments.database_url)?;
    let mut times = Vec::new();
    let mut place = number * 7919;
    while !ended.load(Ordering::Relaxed) {
        // Here and there, and in the end everywhere.
        place = (place + 611_953) % arguments.rows;
        let meals = format!("{{\"monday\": {{\"lunch\": {}}}}}", times.len());
        let start = Instant::now();
        connection.write(i64::try_from(place + 1)?, &meals)?;
        times.push(start.elapsed());
        thread::sleep(Duration::from_millis(arguments.pause));
    }
    Ok(times)
}
