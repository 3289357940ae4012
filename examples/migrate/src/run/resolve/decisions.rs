//! Decisions on single conflicts, from a file.

use serde::{Deserialize, Serialize};

use crate::anchor::Anchor;
use crate::value::{Key, Value};
use crate::{Error, Result};

/// The content of a decisions file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Decisions {
    /// The hash of the plan for which it was written.
    pub plan: String,
    /// The anchor for which it was written.
    pub anchor: Anchor,
    /// One for each group of rows.
    #[serde(default, rename = "conflict")]
    pub conflicts: Vec<Decided>,
}

/// A conflict and what was decided about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Decided {
    /// The table.
    pub table: String,
    /// The values of the `unique` columns.
    pub owner: Vec<Value>,
    /// Where the rows meet.
    pub monday: String,
    /// What names the rows; another set of rows is another conflict.
    pub rows: Vec<Key>,
    /// What becomes of them; nothing is as if the conflict were not listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Word>,
    /// With `keep`: the row that stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<Key>,
}

/// A decision as a file writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// The row that `keep` names stays.
    Keep,
    /// As the policy of this name.
    KeepNewest,
    /// As the policy of this name.
    KeepOldest,
    /// As the policy of this name.
    Merge,
    /// As the policy of this name, for the rows of this conflict.
    Shift,
}

impl Decisions {
    /// Reads the text of a decisions file.
    ///
    /// # Errors
    ///
    /// `Usage` if it is not understood, was written for another plan or anchor, or names a row to keep that
    /// is not one of the conflict's.
    pub fn parse(text: &str, plan_hash: &str, anchor: Anchor) -> Result<Self> {
        let decisions: Self = toml::from_str(text)
            .map_err(|error| Error::Usage(format!("the decisions are not understood: {error}")))?;
        if decisions.plan != plan_hash {
            return Err(Error::Usage(format!(
                "the decisions were written for the plan {}, not for {plan_hash}; write them again with \
                 `plan --conflicts FILE`",
                decisions.plan
            )));
        }
        if decisions.anchor != anchor {
            return Err(Error::Usage(
                "the decisions were written for the other anchor; write them again with \
                 `plan --conflicts FILE`"
                    .to_owned(),
            ));
        }
        for decided in &decisions.conflicts {
            let kept = decided.keep.as_ref();
            let fits = match decided.decision {
                Some(Word::Keep) => kept.is_some_and(|kept| decided.rows.contains(kept)),
                _ => kept.is_none(),
            };
            if !fits {
                return Err(Error::Usage(format!(
                    "the decision on {} {}: `decision = \"keep\"` goes with `keep = …`, one of its rows",
                    decided.table, decided.monday
                )));
            }
        }
        Ok(decisions)
    }

    /// Those of one owner.
    pub(super) fn of<'a, 'b>(
        &'a self,
        table: &'b str,
        owner: &'b [Value],
    ) -> impl Iterator<Item = &'a Decided> + use<'a, 'b> {
        self.conflicts
            .iter()
            .filter(move |decided| decided.table == table && decided.owner == owner)
    }
}
