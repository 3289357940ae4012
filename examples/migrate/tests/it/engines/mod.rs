//! Both databases do the same with the same statements.

mod bulk;
mod opening;
mod postgres;
mod schema;
mod sqlite;
mod statements;

use semaine::Date;
use semaine_migrate::database::schema::Table;
use semaine_migrate::database::{self, Columns, Database};
use semaine_migrate::run::journal;
use semaine_migrate::value::Value;
use semaine_migrate::week::Week;

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
