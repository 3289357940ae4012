//! The catalogue.

use serde_json::json;

use crate::support::{Database, on_both};

on_both!(the_catalogue_is_in_both_languages);

async fn the_catalogue_is_in_both_languages(database: Database) {
    let server = database.serve();
    for (language, first, last, egg) in [
        (
            "fr",
            "Porridge aux pommes",
            "Saumon, riz et épinards",
            "œufs",
        ),
        ("en", "Apple porridge", "Salmon, rice, spinach", "eggs"),
    ] {
        let answer = server
            .get("/api/recipes")
            .language(language)
            .expect(200)
            .await;
        assert_eq!(answer.header("Content-Type"), Some("application/json"));
        assert_eq!(answer.header("Content-Language"), Some(language));
        assert!(answer.varies_by_language());
        let recipes = answer.items();
        let ids: Vec<_> = recipes
            .iter()
            .map(|recipe| recipe["id"].as_i64().unwrap())
            .collect();
        assert_eq!(ids, (1..=12).collect::<Vec<i64>>());
        assert_eq!(recipes[0]["name"], first);
        assert_eq!(recipes[11]["name"], last);
        assert_eq!(recipes[2]["servings"], 2);
        let eggs = json!({ "id": "egg", "name": egg, "amount": 4, "unit": "piece" });
        assert_eq!(recipes[2]["ingredients"][0], eggs);
        for kind in ["breakfast", "lunch", "dinner"] {
            let of_kind = recipes
                .iter()
                .filter(|recipe| recipe["meals"].as_array().unwrap().contains(&json!(kind)));
            assert!(of_kind.count() >= 4);
        }
    }
}
