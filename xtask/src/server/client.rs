//! A client of HTTP/1.1 that keeps its connection: so small that it costs less than any server.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// What is not answered in this time has failed.
const PATIENCE: Duration = Duration::from_secs(10);

/// A client with at most one connection, which it opens when it has none.
pub(crate) struct Client {
    address: SocketAddr,
    connection: Option<BufReader<TcpStream>>,
}

/// What a server answers.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Client {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            connection: None,
        }
    }

    /// # Errors
    ///
    /// If no whole answer comes; then the next request goes over a new connection.
    pub(crate) fn get(&mut self, path: &str) -> io::Result<Answer> {
        let host = self.address;
        self.exchange(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"))
    }

    /// Sends JSON; with the same key again, nothing is done twice.
    ///
    /// # Errors
    ///
    /// As those of `get`.
    pub(crate) fn post(&mut self, path: &str, body: &str, key: &str) -> io::Result<Answer> {
        let host = self.address;
        let length = body.len();
        self.exchange(&format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\
             Idempotency-Key: {key}\r\nContent-Length: {length}\r\n\r\n{body}",
        ))
    }

    fn exchange(&mut self, request: &str) -> io::Result<Answer> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.connect()?,
        };
        connection.get_mut().write_all(request.as_bytes())?;
        let (answer, stays) = read(&mut connection)?;
        self.connection = stays.then_some(connection);
        Ok(answer)
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(self.address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(BufReader::new(stream))
    }
}

/// Reads an answer, and whether the connection stays open for the next.
fn read(stream: &mut impl BufRead) -> io::Result<(Answer, bool)> {
    let status = line(stream)?;
    let status = status
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .ok_or_else(|| invalid("the answer has no status"))?;
    let (mut length, mut stays) = (None, true);
    loop {
        let header = line(stream)?;
        let Some((name, value)) = header.split_once(':') else {
            break;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok();
        } else if name.eq_ignore_ascii_case("connection") {
            stays = !value.trim().eq_ignore_ascii_case("close");
        }
    }
    let length = length.ok_or_else(|| invalid("the answer does not tell its length"))?;
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    let body = String::from_utf8(body).map_err(|_| invalid("the answer is no text"))?;
    Ok((Answer { status, body }, stays))
}

fn line(stream: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    if stream.read_line(&mut line)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    line.truncate(line.trim_end().len());
    Ok(line)
}

fn invalid(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_answers_on_a_connection_are_told_apart() {
        let text = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 404 Not Found\r\n\
                    Connection: close\r\nContent-Length: 0\r\n\r\n";
        let mut stream = text.as_bytes();
        let (first, stays) = read(&mut stream).unwrap();
        assert_eq!(
            (first.status, first.body.as_str(), stays),
            (200, "ok", true)
        );
        let (second, stays) = read(&mut stream).unwrap();
        assert_eq!(
            (second.status, second.body.as_str(), stays),
            (404, "", false)
        );
    }

    #[test]
    fn an_answer_that_is_cut_short_is_none() {
        for text in ["", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok"] {
            let error = read(&mut text.as_bytes()).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof, "{text}");
        }
    }
}
