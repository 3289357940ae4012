//! What goes wrong around the server: it is killed, its database is away, its disk is full, its clients are slow.

mod cluster;
mod disk;
mod idle;
mod kill;
mod lock;
mod logs;
mod outage;
mod overload;
mod partition;
mod proxy;
mod raw;
mod slow;
mod start;
mod stop;

use std::time::Duration;

use crate::support::{Answer, Server};

/// Longer than anything takes on a busy machine, and shorter than a hang.
const PATIENCE: Duration = Duration::from_mins(1);

/// Asks until the answer has this status.
async fn until(server: &Server, path: &str, status: u16) -> Answer {
    let mut answer = server.get(path).send().await;
    for _ in 0..PATIENCE.as_millis() / 20 {
        if answer.status == status {
            return answer;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        answer = server.get(path).send().await;
    }
    panic!(
        "{path} went on to answer {}: {}\n{}",
        answer.status,
        answer.text,
        server.log()
    );
}

/// Waits until no request is in flight: none has leaked.
async fn until_quiet(server: &Server) {
    until_in_flight(server, 0).await;
}

/// Waits until so many requests are in flight, beside the one that asks for the figures.
async fn until_in_flight(server: &Server, count: u64) {
    let mut found = 0;
    for _ in 0..PATIENCE.as_millis() / 20 {
        found = figure(server, "http_requests_in_flight").await - 1;
        if found == count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{found} requests stay in flight:\n{}", server.log());
}

/// A figure that `/metrics` tells; its name with its labels.
async fn figure(server: &Server, name: &str) -> u64 {
    let text = server.get("/metrics").expect(200).await.text;
    let value = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    value
        .unwrap_or_else(|| panic!("{name} is not in\n{text}"))
        .parse()
        .unwrap()
}

/// The refusal of every request that needs a database which is away.
fn is_unavailable(answer: &Answer) {
    assert_eq!(
        (answer.status, answer.code()),
        (503, "database_unavailable"),
        "{}",
        answer.text
    );
}
