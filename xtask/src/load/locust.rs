//! Locust, which is the people.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, Result};

use super::Options;
use super::samples::Samples;
use crate::process;

/// The longest that a person of the locustfile waits between an answer and the next request.
const LONGEST_WAIT_MS: usize = 500;

/// Fewer requests than people make of a server that keeps up with them.
///
/// The one who comes as number `i` stays for all but the first `i / spawn_rate` seconds, and waits for 0.1 to 0.5 s
/// before each request. All of them count as if they always waited the longest, which leaves the answers 0.2 s each
/// on average: ten times the goal.
pub(super) fn least_requests(options: &Options) -> Result<usize> {
    let Options {
        users,
        spawn_rate,
        seconds,
        ..
    } = options;
    let (each_second, run) = (usize::try_from(*spawn_rate)?, usize::try_from(*seconds)?);
    let people = 0..usize::try_from(*users)?;
    let stays = people.map(|number| (run * 1_000).saturating_sub(number * 1_000 / each_second));
    Ok(stays.sum::<usize>() / LONGEST_WAIT_MS)
}

/// Gives a server its load, and reads what came of it.
pub(super) fn run(
    python: &Path,
    csv: &Path,
    server: &str,
    address: SocketAddr,
    options: &Options,
) -> Result<Samples> {
    let name = server.replace(", ", "-").replace(' ', "-").to_lowercase();
    let file = csv.join(format!("{name}.csv"));
    let Options {
        users,
        spawn_rate,
        seconds,
        ..
    } = options;
    process::run(
        process::program(python)
            .args(["-m", "locust", "--headless", "--only-summary"])
            .arg("--locustfile=tests/load/locustfile.py")
            .arg(format!("--host=http://{address}"))
            .arg(format!("--users={users}"))
            .arg(format!("--spawn-rate={spawn_rate}"))
            .arg(format!("--run-time={seconds}s"))
            // Failures are counted here, in the file.
            .args(["--exit-code-on-error=0", "--loglevel=WARNING"])
            .arg("--samples")
            .arg(&file),
    )?;
    Samples::read(&file).with_context(|| format!("Locust measured nothing of {server}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Database;

    #[test]
    fn people_make_requests_while_they_are_there() {
        for (users, spawn_rate, seconds, least) in [
            (1, 1, 10, 20),
            // For 10 s, 9.5 s, 9 s and 8.5 s.
            (4, 2, 10, 20 + 19 + 18 + 17),
            // 20 × 120 s, less 0 + 0.5 + … + 9.5 s.
            (20, 2, 120, 2 * (2_400 - 95)),
            // Whoever comes after the end makes none.
            (20, 1, 2, 2 * (2 + 1)),
        ] {
            let options = Options {
                users,
                spawn_rate,
                seconds,
                database: Database::Sqlite,
                no_peer: true,
                csv: None,
                record: false,
            };
            assert_eq!(least_requests(&options).unwrap(), least, "{users} users");
        }
    }
}
