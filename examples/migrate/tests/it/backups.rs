//! Backups: written, read again, damaged, listed, pruned and restored.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::{SignedDuration, Timestamp};
use semaine_migrate::Error;
use semaine_migrate::backup::{self, Condition, Manifest, Settings};
use semaine_migrate::control::Control;
use semaine_migrate::database::{self, Access};
use semaine_migrate::plan::Plan;
use semaine_migrate::policy::Policy;
use semaine_migrate::run;
use semaine_migrate::run::state::{Options, State};

use crate::support::database::{Database, Kind, Rows};
use crate::support::legacy;

const TABLES: [&str; 3] = ["meal_plans", "shopping_lists", "shopping_list_history"];

fn small() -> legacy::Options {
    legacy::options(&["--rows=60", "--conflicts=3", "--strays=2"])
}

/// A database of the old kind, its connection and the folder of its backups.
struct Kept {
    database: Database,
    connection: Box<dyn database::Database>,
    backups: PathBuf,
    plan: Plan,
}

impl Kept {
    fn fresh(kind: Kind, options: &legacy::Options) -> Option<Self> {
        let database = Database::fresh(kind)?;
        legacy::fill(&database, options);
        let connection = database::open(&database.url).unwrap();
        let backups = database.folder.path().join("backups");
        let plan = Plan::default();
        Some(Self {
            database,
            connection,
            backups,
            plan,
        })
    }

    fn create(&mut self) -> Manifest {
        backup::create(&mut *self.connection, &self.plan, &self.backups).unwrap()
    }

    fn restore(&mut self, name: &str) -> semaine_migrate::Result<backup::Restored> {
        let settings = Settings {
            keep_replaced: false,
        };
        backup::restore(&mut *self.connection, &self.backups, name, settings)
    }

    fn prune(&mut self, age: SignedDuration, now: Timestamp, execute: bool) -> backup::Pruned {
        backup::prune(&mut *self.connection, &self.backups, age, now, execute).unwrap()
    }

    /// Every value of the plan's tables, as the database's own client reads them.
    fn content(&self) -> Vec<Rows> {
        TABLES.map(|table| content(&self.database, table)).to_vec()
    }
}

fn content(database: &Database, table: &str) -> Rows {
    let columns = database.rows(&match database.kind {
        Kind::Sqlite => format!("SELECT name FROM pragma_table_info('{table}') ORDER BY name"),
        Kind::Postgres => format!(
            "SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}'
             ORDER BY 1"
        ),
    });
    let columns = columns.into_iter().flatten().flatten();
    let columns: Vec<_> = columns
        .map(|column| format!("CAST({column} AS TEXT)"))
        .collect();
    database.rows(&format!(
        "SELECT {} FROM {table} ORDER BY id",
        columns.join(", ")
    ))
}

fn refused(result: semaine_migrate::Result<impl std::fmt::Debug>) -> String {
    match result.unwrap_err() {
        Error::Backup(message) => message,
        other => panic!("{other:?}"),
    }
}

fn both(mut test: impl FnMut(Kept)) {
    let mut tested = 0;
    for kind in Kind::BOTH {
        if let Some(kept) = Kept::fresh(kind, &small()) {
            test(kept);
            tested += 1;
        }
    }
    assert!(tested > 0);
}

