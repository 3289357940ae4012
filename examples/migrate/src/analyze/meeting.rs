//! Rows of one owner that meet on a Monday.

use schemars::JsonSchema;
use semaine::Date;
use serde::Serialize;

use crate::analyze::column::{key, own};
use crate::analyze::pages::{Pages, ROWS, ROWS_UNSORTED, of_t};
use crate::control::{Control, Progress};
use crate::database::Database;
use crate::database::schema::Column;
use crate::policy::Policy;
use crate::run::layout::Node;
use crate::run::outcome::Conflict;
use crate::run::resolve::{self, Group, LISTED, Member, Rules};
use crate::value::Value;
use crate::week::Week;
use crate::{Error, Result};

/// The conflicts of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Meeting {
    /// Groups of rows with one owner and one Monday.
    pub groups: u64,
    /// The rows of these groups.
    pub rows: u64,
    /// The first groups.
    pub first: Vec<Conflict>,
    /// Groups for which neither the policy nor a decision says what becomes of them.
    pub undecided: u64,
    /// Why the policy or a decision cannot be followed for the first group for which that is so.
    pub refusal: Option<String>,
}

impl Meeting {
    /// Rows that cannot stay on the Monday of their group.
    #[must_use]
    pub const fn spare(&self) -> u64 {
        self.rows - self.groups
    }
}

/// What became of the rows of one group, or, for `shift`, of all rows of an owner.
pub(super) type Resolved<'a> =
    &'a mut dyn FnMut(&mut dyn Database, &[Member], &[Group]) -> Result<()>;

/// Reads the rows by their owners and resolves those that meet.
pub(super) fn read(
    db: &mut dyn Database,
    node: &Node,
    rules: &Rules<'_>,
    control: &mut Control,
    each_group: &mut dyn FnMut(&[Value], &[Member]),
    resolved: Resolved<'_>,
) -> Result<Meeting> {
    let engine = db.engine();
    let owner = owner(node)?;
    let Some(week) = &node.planned.week else {
        return Ok(Meeting::default());
    };
    let mut list = vec![own(node, node.planned.newest.as_ref(), engine)?];
    // Long texts are read where they may be joined.
    let merge: &[String] = if rules.policy == Policy::Merge || rules.decisions.is_some() {
        &node.planned.merge
    } else {
        &[]
    };
    for column in merge {
        list.push(of_t(&node.column(column)?.read(engine)));
    }
    let mut order = owner.columns.clone();
    order.push(node.column(week)?);
    order.push(node.key()?);
    let pages = Pages {
        list,
        from: format!("{} AS t", node.table.quoted),
        order,
        rows: if owner.indexed { ROWS } else { ROWS_UNSORTED },
    };
    let mut walk = Walk {
        rules,
        gathered: None,
        meeting: Meeting::default(),
        each_group,
        resolved,
    };
    let mut done = 0;
    let of = node.table.rows_guessed.unwrap_or_default();
    pages.read(db, |db, rows| {
        for row in rows {
            if let Some((values, member)) = member(row, &owner) {
                walk.add(db, values, member)?;
            }
        }
        done += rows.len() as u64;
        control.show(&Progress {
            what: format!("compare {}", node.name()),
            done,
            of: of.max(done),
        });
        Ok(())
    })?;
    walk.flush(db)?;
    Ok(walk.meeting)
}

/// The columns that make up an owner, in the order of an index.
struct Owner<'a> {
    columns: Vec<&'a Column>,
    /// For each of the plan's `unique` columns, where it is among them.
    places: Vec<usize>,
    indexed: bool,
}

