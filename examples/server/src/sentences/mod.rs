//! The sentences of errors, for people.

mod english;
mod french;

use std::fmt;

use semaine::Date;
use serde_json::Value;

use crate::language::Language;
use crate::refusal::Reason;

/// What a sentence is made of.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The refused parameter, header, or key of the body.
    pub field: Option<&'a str>,
    /// What was refused.
    pub value: &'a Value,
    /// The last Monday before a refused date.
    pub previous_monday: Option<Date>,
    /// The first Monday after a refused date.
    pub next_monday: Option<Date>,
    /// How many KiB a body may have.
    pub limit: usize,
}

/// The sentence that tells people why.
#[must_use]
pub fn sentence(reason: Reason, parts: &Parts<'_>, language: Language) -> String {
    match language {
        Language::French => french::sentence(reason, parts),
        Language::English => english::sentence(reason, parts),
    }
}

impl Parts<'_> {
    /// Whether the field is a plan's date of start, alone or in a list of plans.
    fn is_week_start(&self) -> bool {
        self.field
            .is_some_and(|field| field == "week_start" || field.ends_with(".week_start"))
    }

    fn shown_value(&self) -> impl fmt::Display {
        fmt::from_fn(|f| match self.value {
            Value::String(text) => f.write_str(text),
            value => write!(f, "{value}"),
        })
    }

    /// The value, if it is a date.
    fn date(&self) -> Option<Date> {
        self.value.as_str()?.parse().ok()
    }
}

/// A date as a formatter of a language writes it, or nothing.
fn shown(
    date: Option<Date>,
    write: impl Fn(Date, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> impl fmt::Display {
    fmt::from_fn(move |f| date.map_or(Ok(()), |date| write(date, f)))
}
