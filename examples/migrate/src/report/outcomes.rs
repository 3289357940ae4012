//! What plans, runs and checks say at a terminal.

use std::fmt::{self, Write};

use crate::report::analysis::name;
use crate::report::text::{Side, columns, counted, duration, number, wrapped};
use crate::report::{DryRun, PlanReport, Status, counts};
use crate::run::outcome::{
    Content, Drift, Finalized, Finding, Outcome, Preview, RolledBack, TableDigest, Validation,
};
use crate::run::resolve::shown;
use crate::run::state::State;

pub(super) fn plan(out: &mut impl Write, plan: &PlanReport) -> fmt::Result {
    writeln!(out, "# sha256 {}", plan.hash)?;
    write!(out, "{}", plan.toml)?;
    if let Some(file) = &plan.decisions {
        writeln!(
            out,
            "# {} written to {file}; add `decision = …` to each, and give the file to `migrate --decisions`",
            counted(plan.conflicts.unwrap_or_default(), "conflict", "conflicts")
        )?;
    }
    Ok(())
}

pub(super) fn dry_run(out: &mut impl Write, dry_run: &DryRun) -> fmt::Result {
    writeln!(
        out,
        "What `migrate --execute --anchor {} --on-conflict {}` would do; nothing was changed",
        name(dry_run.anchor),
        name(dry_run.policy)
    )?;
    counts::write(out, &dry_run.counts)?;
    warnings(out, &dry_run.warnings)
}

pub(super) fn migration(out: &mut impl Write, outcome: &Outcome) -> fmt::Result {
    writeln!(out, "Run {} is {}", outcome.run, state(outcome.state))?;
    counts::write(out, &outcome.counts)?;
    took(out, outcome.batches, outcome.seconds)?;
    digests(out, &outcome.before, &outcome.after)?;
    warnings(out, &outcome.warnings)?;
    writeln!(
        out,
        "Next: `validate`, then `finalize --execute`; `rollback --execute` undoes the run until then"
    )
}

pub(super) fn status(out: &mut impl Write, status: &Status) -> fmt::Result {
    let Some(run) = &status.run else {
        writeln!(out, "There was no run in this database")?;
        return writeln!(out, "Next: {}", status.next);
    };
    writeln!(out, "Run {} is {}", run.id, state(run.state))?;
    let row = |what: &str, content: &str| vec![what.to_owned(), content.to_owned()];
    let rows = [
        row("began", &run.started),
        row("last batch", &run.changed),
        row("taken by", &format!("{}, epoch {}", run.holder, run.epoch)),
        row("plan", &run.plan_hash),
        row("anchor", &name(run.anchor)),
        row("on conflict", &name(run.policy)),
        row("backup", run.backup.as_deref().unwrap_or("none")),
    ];
    columns(out, 2, &[Side::Left, Side::Left], &rows)?;
    counts::write(out, &run.counts)?;
    writeln!(out, "Next: {}", status.next)
}

pub(super) fn validation(out: &mut impl Write, validation: &Validation) -> fmt::Result {
    if validation.valid {
        writeln!(out, "Valid, looked at in {}", duration(validation.seconds))?;
    } else {
        writeln!(out, "NOT VALID")?;
        findings(out, &validation.problems)?;
    }
    contents(out, &validation.tables)?;
    if validation.removed > 0 {
        writeln!(
            out,
            "  {} taken out into the journal",
            counted(validation.removed, "row was", "rows were")
        )?;
    }
    if validation.later_edits > 0 {
        writeln!(
            out,
            "  {} after the migration, with which nothing is wrong",
            counted(
                validation.later_edits,
                "row was changed",
                "rows were changed"
            )
        )?;
        drift(out, &validation.edits, validation.later_edits)?;
    }
    warnings(out, &validation.warnings)
}

pub(super) fn rollback(out: &mut impl Write, rollback: &RolledBack) -> fmt::Result {
    writeln!(out, "Run {} is {}", rollback.run, state(rollback.state))?;
    writeln!(
        out,
        "  {} undone",
        counted(rollback.undone, "change", "changes")
    )?;
    took(out, rollback.batches, rollback.seconds)?;
    if rollback.drifted > 0 {
        writeln!(
            out,
            "  {} a later edit",
            counted(rollback.drifted, "change met", "changes met")
        )?;
        drift(out, &rollback.drift, rollback.drifted)?;
    }
    digests(out, &rollback.before, &rollback.after)?;
    writeln!(
        out,
        "{}",
        if rollback.identical {
            "The content is exactly that before the run"
        } else {
            "The content differs from that before the run, by later edits"
        }
    )
}

