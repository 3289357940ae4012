//! Triggers that refuse new weeks which are no Mondays, while old ones are moved.

use crate::Result;
use crate::database::schema::quoted;
use crate::database::{Database, Engine};
use crate::plan::Left;
use crate::run::layout::{Layout, Node};
use crate::value::Value;

/// With what the name of every trigger begins.
const NAME: &str = "semaine_migrate_guard_";

/// A condition on a week column that holds for Mondays, never NULL, and for NULL where the plan keeps them.
pub(crate) fn is_monday(engine: Engine, node: &Node, column: &str) -> String {
    let monday = match engine {
        // `date` alone takes 2024-02-30 as it is, and a number is a Julian day to it.
        Engine::Sqlite => format!(
            "(typeof({column}) = 'text' AND length({column}) = 10 AND {column} IS date({column}, '+0 days') \
             AND {column} >= '0001-01-01' AND strftime('%w', {column}) = '1')"
        ),
        Engine::Postgres => format!(
            "coalesce(isfinite({column}) AND extract(isodow FROM {column}) = 1 \
             AND {column} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31', false)"
        ),
    };
    match node.planned.nulls {
        Left::Refuse => monday,
        Left::Keep => format!("({column} IS NULL OR {monday})"),
    }
}

/// Makes the triggers that are missing, within a transaction.
pub(crate) fn make(db: &mut dyn Database, layout: &Layout) -> Result<()> {
    let engine = db.engine();
    if engine == Engine::Postgres {
        // Whoever waits for a lock on a table makes all others wait behind it.
        db.script("SET LOCAL lock_timeout = '50ms'")?;
        db.script(
            "CREATE OR REPLACE FUNCTION semaine_migrate_guard() RETURNS trigger LANGUAGE plpgsql AS $$
             BEGIN
                 RAISE EXCEPTION USING
                     ERRCODE = 'check_violation',
                     TABLE = TG_TABLE_NAME,
                     MESSAGE = format('a week of %I has to start on a Monday', TG_TABLE_NAME);
             END $$",
        )?;
    }
    for node in layout.nodes() {
        let there = names(db, node)?;
        let Some(week) = &node.planned.week else {
            continue;
        };
        let week = &node.column(week)?.quoted;
        let table = &node.table.quoted;
        let valid = is_monday(engine, node, &format!("NEW.{week}"));
        for event in ["insert", "update"] {
            let name = name(engine, node, event);
            if there.contains(&name) {
                continue;
            }
            let name = quoted(&name);
            let changed = match event {
                "insert" => String::new(),
                _ => format!("NEW.{week} IS DISTINCT FROM OLD.{week} AND "),
            };
            db.script(&match engine {
                Engine::Sqlite => {
                    let of = if event == "update" { format!("UPDATE OF {week}") } else { "INSERT".to_owned() };
                    let message = format!("a week of {} has to start on a Monday", node.name());
                    format!(
                        "CREATE TRIGGER {name} BEFORE {of} ON {table} WHEN {changed}NOT {valid} \
                         BEGIN SELECT RAISE(ABORT, {}); END",
                        text(&message)
                    )
                }
                // After, since another trigger may have changed the week before.
                Engine::Postgres => format!(
                    "CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW WHEN ({changed}NOT {valid}) \
                     EXECUTE FUNCTION semaine_migrate_guard()"
                ),
            })?;
        }
    }
    Ok(())
}

/// Drops the triggers of a plan's tables, within a transaction.
pub(crate) fn drop_all(db: &mut dyn Database, layout: &Layout) -> Result<()> {
    let engine = db.engine();
    if engine == Engine::Postgres {
        db.script("SET LOCAL lock_timeout = '50ms'")?;
    }
    for node in layout.nodes() {
        for name in names(db, node)? {
            let name = quoted(&name);
            db.script(&match engine {
                Engine::Sqlite => format!("DROP TRIGGER {name}"),
                Engine::Postgres => format!("DROP TRIGGER {name} ON {}", node.table.quoted),
            })?;
        }
    }
    if engine == Engine::Postgres {
        db.script("DROP FUNCTION IF EXISTS semaine_migrate_guard()")?;
    }
    Ok(())
}

/// Those of an SQLite table, which are its constraint after `finalize`.
pub(crate) fn of(node: &Node) -> Vec<String> {
    ["insert", "update"]
        .map(|event| name(Engine::Sqlite, node, event))
        .to_vec()
}

/// SQLite's triggers have one name space, and PostgreSQL's names are short.
fn name(engine: Engine, node: &Node, event: &str) -> String {
    match engine {
        Engine::Sqlite => format!("{NAME}{event}_{}", node.name()),
        Engine::Postgres => format!("{NAME}{event}"),
    }
}

/// The guard's triggers on a table.
fn names(db: &mut dyn Database, node: &Node) -> Result<Vec<String>> {
    let (sql, table) = match db.engine() {
        Engine::Sqlite => (
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = $1",
            &node.table.name,
        ),
        Engine::Postgres => (
            "SELECT tgname::text FROM pg_trigger WHERE tgrelid = to_regclass($1)",
            &node.table.quoted,
        ),
    };
    let rows = db.query(sql, &[Value::Text(table.clone())])?;
    let names = rows.into_iter().flatten().filter_map(|name| match name {
        Value::Text(name) if name.starts_with(NAME) => Some(name),
        _ => None,
    });
    Ok(names.collect())
}

/// A text for a statement.
fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
