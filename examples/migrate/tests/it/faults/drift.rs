//! Rows are edited between a migration and its rollback.

use super::bed::{Bed, DONE, DRIFTED, MIGRATE, ROLLBACK};
use super::legacy::{Tables, read};

/// The plan 3 is moved by a person, and a list of the plan 4.
const EDITS: &str = "
    UPDATE meal_plans SET week_start = '2031-01-06' WHERE id = 3;
    UPDATE shopping_lists SET week_start = '2031-01-06' WHERE id = 8;";

fn rollback(bed: &Bed, on_drift: &str) -> Option<i32> {
    let choice = format!("--on-drift={on_drift}");
    bed.run(&[&ROLLBACK[..], &[&choice]].concat()).code
}

/// The week of a row in what was read.
fn week<'a>(tables: &'a Tables, table: &str, id: &str, column: usize) -> Option<&'a str> {
    let mut rows = tables[table].iter();
    let row = rows.find(|row| row[0].as_deref() == Some(id))?;
    row[column].as_deref()
}

#[test]
fn edits_stop_a_rollback_before_it_begins() {
    for bed in Bed::on_both(200) {
        bed.does(&MIGRATE);
        bed.database.script(EDITS);
        let edited = read(&bed.database);
        let ended = bed.run(&ROLLBACK);
        assert_eq!(ended.code, DRIFTED, "{ended:?}");
        assert_eq!(read(&bed.database), edited);
        assert!(!bed.is_pending());
    }
}

#[test]
fn edited_rows_can_be_left_alone() {
    for bed in Bed::on_both(200) {
        bed.does(&MIGRATE);
        bed.database.script(EDITS);
        assert_eq!(rollback(&bed, "skip"), DONE);
        let now = read(&bed.database);
        let weeks = |tables| {
            [
                week(tables, "meal_plans", "3", 2),
                week(tables, "shopping_lists", "8", 2),
            ]
        };
        assert_eq!(weeks(&now), [Some("2031-01-06"); 2]);
        let mut expected = bed.before.clone();
        for (table, id, column) in [("meal_plans", "3", 2), ("shopping_lists", "8", 2)] {
            let rows = expected.get_mut(table).unwrap();
            let row = rows.iter_mut().find(|row| row[0].as_deref() == Some(id));
            row.unwrap()[column] = Some("2031-01-06".to_owned());
        }
        assert_eq!(now, expected);
    }
}

#[test]
fn edited_rows_can_be_put_back() {
    for bed in Bed::on_both(200) {
        bed.does(&MIGRATE);
        bed.database.script(EDITS);
        assert_eq!(rollback(&bed, "force"), DONE);
        bed.is_as_before("by force");
    }
}

#[test]
fn an_edit_of_another_column_is_no_drift_and_stays() {
    for bed in Bed::on_both(200) {
        bed.does(&MIGRATE);
        let edit = "UPDATE meal_plans SET meals = '{}' WHERE id = 3";
        bed.database.script(edit);
        bed.does(&ROLLBACK);
        assert_eq!(week(&read(&bed.database), "meal_plans", "3", 3), Some("{}"));
        let undone = format!(
            "UPDATE meal_plans SET meals = '{}' WHERE id = 3",
            week(&bed.before, "meal_plans", "3", 3).unwrap()
        );
        bed.database.script(&undone);
        bed.is_as_before("but for the edit");
    }
}
