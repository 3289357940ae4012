//! Requests and answers as bytes, several on one connection.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::str::FromStr;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use crate::support::{Answer, PLANS, Server, wire};

/// The next answer on a connection; `None` if it ends before the answer begins. Half an answer is a fault.
pub(super) fn next(stream: &mut BufReader<TcpStream>) -> Option<Answer> {
    let mut line = String::new();
    stream.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let status = line.split(' ').nth(1).unwrap().parse().unwrap();
    let mut headers = HeaderMap::new();
    loop {
        line.clear();
        stream.read_line(&mut line).unwrap();
        assert!(line.ends_with("\r\n"), "half an answer: {line:?}");
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        headers.append(
            HeaderName::from_str(name).unwrap(),
            HeaderValue::from_str(value).unwrap(),
        );
    }
    let length = headers["content-length"].to_str().unwrap().parse().unwrap();
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    Some(Answer::new(
        status,
        headers,
        String::from_utf8(body).unwrap(),
    ))
}

pub(super) fn connect(server: &Server) -> BufReader<TcpStream> {
    let stream = wire::connect(server);
    stream.set_nodelay(true).unwrap();
    BufReader::new(stream)
}

/// A request with a plan whose last byte is still to come: `}`.
pub(super) fn unfinished(server: &Server, monday: &str) -> BufReader<TcpStream> {
    let mut stream = connect(server);
    let body = format!("{{\"user_id\":1,\"week_start\":\"{monday}\",\"meals\":{{}}");
    let head = format!(
        "POST {PLANS} HTTP/1.1\r\nHost: {}\r\nAccept-Language: en\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        server.address,
        body.len() + 1
    );
    stream.get_mut().write_all(head.as_bytes()).unwrap();
    stream
}

/// Whether the other side has ended the connection by now; nothing may have been sent on it.
pub(super) fn has_ended(stream: &TcpStream) -> bool {
    stream.set_nonblocking(true).unwrap();
    let waiting = stream.peek(&mut [0]);
    stream.set_nonblocking(false).unwrap();
    waiting.is_ok_and(|count| count == 0)
}
