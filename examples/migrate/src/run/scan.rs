//! Reads every row of a table once.

use std::collections::BTreeSet;

use crate::Result;
use crate::anchor::Anchor;
use crate::database::Database;
use crate::policy::Policy;
use crate::run::journal;
use crate::run::layout::Node;
use crate::run::outcome::{BadRow, Conflict, Content};
use crate::run::resolve::{self, LISTED, Member, Rules};
use crate::value::{Key, Value};
use crate::week::{Bad, Week};

/// How many keys of NULLs and bad dates are listed.
const FIRST: usize = 10;

/// What the rows of a table are, and the groups for which nothing is decided.
#[derive(Debug, Default)]
pub(crate) struct Scanned {
    pub(crate) content: Content,
    pub(crate) undecided: u64,
    pub(crate) conflicts: Vec<Conflict>,
}

/// Reads a table with a week in constant memory: one state of it, where a transaction is open.
pub(crate) fn scan(db: &mut dyn Database, node: &Node, rules: &Rules<'_>) -> Result<Scanned> {
    let Some(week) = &node.planned.week else {
        return Ok(Scanned::default());
    };
    let engine = db.engine();
    let key = node.key()?;
    let week = node.column(week)?;
    let mut list = vec![key.read(engine), week.read(engine)];
    let mut order = Vec::new();
    for name in node.owner() {
        let column = node.column(name)?;
        list.push(column.read(engine));
        order.push(&*column.quoted);
    }
    let order = match node.planned.unique {
        Some(_) => {
            order.push(&week.quoted);
            format!(" ORDER BY {}", order.join(", "))
        }
        None => String::new(),
    };
    let sql = format!(
        "SELECT {} FROM {}{order}",
        list.join(", "),
        node.table.quoted
    );
    let mut seen = Seen {
        rules,
        meet: node.planned.unique.is_some(),
        scanned: Scanned::default(),
        nulls: BTreeSet::new(),
        bad: BTreeSet::new(),
        owner: Vec::new(),
        group: Vec::new(),
    };
    node.name().clone_into(&mut seen.scanned.content.table);
    db.stream(&sql, &[], &mut |row| {
        let [row_key, week, owner @ ..] = row else {
            return Ok(());
        };
        seen.row(journal::key(row_key, key, engine)?, Week::read(week), owner);
        Ok(())
    })?;
    Ok(seen.end())
}

struct Seen<'a> {
    rules: &'a Rules<'a>,
    meet: bool,
    scanned: Scanned,
    nulls: BTreeSet<Key>,
    bad: BTreeSet<BadRow>,
    owner: Vec<Value>,
    /// The rows of the owner that were read last and have the same Monday: rows come by their weeks.
    group: Vec<Member>,
}

impl Seen<'_> {
    fn row(&mut self, key: Key, week: Week, owner: &[Value]) {
        let content = &mut self.scanned.content;
        content.rows += 1;
        let date = match week {
            Week::Null => {
                content.nulls += 1;
                first(&mut self.nulls, key);
                return;
            }
            Week::Bad(why, text) => return self.bad(key, why, text),
            Week::Date(date) => date,
        };
        let Some(monday) = self.rules.anchor.monday(date) else {
            return self.bad(key, Bad::OutOfRange, date.to_string());
        };
        content.to_move += u64::from(monday != date);
        if !self.meet || owner.contains(&Value::Null) {
            return;
        }
        let anchor = self.rules.anchor;
        let same = |last: &Member| anchor.monday(last.week) == Some(monday);
        if !self.group.last().is_some_and(same) || self.owner != owner {
            self.settle();
            self.owner.clear();
            self.owner.extend_from_slice(owner);
        }
        self.group.push(Member {
            key,
            week: date,
            newest: Value::Null,
            merge: Vec::new(),
        });
    }

    fn bad(&mut self, key: Key, why: Bad, text: String) {
        self.scanned.content.bad += 1;
        first(&mut self.bad, BadRow { key, why, text });
    }

    fn settle(&mut self) {
        if self.group.len() > 1 {
            self.scanned.content.conflicts += 1;
            for conflict in resolve::unresolved(self.rules, &self.owner, &self.group) {
                self.scanned.undecided += 1;
                if self.scanned.conflicts.len() < LISTED {
                    self.scanned.conflicts.push(conflict);
                }
            }
        }
        self.group.clear();
    }

    fn end(mut self) -> Scanned {
        self.settle();
        let content = &mut self.scanned.content;
        content.first_nulls = self.nulls.into_iter().collect();
        content.first_bad = self.bad.into_iter().collect();
        self.scanned
    }
}

/// Keeps the least ones.
pub(crate) fn first<T: Ord>(kept: &mut BTreeSet<T>, item: T) {
    kept.insert(item);
    if kept.len() > FIRST {
        kept.pop_last();
    }
}

/// Rules under which every group that meets is reported.
pub(crate) fn all_groups(node: &Node, anchor: Anchor) -> Rules<'_> {
    Rules {
        table: node.name(),
        merge: &node.planned.merge,
        anchor,
        policy: Policy::Abort,
        decisions: None,
    }
}
