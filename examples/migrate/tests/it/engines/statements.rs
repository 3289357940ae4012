//! What single statements and transactions do.

use semaine_migrate::Error;
use semaine_migrate::database::{Access, Engine};
use semaine_migrate::error::FaultKind;
use semaine_migrate::value::{Blob, Value};

use super::{on_each, one_of_each, open, text};

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
