//! The demonstration as a person runs it: what it prints, where, and how it ends.
#![allow(
    clippy::unwrap_used,
    reason = "clippy's leave for tests does not reach the functions that they share"
)]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The answers of other languages need a minute at first; CI's step demo compares them.
const RUST_ALONE: [&str; 3] = ["demo", "--no-python", "--no-javascript"];

fn demo(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(RUST_ALONE)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that stops at a usage error reads nothing; that is its right.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn file(name: &str, contents: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, contents).unwrap();
    path.to_str().unwrap().to_owned()
}

const WEEKS: &str = "   line  date        week      Monday      Sunday      number
      1  2025-08-07  2025-W32  2025-08-04  2025-08-10      32
      4  2024-12-30  2025-W01  2024-12-30  2025-01-05       1

week      Monday        dates
2025-W01  2024-12-30        1  #
2025-W32  2025-08-04        1  #

      2  dates read
      1  of them in a week of another year than the date's
      2  weeks
";

#[test]
fn a_file_with_good_and_bad_lines() {
    let path = file(
        "lines.txt",
        "2025-08-07\n2025-02-30\n\n2024-12-30 23:59\nnever\n",
    );
    let output = demo(&["--dates", &path], b"");
    assert_eq!(
        text(&output.stdout),
        format!("{WEEKS}      2  lines refused\n")
    );
    assert_eq!(
        text(&output.stderr),
        "line 2: \"2025-02-30\": day 30 does not exist in month 2 of 2025, which has 28 days \
         (at byte 8)\n\
         line 5: \"never\": expected a digit, found 'n' (at byte 0)\n",
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn standard_input_with_good_lines() {
    let output = demo(
        &["--dates", "-"],
        b"\xEF\xBB\xBF2025-08-07\r\n\r\n\r\n2024-12-30\r\n",
    );
    assert_eq!(
        text(&output.stdout),
        format!("{WEEKS}      0  lines refused\n")
    );
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_csv_file_on_standard_input() {
    let output = demo(
        &["--dates", "-", "--column", "day"],
        b"day,\"a note\"\n2025-08-07,\"one\ntwo\"\n2024-12-30,\n2025-08-09\n",
    );
    let rows = WEEKS.replacen("      1  2025", "      2  2025", 1);
    assert_eq!(
        text(&output.stdout),
        format!("{rows}      1  lines refused\n")
    );
    assert_eq!(
        text(&output.stderr),
        "line 5: the row has 1 field, the header has 2\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_column_that_is_missing() {
    let output = demo(
        &["--dates", "-", "--column", "date"],
        b"id,day\n1,2025-08-07\n",
    );
    assert_eq!(text(&output.stdout), "");
    assert_eq!(
        text(&output.stderr),
        "error: standard input: the CSV file has no column \"date\"; \
         its columns are \"id\", \"day\"\n",
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_file_that_is_missing() {
    let output = demo(&["--dates", "no/such/file"], b"");
    let message = text(&output.stderr);
    assert!(
        message.starts_with(
            "error: no/such/file: cannot open it; --dates takes a file, or - for standard input: ",
        ),
        "{message}",
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn nothing_to_read() {
    let output = demo(&["--dates", "-"], b"\n");
    assert_eq!(text(&output.stderr), "error: standard input: no dates\n");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_table_of_which_no_column_is_named() {
    let output = demo(&["--dates", "-"], b"id,day\n1,2025-08-07\n");
    assert!(text(&output.stderr).ends_with(
        "line 2: \"1,2025-08-07\": expected a digit, found ',' (at byte 1)\n\
         No line is a date; if this is a CSV file, name its column with --column\n",
    ));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_column_of_no_file_is_a_usage_error() {
    let output = demo(&["--column", "date"], b"");
    assert!(text(&output.stderr).contains("--dates <FILE>"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_port_of_no_page_is_a_usage_error() {
    for without_page in ["--no-page", "--dates=-"] {
        let output = demo(&[without_page, "--port=8080"], b"");
        let message = text(&output.stderr);
        assert!(
            message.contains("cannot be used with '--port <PORT>'"),
            "{message}"
        );
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn a_reader_that_has_seen_enough() {
    let path = file("many.txt", &"2025-08-07\n".repeat(100_000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(RUST_ALONE)
        .args(["--dates", &path])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}