/// Both have been given the same rows, which nobody but the digest compares.
#[test]
fn equal_rows_have_equal_digests_on_both() {
    let mut all = Vec::new();
    let options = small();
    both(|mut kept| {
        assert_eq!(kept.content()[0].len(), 60);
        all.push(kept.create().tables);
    });
    let digests: Vec<BTreeSet<_>> = all
        .iter()
        .map(|tables| {
            let digest =
                |table: &backup::Table| (table.name.clone(), table.rows, table.sha256.clone());
            tables.iter().map(digest).collect()
        })
        .collect();
    assert!(digests.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(digests[0].len(), 3);

    let other = legacy::Options { seed: 2, ..options };
    let mut kept = Kept::fresh(Kind::Sqlite, &other).unwrap();
    assert_ne!(kept.create().tables[0].sha256, all[0][0].sha256);
}

#[test]
fn every_change_of_a_value_changes_the_digest() {
    both(|mut kept| {
        let digest = |kept: &mut Kept| {
            let digests = backup::digest::tables(&mut *kept.connection, &kept.plan).unwrap();
            digests[0].1.sha256.clone()
        };
        let mut seen = BTreeSet::from([digest(&mut kept)]);
        let changes = [
            "UPDATE meal_plans SET week_start = NULL WHERE id = 1",
            "UPDATE meal_plans SET week_start = '2024-01-08' WHERE id = 1",
            "UPDATE meal_plans SET meals = '' WHERE id = 2",
            "UPDATE meal_plans SET meals = 'a' WHERE id = 2",
            "UPDATE meal_plans SET version = 2 WHERE id = 60",
            "DELETE FROM meal_plans WHERE id = 60",
        ];
        for change in changes {
            kept.database.script(change);
            assert!(seen.insert(digest(&mut kept)), "{change}");
        }
        assert_eq!(seen.len(), 1 + changes.len());
    });
}

#[test]
fn any_flipped_byte_is_found() {
    both(|mut kept| {
        let manifest = kept.create();
        let folder = kept.backups.join(&manifest.name);
        let find = || {
            refused(backup::verify(&kept.backups, &manifest.name));
        };
        let mut flipped = 0;
        for name in ["manifest.json", &manifest.file] {
            let path = folder.join(name);
            let original = fs::read(&path).unwrap();
            let step = original.len().div_ceil(500);
            for place in (0..original.len()).step_by(step) {
                let mut bytes = original.clone();
                bytes[place] ^= 1 << (place % 8);
                fs::write(&path, &bytes).unwrap();
                find();
                flipped += 1;
            }
            for length in [0, 1, original.len() / 2, original.len() - 1] {
                fs::write(&path, &original[..length]).unwrap();
                find();
            }
            fs::write(&path, [&original[..], b"\n"].concat()).unwrap();
            find();
            fs::remove_file(&path).unwrap();
            find();
            fs::write(&path, &original).unwrap();
        }
        assert!(flipped > 500, "{flipped}");
        assert_eq!(
            backup::verify(&kept.backups, &manifest.name).unwrap(),
            manifest
        );
    });
}

/// The copy can be used without this program.
#[test]
fn the_copy_opens_without_this_program() {
    let mut kept = Kept::fresh(Kind::Sqlite, &small()).unwrap();
    let manifest = kept.create();
    let path = kept.backups.join(&manifest.name).join(&manifest.file);
    let copy = Database {
        url: format!("sqlite:{}", path.display()),
        ..Database::fresh(Kind::Sqlite).unwrap()
    };
    for table in TABLES.into_iter().chain(["users"]) {
        assert_eq!(content(&copy, table), content(&kept.database, table));
    }
}

#[test]
fn a_backup_is_of_one_state_and_leaves_nothing_beside_it() {
    both(|mut kept| {
        let manifest = kept.create();
        let names = |path: &Path| -> BTreeSet<String> {
            let entries = fs::read_dir(path).unwrap();
            entries
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect()
        };
        assert_eq!(
            names(&kept.backups),
            BTreeSet::from([manifest.name.clone()])
        );
        assert_eq!(
            names(&kept.backups.join(&manifest.name)),
            BTreeSet::from(["manifest.json".to_owned(), manifest.file.clone()])
        );
        let rows: Vec<_> = manifest
            .tables
            .iter()
            .map(|table| usize::try_from(table.rows).unwrap())
            .collect();
        let found: Vec<_> = kept.content().iter().map(Vec::len).collect();
        assert_eq!(rows, found);
        kept.connection.begin(Access::Write).unwrap();
        kept.connection.rollback();
    });
}

/// Nothing takes the place of a backup, whatever the clock says.
#[test]
fn backups_of_the_same_second_have_names_of_their_own() {
    let mut kept = Kept::fresh(Kind::Sqlite, &small()).unwrap();
    let names: BTreeSet<_> = (0..5).map(|_| kept.create().name).collect();
    assert_eq!(names.len(), 5);
    let listed = backup::list(&kept.backups).unwrap();
    let listed: BTreeSet<_> = listed.into_iter().map(|listed| listed.name).collect();
    assert_eq!(listed, names);
}

#[test]
fn what_cannot_be_copied_leaves_no_backup() {
    both(|mut kept| {
        kept.database
            .script("DROP TABLE shopping_list_history; ALTER TABLE shopping_lists RENAME TO other");
        let error = backup::create(&mut *kept.connection, &kept.plan, &kept.backups).unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error:?}");
        assert_eq!(fs::read_dir(&kept.backups).unwrap().count(), 0);
    });
}

