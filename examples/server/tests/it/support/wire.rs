//! Requests as bytes, where a client library would mend or refuse them.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::str::FromStr;
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use super::{Answer, Server};

/// A connection that gives up after a while.
pub(crate) fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(&server.address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_mins(1)))
        .unwrap();
    stream
        .set_write_timeout(Some(Duration::from_mins(1)))
        .unwrap();
    stream
}

/// Sends bytes, and reads the answer until the server closes the connection; the bytes have to ask for
/// that.
pub(crate) fn exchange(server: &Server, request: impl AsRef<[u8]>) -> Answer {
    let mut stream = connect(server);
    // The server may answer, and close, before it has read everything.
    let _ = stream.write_all(request.as_ref());
    answer(&mut stream)
}

/// A request without a body for a target that is taken as it is.
pub(crate) fn target(server: &Server, method: &str, target: &str) -> Answer {
    let request = format!(
        "{method} {target} HTTP/1.1\r\nHost: {}\r\nAccept-Language: en\r\nConnection: close\r\n\r\n",
        server.address
    );
    exchange(server, request)
}

/// Reads an answer until the server closes the connection.
pub(crate) fn answer(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    // A reset after the answer is no fault: the server has left a part of the request unread.
    if let Err(error) = stream.read_to_end(&mut bytes) {
        assert_eq!(
            error.kind(),
            std::io::ErrorKind::ConnectionReset,
            "{bytes:?}"
        );
    }
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text
        .split_once("\r\n\r\n")
        .unwrap_or_else(|| panic!("no answer: {text:?}"));
    let mut lines = head.lines();
    let status = lines
        .next()
        .unwrap()
        .split(' ')
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    let headers: HeaderMap = lines
        .map(|line| line.split_once(": ").unwrap())
        .map(|(name, value)| {
            (
                HeaderName::from_str(name).unwrap(),
                HeaderValue::from_str(value).unwrap(),
            )
        })
        .collect();
    Answer::new(status, headers, body.to_owned())
}
