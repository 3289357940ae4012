//! JSON Schema, as far as the OpenAPI document uses it; a keyword that is not known here is a failure, so
//! that nothing goes unchecked.

use serde_json::Value;

/// What says something to readers only.
const ANNOTATIONS: [&str; 6] = [
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "title",
];

type IsLike = fn(&str) -> bool;

/// Patterns of the document, and what they say.
const PATTERNS: [(&str, IsLike); 3] = [
    (r#"^"[\x21\x23-\x7e]+"$"#, is_entity_tag),
    (r"^[\x21-\x7e]{1,255}$", is_key),
    (r"^\d{4}-W\d{2}$", is_week),
];

/// Says what is wrong with a value, if anything is.
pub(crate) fn check(
    document: &Value,
    schema: &Value,
    value: &Value,
    at: &str,
) -> Result<(), String> {
    let Some(keywords) = schema.as_object() else {
        return if *schema == Value::Bool(true) {
            Ok(())
        } else {
            Err(format!("{at} is not allowed"))
        };
    };
    for (keyword, wanted) in keywords {
        let valid = match keyword.as_str() {
            "$ref" => {
                check(document, resolved(document, schema), value, at)?;
                true
            }
            "type" => is_of_type(wanted, value),
            "enum" => items(wanted).contains(value),
            "const" => wanted == value,
            "format" => is_of_format(wanted.as_str().unwrap(), value),
            "pattern" => value
                .as_str()
                .is_none_or(|text| is_like(wanted.as_str().unwrap(), text)),
            "minimum" => value
                .as_f64()
                .is_none_or(|number| number >= wanted.as_f64().unwrap()),
            "maximum" => value
                .as_f64()
                .is_none_or(|number| number <= wanted.as_f64().unwrap()),
            "minItems" => value
                .as_array()
                .is_none_or(|items| items.len() as u64 >= wanted.as_u64().unwrap()),
            "maxItems" => value
                .as_array()
                .is_none_or(|items| items.len() as u64 <= wanted.as_u64().unwrap()),
            "minLength" => value
                .as_str()
                .is_none_or(|text| text.len() as u64 >= wanted.as_u64().unwrap()),
            "maxLength" => value
                .as_str()
                .is_none_or(|text| text.len() as u64 <= wanted.as_u64().unwrap()),
            "items" => {
                for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(document, wanted, item, &format!("{at}.{n}"))?;
                }
                true
            }
            "required" => value.as_object().is_none_or(|object| {
                items(wanted)
                    .iter()
                    .all(|key| object.contains_key(key.as_str().unwrap()))
            }),
            "properties" => {
                for (key, property) in wanted.as_object().unwrap() {
                    if let Some(part) = value.get(key) {
                        check(document, property, part, &format!("{at}.{key}"))?;
                    }
                }
                true
            }
            "additionalProperties" => {
                for (key, part) in value.as_object().into_iter().flatten() {
                    if schema["properties"].get(key).is_none() {
                        check(document, wanted, part, &format!("{at}.{key}"))?;
                    }
                }
                true
            }
            "oneOf" => count(document, wanted, value, at) == 1,
            "anyOf" => count(document, wanted, value, at) > 0,
            "allOf" => count(document, wanted, value, at) == items(wanted).len(),
            _ => {
                assert!(
                    ANNOTATIONS.contains(&keyword.as_str()),
                    "the tests do not know {keyword}"
                );
                true
            }
        };
        if !valid {
            return Err(format!(
                "{at}: {keyword} is {wanted}, and the value {value}"
            ));
        }
    }
    Ok(())
}

/// What a reference refers to, or the thing itself.
pub(crate) fn resolved<'a>(document: &'a Value, node: &'a Value) -> &'a Value {
    match node["$ref"].as_str() {
        None => node,
        Some(reference) => {
            let pointer = reference.strip_prefix('#').unwrap();
            let found = document
                .pointer(pointer)
                .unwrap_or_else(|| panic!("{reference} refers to nothing"));
            resolved(document, found)
        }
    }
}

fn count(document: &Value, schemas: &Value, value: &Value, at: &str) -> usize {
    items(schemas)
        .iter()
        .filter(|schema| check(document, schema, value, at).is_ok())
        .count()
}

fn items(list: &Value) -> &[Value] {
    list.as_array().unwrap()
}

fn is_of_type(wanted: &Value, value: &Value) -> bool {
    match wanted {
        Value::Array(types) => types.iter().any(|one| is_of_type(one, value)),
        one => match one.as_str().unwrap() {
            "null" => value.is_null(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            "string" => value.is_string(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            other => panic!("the tests do not know the type {other}"),
        },
    }
}

fn is_of_format(format: &str, value: &Value) -> bool {
    let Some(text) = value.as_str() else {
        return true;
    };
    match format {
        "date" => text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok(),
        "date-time" => text.parse::<jiff::Timestamp>().is_ok(),
        "uri-reference" => text.starts_with('/'),
        other => panic!("the tests do not know the format {other}"),
    }
}

fn is_like(pattern: &str, text: &str) -> bool {
    let known = PATTERNS.iter().find(|(known, _)| *known == pattern);
    let (_, is_valid) =
        known.unwrap_or_else(|| panic!("the tests do not know the pattern {pattern}"));
    is_valid(text)
}

fn is_entity_tag(text: &str) -> bool {
    let inner = text
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or_default();
    !inner.is_empty()
        && inner
            .bytes()
            .all(|byte| byte == 0x21 || (0x23..=0x7e).contains(&byte))
}

fn is_key(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_week(text: &str) -> bool {
    let digits = |part: Option<&str>| {
        part.is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    text.len() == 8
        && text.get(4..6) == Some("-W")
        && digits(text.get(..4))
        && digits(text.get(6..))
}
