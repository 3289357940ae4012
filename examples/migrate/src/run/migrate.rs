//! A migration, from its beginning or from where it was interrupted.

use std::time::Instant;

use crate::backup::digest;
use crate::control::{Control, Progress};
use crate::database::{Access, Database};
use crate::failpoint::reach;
use crate::plan::Plan;
use crate::run::batch::{self, Orders};
use crate::run::layout::{Layout, Node};
use crate::run::outcome::{Finding, Outcome, TableDigest};
use crate::run::pace::Pace;
use crate::run::precheck::{self, Purpose};
use crate::run::state::{self, Counts, Options, Run, State};
use crate::run::tries::Tries;
use crate::run::{Changes, Settings, guard, journal};
use crate::value::Value;
use crate::{Error, Result};

pub(super) fn begin(
    db: &mut dyn Database,
    plan: &Plan,
    options: &Options,
    settings: &Settings,
    control: &mut Control,
) -> Result<Outcome> {
    db.lock()?;
    db.set_profile(settings.profile)?;
    let last = Run::last(db)?;
    if let Some(run) = last.as_ref().filter(|run| run.state.unfinished()) {
        return Err(Error::Interrupted(format!(
            "run {} of this database is not finished; go on with `{} --execute`",
            run.id,
            if run.state == State::Migrating {
                "resume"
            } else {
                "rollback"
            }
        )));
    }
    let findings = precheck::check(db, plan, options, Purpose::Migrate)?;
    findings.require()?;
    // Another run would hide what a rollback has to undo.
    let there = last.filter(|run| run.state == State::Migrated && run.plan_hash == plan.hash());
    if let Some(run) = there.filter(|_| findings.nothing_to_do()) {
        return outcome(db, plan, run, findings.warnings, 0, 0.0);
    }
    let layout = Layout::read(db, plan)?;
    let before = digests(db, plan)?;
    let run = create(db, &layout, plan, options, settings, &before)?;
    reach("run-created")?;
    work(db, &layout, run, findings.warnings, settings, control)
}

pub(super) fn resume(
    db: &mut dyn Database,
    take_over: bool,
    changes: &Changes,
    settings: &Settings,
    control: &mut Control,
) -> Result<Outcome> {
    if !take_over {
        db.lock()?;
    }
    db.set_profile(settings.profile)?;
    let Some(mut run) = Run::last(db)? else {
        return Err(Error::Usage("there is no run to resume".to_owned()));
    };
    let plan = run.plan()?;
    match run.state {
        State::Migrating => {}
        State::Migrated => return outcome(db, &plan, run, Vec::new(), 0, 0.0),
        State::RollingBack => {
            return Err(Error::Usage(format!(
                "run {} is being rolled back; go on with `rollback --execute`",
                run.id
            )));
        }
        State::RolledBack | State::Restored | State::Finalized => {
            return Err(Error::Usage(format!(
                "run {} has ended; there is nothing to resume",
                run.id
            )));
        }
    }
    if let Some(policy) = changes.policy {
        run.options.policy = policy;
    }
    if let Some(decisions) = &changes.decisions {
        run.options.decisions = Some(decisions.clone());
        run.options.decided(&run.plan_hash)?;
    }
    let findings = precheck::check(db, &plan, &run.options, Purpose::Analyze)?;
    findings.require()?;
    let layout = Layout::read(db, &plan)?;
    let run = take(db, &run)?;
    work(db, &layout, run, findings.warnings, settings, control)
}

/// Makes this process the one whose batches count, with the run's options as they are given.
pub(super) fn take(db: &mut dyn Database, run: &Run) -> Result<Run> {
    Tries::default().twice(db, |db| {
        let mut taken = run.clone();
        let now = run.again(db)?;
        // A COMMIT that was lost may have been done.
        if now.epoch == run.epoch + 1 && now.holder == state::holder() {
            return Ok(now);
        }
        // Somebody else may have gone on until now.
        taken.epoch = now.epoch;
        taken.cursor = now.cursor;
        taken.table_number = now.table_number;
        taken.sequence = now.sequence;
        taken.counts = now.counts;
        taken.state = now.state;
        taken.take(db)?;
        taken.advance(db)?;
        Ok(taken)
    })
}

