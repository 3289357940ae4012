//! Joins JSON objects of rows that become one.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde_json::value::{RawValue, to_raw_value};

use crate::run::resolve::{Member, Rules, shown};
use crate::value::Value;
use crate::{Error, Result};

/// An object whose values are texts, so that no number loses a digit.
type Object = BTreeMap<String, Box<RawValue>>;

/// The `merge` columns of the first of `ranked` that get another text when it takes over what the others
/// have and it lacks.
pub(super) fn merged(
    rules: &Rules<'_>,
    ranked: &[(usize, &Member)],
) -> Result<Vec<(usize, String)>> {
    let mut changed = Vec::new();
    for (column, name) in rules.merge.iter().enumerate() {
        let mut objects = ranked
            .iter()
            .map(|(_, row)| object(rules.table, name, row, column));
        let Some(mut all) = objects.next().transpose()? else {
            continue;
        };
        let mut grown = false;
        for object in objects {
            grown |= join(&mut all, object?);
        }
        if grown && let Ok(text) = written(&all) {
            changed.push((column, text));
        }
    }
    Ok(changed)
}

fn object(table: &str, name: &str, row: &Member, column: usize) -> Result<Object> {
    let text = match row.merge.get(column) {
        None | Some(Value::Null) => return Ok(Object::new()),
        Some(Value::Text(text)) => text.as_str(),
        Some(Value::Integer(_) | Value::Real(_) | Value::Blob(_)) => "",
    };
    serde_json::from_str(text).map_err(|_| {
        Error::Conflicts(format!(
            "{table}: the column {name} of the row {} is no JSON object, so that it cannot be merged; mend \
             it, or decide otherwise for its group",
            shown(&row.key)
        ))
    })
}

/// Adds what `from` has and `into` lacks, and answers whether there was anything.
fn join(into: &mut Object, from: Object) -> bool {
    let mut grown = false;
    for (name, value) in from {
        match into.entry(name) {
            Entry::Vacant(place) => {
                place.insert(value);
                grown = true;
            }
            Entry::Occupied(mut place) => {
                if let Some(both) = joined(place.get(), &value) {
                    place.insert(both);
                    grown = true;
                }
            }
        }
    }
    grown
}

/// Both values as one, if both are objects and the second has more.
fn joined(into: &RawValue, from: &RawValue) -> Option<Box<RawValue>> {
    let mut all: Object = serde_json::from_str(into.get()).ok()?;
    let from = serde_json::from_str(from.get()).ok()?;
    join(&mut all, from).then_some(())?;
    to_raw_value(&all).ok()
}

/// In one form, whatever the form of the parts: without spaces, with sorted names. It cannot fail.
fn written(object: &Object) -> serde_json::Result<String> {
    let plain = object.iter().map(|(name, value)| Ok((name, plain(value)?)));
    serde_json::to_string(&plain.collect::<serde_json::Result<BTreeMap<_, _>>>()?)
}

fn plain(value: &RawValue) -> serde_json::Result<Box<RawValue>> {
    let text = value.get();
    match text.as_bytes().first() {
        Some(b'{') => RawValue::from_string(written(&serde_json::from_str(text)?)?),
        Some(b'[') => {
            let values: Vec<Box<RawValue>> = serde_json::from_str(text)?;
            let plain = values.iter().map(|value| plain(value));
            to_raw_value(&plain.collect::<serde_json::Result<Vec<_>>>()?)
        }
        Some(b'"') => to_raw_value(&serde_json::from_str::<String>(text)?),
        // A number keeps every digit.
        _ => Ok(value.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join_of(into: &str, from: &str) -> (String, bool) {
        let mut all: Object = serde_json::from_str(into).expect("an object");
        let grown = join(&mut all, serde_json::from_str(from).expect("an object"));
        (written(&all).expect("a text"), grown)
    }

    #[test]
    fn the_first_wins_and_no_number_loses_a_digit() {
        let into = r#"{"b": {"x": 1.10}, "a": 123456789012345678901234567890}"#;
        let from = r#"{"a": 1, "b": {"x": 2, "y": 2.50}, "c": [{"z": "\u00e9", "y": -0}]}"#;
        let all = r#"{"a":123456789012345678901234567890,"b":{"x":1.10,"y":2.50},"c":[{"y":-0,"z":"é"}]}"#;
        assert_eq!(join_of(into, from), (all.to_owned(), true));
    }

    #[test]
    fn what_adds_nothing_changes_nothing() {
        let into = r#"{"a":{"x":1},"b":[1]}"#;
        let from = r#"{"a":{"x":2},"b":[2,3]}"#;
        assert_eq!(join_of(into, from), (into.to_owned(), false));
    }
}
