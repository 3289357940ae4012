//! Puts back what one entry of the journal changed, if the row is still as the journal left it.

use std::fmt::Write as _;

use crate::database::Database;
use crate::error::FaultKind;
use crate::run::change;
use crate::run::journal::{self, Action, Entry, Field, Fields};
use crate::run::layout::{Layout, Node};
use crate::run::outcome::Why;
use crate::value::{Key, Value};
use crate::{Error, Result};

/// What an entry is undone with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Undo<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) run: i64,
    /// Whether edits are overwritten, after they have been written into the journal.
    pub(crate) force: bool,
}

impl Undo<'_> {
    /// Undoes an entry; the answer is what keeps it from being undone.
    pub(crate) fn entry(
        &self,
        db: &mut dyn Database,
        node: &Node,
        entry: &Entry,
    ) -> Result<Option<Why>> {
        let key = journal::key(&entry.row_key, node.key()?, db.engine())?;
        let why = self.attempt(db, node, &key, entry)?;
        if !self.force || why != Some(Why::WeekTaken) {
            return Ok(why);
        }
        for occupant in occupants(db, node, &key, entry)? {
            self.take_away(db, node, &occupant)?;
        }
        self.attempt(db, node, &key, entry)
    }

    /// Undoes an entry or changes nothing.
    fn attempt(
        &self,
        db: &mut dyn Database,
        node: &Node,
        key: &Key,
        entry: &Entry,
    ) -> Result<Option<Why>> {
        db.script("SAVEPOINT semaine_migrate")?;
        let why = match self.put_back(db, node, key, entry) {
            Err(Error::Database { fault, .. }) if fault.kind == FaultKind::Unique => {
                Some(Why::WeekTaken)
            }
            Err(Error::Database { fault, .. }) if fault.kind == FaultKind::Other => {
                Some(Why::Refused)
            }
            other => other?,
        };
        if why.is_some() {
            db.script("ROLLBACK TO SAVEPOINT semaine_migrate")?;
        }
        db.script("RELEASE SAVEPOINT semaine_migrate")?;
        Ok(why)
    }

    fn put_back(
        &self,
        db: &mut dyn Database,
        node: &Node,
        key: &Key,
        entry: &Entry,
    ) -> Result<Option<Why>> {
        match &entry.action {
            Action::Removed { row } => {
                if has_no_parent(db, self.layout, node, row)? {
                    return Ok(Some(Why::ParentGone));
                }
                let Some(edited) = change::whole(db, node, key)? else {
                    change::insert(db, node, row)?;
                    return Ok(None);
                };
                if !self.force {
                    return Ok(Some(Why::KeyTaken));
                }
                self.keep(db, node, key, &edited)?;
                change::set(db, node, key, row, None)?;
            }
            Action::Changed { old, new } => {
                return self.change_back(db, node, key, old, new);
            }
            Action::Moved { old, new } => {
                let Some(week) = &node.planned.week else {
                    return Ok(Some(Why::Gone));
                };
                let field = |week_start: &semaine::Date| {
                    vec![(week.clone(), Value::Text(week_start.to_string()))]
                };
                return self.change_back(db, node, key, &field(old), &field(new));
            }
        }
        Ok(None)
    }

    fn change_back(
        &self,
        db: &mut dyn Database,
        node: &Node,
        key: &Key,
        old: &[Field],
        new: &[Field],
    ) -> Result<Option<Why>> {
        let names: Vec<&str> = new.iter().map(|(name, _)| &**name).collect();
        let Some(found) = change::locked(db, node, key, &names)? else {
            return Ok(Some(Why::Gone));
        };
        if has_no_parent(db, self.layout, node, old)? {
            return Ok(Some(Why::ParentGone));
        }
        if found != new {
            if !self.force {
                return Ok(Some(Why::Changed));
            }
            if let Some(edited) = change::whole(db, node, key)? {
                self.keep(db, node, key, &edited)?;
            }
        }
        change::set(db, node, key, old, None)?;
        Ok(None)
    }

    /// Takes out a row that is in the way, and its children.
    fn take_away(&self, db: &mut dyn Database, node: &Node, key: &Key) -> Result<()> {
        let Some(row) = change::whole(db, node, key)? else {
            return Ok(());
        };
        for child in self.layout.children(node) {
            let Some(columns) = child.child_columns() else {
                continue;
            };
            for row in db.children(columns, std::slice::from_ref(key))? {
                self.take_away(db, child, &row.key)?;
            }
        }
        self.keep(db, node, key, &row)?;
        change::delete(db, node, key)
    }

    /// Writes a row into the journal that a rollback overwrites.
    fn keep(&self, db: &mut dyn Database, node: &Node, key: &Key, row: &[Field]) -> Result<()> {
        let sequence = journal::top(db)? + 1;
        journal::note(db, (self.run, sequence), node.number, "x", key, (row, None))
    }
}

/// Whether a row would belong to a row that is not there.
fn has_no_parent(
    db: &mut dyn Database,
    layout: &Layout,
    node: &Node,
    fields: &[Field],
) -> Result<bool> {
    let parent = node.parent.and_then(|parent| layout.node(parent));
    let (Some(parent), Some(column)) = (parent, &node.planned.parent) else {
        return Ok(false);
    };
    let value = fields
        .iter()
        .find(|(name, _)| name == column)
        .map(|(_, value)| value);
    let key = match value {
        Some(Value::Integer(number)) => Key::Integer(*number),
        Some(Value::Text(text)) => Key::Text(text.clone()),
        _ => return Ok(false),
    };
    Ok(change::locked(db, parent, &key, &[&parent.planned.key])?.is_none())
}

/// Other rows of the owner that have the week which the row would get back.
fn occupants(db: &mut dyn Database, node: &Node, key: &Key, entry: &Entry) -> Result<Vec<Key>> {
    let (Some(week), engine) = (&node.planned.week, db.engine()) else {
        return Ok(Vec::new());
    };
    let own: Fields = match &entry.action {
        Action::Removed { row } => row.clone(),
        Action::Changed { old, .. } => old.clone(),
        Action::Moved { old, .. } => vec![(week.clone(), Value::Text(old.to_string()))],
    };
    let now = change::whole(db, node, key)?.unwrap_or_default();
    let value = |name: &String| {
        let of = |fields: &Fields| fields.iter().find(|(field, _)| field == name).cloned();
        of(&own)
            .or_else(|| of(&now))
            .map_or(Value::Null, |(_, value)| value)
    };
    let mut values: Vec<Value> = vec![key.into()];
    let column = node.key()?;
    let mut sql = format!(
        "SELECT {} FROM {} WHERE {} <> {}",
        column.read(engine),
        node.table.quoted,
        column.quoted,
        column.write(engine, 1)
    );
    for name in node.owner().iter().chain([week]) {
        values.push(value(name));
        let column = node.column(name)?;
        let place = column.write(engine, values.len());
        // Writing to a String cannot fail.
        let _ = write!(sql, " AND {} = {place}", column.quoted);
    }
    let rows = db.query(&sql, &values)?;
    let column = node.key()?;
    rows.iter()
        .flatten()
        .map(|value| journal::key(value, column, engine))
        .collect()
}
