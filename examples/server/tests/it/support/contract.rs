//! Compares answers with the OpenAPI document: status, headers and body.

use std::sync::LazyLock;

use reqwest::Method;
use serde_json::Value;

use super::Answer;
use super::schema::{check, resolved};

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
});

/// `openapi.json`, as it is committed.
pub(crate) fn document() -> &'static Value {
    &DOCUMENT
}

/// Fails unless the document has the request, if it is one of its paths and methods, and the answer to it;
/// and unless the answer has what every answer has.
pub(crate) fn compare(method: &Method, path: &str, answer: &Answer) {
    let what = format!("{method} {path} answers {}", answer.status);
    assert_eq!(
        answer.header("X-Content-Type-Options"),
        Some("nosniff"),
        "{what}"
    );
    assert!(answer.header("X-Request-Id").is_some(), "{what}");
    for name in answer.headers.keys() {
        assert!(
            !name.as_str().starts_with("access-control-"),
            "{what} with {name}"
        );
    }
    if *method == Method::HEAD {
        return assert_eq!(answer.text, "", "{what}");
    }
    let operation = operation(method, path);
    if answer.status >= 400 {
        is_refusal(answer, &what);
    }
    let Some(operation) = operation else {
        let is_other =
            ["/", "/metrics", "/openapi.json"].contains(&path) || path.starts_with("/assets/");
        assert!(
            is_other || [400, 404, 405].contains(&answer.status),
            "{what}, which is not documented"
        );
        return;
    };
    let responses = &operation["responses"];
    let documented = responses.get(answer.status.to_string());
    assert!(
        answer.status >= 400 || documented.is_some(),
        "{what}, which is not documented"
    );
    let response = documented.unwrap_or(&responses["default"]);
    assert!(response.is_object(), "{what}, which is not documented");
    let response = resolved(document(), response);
    for (name, header) in response["headers"].as_object().into_iter().flatten() {
        let header = resolved(document(), header);
        match answer.header(name) {
            None => assert!(header["required"] != true, "{what} without {name}"),
            Some(value) => fits(
                &header["schema"],
                &Value::from(value),
                &format!("{what}: {name}"),
            ),
        }
    }
    match response["content"].as_object() {
        None => assert_eq!(answer.text, "", "{what}"),
        Some(content) => {
            let (kind, media) = content.iter().next().unwrap();
            let sent = answer.header("Content-Type").unwrap_or_default();
            assert!(sent.starts_with(kind.as_str()), "{what} as {sent}");
            if kind == "application/json" {
                fits(&media["schema"], &answer.body, &what);
            }
        }
    }
}

/// Every error has the same shape, whichever part of the server it comes from.
fn is_refusal(answer: &Answer, what: &str) {
    assert_eq!(
        answer.header("Content-Type"),
        Some("application/json"),
        "{what}: {}",
        answer.text
    );
    fits(
        &document()["components"]["schemas"]["ErrorBody"],
        &answer.body,
        what,
    );
    assert!(
        matches!(answer.header("Content-Language"), Some("fr" | "en")),
        "{what}"
    );
    assert!(answer.varies_by_language(), "{what}");
    assert_eq!(answer.header("Cache-Control"), Some("no-store"), "{what}");
}

/// What the document says of a request, if anything.
fn operation(method: &Method, path: &str) -> Option<&'static Value> {
    let path = path.split('?').next().unwrap();
    let paths = document()["paths"].as_object().unwrap();
    let fitting = paths.iter().filter(|(template, _)| matches(template, path));
    // `/api/weeks/current` fits `/api/weeks/{week}` as well.
    let (_, found) = fitting.min_by_key(|(template, _)| template.contains('{'))?;
    found.get(method.as_str().to_ascii_lowercase())
}

fn matches(template: &str, path: &str) -> bool {
    let (templates, parts) = (template.split('/'), path.split('/'));
    templates.clone().count() == parts.clone().count()
        && templates.zip(parts).all(|(template, part)| {
            (template.starts_with('{') && !part.is_empty()) || template == part
        })
}

fn fits(schema: &Value, value: &Value, what: &str) {
    if let Err(fault) = check(document(), schema, value, "it") {
        panic!("{what}, which is not as documented: {fault}");
    }
}

/// Compares each example of the document with the schema that it has to fit, and gives how many there are.
pub(crate) fn examples() -> usize {
    examples_in(document())
}

fn examples_in(node: &Value) -> usize {
    let schema = node.get("schema").unwrap_or(node);
    let mut count = 0;
    if let Some(example) = node.get("example") {
        fits(schema, example, &format!("the example {example}"));
        count += 1;
    }
    if let (Some(schema), Some(examples)) = (node.get("schema"), node["examples"].as_object()) {
        for example in examples.values() {
            fits(schema, &example["value"], &format!("the example {example}"));
            count += 1;
        }
    }
    let is_example = |key: &str| key == "example" || key == "examples";
    match node {
        Value::Object(parts) => {
            let parts = parts.iter().filter(|(key, _)| !is_example(key));
            count + parts.map(|(_, part)| examples_in(part)).sum::<usize>()
        }
        Value::Array(parts) => count + parts.iter().map(examples_in).sum::<usize>(),
        _ => count,
    }
}
