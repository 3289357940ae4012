//! The language that a visitor likes best.

use crate::support::{Database, PLANS, on_both, wire};

on_both!(
    the_language_is_the_best_liked_one,
    several_headers_are_one_list,
    errors_have_the_same_language
);

const CASES: [(&str, &str); 24] = [
    ("", "fr"),
    ("de", "fr"),
    ("*", "fr"),
    ("en", "en"),
    ("EN-gb", "en"),
    ("en-US,en;q=0.9", "en"),
    ("fr-CA,en", "fr"),
    ("de, en;q=0.5, fr;q=0.4", "en"),
    ("en;q=0.4, fr;q=0.5", "fr"),
    ("fr;q=0.4, en;q=0.5", "en"),
    ("en;q=0.5, fr;q=0.5", "en"),
    ("fr;q=0.5, en;q=0.5", "fr"),
    ("en;q=0, fr;q=0.1", "fr"),
    ("en; q=0", "fr"),
    ("en;q=0.000", "fr"),
    ("en;q=0.001", "en"),
    ("fr;q=0, en", "en"),
    ("en;q=high", "fr"),
    ("eng", "fr"),
    ("e", "fr"),
    (",,;q=1,;;,en", "en"),
    ("en ; q=0.2 , fr ; q=0.1", "en"),
    ("en;Q=0.3,fr;q=0.2", "en"),
    ("-en,fr", "fr"),
];

async fn the_language_is_the_best_liked_one(database: Database) {
    let server = database.serve();
    for (header, language) in CASES {
        let answer = server
            .get("/api/recipes")
            .language(header)
            .expect(200)
            .await;
        assert_eq!(
            answer.header("Content-Language"),
            Some(language),
            "{header:?}"
        );
    }
    let long = format!("{}en", "de,".repeat(2000));
    let answer = server.get("/api/recipes").language(&long).expect(200).await;
    assert_eq!(answer.header("Content-Language"), Some("en"));
}

async fn several_headers_are_one_list(database: Database) {
    let server = database.serve();
    let ask = |headers: &str| {
        let head = format!("GET /api/recipes HTTP/1.1\r\nHost: {}\r\n", server.address);
        let request = format!("{head}{headers}Connection: close\r\n\r\n");
        wire::exchange(&server, request)
            .header("Content-Language")
            .unwrap()
            .to_owned()
    };
    assert_eq!(ask(""), "fr");
    assert_eq!(ask("Accept-Language: de\r\nAccept-Language: en\r\n"), "en");
    assert_eq!(
        ask("Accept-Language: fr;q=0.1\r\nAccept-Language: en;q=0.2\r\n"),
        "en"
    );
}

async fn errors_have_the_same_language(database: Database) {
    let server = database.serve();
    for (header, language) in [
        ("de, en;q=0.5", "en"),
        ("en;q=0.4, fr;q=0.5", "fr"),
        ("de", "fr"),
    ] {
        for path in [
            "/api/menus",
            "/nothing",
            "/api/meal-plans/99",
            "/api/meal-plans?limit=0",
        ] {
            let answer = server.get(path).language(header).send().await;
            assert_eq!(answer.header("Content-Language"), Some(language), "{path}");
        }
        let answer = server
            .post(PLANS)
            .language(header)
            .text("{")
            .expect(400)
            .await;
        assert_eq!(answer.header("Content-Language"), Some(language));
    }
}
