//! Joins JSON objects of rows that become one.

use serde_json::{Map, Value as Json};

use crate::run::resolve::{Member, Rules, shown};
use crate::value::Value;
use crate::{Error, Result};

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
        let Some(first) = objects.next().transpose()? else {
            continue;
        };
        let mut all = first.clone();
        for object in objects {
            join(&mut all, object?);
        }
        if all != first {
            changed.push((column, Json::Object(all).to_string()));
        }
    }
    Ok(changed)
}

fn object(table: &str, name: &str, row: &Member, column: usize) -> Result<Map<String, Json>> {
    let text = match row.merge.get(column) {
        None | Some(Value::Null) => return Ok(Map::new()),
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

fn join(into: &mut Map<String, Json>, from: Map<String, Json>) {
    for (name, value) in from {
        match (into.get_mut(&name), value) {
            (None, value) => {
                into.insert(name, value);
            }
            (Some(Json::Object(into)), Json::Object(from)) => join(into, from),
            (Some(_), _) => {}
        }
    }
}
