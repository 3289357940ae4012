//! The server is killed while clients write.

use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Duration;

use futures_util::future::join_all;
use jiff::ToSpan;
use jiff::civil::date;
use reqwest::RequestBuilder;
use serde_json::{Value, json};

use crate::support::{Database, PLANS, Server, on_both, plan};

on_both!(what_was_acknowledged_survives_a_kill);

const CLIENTS: usize = 20;
const ROUNDS: usize = 3;
const WRITING: Duration = Duration::from_millis(500);

/// What a client knows of a plan when the server is killed.
#[derive(Debug)]
struct Written {
    key: String,
    created: Value,
    /// What it was told: the number of the plan.
    id: Option<i64>,
    replaced: Value,
    replacing: Replacing,
}

#[derive(Debug, PartialEq)]
enum Replacing {
    NotAsked,
    Asked,
    Acknowledged,
}

async fn what_was_acknowledged_survives_a_kill(database: Database) {
    let weeks = AtomicI32::new(0);
    let mut known = 0;
    for _ in 0..ROUNDS {
        let server = database.serve();
        let kill = async {
            tokio::time::sleep(WRITING).await;
            server.signal("KILL");
        };
        let clients = join_all((0..CLIENTS).map(|_| write(&server, &weeks)));
        let (written, ()) = tokio::join!(clients, kill);
        drop(server);

        let server = database.serve();
        let written: Vec<Written> = written.into_iter().flatten().collect();
        // Each client was left without an answer once, and many had some before.
        let unanswered = written.iter().filter(|plan| plan.id.is_none()).count();
        let asked = written
            .iter()
            .filter(|plan| plan.replacing == Replacing::Asked)
            .count();
        assert_eq!(unanswered + asked, CLIENTS);
        assert!(written.len() > CLIENTS, "{}", written.len());
        known += written.len();
        for plan in written {
            compare(&server, plan).await;
        }
        assert_eq!(count(&server).await, known);
    }
}

/// Creates plans and replaces each, until there is no answer.
async fn write(server: &Server, weeks: &AtomicI32) -> Vec<Written> {
    let url = format!("http://{}{PLANS}", server.address);
    let mut all = Vec::new();
    loop {
        let number = weeks.fetch_add(1, Ordering::Relaxed);
        let monday = (date(1900, 1, 1) + number.weeks()).to_string();
        let created = plan(&monday, json!({ "monday": { "lunch": 1 } }));
        let replaced = plan(&monday, json!({ "friday": { "dinner": 12 } }));
        let key = format!("key-{number}");
        let post = server.client.post(&url).header("Idempotency-Key", &key);
        let answer = answered(post, &created, 201).await;
        let id = answer.map(|body| body["id"].as_i64().unwrap());
        all.push(Written {
            key,
            created,
            id,
            replaced,
            replacing: Replacing::NotAsked,
        });
        let (Some(id), Some(last)) = (id, all.last_mut()) else {
            return all;
        };
        last.replacing = Replacing::Asked;
        let put = server
            .client
            .put(format!("{url}/{id}"))
            .header("If-Match", "\"1\"");
        if answered(put, &last.replaced, 200).await.is_none() {
            return all;
        }
        last.replacing = Replacing::Acknowledged;
    }
}

/// The body of an answer that came as a whole.
async fn answered(request: RequestBuilder, body: &Value, status: u16) -> Option<Value> {
    let response = request.json(body).send().await.ok()?;
    assert_eq!(response.status(), status);
    response.json().await.ok()
}

async fn compare(server: &Server, written: Written) {
    let Written {
        key,
        created,
        id,
        replaced,
        replacing,
    } = written;
    // Who was not answered repeats the request, even twice.
    let id = if let Some(id) = id {
        id
    } else {
        let first = server
            .post(PLANS)
            .key(&key)
            .json(&created)
            .expect(201)
            .await;
        let second = server
            .post(PLANS)
            .key(&key)
            .json(&created)
            .expect(201)
            .await;
        assert_eq!(first.id(), second.id());
        first.id()
    };
    let found = server.get(&format!("{PLANS}/{id}")).expect(200).await;
    let whole = |plan: &Value| {
        let mut plan = plan.clone();
        plan["id"] = id.into();
        plan
    };
    let old = found.etag() == "\"1\"" && found.body == whole(&created);
    let new = found.etag() == "\"2\"" && found.body == whole(&replaced);
    let expected = match replacing {
        Replacing::NotAsked => old,
        Replacing::Asked => old || new,
        Replacing::Acknowledged => new,
    };
    assert!(expected, "{replacing:?}: {} {}", found.etag(), found.text);
}

async fn count(server: &Server) -> usize {
    let mut count = 0;
    let mut path = format!("{PLANS}?limit=100");
    loop {
        let page = server.get(&path).expect(200).await;
        count += page.items().len();
        match page.body["next"].as_str() {
            Some(next) => path = format!("{PLANS}?limit=100&after={next}"),
            None => return count,
        }
    }
}
