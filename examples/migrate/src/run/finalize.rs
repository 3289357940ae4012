//! Ends a run for good.

use std::time::Instant;

use crate::control::Control;
use crate::database::schema::quoted;
use crate::database::{Database, Engine};
use crate::failpoint::reach;
use crate::run::layout::{Layout, Node};
use crate::run::outcome::Finalized;
use crate::run::state::{Run, State};
use crate::run::tries::Tries;
use crate::run::{guard, migrate, validate};
use crate::value::Value;
use crate::{Error, Result};

/// Entries that are deleted in one transaction.
const CHUNK: i64 = 10_000;

/// The longest name that PostgreSQL takes, in bytes.
const NAME: usize = 63;

pub(super) fn finalize(db: &mut dyn Database, control: &mut Control) -> Result<Finalized> {
    let begun = Instant::now();
    db.lock()?;
    let Some(run) = Run::last(db)? else {
        return Err(Error::Usage("there is no run to finalize".to_owned()));
    };
    let plan = run.plan()?;
    let layout = Layout::read(db, &plan)?;
    let mut run = match run.state {
        State::Migrated => run,
        // Its journal may be left.
        State::Finalized => {
            return finished(db, &layout, &run, begun);
        }
        State::Migrating | State::RollingBack | State::RolledBack | State::Restored => {
            return Err(Error::Usage(format!(
                "run {} is not a finished migration; look at `semaine-migrate status`",
                run.id
            )));
        }
    };
    let validation = validate::validate(db, Some(&plan), control)?;
    validation.require()?;
    if let Some(table) = validation.tables.iter().find(|table| table.bad > 0) {
        return Err(Error::Invalid(format!(
            "{}: {} weeks are no dates; mend them before the constraint is made",
            table.table, table.bad
        )));
    }
    run = migrate::take(db, &run)?;
    reach("finalize-begun")?;
    let mut tries = Tries::default();
    if db.engine() == Engine::Postgres {
        for node in layout.nodes().filter(|node| node.planned.week.is_some()) {
            check(db, &mut tries, &run, node)?;
        }
        reach("finalize-validated")?;
        tries.twice(db, |db| {
            run.fence(db)?;
            guard::drop_all(db, &layout)
        })?;
    }
    run = tries.twice(db, |db| {
        run.fence(db)?;
        if db.engine() == Engine::Sqlite {
            // They are the constraint from now on, and somebody may have dropped them.
            guard::make(db, &layout)?;
        }
        let mut next = run.clone();
        next.state = State::Finalized;
        next.advance(db)?;
        Ok(next)
    })?;
    finished(db, &layout, &run, begun)
}

/// Makes a CHECK without reading the table, then reads the table without stopping who writes.
fn check(db: &mut dyn Database, tries: &mut Tries, run: &Run, node: &Node) -> Result<()> {
    let Some(week) = &node.planned.week else {
        return Ok(());
    };
    let week = &node.column(week)?.quoted;
    let (table, name) = (&node.table.quoted, quoted(&constraint(node)));
    let monday = guard::is_monday(Engine::Postgres, node, week);
    tries.twice(db, |db| {
        run.fence(db)?;
        db.script("SET LOCAL lock_timeout = '50ms'")?;
        let there = db.query(
            "SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass($1) AND conname = $2",
            &[Value::Text(table.clone()), Value::Text(constraint(node))],
        )?;
        if !there.is_empty() {
            return Ok(());
        }
        db.script(&format!(
            "ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({monday}) NOT VALID"
        ))
    })?;
    reach("finalize-checked")?;
    tries.twice(db, |db| {
        run.fence(db)?;
        db.script(&format!("ALTER TABLE {table} VALIDATE CONSTRAINT {name}"))
    })
}

/// Deletes the journal of a run that cannot be undone any more.
fn finished(
    db: &mut dyn Database,
    layout: &Layout,
    run: &Run,
    begun: Instant,
) -> Result<Finalized> {
    let mut journal = 0;
    loop {
        let deleted = Tries::default().twice(db, |db| {
            db.execute(
                &format!(
                    "DELETE FROM semaine_migrate_journal WHERE sequence IN \
                     (SELECT sequence FROM semaine_migrate_journal WHERE run = $1 LIMIT {CHUNK})"
                ),
                &[Value::Integer(run.id)],
            )
        })?;
        if deleted == 0 {
            break;
        }
        journal += deleted;
    }
    reach("finalized")?;
    let weeks = layout.nodes().filter(|node| node.planned.week.is_some());
    Ok(Finalized {
        run: run.id,
        state: run.state,
        constraints: match db.engine() {
            Engine::Sqlite => weeks.flat_map(guard::of).collect(),
            Engine::Postgres => weeks.map(constraint).collect(),
        },
        journal,
        seconds: begun.elapsed().as_secs_f64(),
    })
}

/// The name of the CHECK of a table.
pub(super) fn constraint(node: &Node) -> String {
    let table = node.name().rsplit('.').next().unwrap_or_default();
    let mut name = format!("semaine_week_is_monday_{table}");
    while name.len() > NAME {
        name.pop();
    }
    name
}
