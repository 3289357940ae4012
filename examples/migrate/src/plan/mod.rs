//! Which tables and columns a migration is about.

mod discover;
mod parse;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::backup::digest::hex;

pub use self::discover::discover;
pub use self::parse::{parse, read};

/// The plan of the reference application.
const DEFAULT: &str = include_str!("default.toml");

/// The content of a plan's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Plan {
    /// The version of the form of the file: 1.
    pub version: u32,
    /// The tables, in the order in which they are migrated.
    #[serde(rename = "table")]
    pub tables: Vec<Table>,
}

/// A table, or a child of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Table {
    /// Its name; on PostgreSQL `schema.name` too.
    pub name: String,
    /// The column that names a row: unique, never NULL, and never changed here.
    #[serde(default = "id")]
    pub key: String,
    /// The week column. A child may be without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<String>,
    /// Of a child: the column that holds the key of its parent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The columns that make a row the only one of its week: its owner. Without it no rows conflict; an
    /// empty list means one row a week in all. Not for children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique: Option<Vec<String>>,
    /// The column by whose value rows are newer (integers, floating-point numbers, texts by their bytes;
    /// NULL is oldest); then, and without it, the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newest: Option<String>,
    /// Columns with JSON objects, which the policy `merge` joins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merge: Vec<String>,
    /// Of a child: its column with a number of a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// What becomes of rows without a week.
    #[serde(default)]
    pub nulls: Left,
    /// What becomes of rows whose week is no date.
    #[serde(default)]
    pub bad_dates: Left,
    /// Whether a database without this table is fine.
    #[serde(default)]
    pub optional: bool,
    /// Tables whose rows belong to rows of this one.
    #[serde(default, rename = "child", skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Table>,
}

/// A column that counts days from the first of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Day {
    /// Its name.
    pub column: String,
    /// The number of the first day: 0 or 1.
    #[serde(default)]
    pub first: i64,
    /// What stays as it is when the week moves.
    #[serde(default)]
    pub keep: Keep,
}

/// What of a numbered day stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    /// Its number: the first day of the week stays the first.
    #[default]
    Index,
    /// Its date. A day whose date is not in the new week is a conflict.
    Date,
    /// Its day of the week: a Sunday stays a Sunday, in the new week.
    Weekday,
}

/// Whether rows that cannot be moved may stay as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Left {
    /// They stop the migration before it begins.
    #[default]
    Refuse,
    /// They stay, and are counted.
    Keep,
}

fn id() -> String {
    "id".to_owned()
}

impl Default for Plan {
    /// That of the reference application.
    fn default() -> Self {
        parse(DEFAULT).expect("a test reads the built-in plan")
    }
}

impl Plan {
    /// The sha256 of [`Plan::toml`], in hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(self.toml()))
    }

    /// What it says, as the content of a file: without comments, and without what is so anyway.
    ///
    /// # Panics
    ///
    /// Never: texts and lists can be written.
    #[must_use]
    pub fn toml(&self) -> String {
        toml::to_string(self).expect("a plan is texts and lists")
    }

    /// All tables with their parents, each parent before its children, in the order that numbers them in
    /// the journal.
    #[must_use]
    pub fn numbered(&self) -> Vec<(usize, Option<usize>, &Table)> {
        let mut all = Vec::new();
        for table in &self.tables {
            number(table, None, &mut all);
        }
        all
    }
}

fn number<'a>(
    table: &'a Table,
    parent: Option<usize>,
    all: &mut Vec<(usize, Option<usize>, &'a Table)>,
) {
    let number = all.len();
    all.push((number, parent, table));
    for child in &table.children {
        self::number(child, Some(number), all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_plan_is_that_of_the_reference_application() {
        let plan = Plan::default();
        let names: Vec<_> = plan
            .numbered()
            .iter()
            .map(|(number, parent, table)| (*number, *parent, table.name.clone()))
            .collect();
        assert_eq!(
            names,
            [
                (0, None, "meal_plans".to_owned()),
                (1, Some(0), "shopping_lists".to_owned()),
                (2, Some(1), "shopping_list_history".to_owned()),
            ]
        );
    }

    #[test]
    fn the_hash_is_of_what_the_plan_says() {
        let plan = Plan::default();
        assert_eq!(parse(&plan.toml()).unwrap(), plan);
        let spelled_out = DEFAULT.replace(
            "week = \"week_start\"",
            "bad-dates = \"refuse\"\nweek = \"week_start\"",
        );
        assert_ne!(spelled_out, DEFAULT);
        assert_eq!(parse(&spelled_out).unwrap().hash(), plan.hash());
        assert_eq!(plan.hash().len(), 64);

        let other = parse(&DEFAULT.replace("merge = [\"meals\"]", "")).unwrap();
        assert_ne!(other.hash(), plan.hash());
    }
}
