//! Both databases do the same with the same statements.

use semaine::Date;
use semaine_migrate::database::schema::Table;
use semaine_migrate::database::{
    Access, ChildColumns, Columns, Database, Engine, Move, Place, Row,
};
use semaine_migrate::error::FaultKind;
use semaine_migrate::run::journal;
use semaine_migrate::value::{Blob, Key, Value};
use semaine_migrate::week::{Bad, Week};
use semaine_migrate::{Error, database};

use crate::support::database::{Database as Fresh, Kind};

const TABLES: &str = "
    CREATE TABLE plans (
        id BIGINT PRIMARY KEY, owner BIGINT, week DATE, note TEXT, UNIQUE (owner, week)
    );
    CREATE TABLE lists (
        id VARCHAR(20) PRIMARY KEY, plan BIGINT REFERENCES plans (id), week DATE NOT NULL, day INTEGER
    );
    CREATE INDEX lists_of_plan ON lists (plan);
    INSERT INTO plans VALUES
        (1, 1, '2025-08-03', 'a'), (2, 1, '2025-08-05', 'b'), (3, 2, '2025-08-05', NULL),
        (4, NULL, '2025-08-06', 'd'), (5, NULL, '2025-08-07', 'e'), (6, 2, NULL, 'f');
    INSERT INTO lists VALUES
        ('x', 2, '2025-08-05', 3), ('y', 2, '2025-08-05', NULL), ('z', 1, '2025-08-03', 0);";

fn open(fresh: &Fresh) -> Box<dyn Database> {
    database::open(&fresh.url).unwrap()
}

fn one_of_each() -> Vec<Fresh> {
    Kind::BOTH.into_iter().filter_map(existing).collect()
}

fn sqlite() -> Fresh {
    existing(Kind::Sqlite).unwrap()
}

fn existing(kind: Kind) -> Option<Fresh> {
    let fresh = Fresh::fresh(kind)?;
    // A file of SQLite has to be there before it is opened.
    fresh.script("CREATE TABLE made (a INTEGER); DROP TABLE made");
    Some(fresh)
}

fn on_each(mut test: impl FnMut(&Fresh, &mut dyn Database)) {
    for fresh in one_of_each() {
        let mut db = open(&fresh);
        db.script(TABLES).unwrap();
        db.script(journal::definition(db.engine())).unwrap();
        test(&fresh, &mut *db);
    }
}

