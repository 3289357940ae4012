//! What is told of tables.

use semaine_migrate::database;

use super::{on_each, table};

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
