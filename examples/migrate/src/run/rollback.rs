//! Undoes a run, in batches from its last entry in the journal to its first.

use std::fmt::Write as _;
use std::time::Instant;

use crate::control::{Control, Progress};
use crate::database::{Access, Database, Move};
use crate::error::FaultKind;
use crate::failpoint::reach;
use crate::run::journal::{self, Action, Entry};
use crate::run::layout::{Layout, Node};
use crate::run::outcome::{Drift, Preview, RolledBack};
use crate::run::pace::Pace;
use crate::run::resolve::{LISTED, shown};
use crate::run::state::{Run, State};
use crate::run::tries::Tries;
use crate::run::undo::Undo;
use crate::run::{OnDrift, Settings, drift, guard, migrate};
use crate::value::Value;
use crate::{Error, Result};

pub(super) fn rollback(
    db: &mut dyn Database,
    take_over: bool,
    on_drift: OnDrift,
    settings: &Settings,
    control: &mut Control,
) -> Result<RolledBack> {
    if !take_over {
        db.lock()?;
    }
    db.set_profile(settings.profile)?;
    let run = candidate(db)?;
    let plan = run.plan()?;
    let layout = Layout::read(db, &plan)?;
    let mut run = migrate::take(db, &run)?;
    if on_drift == OnDrift::Abort {
        let drift = drift::before_rollback(db, &layout, &run)?;
        if !drift.is_empty() {
            return Err(drifted(&drift));
        }
    }
    let mut tries = Tries::default();
    run = tries.twice(db, |db| {
        run.fence(db)?;
        let mut next = run.clone();
        next.state = State::RollingBack;
        next.advance(db)?;
        Ok(next)
    })?;
    reach("rollback-begun")?;
    tries.twice(db, |db| {
        run.fence(db)?;
        guard::drop_all(db, &layout)
    })?;
    reach("rollback-guard-dropped")?;
    let mut undoing = Undoing {
        layout: &layout,
        on_drift,
        singly: false,
        undone: 0,
        drift: Vec::new(),
    };
    let of = entries(db, &run, "'m', 'u', 'd'")?;
    let mut pace = Pace::new(db.engine(), settings);
    let mut batches = 0;
    let begun = Instant::now();
    while run.state == State::RollingBack {
        if control.stop() {
            return Err(Error::Interrupted(
                "stopped between two batches, as asked; go on with `rollback --execute`".to_owned(),
            ));
        }
        let limit = pace.begin();
        run = tries.batch(db, &run, |db| undoing.batch(db, &run, limit))?;
        batches += 1;
        control.show(&Progress {
            what: "roll back".to_owned(),
            done: undoing.undone.min(of),
            of,
        });
        pace.end();
    }
    let seconds = begun.elapsed().as_secs_f64();
    reach("rolled-back")?;
    let after = migrate::digests(db, &plan)?;
    Ok(RolledBack {
        run: run.id,
        state: run.state,
        undone: undoing.undone,
        drifted: entries(db, &run, "'x', 's'")?,
        drift: undoing.drift,
        batches,
        seconds,
        identical: run.before == after,
        before: run.before,
        after,
    })
}

pub(super) fn preview(db: &mut dyn Database) -> Result<Preview> {
    let run = candidate(db)?;
    let layout = Layout::read(db, &run.plan()?)?;
    let (drifted, drift) = drift::later_edits(db, &layout, &run)?;
    Ok(Preview {
        run: run.id,
        state: run.state,
        changes: entries(db, &run, "'m', 'u', 'd'")?,
        drifted,
        drift,
    })
}

/// The last run that is not undone.
fn candidate(db: &mut dyn Database) -> Result<Run> {
    let nothing = |what: &str| {
        Err(Error::Usage(format!(
            "there is nothing to roll back: {what}"
        )))
    };
    for run in Run::all(db)? {
        match run.state {
            State::Migrating | State::Migrated | State::RollingBack => return Ok(run),
            State::RolledBack => {}
            State::Restored => return nothing("the tables were restored from a backup"),
            State::Finalized => {
                return nothing("the run is finalized; its backup can still be restored");
            }
        }
    }
    nothing("no run has changed this database")
}

fn entries(db: &mut dyn Database, run: &Run, actions: &str) -> Result<u64> {
    let rows = db.query(
        &format!(
            "SELECT count(*) FROM semaine_migrate_journal WHERE run = $1 AND action IN ({actions})"
        ),
        &[Value::Integer(run.id)],
    )?;
    Ok(match rows.first().map(Vec::as_slice) {
        Some([Value::Integer(count)]) => count.unsigned_abs(),
        _ => 0,
    })
}