#[test]
fn a_list_says_what_is_complete_damaged_and_unfinished() {
    let mut kept = Kept::fresh(Kind::Sqlite, &small()).unwrap();
    assert_eq!(backup::list(&kept.backups).unwrap(), []);
    let [whole, short, other] = [kept.create(), kept.create(), kept.create()];
    let path = |manifest: &Manifest, file: &str| kept.backups.join(&manifest.name).join(file);
    fs::write(path(&short, &short.file), "").unwrap();
    fs::copy(path(&whole, "manifest.json"), path(&other, "manifest.json")).unwrap();
    fs::create_dir(kept.backups.join("20200101T000000Z-1.partial")).unwrap();
    fs::write(kept.backups.join("notes.txt"), "").unwrap();
    let listed = backup::list(&kept.backups).unwrap();
    let conditions: Vec<_> = listed
        .iter()
        .map(|listed| match &listed.condition {
            Condition::Complete => "complete",
            Condition::Damaged(_) => "damaged",
            Condition::Unfinished => "unfinished",
        })
        .collect();
    assert_eq!(conditions, ["unfinished", "complete", "damaged", "damaged"]);
    assert_eq!(listed[1].manifest.as_ref(), Some(&whole));
}

#[test]
fn only_old_backups_that_nothing_needs_are_pruned() {
    let mut kept = Kept::fresh(Kind::Sqlite, &small()).unwrap();
    let [old, needed, damaged] = [kept.create(), kept.create(), kept.create()];
    fs::write(kept.backups.join(&damaged.name).join("manifest.json"), "{}").unwrap();
    kept.database.script(&format!(
        "CREATE TABLE semaine_migrate_runs (state TEXT, backup TEXT);
         INSERT INTO semaine_migrate_runs VALUES ('migrated', '{}'), ('finalized', '{}')",
        needed.name, old.name
    ));
    let made: Timestamp = old.created.parse().unwrap();
    let year = SignedDuration::from_hours(365 * 24);
    let exactly = made + year;

    let young = kept.prune(year, exactly, true);
    assert_eq!(young.removed, [""; 0]);
    assert_eq!(young.kept.len(), 3);
    let past = kept.prune(SignedDuration::ZERO, made - year, true);
    assert_eq!(past.removed, [""; 0]);

    let later = exactly + SignedDuration::from_secs(60);
    let dry = kept.prune(year, later, false);
    assert_eq!(
        (&dry.removed, dry.executed),
        (&vec![old.name.clone()], false)
    );
    backup::verify(&kept.backups, &old.name).unwrap();
    let done = kept.prune(year, later, true);
    assert_eq!((done.removed, done.executed), (dry.removed, true));
    assert_eq!(done.kept, dry.kept);
    let left = backup::list(&kept.backups).unwrap();
    let left: Vec<_> = left.into_iter().map(|listed| listed.name).collect();
    assert_eq!(left, [needed.name, damaged.name]);
    assert_eq!(fs::read_dir(&kept.backups).unwrap().count(), 2);
}

/// Of another database nobody knows here whether a run needs it.
#[test]
fn backups_of_another_database_are_not_pruned() {
    let mut kept = Kept::fresh(Kind::Sqlite, &small()).unwrap();
    let mut other = Kept::fresh(Kind::Sqlite, &small()).unwrap();
    let manifest = backup::create(&mut *other.connection, &kept.plan, &kept.backups).unwrap();
    let later = Timestamp::now() + SignedDuration::from_hours(1000 * 24);
    let pruned = kept.prune(SignedDuration::ZERO, later, true);
    assert_eq!(pruned.removed, [""; 0]);
    assert_eq!(pruned.kept[0].name, manifest.name);
}

#[test]
fn a_restoration_gives_back_every_value() {
    both(|mut kept| {
        let before = kept.content();
        let users = content(&kept.database, "users");
        let manifest = kept.create();
        kept.database.script(
            "DELETE FROM shopping_list_history;
             UPDATE meal_plans SET week_start = NULL, meals = 'lost' WHERE id > 30;
             DELETE FROM meal_plans WHERE id < 10;
             INSERT INTO users (name) VALUES ('New')",
        );
        let users_since = content(&kept.database, "users");
        assert_eq!(users_since.len(), users.len() + 1);
        let changed = kept.content();
        assert_ne!(changed, before);

        let restored = backup::restore(
            &mut *kept.connection,
            &kept.backups,
            &manifest.name,
            Settings {
                keep_replaced: true,
            },
        )
        .unwrap();
        assert_eq!(kept.content(), before);
        assert_eq!(content(&kept.database, "users"), users_since);
        let rows = |rows: &[Rows]| {
            rows.iter()
                .map(|rows| rows.len() as u64)
                .collect::<Vec<_>>()
        };
        let reported: Vec<_> = restored
            .tables
            .iter()
            .map(|table| table.before.rows)
            .collect();
        assert_eq!(reported, rows(&changed));
        let reported: Vec<_> = restored
            .tables
            .iter()
            .map(|table| table.after.rows)
            .collect();
        assert_eq!(reported, rows(&before));
        assert!(Path::new(&restored.summary).is_file());

        // What was replaced is not lost.
        kept.restore(&restored.replaced.unwrap()).unwrap();
        assert_eq!(kept.content(), changed);
    });
}

