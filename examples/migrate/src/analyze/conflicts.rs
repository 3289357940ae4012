//! Writes every conflict into a decisions file, where people decide.

use std::io::{self, Write};

use clap::ValueEnum;
use serde::Serialize;

use crate::analyze::meeting;
use crate::anchor::Anchor;
use crate::control::Control;
use crate::database::Database;
use crate::plan::Plan;
use crate::policy::Policy;
use crate::run::layout::Layout;
use crate::run::resolve::decisions::Decided;
use crate::run::resolve::{Member, Rules, shown};
use crate::value::Value;
use crate::{Error, Result};

const HEAD: &str = "\
# Add a decision to each conflict: \"keep\" (with keep = …, one of its rows), \"keep-newest\",
# \"keep-oldest\", \"merge\" or \"shift\". The policy of the command line decides on those without.
";

/// Writes the conflicts of a database, and answers how many there are.
///
/// # Errors
///
/// `Usage` for a plan that names what the database does not have, `Io`, and what the database says.
pub fn conflicts(
    db: &mut dyn Database,
    plan: &Plan,
    anchor: Anchor,
    out: &mut dyn Write,
    control: &mut Control,
) -> Result<u64> {
    let layout = Layout::read(db, plan)?;
    let (hash, name) = (plan.hash(), anchor.to_possible_value());
    let name = name.as_ref().map_or("", |name| name.get_name());
    let mut written = write!(out, "{HEAD}plan = \"{hash}\"\nanchor = \"{name}\"\n");
    let mut groups = 0;
    for node in layout.nodes().filter(|node| node.planned.unique.is_some()) {
        let rules = Rules {
            table: node.name(),
            merge: &[],
            anchor,
            policy: Policy::Abort,
            decisions: None,
        };
        let mut each_group = |owner: &[Value], rows: &[Member]| {
            if written.is_ok() {
                written = group(out, &rules, owner, rows);
            }
        };
        let meeting = meeting::read(
            db,
            node,
            &rules,
            control,
            &mut each_group,
            &mut |_, _, _| Ok(()),
        )?;
        groups += meeting.groups;
    }
    written.map_err(|source| Error::Io {
        context: "cannot write the decisions".to_owned(),
        source,
    })?;
    Ok(groups)
}

fn group(
    out: &mut dyn Write,
    rules: &Rules<'_>,
    owner: &[Value],
    rows: &[Member],
) -> io::Result<()> {
    let Some(monday) = rows.first().and_then(|row| rules.anchor.monday(row.week)) else {
        return Ok(());
    };
    writeln!(out)?;
    for row in rows {
        writeln!(out, "# row {}: {}", shown(&row.key), row.week)?;
    }
    let decided = Decided {
        table: rules.table.to_owned(),
        owner: owner.to_vec(),
        monday: monday.to_string(),
        rows: rows.iter().map(|row| row.key.clone()).collect(),
        decision: None,
        keep: None,
    };
    let alone = Alone {
        conflict: [decided],
    };
    let text = toml::to_string(&alone).map_err(io::Error::other)?;
    write!(out, "{text}")
}

/// A conflict as the file has it.
#[derive(Serialize)]
struct Alone {
    conflict: [Decided; 1],
}
