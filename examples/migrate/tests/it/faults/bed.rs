//! A legacy database, what it has to become, and the program on it.

use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

use super::legacy::{self, Tables};
use crate::support::database::{Database, Kind};
use crate::support::program::{Ended, Program};

/// How a process ends at a failpoint: by `SIGABRT`.
pub(super) const ABORTED: Option<i32> = Some(6);
pub(super) const KILLED: Option<i32> = Some(9);

pub(super) const DONE: Option<i32> = Some(0);
pub(super) const LOCKED: Option<i32> = Some(7);
pub(super) const INTERRUPTED: Option<i32> = Some(8);
pub(super) const FENCED: Option<i32> = Some(9);
pub(super) const DRIFTED: Option<i32> = Some(10);
pub(super) const PENDING: Option<i32> = Some(20);

pub(super) const MIGRATE: [&str; 5] = [
    "migrate",
    "--execute",
    "--no-backup",
    "--on-conflict=merge",
    "--batch-size=50",
];
pub(super) const ROLLBACK: [&str; 3] = ["rollback", "--execute", "--batch-size=50"];
pub(super) const RESUME: [&str; 3] = ["resume", "--execute", "--batch-size=50"];

#[derive(Debug)]
pub(super) struct Bed {
    pub(super) database: Database,
    pub(super) program: Program,
    plans: u64,
    /// Before a migration.
    pub(super) before: Tables,
    /// After one that nothing disturbed.
    pub(super) after: Tables,
}

impl Bed {
    /// With so many plans; `None` where PostgreSQL is missing on purpose.
    pub(super) fn of(kind: Kind, plans: u64) -> Option<Self> {
        let database = Database::fresh(kind)?;
        legacy::fill(&database, plans);
        let program = Program::on(&database, None);
        let before = legacy::read(&database);
        program.expect(0, &MIGRATE);
        let after = legacy::read(&database);
        assert_ne!(before, after);
        let bed = Self {
            database,
            program,
            plans,
            before,
            after,
        };
        bed.renew();
        Some(bed)
    }

    /// On each database that there is.
    pub(super) fn on_both(plans: u64) -> impl Iterator<Item = Self> {
        let kinds = Kind::BOTH.into_iter();
        kinds.filter_map(move |kind| Self::of(kind, plans))
    }

    /// Puts the legacy rows back, as if nothing had been.
    pub(super) fn renew(&self) {
        self.database.clear();
        legacy::fill(&self.database, self.plans);
    }

    pub(super) fn is_migrated(&self, why: &str) {
        let kind = self.database.kind;
        let now = legacy::read(&self.database);
        assert!(now == self.after, "{kind:?}: not migrated: {why}");
    }

    pub(super) fn is_as_before(&self, why: &str) {
        let kind = self.database.kind;
        let now = legacy::read(&self.database);
        assert!(now == self.before, "{kind:?}: not as before: {why}");
    }

    /// Runs a command to its end, as soon as PostgreSQL has noticed that a killed process has gone.
    pub(super) fn run(&self, arguments: &[&str]) -> Ended {
        loop {
            let ended = self.program.run(arguments);
            if ended.code != LOCKED || self.database.kind == Kind::Sqlite {
                return ended;
            }
            sleep(Duration::from_millis(5));
        }
    }

    /// Runs a command that has to succeed.
    pub(super) fn does(&self, arguments: &[&str]) -> Ended {
        let ended = self.run(arguments);
        assert_eq!(ended.code, DONE, "{arguments:?}: {ended:?}");
        ended
    }

    /// Whether a run has to be brought to its end.
    pub(super) fn is_pending(&self) -> bool {
        let ended = self.run(&["status"]);
        assert!([DONE, PENDING].contains(&ended.code), "{ended:?}");
        ended.code == PENDING
    }

    /// Brings a migration that was killed anywhere to its end.
    pub(super) fn finish(&self) {
        if self.is_pending() {
            self.does(&RESUME);
        } else if legacy::read(&self.database) == self.before {
            self.does(&MIGRATE);
        }
    }

    /// Brings a rollback that was killed anywhere to its end.
    pub(super) fn finish_rollback(&self) {
        if self.is_pending() || legacy::read(&self.database) == self.after {
            self.does(&ROLLBACK);
        }
    }

    /// Starts a command.
    pub(super) fn start(&self, arguments: &[&str]) -> Child {
        self.program.command(arguments).spawn().unwrap()
    }
}

/// A migration that takes so long that something can be done meanwhile.
pub(super) const SLOWLY: [&str; 5] = [
    "migrate",
    "--execute",
    "--no-backup",
    "--on-conflict=merge",
    "--batch-size=2",
];

impl Bed {
    /// Starts a migration, and waits until its first batch is committed.
    pub(super) fn start_slowly(&self) -> Child {
        let mut child = self.start(&SLOWLY);
        // Waiting is all that can be done; a process that ends at once is seen below.
        while self
            .database
            .try_rows("SELECT cursor_key FROM semaine_migrate_runs WHERE cursor_key IS NOT NULL")
            .is_none_or(|rows| rows.is_empty())
        {
            if let Some(status) = child.try_wait().unwrap() {
                panic!("it ended too soon ({status}): {:?}", ended(child));
            }
            sleep(Duration::from_millis(1));
        }
        child
    }

    /// Stops a process with `SIGSTOP` where it is in no transaction.
    pub(super) fn freeze_between_batches(&self, child: &Child) {
        loop {
            signal("STOP", child);
            sleep(Duration::from_millis(5));
            if self.nobody_writes() {
                return;
            }
            signal("CONT", child);
            sleep(Duration::from_millis(1));
        }
    }

    fn nobody_writes(&self) -> bool {
        match self.database.kind {
            Kind::Sqlite => {
                let connection = self.database.sqlite();
                connection.busy_timeout(Duration::ZERO).unwrap();
                connection
                    .execute_batch("BEGIN IMMEDIATE; ROLLBACK")
                    .is_ok()
            }
            Kind::Postgres => {
                let busy = "SELECT pid::text FROM pg_stat_activity WHERE datname = current_database() \
                            AND pid <> pg_backend_pid() AND state <> 'idle'";
                self.database.rows(busy).is_empty()
            }
        }
    }
}

/// Waits for the end of a process.
pub(super) fn ended(child: Child) -> Ended {
    child.wait_with_output().unwrap().into()
}

/// Sends a signal to a process that was started here.
pub(super) fn signal(name: &str, child: &Child) {
    let script = format!("kill -{name} {}", child.id());
    let mut shell = Command::new("sh");
    assert!(shell.args(["-c", &script]).status().unwrap().success());
}