fn owner(node: &Node) -> Result<Owner<'_>> {
    let wanted = node.owner();
    let led = |columns: &&[String]| match wanted {
        [] => columns.first() == node.planned.week.as_ref(),
        _ => columns
            .get(..wanted.len())
            .is_some_and(|first| wanted.iter().all(|name| first.contains(name))),
    };
    let indices = node.table.indices.iter().filter(|index| !index.partial);
    let index = indices.map(|index| &*index.columns).find(led);
    let names = index
        .and_then(|columns| columns.get(..wanted.len()))
        .unwrap_or(wanted);
    Ok(Owner {
        columns: names
            .iter()
            .map(|name| node.column(name))
            .collect::<Result<_>>()?,
        places: wanted
            .iter()
            .filter_map(|name| names.iter().position(|other| other == name))
            .collect(),
        indexed: index.is_some(),
    })
}

/// The owner, in the order of the plan, and the row; nothing for a row whose week is no date.
fn member(row: &[Value], owner: &Owner<'_>) -> Option<(Vec<Value>, Member)> {
    let (owned, rest) = row.split_at_checked(owner.columns.len())?;
    let [week, named, newest, merge @ ..] = rest else {
        return None;
    };
    let Week::Date(week) = Week::read(week) else {
        return None;
    };
    let places = owner.places.iter();
    Some((
        places
            .filter_map(|&place| owned.get(place).cloned())
            .collect(),
        Member {
            key: key(named),
            week,
            newest: newest.clone(),
            merge: merge.to_vec(),
        },
    ))
}

/// Rows as they come: by owner, then by week.
struct Walk<'a> {
    rules: &'a Rules<'a>,
    gathered: Option<Gathered>,
    meeting: Meeting,
    each_group: &'a mut dyn FnMut(&[Value], &[Member]),
    resolved: Resolved<'a>,
}

struct Gathered {
    owner: Vec<Value>,
    /// Whether all rows of the owner are gathered, rather than those of one Monday.
    all: bool,
    monday: Date,
    rows: Vec<Member>,
}

impl Walk<'_> {
    fn add(&mut self, db: &mut dyn Database, owner: Vec<Value>, row: Member) -> Result<()> {
        let Some(monday) = self.rules.anchor.monday(row.week) else {
            return Ok(());
        };
        match &mut self.gathered {
            Some(gathered)
                if gathered.owner == owner && (gathered.all || gathered.monday == monday) =>
            {
                gathered.rows.push(row);
            }
            _ => {
                self.flush(db)?;
                self.gathered = Some(Gathered {
                    all: resolve::needs_all(self.rules, &owner),
                    owner,
                    monday,
                    rows: vec![row],
                });
            }
        }
        Ok(())
    }

    fn flush(&mut self, db: &mut dyn Database) -> Result<()> {
        let Some(Gathered { owner, rows, .. }) = self.gathered.take() else {
            return Ok(());
        };
        let anchor = self.rules.anchor;
        let mut meets = false;
        for group in rows.chunk_by(|a, b| anchor.monday(a.week) == anchor.monday(b.week)) {
            if group.len() > 1 {
                meets = true;
                self.count(&owner, group);
            }
        }
        if !meets {
            return Ok(());
        }
        let undecided = resolve::unresolved(self.rules, &owner, &rows).len() as u64;
        self.meeting.undecided += undecided;
        if undecided > 0 {
            return Ok(());
        }
        match resolve::resolve(self.rules, &owner, &rows) {
            Ok(groups) => (self.resolved)(db, &rows, &groups),
            Err(Error::Conflicts(message)) => {
                self.meeting.refusal.get_or_insert(message);
                Ok(())
            }
            Err(other) => Err(other),
        }
    }

    fn count(&mut self, owner: &[Value], group: &[Member]) {
        let meeting = &mut self.meeting;
        meeting.groups += 1;
        meeting.rows += group.len() as u64;
        if meeting.first.len() < LISTED
            && let Some(monday) = group
                .first()
                .and_then(|row| self.rules.anchor.monday(row.week))
        {
            meeting.first.push(Conflict {
                table: self.rules.table.to_owned(),
                owner: owner.to_vec(),
                monday: monday.to_string(),
                rows: group.iter().map(|row| row.key.clone()).collect(),
            });
        }
        (self.each_group)(owner, group);
    }
}
