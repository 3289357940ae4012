//! What batches do.

use semaine_migrate::database::{Access, ChildColumns, Engine, Move, Place, Row};
use semaine_migrate::error::FaultKind;
use semaine_migrate::value::{Key, Value};
use semaine_migrate::week::Week;

use super::{date, on_each, plans, table, text, week, weeks};

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