fn table(db: &mut dyn Database, name: &str) -> Table {
    db.schema(&[name]).unwrap().tables.remove(name).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn week(text: &str) -> Week {
    Week::Date(date(text))
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn plans<'a>(table: &'a Table, owner: &'a [String]) -> Columns<'a> {
    Columns {
        number: 7,
        table,
        key: "id",
        week: "week",
        owner,
    }
}

/// The plans' weeks as texts, in the order of their keys.
fn weeks(db: &mut dyn Database) -> Vec<Value> {
    let column = table(db, "plans").column("week").unwrap().read(db.engine());
    let rows = db
        .query(
            &format!("SELECT {column} FROM plans AS p ORDER BY p.id"),
            &[],
        )
        .unwrap();
    rows.into_iter().flatten().collect()
}

#[test]
fn values_are_stored_and_read_as_they_are() {
    on_each(|_, db| {
        db.script("CREATE TABLE kinds (a BIGINT, b DOUBLE PRECISION, c TEXT, d TEXT, e TEXT)")
            .unwrap();
        let row = [
            Value::Integer(i64::MIN),
            Value::Real(0.1),
            text("Käse \"'{,}\\ 🧀"),
            text(""),
            Value::Null,
        ];
        let changed = db
            .execute("INSERT INTO kinds VALUES ($1, $2, $3, $4, $5)", &row)
            .unwrap();
        assert_eq!(changed, 1);
        assert_eq!(db.query("SELECT * FROM kinds", &[]).unwrap(), [row]);
    });
}

#[test]
fn bytes_are_stored_and_read_as_they_are() {
    on_each(|_, db| {
        let kind = match db.engine() {
            Engine::Sqlite => "BLOB",
            Engine::Postgres => "BYTEA",
        };
        db.script(&format!("CREATE TABLE kinds (a {kind})"))
            .unwrap();
        let bytes = Value::Blob(Blob::new(&[0, 0x5c, 0x27, 0xff]));
        db.execute(
            "INSERT INTO kinds VALUES ($1)",
            std::slice::from_ref(&bytes),
        )
        .unwrap();
        assert_eq!(db.query("SELECT a FROM kinds", &[]).unwrap(), [[bytes]]);
    });
}

#[test]
fn parameters_go_by_their_numbers() {
    on_each(|_, db| {
        let sql = "SELECT note FROM plans WHERE week = $2 AND id = $1 AND owner <> $1 + $1";
        let found = db.query(sql, &[Value::Integer(2), text("2025-08-05")]);
        assert_eq!(found.unwrap(), [[text("b")]]);
        let too_many = db.query(sql, &[Value::Integer(2), text("2025-08-05"), Value::Null]);
        assert!(too_many.is_err());
    });
}

#[test]
fn a_column_that_does_not_exist_is_no_text() {
    on_each(|_, db| {
        let found = db.query("SELECT id FROM plans WHERE \"weekk\" = 'weekk'", &[]);
        assert_eq!(found.unwrap_err().fault(), Some(FaultKind::Other));
    });
}

#[test]
fn reading_ends_with_the_error_of_the_reader() {
    on_each(|_, db| {
        let mut seen = 0;
        let ended = db.stream("SELECT id FROM plans ORDER BY id", &[], &mut |_| {
            seen += 1;
            if seen == 3 {
                return Err(Error::Usage("enough".to_owned()));
            }
            Ok(())
        });
        assert!(matches!(ended, Err(Error::Usage(_))));
        assert_eq!(seen, 3);
        assert_eq!(
            db.query("SELECT count(*) FROM plans", &[]).unwrap(),
            [[Value::Integer(6)]]
        );
    });
}

#[test]
fn a_schema_has_what_a_migration_asks_of_it() {
    on_each(|_, db| {
        let schema = db.schema(&["plans", "lists", "nothing"]).unwrap();
        assert_eq!(schema.tables.keys().collect::<Vec<_>>(), ["lists", "plans"]);
        let plans = &schema.tables["plans"];
        let names: Vec<_> = plans.columns.iter().map(|column| &*column.name).collect();
        assert_eq!(names, ["id", "owner", "week", "note"]);
        assert_eq!(plans.primary_key, ["id"]);
        let unique = |columns: &[&str]| {
            let mut found = plans.indices.iter();
            found.any(|index| index.unique && !index.partial && index.columns == columns)
        };
        assert!(unique(&["id"]) && unique(&["owner", "week"]));
        assert_eq!(plans.indices.len(), 2);
        let [foreign_key] = &plans.referenced_by[..] else {
            panic!("{:?}", plans.referenced_by)
        };
        assert_eq!(
            (&*foreign_key.table, &foreign_key.columns[..]),
            ("lists", &["plan".to_owned()][..])
        );
        assert_eq!(plans.rows_guessed, Some(6));
        let lists = &schema.tables["lists"];
        let index = |index: &database::schema::Index| index.columns == ["plan"] && !index.unique;
        assert!(lists.indices.iter().any(index));
        let not_null = |name| lists.column(name).unwrap().not_null;
        assert!(not_null("week") && !not_null("day"));
        assert_eq!(db.tables().unwrap(), ["lists", "plans"]);
    });
}

#[test]
fn unique_indices_on_parts_and_expressions_are_told_and_others_left_out() {
    on_each(|_, db| {
        db.script(
            "CREATE UNIQUE INDEX a ON plans (owner) WHERE note = 'z';
             CREATE UNIQUE INDEX b ON plans (lower(note), id);
             CREATE INDEX c ON plans (note) WHERE note = 'z';
             CREATE INDEX d ON plans (lower(note))",
        )
        .unwrap();
        let plans = table(db, "plans");
        let named = |name: &str| plans.indices.iter().find(|index| index.name == name);
        let a = named("a").unwrap();
        assert!(a.unique && a.partial && a.columns == ["owner"]);
        let b = named("b").unwrap();
        assert!(b.unique && !b.partial && b.columns == ["", "id"]);
        assert_eq!((named("c"), named("d")), (None, None));
    });
}

#[test]
fn a_batch_goes_on_after_a_key() {
    on_each(|_, db| {
        let table = table(db, "plans");
        let owner = ["owner".to_owned()];
        let columns = plans(&table, &owner);
        let row = |key, owner, week| Row {
            key: Key::Integer(key),
            owner: vec![owner],
            week,
        };
        assert_eq!(
            db.batch(columns, None, 2).unwrap(),
            [
                row(1, Value::Integer(1), week("2025-08-03")),
                row(2, Value::Integer(1), week("2025-08-05")),
            ]
        );
        assert_eq!(
            db.batch(columns, Some(&Key::Integer(3)), 100).unwrap(),
            [
                row(4, Value::Null, week("2025-08-06")),
                row(5, Value::Null, week("2025-08-07")),
                row(6, Value::Integer(2), Week::Null),
            ]
        );
        assert_eq!(db.batch(columns, Some(&Key::Integer(6)), 100).unwrap(), []);
    });
}

#[test]
fn a_batch_goes_by_the_order_of_the_key_and_not_of_its_text() {
    on_each(|_, db| {
        db.script(
            "CREATE TABLE numbered (id NUMERIC PRIMARY KEY, week DATE);
             INSERT INTO numbered VALUES (10, '2025-08-04'), (9, '2025-08-05'), (2, '2025-08-06')",
        )
        .unwrap();
        let table = table(db, "numbered");
        let columns = plans(&table, &[]);
        let first = db.batch(columns, None, 2).unwrap();
        let weeks: Vec<_> = first.iter().map(|row| row.week.clone()).collect();
        assert_eq!(weeks, [week("2025-08-06"), week("2025-08-05")]);
        let rest = db.batch(columns, Some(&first[1].key), 2).unwrap();
        assert_eq!(rest.len(), 1);
        assert_eq!(rest[0].week, week("2025-08-04"));
    });
}

#[test]
fn a_monday_is_taken_by_another_row_of_the_owner_in_its_week() {
    on_each(|_, db| {
        let table = table(db, "plans");
        let owner = ["owner".to_owned()];
        let columns = plans(&table, &owner);
        let rows = db.batch(columns, None, 10).unwrap();
        let place = |row: usize, first: &str, last: &str| Place {
            row: &rows[row],
            first: date(first),
            last: date(last),
        };
        let places = [
            // The other one of owner 1 is on the 5th.
            place(0, "2025-08-04", "2025-08-10"),
            place(0, "2025-08-05", "2025-08-05"),
            place(0, "2025-08-06", "2025-08-10"),
            place(0, "2025-07-28", "2025-08-04"),
            place(1, "2025-07-28", "2025-08-03"),
            // Owner 2 has a row without a week.
            place(2, "2025-08-04", "2025-08-10"),
            // Nobody's rows do not meet.
            place(3, "2025-08-04", "2025-08-10"),
        ];
        assert_eq!(
            db.taken(columns, &places).unwrap(),
            [true, true, false, false, true, false, false]
        );
        // Without an owner there is one row a week in all.
        let columns = plans(&table, &[]);
        let rows = db.batch(columns, None, 10).unwrap();
        let week = (date("2025-07-28"), date("2025-08-03"));
        let places = [0, 1].map(|row| Place {
            row: &rows[row],
            first: week.0,
            last: week.1,
        });
        assert_eq!(db.taken(columns, &places).unwrap(), [false, true]);
        assert_eq!(db.taken(columns, &[]).unwrap(), Vec::<bool>::new());
    });
}

#[test]
fn weeks_move_with_an_entry_each_and_back() {
    on_each(|_, db| {
        let table = table(db, "plans");
        let columns = plans(&table, &[]);
        let moves = [
            (1, "2025-08-03", "2025-07-28"),
            (3, "2025-08-05", "2025-08-04"),
        ];
        let moves = moves.map(|(key, old, new)| Move {
            key: Key::Integer(key),
            old: date(old),
            new: date(new),
        });
        db.begin(Access::Write).unwrap();
        assert_eq!(db.move_weeks(columns, 5, 100, &moves).unwrap(), 2);
        db.commit().unwrap();
        assert_eq!(
            weeks(db)[..3],
            ["2025-07-28", "2025-08-05", "2025-08-04"].map(text)
        );
        let key = match db.engine() {
            Engine::Sqlite => Value::Integer,
            Engine::Postgres => |key: i64| text(&key.to_string()),
        };
        let entries = db
            .query(
                "SELECT sequence, run, table_number, action, row_key, CAST(old_week AS TEXT),
                 CAST(new_week AS TEXT), old_row, new_row FROM semaine_migrate_journal ORDER BY 1",
                &[],
            )
            .unwrap();
        let entry = |sequence, of: i64, old, new| {
            vec![
                Value::Integer(sequence),
                Value::Integer(5),
                Value::Integer(7),
                text("m"),
                key(of),
                text(old),
                text(new),
                Value::Null,
                Value::Null,
            ]
        };
        assert_eq!(
            entries,
            [
                entry(100, 1, "2025-08-03", "2025-07-28"),
                entry(101, 3, "2025-08-05", "2025-08-04"),
            ]
        );
        // Somebody edits one and takes another one out, before they go back.
        db.script("UPDATE plans SET week = '2025-09-01' WHERE id = 3")
            .unwrap();
        let mut moves = moves.to_vec();
        moves.push(Move {
            key: Key::Integer(77),
            old: date("2025-08-05"),
            new: date("2025-08-04"),
        });
        moves.reverse();
        assert_eq!(db.undo_moves(columns, &moves).unwrap(), [0, 1]);
        assert_eq!(
            weeks(db)[..3],
            ["2025-08-03", "2025-08-05", "2025-09-01"].map(text)
        );
        assert_eq!(db.undo_moves(columns, &[]).unwrap(), Vec::<usize>::new());
    });
}

#[test]
fn weeks_that_others_changed_do_not_move() {
    on_each(|_, db| {
        let table = table(db, "plans");
        let moves = [(1, "2025-08-03"), (3, "2025-08-01")].map(|(key, old)| Move {
            key: Key::Integer(key),
            old: date(old),
            new: date("2025-07-28"),
        });
        db.begin(Access::Write).unwrap();
        db.move_weeks(plans(&table, &[]), 1, 1, &moves).unwrap();
        let changed = db.move_weeks(plans(&table, &[]), 1, 10, &moves).unwrap();
        assert_eq!(changed, 0);
        db.rollback();
        assert_eq!(weeks(db)[0], text("2025-08-03"));
        let entries = db
            .query("SELECT * FROM semaine_migrate_journal", &[])
            .unwrap();
        assert_eq!(entries, Vec::<Vec<Value>>::new());
    });
}

#[test]
fn a_monday_that_is_taken_after_all_is_told() {
    on_each(|_, db| {
        let table = table(db, "plans");
        let moves = [Move {
            key: Key::Integer(1),
            old: date("2025-08-03"),
            new: date("2025-08-05"),
        }];
        db.begin(Access::Write).unwrap();
        let moved = db.move_weeks(plans(&table, &[]), 1, 1, &moves);
        assert_eq!(moved.unwrap_err().fault(), Some(FaultKind::Unique));
        db.rollback();
        let again = db.execute("INSERT INTO plans (id) VALUES (1)", &[]);
        assert_eq!(again.unwrap_err().fault(), Some(FaultKind::Unique));
        let missing = db.execute("INSERT INTO lists VALUES ('q', 1, NULL, 1)", &[]);
        assert_eq!(missing.unwrap_err().fault(), Some(FaultKind::Other));
    });
}

#[test]
fn children_are_found_by_their_parents() {
    on_each(|_, db| {
        let table = table(db, "lists");
        let child = ChildColumns {
            table: &table,
            key: "id",
            parent: "plan",
            week: Some("week"),
            day: Some("day"),
        };
        let parents = [3, 2, 1].map(Key::Integer);
        let found = db.children(child, &parents).unwrap();
        let found: Vec<_> = found
            .into_iter()
            .map(|row| (row.parent, row.key, row.week.unwrap(), row.day.unwrap()))
            .collect();
        let key = |key: &str| Key::Text(key.to_owned());
        let tuesday = week("2025-08-05");
        assert_eq!(
            found,
            [
                (1, key("x"), tuesday.clone(), Value::Integer(3)),
                (1, key("y"), tuesday, Value::Null),
                (2, key("z"), week("2025-08-03"), Value::Integer(0)),
            ]
        );
        let bare = ChildColumns {
            week: None,
            day: None,
            ..child
        };
        let found = db.children(bare, &parents).unwrap();
        assert_eq!(found.len(), 3);
        assert!(
            found
                .iter()
                .all(|row| row.week.is_none() && row.day.is_none())
        );
        assert_eq!(db.children(bare, &[]).unwrap(), []);
    });
}

#[test]
fn a_transaction_is_all_or_nothing() {
    on_each(|fresh, db| {
        let mut other = open(fresh);
        let mut count = || other.query("SELECT count(*) FROM plans", &[]).unwrap();
        db.begin(Access::Write).unwrap();
        db.execute("INSERT INTO plans (id) VALUES (50)", &[])
            .unwrap();
        db.rollback();
        assert_eq!(count(), [[Value::Integer(6)]]);
        db.begin(Access::Write).unwrap();
        db.execute("INSERT INTO plans (id) VALUES (50)", &[])
            .unwrap();
        db.commit().unwrap();
        assert_eq!(count(), [[Value::Integer(7)]]);
        // One too many does no harm.
        db.rollback();
        assert_eq!(count(), [[Value::Integer(7)]]);
    });
}

#[test]
fn a_reader_sees_one_state() {
    on_each(|fresh, db| {
        if db.engine() == Engine::Sqlite {
            // Otherwise a reader keeps writers out.
            db.script("PRAGMA journal_mode = WAL").unwrap();
        }
        let mut other = open(fresh);
        db.begin(Access::Read).unwrap();
        let before = db.query("SELECT count(*) FROM plans", &[]).unwrap();
        other
            .execute("DELETE FROM plans WHERE id = 6", &[])
            .unwrap();
        assert_eq!(db.query("SELECT count(*) FROM plans", &[]).unwrap(), before);
        db.commit().unwrap();
        assert_ne!(db.query("SELECT count(*) FROM plans", &[]).unwrap(), before);
    });
}

#[test]
fn a_second_run_is_kept_out_until_the_first_ends() {
    on_each(|fresh, db| {
        db.lock().unwrap();
        db.lock().unwrap();
        let mut other = open(fresh);
        assert_eq!(other.lock().unwrap_err().exit_code(), 7);
        db.reconnect().unwrap();
        assert_eq!(other.lock().unwrap_err().exit_code(), 7);
        let third = one_of_each();
        assert!(third.iter().all(|fresh| open(fresh).lock().is_ok()));
    });
    for fresh in one_of_each() {
        let mut first = open(&fresh);
        first.lock().unwrap();
        drop(first);
        // PostgreSQL ends a session a little after its client.
        let mut second = open(&fresh);
        let tries = (0..100).position(|_| {
            std::thread::sleep(std::time::Duration::from_millis(20));
            second.lock().is_ok()
        });
        assert!(tries.is_some());
    }
}

#[test]
fn facts_are_told() {
    on_each(|_, db| {
        let facts = db.facts().unwrap();
        assert_eq!(facts.engine, db.engine());
        assert!(facts.size.unwrap() > 4096);
        let first = facts.version.chars().next().unwrap();
        assert!(first.is_ascii_digit(), "{}", facts.version);
    });
}

#[test]
fn what_stands_in_a_week_of_sqlite_is_told() {
    let fresh = sqlite();
    let mut db = open(&fresh);
    db.script(
        "CREATE TABLE plans (id INTEGER PRIMARY KEY, week DATE);
         INSERT INTO plans (week) VALUES
            ('20240115'), ('2024-02-30'), ('2024-01-15 10:00'), (x'32'), (1.5), ('next week'),
            (CAST(x'ff' AS TEXT)), ('2024-02-29')",
    )
    .unwrap();
    let table = table(&mut *db, "plans");
    assert!(table.reuses_keys);
    let rows = db.batch(plans(&table, &[]), None, 100).unwrap();
    let weeks: Vec<_> = rows.into_iter().map(|row| row.week).collect();
    let bad = |why, text: &str| Week::Bad(why, text.to_owned());
    assert_eq!(
        weeks,
        [
            bad(Bad::Number, "20240115"),
            bad(Bad::NoSuchDay, "2024-02-30"),
            bad(Bad::Time, "2024-01-15 10:00"),
            bad(Bad::Bytes, "32"),
            bad(Bad::Number, "1.5"),
            bad(Bad::Other, "next week"),
            bad(Bad::Other, "\u{fffd}"),
            week("2024-02-29"),
        ]
    );
}

#[test]
fn keys_of_sqlite_are_integers_or_texts() {
    let fresh = sqlite();
    let mut db = open(&fresh);
    db.script(
        "CREATE TABLE plans (id PRIMARY KEY, week DATE);
         INSERT INTO plans VALUES (2, NULL), ('2', NULL), ('a', NULL)",
    )
    .unwrap();
    let table = table(&mut *db, "plans");
    let rows = db.batch(plans(&table, &[]), None, 2).unwrap();
    let keys: Vec<_> = rows.iter().map(|row| row.key.clone()).collect();
    assert_eq!(keys, [Key::Integer(2), Key::Text("2".to_owned())]);
    let rest = db.batch(plans(&table, &[]), keys.last(), 2).unwrap();
    assert_eq!(rest[0].key, Key::Text("a".to_owned()));
    for key in ["NULL", "1.5", "x'31'"] {
        db.script(&format!("INSERT INTO plans VALUES ({key}, NULL)"))
            .unwrap();
        let refused = db.batch(plans(&table, &[]), None, 10).unwrap_err();
        assert_eq!(refused.exit_code(), 3, "{refused}");
        db.script("DELETE FROM plans WHERE typeof(id) NOT IN ('integer', 'text')")
            .unwrap();
    }
}

#[test]
fn a_writer_in_the_way_of_sqlite_is_busy() {
    let fresh = sqlite();
    let (mut first, mut second) = (open(&fresh), open(&fresh));
    second.script("PRAGMA busy_timeout = 10").unwrap();
    first.begin(Access::Write).unwrap();
    assert_eq!(
        second.begin(Access::Write).unwrap_err().fault(),
        Some(FaultKind::Busy)
    );
    first.commit().unwrap();
    second.begin(Access::Write).unwrap();
}

#[test]
fn a_full_sqlite_file_is_told() {
    let fresh = sqlite();
    let mut db = open(&fresh);
    db.script("CREATE TABLE t (a TEXT); PRAGMA max_page_count = 4")
        .unwrap();
    let full = db.execute("INSERT INTO t VALUES (hex(zeroblob(20000)))", &[]);
    assert_eq!(full.unwrap_err().fault(), Some(FaultKind::Full));
}

#[test]
fn a_file_that_is_not_there_or_not_of_sqlite_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none.sqlite");
    let open_it = || database::open(path.to_str().unwrap());
    assert_eq!(open_it().unwrap_err().exit_code(), 2);
    assert!(!path.exists());
    std::fs::write(&path, "Dear diary, ".repeat(1000)).unwrap();
    let refused = open_it().unwrap_err();
    assert_eq!(refused.fault(), Some(FaultKind::Corrupt));
    assert!(refused.to_string().contains("none.sqlite"), "{refused}");
    assert!(refused.to_string().contains("not a database"), "{refused}");
}

#[test]
fn a_damaged_sqlite_file_is_told() {
    let fresh = sqlite();
    let mut db = open(&fresh);
    db.script(TABLES).unwrap();
    assert_eq!(db.integrity().unwrap(), Some(Vec::new()));
    drop(db);
    let path = fresh.url.strip_prefix("sqlite:").unwrap();
    let mut bytes = std::fs::read(path).unwrap();
    let pages = bytes.len() / 4096;
    assert!(pages > 2);
    // The first is the schema's.
    bytes[4096..].fill(0xa5);
    std::fs::write(path, bytes).unwrap();
    let mut db = open(&fresh);
    let told = db.integrity();
    assert!(
        told.as_ref()
            .is_ok_and(|found| !found.as_ref().unwrap().is_empty())
            || told
                .as_ref()
                .is_err_and(|error| error.fault() == Some(FaultKind::Corrupt)),
        "{told:?}"
    );
    let read = db.query("SELECT * FROM plans", &[]);
    assert_eq!(read.unwrap_err().fault(), Some(FaultKind::Corrupt));
}

#[test]
fn a_password_is_never_told() {
    let urls = [
        "mysql://root:hunter2@localhost/a",
        "postgres://root:hunter2@[::1/a",
        "postgres://root:hunter2@localhost:1/a?wrong=hunter2",
        "postgres://root:hunter2@127.0.0.1:1/a",
        "postgres://root:x?hunter2=1@127.0.0.1:1/a",
    ];
    for url in urls {
        let refused = database::open(url).unwrap_err();
        assert!(!refused.to_string().contains("hunter2"), "{refused}");
        assert!(!format!("{refused:?}").contains("hunter2"), "{refused:?}");
    }
}

/// PostgreSQL, unless it is missing on purpose.
fn on_postgres(test: impl FnOnce(&Fresh, &mut dyn Database)) {
    let Some(fresh) = existing(Kind::Postgres) else {
        return;
    };
    let mut db = open(&fresh);
    db.script(TABLES).unwrap();
    db.script(journal::definition(db.engine())).unwrap();
    test(&fresh, &mut *db);
}

#[test]
fn values_of_other_types_of_postgresql_are_texts() {
    on_postgres(|_, db| {
        db.script(
            "CREATE TYPE mood AS ENUM ('sad', 'not sad');
             CREATE DOMAIN small AS integer CHECK (VALUE < 100);
             CREATE TABLE kinds (
                a boolean, b date, c timestamp with time zone, d numeric(10, 2), e jsonb, f uuid,
                g mood, h small, i integer[], j interval, k smallint, l real, m character(3)
             );
             INSERT INTO kinds VALUES (
                true, '0044-03-15 BC', '2025-08-04 10:00+02', 1.5, '{\"b\": 1, \"a\": 2}',
                '5b30857f-0bfa-48b5-ac0b-5c64e28078d1', 'not sad', 7, '{1,NULL}', '1 day 2 hours', 3,
                0.25, 'a'
             )",
        )
        .unwrap();
        let table = table(db, "kinds");
        let read: Vec<_> = table
            .columns
            .iter()
            .map(|column| column.read(Engine::Postgres))
            .collect();
        let read = format!("SELECT {} FROM kinds", read.join(", "));
        let row = [
            text("true"),
            text("0044-03-15 BC"),
            text("2025-08-04 08:00:00+00"),
            text("1.50"),
            text("{\"a\": 2, \"b\": 1}"),
            text("5b30857f-0bfa-48b5-ac0b-5c64e28078d1"),
            text("not sad"),
            text("7"),
            text("{1,NULL}"),
            text("1 day 02:00:00"),
            Value::Integer(3),
            Value::Real(0.25),
            text("a"),
        ];
        assert_eq!(db.query(&read, &[]).unwrap()[0], row);
        let written: Vec<_> = (1..)
            .zip(&table.columns)
            .map(|(number, column)| column.write(Engine::Postgres, number))
            .collect();
        let write = format!("INSERT INTO kinds VALUES ({})", written.join(", "));
        db.execute(&write, &row).unwrap();
        db.execute(&write, &[const { Value::Null }; 13]).unwrap();
        assert_eq!(db.query(&read, &[]).unwrap()[1], row);
        let equal = db
            .query("SELECT DISTINCT kinds FROM kinds", &[])
            .unwrap_err();
        assert_eq!(equal.fault(), Some(FaultKind::Other));
        let distinct = "SELECT count(*) FROM (SELECT DISTINCT kinds::text FROM kinds) AS rows";
        assert_eq!(db.query(distinct, &[]).unwrap(), [[Value::Integer(2)]]);
    });
}

#[test]
fn tables_of_other_schemas_and_keys_of_other_types_do_as_well() {
    on_postgres(|_, db| {
        db.script(
            "CREATE SCHEMA app;
             CREATE TABLE app.plans (\"the key\" uuid PRIMARY KEY, \"key\" numeric, place date);
             CREATE TABLE app.notes (
                id bigint PRIMARY KEY, key uuid REFERENCES app.plans (\"the key\"), place date
             );
             INSERT INTO app.plans VALUES
                ('00000000-0000-0000-0000-00000000000b', 1.50, 'infinity'),
                ('00000000-0000-0000-0000-00000000000a', 1.50, '2025-08-05');
             INSERT INTO app.notes VALUES (10, '00000000-0000-0000-0000-00000000000a', '-infinity'),
                (9, '00000000-0000-0000-0000-00000000000a', '0044-03-15 BC');",
        )
        .unwrap();
        let names = ["app.plans", "plans", "app.notes"];
        let schema = db.schema(&names).unwrap();
        assert_eq!(schema.tables["plans"].columns.len(), 4);
        assert_eq!(
            db.tables().unwrap(),
            ["app.notes", "app.plans", "lists", "plans"]
        );
        let table = &schema.tables["app.plans"];
        assert_eq!(table.referenced_by[0].table, "app.notes");
        let owner = ["key".to_owned()];
        let columns = Columns {
            number: 0,
            table,
            key: "the key",
            week: "place",
            owner: &owner,
        };
        let rows = db.batch(columns, None, 10).unwrap();
        let key = |last| Key::Text(format!("00000000-0000-0000-0000-00000000000{last}"));
        let row = |last, week| Row {
            key: key(last),
            owner: vec![text("1.50")],
            week,
        };
        let infinity = Week::Bad(Bad::Infinity, "infinity".to_owned());
        assert_eq!(rows, [row("a", week("2025-08-05")), row("b", infinity)]);
        assert_eq!(db.batch(columns, Some(&key("a")), 10).unwrap(), rows[1..]);
        let place = |row| Place {
            row,
            first: date("2025-08-04"),
            last: date("2025-08-10"),
        };
        let places = [place(&rows[0]), place(&rows[1])];
        assert_eq!(db.taken(columns, &places).unwrap(), [false, true]);
        let moves = [Move {
            key: key("a"),
            old: date("2025-08-05"),
            new: date("2025-08-04"),
        }];
        assert_eq!(db.move_weeks(columns, 1, 1, &moves).unwrap(), 1);
        assert_eq!(db.undo_moves(columns, &moves).unwrap(), Vec::<usize>::new());
        let child = ChildColumns {
            table: &schema.tables["app.notes"],
            key: "id",
            parent: "key",
            week: Some("place"),
            day: None,
        };
        let children = db.children(child, &[key("b"), key("a")]).unwrap();
        let children: Vec<_> = children
            .into_iter()
            .map(|row| (row.parent, row.key))
            .collect();
        assert_eq!(children, [(1, Key::Integer(9)), (1, Key::Integer(10))]);
    });
}

#[test]
fn a_transaction_that_failed_is_not_committed() {
    on_postgres(|_, db| {
        db.begin(Access::Write).unwrap();
        db.execute("DELETE FROM lists", &[]).unwrap();
        db.execute("SELECT 1 / 0", &[]).unwrap_err();
        assert_eq!(db.commit().unwrap_err().fault(), Some(FaultKind::Other));
        let lists = db.query("SELECT count(*) FROM lists", &[]).unwrap();
        assert_eq!(lists, [[Value::Integer(3)]]);
    });
}

#[test]
fn a_lost_connection_is_told_and_made_again_with_its_lock() {
    on_postgres(|fresh, db| {
        let mut other = open(fresh);
        db.lock().unwrap();
        db.begin(Access::Write).unwrap();
        db.execute("DELETE FROM lists", &[]).unwrap();
        let ended = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()";
        assert_eq!(other.query(ended, &[]).unwrap(), [[Value::Integer(1)]]);
        assert_eq!(db.commit().unwrap_err().fault(), Some(FaultKind::Lost));
        db.rollback();
        let still = db.query("SELECT 1", &[]).unwrap_err();
        assert_eq!(still.fault(), Some(FaultKind::Lost));
        db.reconnect().unwrap();
        let lists = db.query("SELECT count(*) FROM lists", &[]).unwrap();
        assert_eq!(lists, [[Value::Integer(3)]]);
        assert_eq!(other.lock().unwrap_err().exit_code(), 7);
    });
}

#[test]
fn a_session_that_the_server_still_has_ends_before_another_goes_on() {
    on_postgres(|fresh, db| {
        let mut other = open(fresh);
        db.lock().unwrap();
        db.begin(Access::Write).unwrap();
        db.execute("UPDATE lists SET day = 1", &[]).unwrap();
        // The former connection is well, as far as the server knows.
        db.reconnect().unwrap();
        db.begin(Access::Write).unwrap();
        db.execute("UPDATE lists SET day = 2", &[]).unwrap();
        db.commit().unwrap();
        assert_eq!(other.facts().unwrap().other_connections, Some(1));
        assert_eq!(other.lock().unwrap_err().exit_code(), 7);
    });
}

#[test]
fn a_writer_in_the_way_of_postgresql_is_busy() {
    on_postgres(|fresh, db| {
        let mut other = open(fresh);
        other.begin(Access::Write).unwrap();
        other
            .execute("UPDATE plans SET note = 'z' WHERE id = 1", &[])
            .unwrap();
        db.script("SET lock_timeout = 10").unwrap();
        db.begin(Access::Write).unwrap();
        let waited = db.execute("UPDATE plans SET note = 'y' WHERE id = 1", &[]);
        assert_eq!(waited.unwrap_err().fault(), Some(FaultKind::Busy));
        db.rollback();
    });
}

#[test]
fn bulk_statements_of_postgresql_go_by_index() {
    on_postgres(|_, db| {
        db.script(
            "INSERT INTO plans SELECT n, n, '2025-08-05' FROM generate_series(1001, 11000) AS n;
             INSERT INTO lists SELECT n, n, '2025-08-05' FROM generate_series(1001, 11000) AS n;
             ANALYZE plans; ANALYZE lists",
        )
        .unwrap();
        let schema = db.schema(&["plans", "lists"]).unwrap();
        let owner = ["owner".to_owned()];
        let columns = plans(&schema.tables["plans"], &owner);
        let child = ChildColumns {
            table: &schema.tables["lists"],
            key: "id",
            parent: "plan",
            week: Some("week"),
            day: None,
        };
        db.begin(Access::Write).unwrap();
        let before = scanned(db);
        // Often enough for a plan of its own, if the server were to make one.
        let (mut after, mut batches) = (Key::Integer(1000), 0);
        while batches < 10 {
            let rows = db.batch(columns, Some(&after), 1000).unwrap();
            let moves: Vec<_> = rows
                .iter()
                .map(|row| Move {
                    key: row.key.clone(),
                    old: date("2025-08-05"),
                    new: date("2025-08-04"),
                })
                .collect();
            let places: Vec<_> = rows
                .iter()
                .map(|row| Place {
                    row,
                    first: date("2025-08-04"),
                    last: date("2025-08-10"),
                })
                .collect();
            assert_eq!(db.taken(columns, &places).unwrap(), [false; 1000]);
            let keys: Vec<_> = rows.iter().map(|row| row.key.clone()).collect();
            assert_eq!(db.children(child, &keys).unwrap().len(), 1000);
            let sequence = batches * 1000;
            assert_eq!(db.move_weeks(columns, 1, sequence, &moves).unwrap(), 1000);
            after = rows[999].key.clone();
            batches += 1;
        }
        assert_eq!(scanned(db), before);
        db.commit().unwrap();
    });
}

/// How many rows this transaction has read by going through whole tables.
fn scanned(db: &mut dyn Database) -> Vec<Vec<Value>> {
    db.query(
        "SELECT relname, pg_stat_get_xact_tuples_returned(oid) FROM pg_class
         WHERE relname IN ('plans', 'lists') ORDER BY relname",
        &[],
    )
    .unwrap()
}