fn drifted(drift: &[Drift]) -> Error {
    let mut text = "rows were edited after the migration, so that nothing is undone; --on-drift skip leaves them \
                    as they are, --on-drift force puts back what was before and keeps the edits in the journal:"
        .to_owned();
    for drift in drift {
        let (table, key, why) = (&drift.table, shown(&drift.key), drift.why.words());
        // Writing to a String cannot fail.
        let _ = write!(text, "\n  {table}: the row {key} {why}");
    }
    if drift.len() >= LISTED {
        text.push_str("\n  …");
    }
    Error::Drift(text)
}

struct Undoing<'a> {
    layout: &'a Layout,
    on_drift: OnDrift,
    /// After a Monday was taken: which one, only single entries tell.
    singly: bool,
    undone: u64,
    drift: Vec<Drift>,
}

impl Undoing<'_> {
    fn batch(&mut self, db: &mut dyn Database, run: &Run, limit: u32) -> Result<Run> {
        db.begin(Access::Write)?;
        reach("rollback-batch-begun")?;
        run.fence(db)?;
        let mut next = run.clone();
        let entries = journal::last(db, run.id, run.sequence, limit, "'m', 'u', 'd'")?;
        let mut drift = Vec::new();
        match entries.last() {
            None => next.state = State::RolledBack,
            Some(last) => {
                next.sequence = last.sequence - 1;
                match self.entries(db, run, &entries) {
                    Ok(found) => drift = found,
                    Err(error) => {
                        self.singly |= error.fault() == Some(FaultKind::Unique);
                        return Err(error);
                    }
                }
                forget(db, run, last.sequence, &entries, &drift)?;
            }
        }
        reach("rollback-batch-undone")?;
        next.advance(db)?;
        db.commit()?;
        self.undone += (entries.len() - drift.len()) as u64;
        let room = LISTED.saturating_sub(self.drift.len());
        self.drift
            .extend(drift.into_iter().map(|(_, drift)| drift).take(room));
        self.singly = false;
        reach("rollback-batch-committed")?;
        Ok(next)
    }

    /// Undoes entries; the answer are those that could not be, with their numbers.
    fn entries(
        &self,
        db: &mut dyn Database,
        run: &Run,
        entries: &[Entry],
    ) -> Result<Vec<(i64, Drift)>> {
        let undo = Undo {
            layout: self.layout,
            run: run.id,
            force: self.on_drift == OnDrift::Force,
        };
        let moved = |entry: &Entry| matches!(entry.action, Action::Moved { .. });
        let mut left = Vec::new();
        for same in entries.chunk_by(|one, other| {
            one.table_number == other.table_number && moved(one) && moved(other)
        }) {
            let Some(node) = same
                .first()
                .and_then(|entry| self.layout.node(entry.table_number))
            else {
                continue;
            };
            let mut single: Vec<&Entry> = same.iter().collect();
            if !self.singly
                && same.iter().all(moved)
                && let Some(columns) = node.columns()
            {
                let moves = moves(db, node, same)?;
                let missed = db.undo_moves(columns, &moves)?;
                single = missed
                    .into_iter()
                    .filter_map(|index| same.get(index))
                    .collect();
            }
            for entry in single {
                if let Some(why) = undo.entry(db, node, entry)? {
                    let drift = drift::of(db, node, entry, why)?;
                    if self.on_drift == OnDrift::Abort {
                        return Err(drifted(&[drift]));
                    }
                    left.push((entry.sequence, drift));
                }
            }
        }
        Ok(left)
    }
}

fn moves(db: &mut dyn Database, node: &Node, entries: &[Entry]) -> Result<Vec<Move>> {
    let (engine, column) = (db.engine(), node.key()?);
    entries
        .iter()
        .filter_map(|entry| match entry.action {
            Action::Moved { old, new } => {
                let key = journal::key(&entry.row_key, column, engine);
                Some(key.map(|key| Move { key, old, new }))
            }
            Action::Changed { .. } | Action::Removed { .. } => None,
        })
        .collect()
}

/// Deletes entries, but for those that could not be undone.
fn forget(
    db: &mut dyn Database,
    run: &Run,
    from: i64,
    entries: &[Entry],
    left: &[(i64, Drift)],
) -> Result<()> {
    for (sequence, _) in left {
        db.execute(
            "UPDATE semaine_migrate_journal SET action = 's' WHERE sequence = $1",
            &[Value::Integer(*sequence)],
        )?;
    }
    let to = entries.first().map_or(from, |entry| entry.sequence);
    db.execute(
        "DELETE FROM semaine_migrate_journal \
         WHERE sequence BETWEEN $1 AND $2 AND run = $3 AND action IN ('m', 'u', 'd')",
        &[
            Value::Integer(from),
            Value::Integer(to),
            Value::Integer(run.id),
        ],
    )
    .map(drop)
}
