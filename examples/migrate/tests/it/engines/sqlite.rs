//! What SQLite alone does.

use semaine_migrate::database::Access;
use semaine_migrate::error::FaultKind;
use semaine_migrate::value::Key;
use semaine_migrate::week::{Bad, Week};

use super::{TABLES, open, plans, sqlite, table, week};

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