fn create(
    db: &mut dyn Database,
    layout: &Layout,
    plan: &Plan,
    options: &Options,
    settings: &Settings,
    before: &[TableDigest],
) -> Result<Run> {
    let engine = db.engine();
    let started = state::now();
    Tries::default().twice(db, |db| {
        db.script(state::definition(engine))?;
        db.script(journal::definition(engine))?;
        let last = Run::last(db)?;
        // A COMMIT that was lost may have been done.
        if let Some(run) = &last
            && run.started == started
            && run.holder == state::holder()
        {
            return Ok(run.clone());
        }
        let run = Run {
            id: last.map_or(0, |run| run.id) + 1,
            state: State::Migrating,
            epoch: 1,
            holder: state::holder(),
            plan: plan.toml(),
            plan_hash: plan.hash(),
            options: options.clone(),
            backup: settings.backup.clone(),
            table_number: batch::table_from(layout, 0).unwrap_or(0),
            cursor: None,
            sequence: journal::top(db)?,
            counts: Counts::default(),
            before: before.to_vec(),
            started: started.clone(),
            changed: started.clone(),
        };
        run.insert(db)?;
        Ok(run)
    })
}

fn work(
    db: &mut dyn Database,
    layout: &Layout,
    mut run: Run,
    warnings: Vec<Finding>,
    settings: &Settings,
    control: &mut Control,
) -> Result<Outcome> {
    let mut tries = Tries::default();
    reach("guard-begun")?;
    tries.twice(db, |db| {
        run.fence(db)?;
        guard::make(db, layout)
    })?;
    reach("guard-made")?;
    let decisions = run.options.decided(&run.plan_hash)?;
    let orders = Orders {
        layout,
        decisions: decisions.as_ref(),
    };
    let mut progress = Progress {
        what: String::new(),
        done: 0,
        of: rows(db, layout)?,
    };
    let mut pace = Pace::new(db.engine(), settings);
    let mut batches = 0;
    let begun = Instant::now();
    while run.state == State::Migrating {
        if control.stop() {
            return Err(Error::Interrupted(
                "stopped between two batches, as asked; go on with `resume --execute`, or undo it with \
                 `rollback --execute`"
                    .to_owned(),
            ));
        }
        let limit = pace.begin();
        let next = tries.batch(db, &run, |db| batch::batch(db, orders, &run, limit));
        run = next.map_err(resumable)?;
        batches += 1;
        progress.what = format!(
            "migrate {}",
            layout.node(run.table_number).map_or("", Node::name)
        );
        progress.done = run.counts.rows.min(progress.of);
        control.show(&progress);
        pace.end();
    }
    let seconds = begun.elapsed().as_secs_f64();
    reach("migrated")?;
    let plan = run.plan()?;
    outcome(db, &plan, run, warnings, batches, seconds)
}

/// What to do about conflicts that came after the check.
fn resumable(error: Error) -> Error {
    match error {
        Error::Conflicts(what) => Error::Conflicts(format!(
            "{what}\nwhat was committed is kept; go on with `resume --execute --on-conflict …`, or undo \
             it with `rollback --execute`"
        )),
        other => other,
    }
}

fn outcome(
    db: &mut dyn Database,
    plan: &Plan,
    run: Run,
    warnings: Vec<Finding>,
    batches: u64,
    seconds: f64,
) -> Result<Outcome> {
    Ok(Outcome {
        run: run.id,
        state: run.state,
        counts: run.counts,
        batches,
        seconds,
        before: run.before,
        after: digests(db, plan)?,
        warnings,
    })
}

/// Digests of one state of the database.
pub(super) fn digests(db: &mut dyn Database, plan: &Plan) -> Result<Vec<TableDigest>> {
    db.begin(Access::Read)?;
    let digests = digest::tables(db, plan);
    db.rollback();
    Ok(digests?
        .into_iter()
        .map(|(table, digest)| TableDigest {
            table,
            rows: digest.rows,
            sha256: digest.sha256,
        })
        .collect())
}

fn rows(db: &mut dyn Database, layout: &Layout) -> Result<u64> {
    let mut all = 0;
    for node in layout.nodes().filter(|node| node.planned.week.is_some()) {
        let sql = format!("SELECT count(*) FROM {}", node.table.quoted);
        if let Some([Value::Integer(rows)]) = db.query(&sql, &[])?.first().map(Vec::as_slice) {
            all += rows.unsigned_abs();
        }
    }
    Ok(all)
}
