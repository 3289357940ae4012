//! Reads plans and refuses those that cannot be meant.

use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::plan::{Plan, Table};
use crate::{Error, Result};

/// Reads the plan in a file.
///
/// # Errors
///
/// `Io` if the file cannot be read, and those of [`parse`], with its name.
pub fn read(path: &Path) -> Result<Plan> {
    let text = fs::read_to_string(path).map_err(|source| Error::Io {
        context: format!("cannot read the plan {}", path.display()),
        source,
    })?;
    parse(&text).map_err(|error| match error {
        Error::Usage(message) => Error::Usage(format!("{}: {message}", path.display())),
        other => other,
    })
}

/// Reads a plan.
///
/// # Errors
///
/// `Usage`, with the line, for what is no TOML, an unknown field, another version, a name that is twice
/// there or empty, a table without a week or a child without a parent column, and fields that would say
/// nothing where they stand.
pub fn parse(text: &str) -> Result<Plan> {
    let plan: Plan = toml::from_str(text).map_err(|error| not_toml(text, &error))?;
    if plan.version != 1 {
        return Err(Error::Usage(format!(
            "the plan's version is {}, and this program reads version 1",
            plan.version
        )));
    }
    if plan.tables.is_empty() {
        return Err(Error::Usage("the plan names no [[table]]".to_owned()));
    }
    let places: Places = toml::from_str(text).map_err(|error| not_toml(text, &error))?;
    let mut lines = Vec::new();
    for place in &places.tables {
        place.collect(text, &mut lines);
    }
    let mut seen = HashMap::new();
    for ((_, parent, table), line) in plan.numbered().into_iter().zip(lines) {
        let refuse = |what: String| Err(Error::Usage(format!("line {line}: {what}")));
        if let Some(first) = seen.insert(&table.name, line) {
            return refuse(format!(
                "the table {} is in the plan twice, first in line {first}",
                table.name
            ));
        }
        if let Some(what) = wrong(table, parent.is_some()) {
            return refuse(format!("the table {} {what}", table.name));
        }
    }
    Ok(plan)
}

/// The message for what `toml` refuses.
pub(crate) fn not_toml(text: &str, error: &toml::de::Error) -> Error {
    let message = error.message().replace('\n', ", ");
    Error::Usage(match error.span() {
        Some(span) => format!("line {}: {message}", line(text, &span)),
        None => message,
    })
}

/// The number of the line in which a part of a text begins.
pub(crate) fn line(text: &str, part: &Range<usize>) -> usize {
    let before = text.get(..part.start).unwrap_or(text);
    before.matches('\n').count() + 1
}

/// What of a table cannot be meant.
fn wrong(table: &Table, is_child: bool) -> Option<String> {
    if table.name.starts_with("semaine_migrate_") {
        return Some("belongs to the migration itself".to_owned());
    }
    if is_child {
        if table.parent.is_none() {
            return Some(
                "needs `parent`, its column with the key of the table that it belongs to"
                    .to_owned(),
            );
        }
        if table.unique.is_some() {
            return Some("is a child, which follows its parent: it has no `unique`".to_owned());
        }
    } else {
        if table.week.is_none() {
            return Some("needs `week`, the name of its week column".to_owned());
        }
        if table.parent.is_some() || table.day.is_some() {
            return Some("has no parent: `parent` and `day` are for children".to_owned());
        }
    }
    if table.unique.is_none() && (table.newest.is_some() || !table.merge.is_empty()) {
        return Some(
            "has `newest` or `merge`, which say nothing without `unique`: its rows do not meet"
                .to_owned(),
        );
    }
    if table
        .day
        .as_ref()
        .is_some_and(|day| !matches!(day.first, 0 | 1))
    {
        return Some("counts its days neither from 0 nor from 1".to_owned());
    }
    columns(table)
}

