//! Clients that hold connections and send nothing.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::{raw, until_quiet};
use crate::support::{Database, PLANS, Server, on_both, wire};

on_both!(
    others_are_served_beside_idle_connections,
    idle_connections_make_room_for_others,
    early_leavers_leave_nothing_behind,
);

fn idle(server: &Server) -> Vec<TcpStream> {
    (0..600).map(|_| wire::connect(server)).collect()
}

async fn others_are_served_beside_idle_connections(database: Database) {
    let server = database.serve_with(&["--max-connections", "700"]);
    let connections = idle(&server);
    for _ in 0..20 {
        server.get(PLANS).expect(200).await;
    }
    drop(connections);
    until_quiet(&server).await;
}

async fn idle_connections_make_room_for_others(database: Database) {
    let server = database.serve_with(&["--request-timeout", "0.5"]);
    let connections = idle(&server);
    server.get(PLANS).expect(200).await;
    for mut stream in connections {
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        assert!(
            text.is_empty() || text.starts_with("HTTP/1.1 408 "),
            "{text}"
        );
    }
    until_quiet(&server).await;
}

async fn early_leavers_leave_nothing_behind(database: Database) {
    let server = database.serve();
    for round in 0..40 {
        let mut stream = raw::unfinished(&server, "2025-08-04").into_inner();
        if round % 2 == 0 {
            // Leaves without a word to the answer that may be on its way.
            stream.write_all(b"}").unwrap();
        }
        drop(stream);
        let mut stream = wire::connect(&server);
        stream
            .write_all(b"GET /api/meal-plans HTTP/1.1\r\nHost")
            .unwrap();
    }
    until_quiet(&server).await;
    // The first that was complete has created the plan, unless each has left before it was read.
    assert!(server.get(PLANS).expect(200).await.items().len() <= 1);
}
