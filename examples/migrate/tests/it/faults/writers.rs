//! Others write while a migration runs: old versions, which know no Mondays, and new ones.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{scope, sleep};
use std::time::Duration;

use super::bed::{DONE, ROLLBACK};
use super::legacy;
use crate::support::database::{Database, Kind};
use crate::support::program::Program;
use crate::support::scale::{count, times};

const WRITERS: u32 = 8;

/// What a writer was told.
#[derive(Debug, Default)]
struct Told {
    /// Plans that were accepted, by their key, with the week.
    plans: Vec<(u32, String)>,
    /// The last of the edits of its plan, which have to be accepted.
    edits: u32,
    refused: u32,
}

/// A connection of one writer.
enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::Client),
}

impl Connection {
    fn to(database: &Database) -> Self {
        match database.kind {
            Kind::Sqlite => Self::Sqlite(database.sqlite()),
            Kind::Postgres => Self::Postgres(database.postgres()),
        }
    }

    fn does(&mut self, sql: &str) -> Result<(), String> {
        match self {
            Self::Sqlite(connection) => connection
                .execute_batch(sql)
                .map_err(|error| error.to_string()),
            Self::Postgres(client) => client
                .batch_execute(sql)
                .map_err(|error| format!("{error:?}")),
        }
    }
}

#[test]
fn writers_lose_nothing_and_no_new_week_is_wrong() {
    for kind in Kind::BOTH {
        let Some(database) = Database::fresh(kind) else {
            continue;
        };
        beside_writers(&database);
    }
}

fn beside_writers(database: &Database) {
    legacy::fill_without_conflicts(database, times(600, 100_000).into());
    let program = Program::on(database, None);
    let migrated = AtomicBool::new(false);
    let told = scope(|scope| {
        let migrated = &migrated;
        let writers: Vec<_> = (0..WRITERS)
            .map(|number| scope.spawn(move || write(database, number, migrated)))
            .collect();
        sleep(Duration::from_millis(50));
        let ended = program.run(&["migrate", "--execute", "--no-backup", "--profile=online"]);
        migrated.store(true, Ordering::Relaxed);
        let told: Vec<_> = writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .collect();
        assert_eq!(ended.code, DONE, "{ended:?}");
        told
    });
    program.expect(0, &["validate"]);
    let weeks = |_: &str| {
        let weeks = "SELECT CAST(id AS TEXT), CAST(week_start AS TEXT), meals FROM meal_plans";
        database.rows(weeks)
    };
    let now = weeks("migrated");
    for (number, told) in told.iter().enumerate() {
        let edited = now
            .iter()
            .find(|row| row[0] == Some((number + 1).to_string()));
        assert_eq!(edited.unwrap()[2], Some(told.edits.to_string()));
        for (id, monday) in &told.plans {
            let row = now.iter().find(|row| row[0] == Some(id.to_string()));
            assert_eq!(row.unwrap()[1].as_ref(), Some(monday), "{id}");
        }
        // The even ones are new, the odd ones old.
        assert_eq!(told.refused > 0, number % 2 == 1, "{number}: {told:?}");
    }
    let plans = told.iter().map(|told| told.plans.len() as u64).sum();
    count("writers: plans accepted", plans);
    let edits = told.iter().map(|told| u64::from(told.edits)).sum();
    count("writers: edits accepted", edits);
    program.expect(0, &[&ROLLBACK[..]].concat());
    let after = weeks("rolled back");
    assert_eq!(now.len(), after.len());
}

/// Writes plans of weeks of its own until the migration is over and a little longer, and edits a plan.
fn write(database: &Database, number: u32, migrated: &AtomicBool) -> Told {
    let mut connection = Connection::to(database);
    let mut told = Told::default();
    let user = 1_000_000 + number;
    let mut rest = 20;
    for step in 0.. {
        if migrated.load(Ordering::Relaxed) {
            if rest == 0 {
                break;
            }
            rest -= 1;
        }
        let id = 10_000_000 + number * 100_000 + step;
        let monday = date(7 * step);
        let day = date(7 * step + if number % 2 == 1 { 1 + step % 6 } else { 0 });
        let plan = format!("INSERT INTO meal_plans VALUES ({id}, {user}, '{day}', '{{}}')");
        match connection.does(&plan) {
            Ok(()) => told.plans.push((id, monday)),
            Err(_) => told.refused += 1,
        }
        let edits = told.edits + 1;
        let edit = format!(
            "UPDATE meal_plans SET meals = '{edits}' WHERE id = {}",
            number + 1
        );
        connection.does(&edit).unwrap();
        told.edits = edits;
        sleep(Duration::from_millis(2));
    }
    told
}

/// The day so many days after a Monday.
fn date(days: u32) -> String {
    let monday = jiff::civil::date(2000, 1, 3);
    (monday + jiff::Span::new().days(days)).to_string()
}