pub(super) fn rollback_preview(out: &mut impl Write, preview: &Preview) -> fmt::Result {
    writeln!(
        out,
        "Run {} is {}; `rollback --execute` would undo {}; nothing was changed",
        preview.run,
        state(preview.state),
        counted(preview.changes, "change", "changes")
    )?;
    if preview.drifted == 0 {
        return writeln!(out, "  no row was edited after it");
    }
    writeln!(
        out,
        "  {} a later edit: choose with --on-drift, abort, skip or force",
        counted(preview.drifted, "change meets", "changes meet")
    )?;
    drift(out, &preview.drift, preview.drifted)
}

pub(super) fn finalization(out: &mut impl Write, finalized: &Finalized) -> fmt::Result {
    writeln!(
        out,
        "Run {} is {}; other days than Mondays are refused from now on by",
        finalized.run,
        state(finalized.state)
    )?;
    for constraint in &finalized.constraints {
        writeln!(out, "  {constraint}")?;
    }
    writeln!(
        out,
        "  {} of the journal deleted, in {}",
        counted(finalized.journal, "entry", "entries"),
        duration(finalized.seconds)
    )
}

/// One line for each finding.
pub(super) fn findings(out: &mut impl Write, findings: &[Finding]) -> fmt::Result {
    for finding in findings {
        let line = match &finding.table {
            Some(table) => format!("{table}: {}", finding.what),
            None => finding.what.clone(),
        };
        wrapped(out, 2, &line)?;
    }
    Ok(())
}

fn warnings(out: &mut impl Write, warnings: &[Finding]) -> fmt::Result {
    if warnings.is_empty() {
        return Ok(());
    }
    writeln!(out, "Warnings")?;
    findings(out, warnings)
}

fn took(out: &mut impl Write, batches: u64, seconds: f64) -> fmt::Result {
    writeln!(
        out,
        "  {} in {}",
        counted(batches, "batch", "batches"),
        duration(seconds)
    )
}

fn contents(out: &mut impl Write, tables: &[Content]) -> fmt::Result {
    let head = ["table", "rows", "no Monday", "NULL", "no date", "meeting"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(tables.iter().map(|table| {
        vec![
            table.table.clone(),
            number(table.rows),
            number(table.to_move),
            number(table.nulls),
            number(table.bad),
            number(table.conflicts),
        ]
    }));
    let right = Side::Right;
    columns(
        out,
        2,
        &[Side::Left, right, right, right, right, right],
        &rows,
    )
}

fn drift(out: &mut impl Write, drift: &[Drift], all: u64) -> fmt::Result {
    let rows: Vec<_> = drift
        .iter()
        .map(|drift| {
            vec![
                drift.table.clone(),
                shown(&drift.key),
                drift.why.words().to_owned(),
            ]
        })
        .collect();
    columns(out, 4, &[Side::Left, Side::Right, Side::Left], &rows)?;
    if all > drift.len() as u64 {
        writeln!(out, "    …")?;
    }
    Ok(())
}

fn digests(out: &mut impl Write, before: &[TableDigest], after: &[TableDigest]) -> fmt::Result {
    let mut rows = vec![vec![
        "content".to_owned(),
        "before".to_owned(),
        "now".to_owned(),
    ]];
    let short = |digest: &str| digest.chars().take(16).collect::<String>();
    for digest in after {
        let earlier = before.iter().find(|earlier| earlier.table == digest.table);
        rows.push(vec![
            digest.table.clone(),
            earlier.map_or_else(String::new, |earlier| short(&earlier.sha256)),
            short(&digest.sha256),
        ]);
    }
    columns(out, 2, &[Side::Left, Side::Left, Side::Left], &rows)
}

const fn state(state: State) -> &'static str {
    match state {
        State::Migrating => "migrating: it can be resumed",
        State::Migrated => "migrated",
        State::RollingBack => "being rolled back: that can be resumed",
        State::RolledBack => "rolled back",
        State::Restored => "replaced by a backup",
        State::Finalized => "finalized",
    }
}
