//! What PostgreSQL alone does.

use semaine_migrate::database::{
    Access, ChildColumns, Columns, Database, Engine, Move, Place, Row,
};
use semaine_migrate::error::FaultKind;
use semaine_migrate::run::journal;
use semaine_migrate::value::{Key, Value};
use semaine_migrate::week::{Bad, Week};

use super::{TABLES, date, existing, open, plans, table, text, week};
use crate::support::database::{Database as Fresh, Kind};

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
