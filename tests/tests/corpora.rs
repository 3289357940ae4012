//! Replays the seed corpora of the fuzz targets, so that what they found once stays found.

use std::fs;
use std::path::Path;

use semaine_tests::{columns, invariants};

#[test]
fn parse() {
    replay("parse", invariants::parse);
}

#[test]
fn round_trip() {
    replay("round_trip", invariants::round_trip);
}

#[test]
fn arithmetic() {
    replay("arithmetic", invariants::arithmetic_of_bytes);
}

#[test]
fn columns_of_any_bytes() {
    replay("columns", columns::bytes::check);
}

fn replay(target: &str, check: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fuzz/corpus")
        .join(target);
    let mut replayed = 0;
    for entry in fs::read_dir(&corpus).expect("the corpus is committed") {
        let path = entry.expect("a readable folder").path();
        check(&fs::read(&path).expect("a readable file"));
        replayed += 1;
    }
    assert!(
        replayed >= 20,
        "only {replayed} inputs in {}",
        corpus.display()
    );
}
