//! The OpenAPI document is what the program says that it is.

use serde_json::Value;

use crate::support::{Database, command, document, examples, on_both};

on_both!(the_document_is_served);

async fn the_document_is_served(database: Database) {
    let server = database.serve();
    let served = server.get("/openapi.json").expect(200).await;
    assert_eq!(served.header("Content-Type"), Some("application/json"));
    assert_eq!(served.body, *document());
}

#[test]
fn the_document_is_the_committed_one() {
    let output = command(&["--openapi"]).output().unwrap();
    assert!(output.status.success());
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        std::fs::read_to_string(committed).unwrap()
    );
}

#[test]
fn the_examples_fit_their_schemas() {
    let count = examples();
    assert!(count >= 15, "{count}");
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let operations = document()["paths"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_object)
        .flatten();
    let ids: Vec<_> = operations
        .filter_map(|(_, operation)| operation["operationId"].as_str())
        .collect();
    let different: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), different.len());
    assert!(ids.len() >= 15, "{ids:?}");
}
