//! Whether the server lives and can work.

use serde_json::json;

use crate::support::{Database, on_both};

on_both!(a_server_that_is_well_says_so);

async fn a_server_that_is_well_says_so(database: Database) {
    let server = database.serve();
    let well = json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") });
    for path in ["/health", "/health/live", "/health/ready"] {
        assert_eq!(server.get(path).expect(200).await.body, well);
    }
}
