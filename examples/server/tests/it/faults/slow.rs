//! Clients that are slow, or send what nobody should.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::thread::sleep;
use std::time::Duration;

use super::{raw, until_quiet};
use crate::support::{Database, PLANS, Server, on_both, wire};

on_both!(
    a_head_may_come_byte_by_byte,
    a_head_that_does_not_end_is_not_waited_for,
    a_body_that_does_not_end_is_not_waited_for,
    an_answer_that_is_not_read_is_given_up,
    pipelined_requests_are_answered_in_their_order,
    older_clients_are_answered,
    heads_that_are_too_long_are_refused,
    noise_is_no_request,
);

async fn a_head_may_come_byte_by_byte(database: Database) {
    let server = database.serve();
    let mut stream = raw::connect(&server);
    let request = format!("GET {PLANS} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
    for byte in request.as_bytes() {
        stream.get_mut().write_all(&[*byte]).unwrap();
        sleep(Duration::from_millis(1));
    }
    assert_eq!(raw::next(&mut stream).unwrap().status, 200);
}

/// Sends a byte again and again until the server ends the connection, and gives what it said.
fn drip(mut stream: TcpStream, byte: u8) -> String {
    for _ in 0..60 * 50 {
        sleep(Duration::from_millis(20));
        if stream.write_all(&[byte]).is_err() {
            break;
        }
        stream.set_nonblocking(true).unwrap();
        let has_said = stream.peek(&mut [0]).is_ok();
        stream.set_nonblocking(false).unwrap();
        if has_said {
            break;
        }
    }
    let mut said = Vec::new();
    // A reset is an end too: the server has left a part unread.
    let _ = stream.read_to_end(&mut said);
    String::from_utf8(said).unwrap()
}

async fn a_head_that_does_not_end_is_not_waited_for(database: Database) {
    let server = database.serve_with(&["--request-timeout", "0.5"]);
    let mut stream = wire::connect(&server);
    stream.write_all(b"GET / HTTP/1.1\r\nX-Long: ").unwrap();
    let said = drip(stream, b'a');
    assert!(
        said.is_empty() || said.starts_with("HTTP/1.1 408 "),
        "{said}"
    );
    until_quiet(&server).await;
}

async fn a_body_that_does_not_end_is_not_waited_for(database: Database) {
    let server = database.serve_with(&["--request-timeout", "0.5"]);
    let head = format!(
        "POST {PLANS} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n\
         Content-Length: 10000\r\n\r\n",
        server.address
    );
    let mut stream = wire::connect(&server);
    stream.write_all(head.as_bytes()).unwrap();
    let said = drip(stream, b' ');
    assert!(said.starts_with("HTTP/1.1 408 "), "{said}");
    assert!(said.contains("\"code\":\"request_timeout\""), "{said}");
    until_quiet(&server).await;
}

async fn an_answer_that_is_not_read_is_given_up(database: Database) {
    let server = database.serve_with(&["--request-timeout", "0.5"]);
    let mut stream = wire::connect(&server);
    let request = format!(
        "GET /openapi.json HTTP/1.1\r\nHost: {}\r\n\r\n",
        server.address
    );
    // Until neither the answers nor the requests find room any more, and then until it gives up.
    let sent = (0..1_000_000).find(|_| stream.write_all(request.as_bytes()).is_err());
    assert!(sent.is_some_and(|sent| sent > 10), "{sent:?}");
    until_quiet(&server).await;
    server.get(PLANS).expect(200).await;
}

async fn pipelined_requests_are_answered_in_their_order(database: Database) {
    let server = database.serve();
    let get = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
    let body = "{\"user_id\":1,\"week_start\":\"2025-08-04\",\"meals\":{}}";
    let post = format!(
        "POST {PLANS} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let one = format!("{PLANS}/1");
    let requests = [get(&one), post, get(&one), get("/nothing"), get("/health")].concat();
    let mut stream = raw::connect(&server);
    stream.get_mut().write_all(requests.as_bytes()).unwrap();
    for status in [404, 201, 200, 404, 200] {
        assert_eq!(raw::next(&mut stream).unwrap().status, status);
    }
}

async fn older_clients_are_answered(database: Database) {
    let server = database.serve();
    // The connection ends after the answer, as it did then.
    let answer = wire::exchange(&server, "GET /api/recipes HTTP/1.0\r\n\r\n");
    assert_eq!((answer.status, answer.items().len()), (200, 12));
}

/// What the server says to a request, until it ends the connection.
fn said(server: &Server, request: &[u8]) -> String {
    let mut stream = wire::connect(server);
    // It may have answered, and ended the connection, before it has read all.
    let _ = stream.write_all(request);
    if !request.ends_with(b"\r\n\r\n") {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn heads_that_are_too_long_are_refused(database: Database) {
    let server = database.serve();
    let end = "HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let path = |length: usize| format!("GET /{} {end}", "a".repeat(length));
    let header = |length: usize| {
        format!(
            "GET /health HTTP/1.1\r\nX-Long: {}\r\n\r\n",
            "a".repeat(length)
        )
    };
    for (request, statuses) in [
        (path(8_000), ["404", "404"]),
        (path(300_000), ["414", "431"]),
        (path(2_000_000), ["414", "431"]),
        (header(300_000), ["431", "431"]),
        (header(2_000_000), ["431", "431"]),
        (
            format!("GET /health HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(200)),
            ["431", "431"],
        ),
    ] {
        let said = said(&server, request.as_bytes());
        let status = said.get(9..12).unwrap_or_default();
        // A reset may overtake the answer to a request that was not read.
        let is_cut = said.is_empty() && request.len() > 70_000;
        assert!(
            is_cut || statuses.contains(&status),
            "{} bytes: {said}",
            request.len()
        );
    }
    until_quiet(&server).await;
}

async fn noise_is_no_request(database: Database) {
    let server = database.serve();
    // Always the same noise, of a linear congruence.
    let mut state: u64 = 42;
    for length in (0..64).map(|n| n * 37) {
        let noise: Vec<u8> = (0..length)
            .map(|_| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                state.to_be_bytes()[0]
            })
            .collect();
        let said = said(&server, &noise);
        assert!(
            said.is_empty() || said.starts_with("HTTP/1.1 400 "),
            "{said}"
        );
    }
    until_quiet(&server).await;
}
