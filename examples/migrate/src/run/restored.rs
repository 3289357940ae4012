//! Ends the runs of a database whose tables are filled from a backup.

use crate::Result;
use crate::database::schema::quoted;
use crate::database::{Database, Engine};
use crate::plan::Plan;
use crate::run::layout::Layout;
use crate::run::state::{Run, State};
use crate::run::{finalize, guard};

/// Drops the guard and the CHECKs on the plan's tables, which the rows of a backup may break, and has any
/// process that still migrates them find itself fenced. Within a transaction.
pub(crate) fn restored(db: &mut dyn Database, plan: &Plan) -> Result<()> {
    let layout = Layout::read(db, plan)?;
    guard::drop_all(db, &layout)?;
    if db.engine() == Engine::Postgres {
        for node in layout.nodes() {
            let (table, name) = (&node.table.quoted, quoted(&finalize::constraint(node)));
            db.script(&format!(
                "ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}"
            ))?;
        }
    }
    for mut run in Run::all(db)? {
        if run.state == State::RolledBack {
            continue;
        }
        run.take(db)?;
        run.state = State::Restored;
        run.advance(db)?;
    }
    Ok(())
}