/// What of the names of a table's columns cannot be meant.
fn columns(table: &Table) -> Option<String> {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    let single = [
        ("key", Some(&table.key)),
        ("week", table.week.as_ref()),
        ("parent", table.parent.as_ref()),
        ("day", table.day.as_ref().map(|day| &day.column)),
    ];
    let owner = table.unique.iter().flatten().map(|name| ("unique", name));
    let merge = table.merge.iter().map(|name| ("merge", name));
    let single = single
        .into_iter()
        .filter_map(|(role, name)| Some((role, name?)));
    for (role, name) in single.chain(owner).chain(merge) {
        if name.is_empty() {
            return Some(format!("has an empty name as `{role}`"));
        }
        if let Some(other) = seen.insert(name, role) {
            return Some(format!(
                "has the column {name} as `{other}` and as `{role}`"
            ));
        }
    }
    if table.name.is_empty() {
        return Some("has an empty name".to_owned());
    }
    None
}

/// Where the tables of a plan are in its file.
#[derive(Deserialize)]
struct Places {
    #[serde(rename = "table")]
    tables: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    name: Spanned<String>,
    #[serde(default, rename = "child")]
    children: Vec<Place>,
}

impl Place {
    /// The lines of this table and of its children, in the order of [`Plan::numbered`].
    fn collect(&self, text: &str, lines: &mut Vec<usize>) {
        lines.push(line(text, &self.name.span()));
        for child in &self.children {
            child.collect(text, lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOP: &str = "version = 1\n[[table]]\nname = \"plans\"\nweek = \"week_start\"\n";

    fn refused(text: &str) -> String {
        match parse(text) {
            Err(Error::Usage(message)) => message,
            other => panic!("{text} gave {other:?}"),
        }
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        let plan = parse(TOP).unwrap();
        let table = &plan.tables[0];
        assert_eq!(table.key, "id");
        assert_eq!(table.unique, None);
        assert_eq!(table.nulls, crate::plan::Left::Refuse);
    }

    #[test]
    fn each_mistake_is_refused_with_its_line() {
        let cases = [
            ("version = 1\nversion = 2", "line 2: ", "duplicate key"),
            (
                &format!("{TOP}weak = 1"),
                "line 5: ",
                "unknown field `weak`",
            ),
            ("version = 1", "", "missing field `table`"),
            ("version = 1\ntable = []", "", "names no [[table]]"),
            (
                &TOP.replace("version = 1", "version = 2"),
                "",
                "version is 2",
            ),
            (
                "version = 1\n[[table]]\nname = \"plans\"",
                "line 3: ",
                "needs `week`",
            ),
            (
                &format!("{TOP}[[table]]\nname = \"plans\"\nweek = \"w\""),
                "line 6: ",
                "twice, first in line 3",
            ),
            (
                &format!("{TOP}[[table.child]]\nname = \"lists\""),
                "line 6: ",
                "needs `parent`",
            ),
            (
                &format!("{TOP}[[table.child]]\nname = \"lists\"\nparent = \"p\"\nunique = []"),
                "line 6: ",
                "it has no `unique`",
            ),
            (
                &format!("{TOP}parent = \"p\""),
                "line 3: ",
                "are for children",
            ),
            (
                &format!("{TOP}merge = [\"meals\"]"),
                "line 3: ",
                "say nothing without `unique`",
            ),
            (
                &format!("{TOP}unique = [\"id\"]"),
                "line 3: ",
                "the column id as `key` and as `unique`",
            ),
            (
                &format!("{TOP}unique = [\"\"]"),
                "line 3: ",
                "empty name as `unique`",
            ),
            (
                &format!(
                    "{TOP}[[table.child]]\nname = \"lists\"\nparent = \"p\"\nday = {{ column = \"d\", first = 2 }}"
                ),
                "line 6: ",
                "neither from 0 nor from 1",
            ),
            (
                &TOP.replace("plans", "semaine_migrate_runs"),
                "line 3: ",
                "the migration itself",
            ),
        ];
        for (text, place, what) in cases {
            let message = refused(text);
            assert!(
                message.starts_with(place) && message.contains(what),
                "{text} was refused with {message:?}"
            );
        }
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = read(Path::new("no/such.toml")).unwrap_err();
        assert!(error.to_string().contains("no/such.toml"));
    }
}
