//! Reads whether the data is as a finished migration leaves it.

use std::time::Instant;

use crate::control::{Control, Progress};
use crate::database::{Access, Database, Engine};
use crate::plan::{Left, Plan};
use crate::run::layout::{Layout, Node};
use crate::run::outcome::{Content, Finding, Validation};
use crate::run::state::{Options, Run, State};
use crate::run::{drift, journal, scan};
use crate::value::Value;
use crate::{Error, Result};

pub(super) fn validate(
    db: &mut dyn Database,
    plan: Option<&Plan>,
    control: &mut Control,
) -> Result<Validation> {
    let begun = Instant::now();
    let run = Run::last(db)?;
    let own = run.as_ref().map(Run::plan).transpose()?;
    let Some(plan) = plan.or(own.as_ref()) else {
        return Err(Error::Usage(
            "no run has changed this database, so that a plan has to be given".to_owned(),
        ));
    };
    let run = run.filter(|run| run.plan_hash == plan.hash());
    let layout = Layout::read(db, plan)?;
    let mut validation = Validation {
        run: run.as_ref().map(|run| run.id),
        ..Validation::default()
    };
    db.begin(Access::Read)?;
    let read = read(db, &layout, run.as_ref(), &mut validation, control);
    db.rollback();
    read?;
    for what in db.integrity()?.into_iter().flatten() {
        validation.wrong(None, format!("the database is damaged: {what}"));
    }
    validation.valid = validation.problems.is_empty();
    validation.seconds = begun.elapsed().as_secs_f64();
    Ok(validation)
}

impl Validation {
    fn wrong(&mut self, node: Option<&Node>, what: String) {
        let table = node.map(|node| node.name().to_owned());
        self.problems.push(Finding { table, what });
    }

    fn warn(&mut self, node: Option<&Node>, what: String) {
        let table = node.map(|node| node.name().to_owned());
        self.warnings.push(Finding { table, what });
    }
}

fn read(
    db: &mut dyn Database,
    layout: &Layout,
    run: Option<&Run>,
    validation: &mut Validation,
    control: &mut Control,
) -> Result<()> {
    let anchor = run.map_or(Options::default().anchor, |run| run.options.anchor);
    let tables = layout.nodes().count() as u64;
    for (done, node) in (0..).zip(layout.nodes()) {
        control.show(&Progress {
            what: format!("validate {}", node.name()),
            done,
            of: tables,
        });
        if node.planned.week.is_some() {
            let content = scan::scan(db, node, &scan::all_groups(node, anchor))?.content;
            judge(node, &content, validation);
            validation.tables.push(content);
        }
        apart(db, layout, node, validation)?;
    }
    if db.engine() == Engine::Sqlite {
        let broken = db.query("SELECT count(*) FROM pragma_foreign_key_check", &[])?;
        if let Some(rows) = count(&broken).filter(|rows| *rows > 0) {
            validation.warn(None, format!("{rows} rows refer to rows that do not exist"));
        }
    }
    let Some(run) = run else {
        return Ok(());
    };
    if run.state != State::Migrated && run.state != State::Finalized {
        validation.warn(None, format!("run {} is not a finished migration", run.id));
    }
    validation.before.clone_from(&run.before);
    validation.removed = run.counts.removed;
    (validation.later_edits, validation.edits) = drift::later_edits(db, layout, run)?;
    for node in layout.nodes() {
        orphans(db, layout, node, run, validation)?;
    }
    Ok(())
}

fn judge(node: &Node, content: &Content, validation: &mut Validation) {
    if content.to_move > 0 {
        validation.wrong(
            Some(node),
            format!("{} weeks are no Mondays", content.to_move),
        );
    }
    if content.conflicts > 0 {
        let what = format!(
            "{} Mondays have more than one row of an owner",
            content.conflicts
        );
        validation.wrong(Some(node), what);
    }
    for (rows, left, what) in [
        (content.bad, node.planned.bad_dates, "weeks are no dates"),
        (content.nulls, node.planned.nulls, "rows have no week"),
    ] {
        let what = format!("{rows} {what}");
        match left {
            _ if rows == 0 => {}
            Left::Refuse => validation.wrong(Some(node), what),
            Left::Keep => validation.warn(Some(node), what),
        }
    }
}

/// Children that are in another week than their parent, which they may have been before.
fn apart(
    db: &mut dyn Database,
    layout: &Layout,
    node: &Node,
    validation: &mut Validation,
) -> Result<()> {
    let parent = node.parent.and_then(|parent| layout.node(parent));
    let (Some(parent), Some(column), Some(week)) =
        (parent, &node.planned.parent, &node.planned.week)
    else {
        return Ok(());
    };
    let Some(parent_week) = &parent.planned.week else {
        return Ok(());
    };
    let sql = format!(
        "SELECT count(*) FROM {} c JOIN {} p ON p.{} = c.{} WHERE c.{} <> p.{}",
        node.table.quoted,
        parent.table.quoted,
        parent.key()?.quoted,
        node.column(column)?.quoted,
        node.column(week)?.quoted,
        parent.column(parent_week)?.quoted,
    );
    let found = db.query(&sql, &[])?;
    if let Some(rows) = count(&found).filter(|rows| *rows > 0) {
        let what = format!(
            "{rows} rows are in another week than their {}",
            parent.name()
        );
        validation.warn(Some(node), what);
    }
    Ok(())
}

/// Rows that belong to one that the run took out.
fn orphans(
    db: &mut dyn Database,
    layout: &Layout,
    node: &Node,
    run: &Run,
    validation: &mut Validation,
) -> Result<()> {
    let parent = node.parent.and_then(|parent| layout.node(parent));
    let (Some(parent), Some(column)) = (parent, &node.planned.parent) else {
        return Ok(());
    };
    let key = parent.key()?;
    let row_key = journal::key_sql(key, db.engine());
    let sql = format!(
        "SELECT count(*) FROM semaine_migrate_journal j JOIN {} c ON c.{} = {row_key} \
         WHERE j.run = $1 AND j.table_number = {} AND j.action = 'd' \
         AND NOT EXISTS (SELECT 1 FROM {} p WHERE p.{} = {row_key})",
        node.table.quoted,
        node.column(column)?.quoted,
        parent.number,
        parent.table.quoted,
        key.quoted,
    );
    let found = db.query(&sql, &[Value::Integer(run.id)])?;
    if let Some(rows) = count(&found).filter(|rows| *rows > 0) {
        let what = format!(
            "{rows} rows belong to {} that the run took out",
            parent.name()
        );
        validation.wrong(Some(node), what);
    }
    Ok(())
}

fn count(rows: &[Vec<Value>]) -> Option<i64> {
    match rows.first()?.as_slice() {
        [Value::Integer(count)] => Some(*count),
        _ => None,
    }
}