/// A row that comes back does not take others with it, and none is deleted by cascade.
#[test]
fn a_restoration_runs_no_triggers_and_no_cascades() {
    let log = |kind| {
        match kind {
        Kind::Sqlite => {
            "CREATE TABLE log (what TEXT);
             CREATE TRIGGER seen AFTER DELETE ON meal_plans BEGIN INSERT INTO log VALUES ('x'); END"
        }
        Kind::Postgres => {
            "CREATE TABLE log (what TEXT);
             CREATE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS
                 'BEGIN INSERT INTO log VALUES (''x''); RETURN NULL; END';
             CREATE TRIGGER seen AFTER DELETE OR INSERT ON meal_plans FOR EACH ROW EXECUTE FUNCTION seen()"
        }
    }
    };
    both(|mut kept| {
        kept.database.script(log(kept.database.kind));
        let manifest = kept.create();
        let before = kept.content();
        kept.restore(&manifest.name).unwrap();
        assert_eq!(kept.content(), before);
        assert_eq!(kept.database.rows("SELECT what FROM log"), Rows::new());
        // They run again.
        kept.database.script("DELETE FROM meal_plans WHERE id = 1");
        assert_eq!(kept.database.rows("SELECT what FROM log").len(), 1);
    });
}

#[test]
fn a_new_row_gets_no_number_of_a_restored_one() {
    both(|mut kept| {
        let manifest = kept.create();
        let copy = Database::fresh(kept.database.kind).unwrap();
        legacy::fill(&copy, &legacy::options(&["--rows=20", "--clean"]));
        let mut connection = database::open(&copy.url).unwrap();
        let settings = Settings {
            keep_replaced: false,
        };
        let restored =
            backup::restore(&mut *connection, &kept.backups, &manifest.name, settings).unwrap();
        assert!(restored.of_another_database);
        copy.script("INSERT INTO meal_plans (user_id, meals) VALUES (1, '{}')");
        let highest = copy.rows("SELECT CAST(max(id) AS TEXT) FROM meal_plans");
        assert_eq!(highest, [[Some("61".to_owned())]]);
    });
}

#[test]
fn a_restoration_into_tables_of_another_form_is_refused() {
    both(|mut kept| {
        let manifest = kept.create();
        let changes = [
            "ALTER TABLE meal_plans ADD COLUMN note TEXT",
            "ALTER TABLE meal_plans DROP COLUMN note; CREATE INDEX more ON shopping_lists (generated_at)",
            "DROP INDEX more; ALTER TABLE shopping_lists RENAME COLUMN items TO things",
        ];
        for change in changes {
            kept.database.script(change);
            let before = content(&kept.database, "meal_plans");
            let message = refused(kept.restore(&manifest.name));
            assert!(message.contains("no longer as in the backup"), "{message}");
            assert_eq!(content(&kept.database, "meal_plans"), before);
        }
        kept.database
            .script("ALTER TABLE shopping_lists RENAME COLUMN things TO items");
        kept.restore(&manifest.name).unwrap();
    });
}

#[test]
fn a_restoration_under_rows_of_other_tables_is_refused() {
    both(|mut kept| {
        let manifest = kept.create();
        kept.database.script(
            "CREATE TABLE notes (plan_id BIGINT REFERENCES meal_plans (id) ON DELETE CASCADE)",
        );
        let error = kept.restore(&manifest.name).unwrap_err();
        let Error::PreCheck(message) = error else {
            panic!("{error:?}");
        };
        assert!(message.contains("notes"), "{message}");
    });
}

