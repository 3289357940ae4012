//! The page, if the program was built with it.

use crate::support::{Database, on_both, wire};

on_both!(the_page_is_protected, assets_are_kept_for_ever);

const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

async fn the_page_is_protected(database: Database) {
    let server = database.serve();
    let page = wire::target(&server, "GET", "/");
    assert_eq!(page.header("Content-Security-Policy"), Some(POLICY));
    assert_eq!(page.header("Referrer-Policy"), Some("no-referrer"));
    assert_eq!(page.header("X-Content-Type-Options"), Some("nosniff"));
    assert!(
        page.header("Content-Type")
            .unwrap()
            .starts_with("text/html")
    );
    if page.status == 503 {
        assert!(page.text.contains("cargo xtask demo"), "{}", page.text);
        return;
    }
    assert_eq!(page.status, 200);
    assert_eq!(page.header("Cache-Control"), Some("no-cache"));
    let tag = page.header("ETag").unwrap();
    let again = server
        .get("/")
        .header("If-None-Match", tag)
        .expect(304)
        .await;
    assert_eq!((again.text.as_str(), again.header("ETag")), ("", Some(tag)));
    server
        .get("/")
        .header("If-None-Match", "\"other\"")
        .expect(200)
        .await;
}

async fn assets_are_kept_for_ever(database: Database) {
    let server = database.serve();
    let page = wire::target(&server, "GET", "/");
    // What the page names; nothing, where it is not built.
    let names = page
        .text
        .split(['"', '\''])
        .filter_map(|text| text.split_once("/assets/"));
    let mut count = 0;
    for (_, name) in names {
        let asset = server.get(&format!("/assets/{name}")).expect(200).await;
        assert_eq!(
            asset.header("Cache-Control"),
            Some("public, max-age=31536000, immutable")
        );
        assert!(
            !asset
                .header("Content-Type")
                .unwrap()
                .starts_with("text/html")
        );
        count += 1;
    }
    assert!(page.status == 503 || count >= 2, "{}", page.text);
    server.get("/assets/nothing.js").expect(404).await;
}
