//! The server is asked to stop.

use std::io::{BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::thread::{scope, sleep};
use std::time::Duration;

use super::{PATIENCE, raw, until_quiet};
use crate::support::{Database, PLANS, Server, on_both};

on_both!(
    no_request_is_lost,
    a_running_request_is_finished,
    a_request_that_is_too_slow_is_cut,
    a_second_signal_does_not_wait,
);

async fn no_request_is_lost(database: Database) {
    for signal in ["TERM", "INT"] {
        let server = database.serve();
        let idle = raw::connect(&server);
        let counts = scope(|scope| {
            let clients = [(); 12].map(|()| scope.spawn(|| ask_until_told(&server)));
            sleep(Duration::from_millis(300));
            server.signal(signal);
            clients.map(|client| client.join().unwrap())
        });
        assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
        let (status, printed) = server.wait();
        assert_eq!((status.code(), printed.len()), (Some(0), 0));
        assert!(raw::has_ended(idle.get_ref()));
    }
}

/// Asks on one connection until the server tells that it ends, and counts the answers.
fn ask_until_told(server: &Server) -> usize {
    let request = format!("GET {PLANS} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
    let mut stream = raw::connect(server);
    let mut count = 0;
    // On a busy machine, a client may be idle for so long that its connection is ended between two requests.
    while !raw::has_ended(stream.get_ref()) {
        stream.get_mut().write_all(request.as_bytes()).unwrap();
        let answer = raw::next(&mut stream).expect("an answer to a request that was sent");
        assert_eq!((answer.status, answer.items().len()), (200, 0));
        count += 1;
        if answer.header("Connection") == Some("close") {
            assert_eq!(stream.read(&mut [0]).unwrap(), 0);
            break;
        }
    }
    count
}

/// Waits until the server has begun to stop.
fn until_refused(server: &Server) {
    for _ in 0..PATIENCE.as_millis() / 10 {
        match TcpStream::connect(&server.address) {
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => return,
            // One that waits to be accepted while the listener is closed is reset.
            Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset),
            Ok(_) => sleep(Duration::from_millis(10)),
        }
    }
    panic!("it went on to accept connections");
}

/// A request whose body is still to come, and which the server works on.
async fn running(server: &Server) -> BufReader<TcpStream> {
    let stream = raw::unfinished(server, "2025-08-04");
    super::until_in_flight(server, 1).await;
    stream
}

async fn a_running_request_is_finished(database: Database) {
    let server = database.serve();
    let mut stream = running(&server).await;
    server.signal("TERM");
    until_refused(&server);
    stream.get_mut().write_all(b"}").unwrap();
    let answer = raw::next(&mut stream).unwrap();
    assert_eq!(
        (answer.status, answer.header("Connection")),
        (201, Some("close"))
    );
    assert_eq!(stream.read(&mut [0]).unwrap(), 0);
    let (status, _) = server.wait();
    assert_eq!(status.code(), Some(0));
    let server = database.serve();
    assert_eq!(server.get(PLANS).expect(200).await.weeks(), ["2025-08-04"]);
    until_quiet(&server).await;
}

async fn a_request_that_is_too_slow_is_cut(database: Database) {
    let server = database.serve_with(&["--shutdown-timeout", "0.5", "--request-timeout", "60"]);
    let mut stream = running(&server).await;
    server.signal("INT");
    assert!(raw::next(&mut stream).is_none());
    let log = server.log_file();
    let (status, _) = server.wait();
    assert_eq!(status.code(), Some(1));
    let told = "error: stopped before all requests were finished: the time for that was over, and \
         connections were cut: 1\n";
    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.ends_with(told), "{log}");
    assert_eq!(
        database.serve().get(PLANS).expect(200).await.items().len(),
        0
    );
}

async fn a_second_signal_does_not_wait(database: Database) {
    for (first, second) in [("TERM", "TERM"), ("INT", "TERM"), ("TERM", "INT")] {
        let server =
            database.serve_with(&["--shutdown-timeout", "3600", "--request-timeout", "3600"]);
        let _stream = running(&server).await;
        server.signal(first);
        until_refused(&server);
        server.signal(second);
        let log = server.log_file();
        let (status, _) = server.wait();
        assert_eq!(status.code(), Some(1));
        let told = "error: stopped by a second signal, before all requests were finished\n";
        let log = std::fs::read_to_string(log).unwrap();
        assert!(log.ends_with(told), "{log}");
    }
}
