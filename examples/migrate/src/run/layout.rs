//! The tables of a plan as the database has them.

use crate::database::schema::Column;
use crate::database::{ChildColumns, Columns, Database, schema};
use crate::plan::{Plan, Table};
use crate::{Error, Result};

/// The tables of a plan, by their numbers; none where an optional one is missing.
#[derive(Debug)]
pub(crate) struct Layout {
    nodes: Vec<Option<Node>>,
}

/// A table of a plan that the database has.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) number: usize,
    pub(crate) parent: Option<usize>,
    pub(crate) children: Vec<usize>,
    pub(crate) planned: Table,
    pub(crate) table: schema::Table,
}

impl Layout {
    /// Reads the schema.
    ///
    /// # Errors
    ///
    /// `Usage` for a table or a column that the plan names and the database does not have, and what the
    /// database says.
    pub(crate) fn read(db: &mut dyn Database, plan: &Plan) -> Result<Self> {
        let numbered = plan.numbered();
        let names: Vec<&str> = numbered.iter().map(|(_, _, table)| &*table.name).collect();
        let mut schema = db.schema(&names)?;
        let mut nodes: Vec<Option<Node>> = Vec::with_capacity(numbered.len());
        for (number, parent, planned) in numbered {
            let has_parent = parent.is_none_or(|parent| matches!(nodes.get(parent), Some(Some(_))));
            let Some(table) = schema.tables.remove(&planned.name).filter(|_| has_parent) else {
                if planned.optional || !has_parent {
                    nodes.push(None);
                    continue;
                }
                return Err(Error::Usage(format!(
                    "the database has no table {}, which the plan names; `optional = true` says that it may \
                     be missing",
                    planned.name
                )));
            };
            for column in columns(planned) {
                if table.column(column).is_none() {
                    return Err(Error::Usage(format!(
                        "the table {} has no column {column}, which the plan names",
                        planned.name
                    )));
                }
            }
            if let Some(Some(parent)) = parent.and_then(|parent| nodes.get_mut(parent)) {
                parent.children.push(number);
            }
            nodes.push(Some(Node {
                number,
                parent,
                children: Vec::new(),
                planned: planned.clone(),
                table,
            }));
        }
        Ok(Self { nodes })
    }

    /// How many tables the plan has.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The table of that number, if the database has it.
    pub(crate) fn node(&self, number: usize) -> Option<&Node> {
        self.nodes.get(number)?.as_ref()
    }

    /// All that the database has, parents first.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().flatten()
    }

    /// The tables whose rows belong to rows of this one.
    pub(crate) fn children<'a>(&'a self, node: &'a Node) -> impl Iterator<Item = &'a Node> {
        node.children.iter().filter_map(|&child| self.node(child))
    }
}

impl Node {
    /// Its columns for statements in bulk; none without a week.
    pub(crate) fn columns(&self) -> Option<Columns<'_>> {
        Some(Columns {
            number: self.number,
            table: &self.table,
            key: &self.planned.key,
            week: self.planned.week.as_deref()?,
            owner: self.owner(),
        })
    }

    /// Its columns as a child; none if it is none.
    pub(crate) fn child_columns(&self) -> Option<ChildColumns<'_>> {
        Some(ChildColumns {
            table: &self.table,
            key: &self.planned.key,
            parent: self.planned.parent.as_deref()?,
            week: self.planned.week.as_deref(),
            day: self.planned.day.as_ref().map(|day| &*day.column),
        })
    }

    /// The plan's `unique` columns; empty without.
    pub(crate) fn owner(&self) -> &[String] {
        self.planned.unique.as_deref().unwrap_or_default()
    }

    pub(crate) fn name(&self) -> &str {
        &self.planned.name
    }

    /// A column that [`Layout::read`] has found.
    pub(crate) fn column(&self, name: &str) -> Result<&Column> {
        self.table.column(name).ok_or_else(|| {
            Error::Usage(format!(
                "the table {} has no column {name}",
                self.planned.name
            ))
        })
    }

    pub(crate) fn key(&self) -> Result<&Column> {
        self.column(&self.planned.key)
    }

    /// Whether the database itself refuses two rows of an owner with one week.
    pub(crate) fn enforces_owner(&self) -> bool {
        let (Some(week), Some(unique)) = (&self.planned.week, &self.planned.unique) else {
            return false;
        };
        self.unique_sets().any(|columns| {
            columns.len() == unique.len() + 1
                && columns.contains(week)
                && unique.iter().all(|column| columns.contains(column))
        })
    }

    /// Whether the database itself refuses two rows of one parent.
    pub(crate) fn one_per_parent(&self) -> bool {
        let parent = self.planned.parent.as_slice();
        !parent.is_empty() && self.unique_sets().any(|columns| columns == parent)
    }

    /// The columns of each unique index over all rows, that of the primary key among them.
    pub(crate) fn unique_sets(&self) -> impl Iterator<Item = &[String]> {
        let indices = self.table.indices.iter();
        indices
            .filter(|index| index.unique && !index.partial)
            .map(|index| &*index.columns)
            .chain([&*self.table.primary_key])
            .filter(|columns| !columns.is_empty())
    }
}

/// Every column that the plan names for a table.
fn columns(planned: &Table) -> impl Iterator<Item = &str> {
    [&planned.key]
        .into_iter()
        .chain(&planned.week)
        .chain(&planned.parent)
        .chain(planned.unique.iter().flatten())
        .chain(&planned.newest)
        .chain(&planned.merge)
        .chain(planned.day.as_ref().map(|day| &day.column))
        .map(String::as_str)
}
