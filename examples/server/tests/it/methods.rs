//! The methods of every path.

use std::collections::BTreeSet;

use reqwest::Method;

use crate::support::{Database, PLANS, document, empty_plan, on_both};

on_both!(
    other_methods_are_refused,
    head_is_get_without_a_body,
    no_other_origin_is_let_in
);

const METHODS: [&str; 9] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW",
];

/// The paths of the document, with values in place of their parameters, and their methods.
fn paths() -> Vec<(String, BTreeSet<String>)> {
    let paths = document()["paths"].as_object().unwrap();
    let known = paths.iter().map(|(template, operations)| {
        let path = template
            .replace("{id}", "1")
            .replace("{date}", "2025-08-04")
            .replace("{week}", "2025-W32");
        let methods = ["get", "post", "put", "delete"]
            .into_iter()
            .filter(|method| operations.get(method).is_some());
        let mut methods: BTreeSet<String> = methods.map(str::to_ascii_uppercase).collect();
        if methods.contains("GET") {
            methods.insert("HEAD".to_owned());
        }
        (path, methods)
    });
    known.collect()
}

async fn other_methods_are_refused(database: Database) {
    let server = database.serve();
    let mut count = 0;
    for (path, methods) in paths() {
        for method in METHODS
            .into_iter()
            .filter(|method| !methods.contains(*method))
        {
            let answer = server.ask(method.parse().unwrap(), &path).expect(405).await;
            let allow = answer
                .header("Allow")
                .unwrap_or_else(|| panic!("{method} {path} has no Allow"));
            let allowed: BTreeSet<String> = allow
                .split(',')
                .map(|method| method.trim().to_owned())
                .collect();
            assert_eq!(allowed, methods, "{method} {path}");
            if method != "HEAD" {
                assert_eq!(
                    (answer.code(), &answer.body["value"]),
                    ("method_not_allowed", &method.into())
                );
            }
            count += 1;
        }
    }
    assert!(count > 60, "{count}");
}

async fn head_is_get_without_a_body(database: Database) {
    let server = database.serve();
    server
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await;
    let mut count = 0;
    for (path, _) in paths()
        .into_iter()
        .filter(|(_, methods)| methods.contains("GET"))
    {
        let get = server.get(&path).expect(200).await;
        let head = server.ask(Method::HEAD, &path).expect(200).await;
        assert_eq!(head.text, "");
        for name in ["Content-Type", "ETag", "Cache-Control"] {
            assert_eq!(head.header(name), get.header(name), "{path}");
        }
        count += 1;
    }
    assert!(count >= 7, "{count}");
}

async fn no_other_origin_is_let_in(database: Database) {
    let server = database.serve();
    // That no answer has a header of CORS is seen where every answer is compared with the document.
    for (path, _) in paths() {
        let preflight = server
            .ask(Method::OPTIONS, &path)
            .header("Origin", "https://evil.example");
        preflight
            .header("Access-Control-Request-Method", "PUT")
            .expect(405)
            .await;
        server
            .get(&path)
            .header("Origin", "https://evil.example")
            .send()
            .await;
        server.get(&path).header("Origin", "null").send().await;
    }
}
