//! There is no more room for the file of SQLite.

use std::process::Command;

use serde_json::{Value, json};

use super::{is_unavailable, until_quiet};
use crate::support::{Database, Kind, NOW, PLANS, Server, plan, run};

const BULK: &str = "/api/meal-plans/bulk";

/// A hundred plans of a year, with something in each.
fn plans(year: i16) -> Value {
    let first = jiff::civil::date(1900 + 3 * year, 1, 4);
    let monday = first - jiff::Span::new().days(first.weekday().to_monday_zero_offset());
    let items: Vec<Value> = (0..100)
        .map(|week| {
            let date = monday + jiff::Span::new().weeks(week);
            plan(
                &date.to_string(),
                json!({ "monday": { "lunch": 5, "dinner": 6 } }),
            )
        })
        .collect();
    json!({ "items": items })
}

/// Writes until there is no room, and adds what was acknowledged.
async fn fill(server: &Server, kept: &mut Vec<Value>, first: i16) {
    for year in first..first + 100 {
        let answer = server.post(BULK).json(&plans(year)).send().await;
        if answer.status != 201 {
            is_unavailable(&answer);
            return;
        }
        kept.extend_from_slice(answer.items());
    }
    panic!("there was room for everything");
}

async fn is_kept(server: &Server, kept: &[Value]) {
    assert!(kept.len() >= 100, "{}", kept.len());
    let mut found = Vec::new();
    let mut path = format!("{PLANS}?limit=100");
    loop {
        let page = server.get(&path).expect(200).await;
        found.extend_from_slice(page.items());
        match page.body["next"].as_str() {
            Some(next) => path = format!("{PLANS}?limit=100&after={next}"),
            None => break,
        }
    }
    assert_eq!(found, kept);
}

#[test]
fn a_file_that_must_not_grow_is_told_and_loses_nothing() {
    run(
        Kind::Sqlite,
        "a_file_that_must_not_grow_is_told",
        async |database: Database| {
            // The signal that comes with it would end the program, as that of a closed pipe does.
            let limited = "trap '' XFSZ; ulimit -f 1000; exec \"$0\" \"$@\"";
            let options = [
                "--bind",
                "127.0.0.1:0",
                "--now",
                NOW,
                "--database-url",
                &database.url,
            ];
            let server = Server::start_by(limited, &options, database.folder.path());
            let mut kept = Vec::new();
            for round in 0..3 {
                fill(&server, &mut kept, 100 * round).await;
                is_kept(&server, &kept).await;
            }
            until_quiet(&server).await;
            drop(server);
            let server = database.serve();
            is_kept(&server, &kept).await;
            server.post(BULK).json(&plans(300)).expect(201).await;
        },
    );
}

#[test]
fn a_full_disk_is_told_and_gets_over() {
    run(
        Kind::Sqlite,
        "a_full_disk_is_told_and_gets_over",
        async |database: Database| {
            let Some(disk) = Disk::mount(&database) else {
                println!(
                    "SKIPPED a_full_disk_is_told_and_gets_over: only root can make a small disk"
                );
                return;
            };
            let url = format!("sqlite://{}/plans.db?mode=rwc", disk.0);
            let options = [
                "--bind",
                "127.0.0.1:0",
                "--now",
                NOW,
                "--database-url",
                &url,
            ];
            let filler = format!("{}/filler", disk.0);
            std::fs::write(&filler, vec![0; 512 * 1024]).unwrap();
            let server = Server::start(&options, database.folder.path());
            let mut kept = Vec::new();
            fill(&server, &mut kept, 0).await;
            is_kept(&server, &kept).await;
            server.get("/health/live").expect(200).await;
            std::fs::remove_file(&filler).unwrap();
            let answer = server.post(BULK).json(&plans(300)).expect(201).await;
            kept.extend_from_slice(answer.items());
            is_kept(&server, &kept).await;
            let (status, _) = server.stop("TERM");
            assert_eq!(status.code(), Some(0));
            let server = Server::start(&options, database.folder.path());
            is_kept(&server, &kept).await;
        },
    );
}

/// A disk in memory, of 2 MiB.
#[derive(Debug)]
struct Disk(String);

impl Disk {
    fn mount(database: &Database) -> Option<Self> {
        let path = database.folder.path().join("disk").display().to_string();
        std::fs::create_dir(&path).unwrap();
        let options = ["-t", "tmpfs", "-o", "size=2m", "semaine", &path];
        let mounted = Command::new("mount").args(options).output();
        mounted
            .is_ok_and(|output| output.status.success())
            .then_some(Self(path))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily, since a server that is killed may still hold it.
        let unmounted = Command::new("umount").args(["-l", &self.0]).status();
        assert!(unmounted.is_ok_and(|status| status.success()));
    }
}
