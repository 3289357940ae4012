//! Proposes a plan by what a database has.

use std::collections::HashSet;

use crate::database::Database;
use crate::database::schema::{self, Schema};
use crate::plan::{Left, Plan, Table};
use crate::{Error, Result};

/// Proposes a plan: tables with a date or a text whose name speaks of weeks, and the tables that refer to
/// them as their children. It is for people to look at: what `merge`, `newest` and `day` are, nobody can
/// tell from a schema.
///
/// # Errors
///
/// `Usage` if there is no such column, and what the database says.
pub fn discover(db: &mut dyn Database) -> Result<Plan> {
    let names = db.tables()?;
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let schema = db.schema(&names)?;
    let is_child = |table: &schema::Table| {
        schema.tables.values().any(|parent| {
            parent.name != table.name && week(parent).is_some() && refers(parent, table).is_some()
        })
    };
    let mut planned = HashSet::new();
    let mut tables = Vec::new();
    for table in schema.tables.values() {
        if week(table).is_some() && !is_child(table) {
            tables.extend(propose(&schema, table, None, &mut planned));
        }
    }
    if tables.is_empty() {
        return Err(Error::Usage(
            "no table has a key of one column and a date or a text whose name contains \"week\"; write \
             a plan by hand"
                .to_owned(),
        ));
    }
    Ok(Plan { version: 1, tables })
}

fn propose<'a>(
    schema: &'a Schema,
    table: &'a schema::Table,
    parent: Option<&str>,
    planned: &mut HashSet<&'a str>,
) -> Option<Table> {
    let [key] = &*table.primary_key else {
        return None;
    };
    if !planned.insert(&table.name) {
        return None;
    }
    let week = week(table);
    let children = schema
        .tables
        .values()
        .filter_map(|child| propose(schema, child, Some(refers(table, child)?), planned))
        .collect();
    Some(Table {
        name: table.name.clone(),
        key: key.clone(),
        week: week.map(str::to_owned),
        parent: parent.map(str::to_owned),
        unique: week
            .filter(|_| parent.is_none())
            .and_then(|week| owner(table, week)),
        newest: None,
        merge: Vec::new(),
        day: None,
        nulls: Left::default(),
        bad_dates: Left::default(),
        optional: false,
        children,
    })
}

/// The week column.
fn week(table: &schema::Table) -> Option<&str> {
    let is_week = |column: &&schema::Column| {
        let kind = column.kind.to_lowercase();
        column.name.to_lowercase().contains("week")
            && !column.generated
            && (kind == "date" || kind.contains("text") || kind.contains("char"))
    };
    table
        .columns
        .iter()
        .find(is_week)
        .map(|column| &*column.name)
}

/// The column of `child` that refers to `parent`.
fn refers<'a>(parent: &'a schema::Table, child: &schema::Table) -> Option<&'a str> {
    let mut keys = parent.referenced_by.iter();
    keys.find_map(|key| match &*key.columns {
        [column] if key.table == child.name && child.name != parent.name => Some(&**column),
        _ => None,
    })
}

/// The other columns of a unique index with the week.
fn owner(table: &schema::Table, week: &str) -> Option<Vec<String>> {
    let mut indices = table.indices.iter();
    let index = indices.find(|index| {
        index.unique && !index.partial && index.columns.iter().any(|column| column == week)
    })?;
    let others = index.columns.iter().filter(|column| *column != week);
    Some(others.cloned().collect())
}
