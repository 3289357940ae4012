//! A process is killed at each place of [`semaine_migrate::failpoint::ALL`].

use semaine_migrate::failpoint::ALL;

use super::bed::{ABORTED, Bed, DONE, MIGRATE, ROLLBACK};
use crate::support::database::Kind;
use crate::support::scale::{count, full, times};

const PLANS: u64 = 120;

const WITH_BACKUP: [&str; 4] = [
    "migrate",
    "--execute",
    "--on-conflict=merge",
    "--batch-size=50",
];

#[test]
fn sqlite_gets_over_a_kill_at_every_place() {
    at_every_place(Kind::Sqlite);
}

#[test]
fn postgres_gets_over_a_kill_at_every_place() {
    at_every_place(Kind::Postgres);
}

fn at_every_place(kind: Kind) {
    let Some(bed) = Bed::of(kind, PLANS) else {
        return;
    };
    // A kill on PostgreSQL takes three times as long, and most of the program is the same.
    let places = ALL.iter().enumerate();
    let left_out = |index: usize| kind == Kind::Postgres && !full() && !index.is_multiple_of(3);
    for (_, name) in places.filter(|(index, _)| !left_out(*index)) {
        for visit in 1..=times(1, 4) {
            let place = format!("{name}:{visit}");
            let killed = match name.split('-').next().unwrap() {
                "rollback" | "rolled" => rollback(&bed, &place),
                "restore" | "restored" => restore(&bed, &place),
                "finalize" | "finalized" => finalize(&bed, &place),
                _ => migrate(&bed, &place),
            };
            // Not every place is passed twice, and SQLite can have no CHECK afterwards.
            let check = ["finalize-checked", "finalize-validated"].contains(name);
            let passed = visit == 1 && !(check && kind == Kind::Sqlite);
            assert!(killed || !passed, "{place} is not passed");
            count("every place: kills", killed.into());
        }
    }
}

fn migrate(bed: &Bed, place: &str) -> bool {
    bed.renew();
    let killed = bed.program.run_until(place, &WITH_BACKUP);
    bed.finish();
    bed.is_migrated(place);
    bed.does(&["validate"]);
    bed.does(&ROLLBACK);
    bed.is_as_before(place);
    killed.signal == ABORTED
}

fn rollback(bed: &Bed, place: &str) -> bool {
    bed.renew();
    bed.does(&MIGRATE);
    let killed = bed.program.run_until(place, &ROLLBACK);
    bed.finish_rollback();
    bed.is_as_before(place);
    // Nothing is left in the way of another migration.
    bed.does(&MIGRATE);
    bed.is_migrated(place);
    killed.signal == ABORTED
}

fn restore(bed: &Bed, place: &str) -> bool {
    bed.renew();
    bed.does(&["backup"]);
    let backups = bed.program.expect(0, &["list-backups"]);
    let name = backups["backups"][0]["name"].as_str().unwrap();
    bed.does(&MIGRATE);
    let restore = ["restore", name, "--execute"];
    let killed = bed.program.run_until(place, &restore);
    // It is one transaction: before its end nothing has happened.
    if place.starts_with("restore-") {
        bed.is_migrated(place);
    }
    bed.does(&restore);
    bed.is_as_before(place);
    bed.does(&MIGRATE);
    bed.is_migrated(place);
    killed.signal == ABORTED
}

fn finalize(bed: &Bed, place: &str) -> bool {
    bed.renew();
    bed.does(&MIGRATE);
    let killed = bed.program.run_until(place, &["finalize", "--execute"]);
    let again = bed.run(&["finalize", "--execute"]);
    // It may have been done but for its report.
    assert!(
        again.code == DONE || place.starts_with("finalized"),
        "{place}: {again:?}"
    );
    bed.is_migrated(place);
    bed.does(&["validate"]);
    let tuesday = "UPDATE meal_plans SET week_start = '2020-01-07' WHERE id = 1";
    assert!(bed.database.try_script(tuesday).is_err(), "{place}");
    killed.signal == ABORTED
}