/// The rows of the backup belong to users of which one is gone.
#[test]
fn a_restoration_of_rows_that_belong_to_nobody_is_refused() {
    both(|mut kept| {
        let manifest = kept.create();
        let without = match kept.database.kind {
            Kind::Sqlite => "PRAGMA foreign_keys = OFF;",
            Kind::Postgres => "",
        };
        kept.database.script(&format!(
            "{without} DELETE FROM shopping_list_history; DELETE FROM shopping_lists;
             DELETE FROM meal_plans; DELETE FROM users WHERE id = 1"
        ));
        let before = kept.content();
        let message = kept.restore(&manifest.name).unwrap_err().to_string();
        assert!(
            message.contains("refer to rows") || message.contains("foreign key"),
            "{message}"
        );
        assert_eq!(kept.content(), before);
    });
}

#[test]
fn only_the_backup_of_the_present_rows_stands_in_for_a_new_one() {
    both(|mut kept| {
        let manifest = kept.create();
        let require = |kept: &mut Kept, plan: &Plan| {
            backup::require(&mut *kept.connection, plan, &kept.backups, &manifest.name)
        };
        let plan = kept.plan.clone();
        assert_eq!(require(&mut kept, &plan).unwrap(), manifest);
        let mut other = plan.clone();
        other.tables[0].merge.clear();
        assert!(refused(require(&mut kept, &other)).contains("another plan"));
        kept.database
            .script("UPDATE shopping_lists SET items = '[]' WHERE id = 1");
        assert!(refused(require(&mut kept, &plan)).contains("no longer"));
    });
}

#[test]
fn what_is_no_name_of_a_backup_is_not_looked_for() {
    let kept = Kept::fresh(Kind::Sqlite, &small()).unwrap();
    for name in [
        "",
        "..",
        "../data.db",
        "20250804T093000Z-",
        "20250804T093000Z-1.partial",
    ] {
        let error = backup::verify(&kept.backups, name).unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{name}: {error:?}");
    }
    let missing = refused(backup::verify(&kept.backups, "20250804T093000Z-1"));
    assert!(missing.contains("there is no backup"), "{missing}");
}

/// The script of a copy is one that PostgreSQL's own client understands, whatever the rows hold.
#[test]
fn psql_reads_the_copy_of_postgresql() {
    let Some(mut kept) = Kept::fresh(Kind::Postgres, &small()) else {
        return;
    };
    kept.database.script(
        r"UPDATE meal_plans SET meals = E'tab\tline\nback\\slash\r\\.' WHERE id = 1;
          UPDATE meal_plans SET meals = E'\\.' WHERE id = 2;
          UPDATE meal_plans SET meals = E'\\N' WHERE id = 3;
          UPDATE meal_plans SET week_start = 'infinity' WHERE id = 4;
          UPDATE meal_plans SET week_start = '0044-03-15 BC' WHERE id = 5;
          UPDATE meal_plans SET week_start = NULL WHERE id = 6",
    );
    let manifest = kept.create();
    let before = kept.content();
    kept.database
        .script("TRUNCATE meal_plans, shopping_lists, shopping_list_history");
    kept.database
        .script("ALTER TABLE shopping_lists DROP CONSTRAINT shopping_lists_meal_plan_id_fkey");
    let done = Command::new("psql")
        .args([
            "-v",
            "ON_ERROR_STOP=1",
            "-q",
            "-d",
            &kept.database.url,
            "-f",
        ])
        .arg(kept.backups.join(&manifest.name).join(&manifest.file))
        .status()
        .unwrap();
    assert!(done.success());
    assert_eq!(kept.content(), before);
}

/// The old weeks come back, and so may others like them.
#[test]
fn a_restoration_ends_the_run_and_its_guard() {
    both(|mut kept| {
        let manifest = kept.create();
        let before = kept.content();
        let tuesday = "UPDATE meal_plans SET week_start = '2030-01-01' WHERE id = 1";
        for finalized in [false, true] {
            let options = Options {
                policy: Policy::Shift,
                ..Options::default()
            };
            let (db, control) = (&mut *kept.connection, &mut Control::silent());
            run::migrate(db, &kept.plan, &options, &run::Settings::default(), control).unwrap();
            if finalized {
                run::finalize(db, control).unwrap();
            }
            assert_ne!(kept.content(), before);
            kept.restore(&manifest.name).unwrap();
            assert_eq!(kept.content(), before);
            let last = run::status(&mut *kept.connection).unwrap().unwrap();
            assert_eq!(last.state, State::Restored);
            kept.database.script(tuesday);
            kept.restore(&manifest.name).unwrap();
        }
    });
}
