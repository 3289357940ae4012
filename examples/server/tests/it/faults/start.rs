//! The server cannot start, and says why.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::thread::scope;

use sqlx::{AnyConnection, Connection, raw_sql};

use crate::support::postgres::unprivileged;
use crate::support::{Database, Kind, PLANS, command, empty_plan, on_both, run};

on_both!(
    a_busy_port_is_told,
    a_newer_schema_is_told,
    two_servers_start_at_once
);

/// How the program ends and what it says, given a database and other options.
fn told(url: &str, options: &[&str]) -> (i32, String) {
    let address = [
        "--log-level",
        "off",
        "--bind",
        "127.0.0.1:0",
        "--database-url",
        url,
    ];
    said(command(&[&address, options].concat()))
}

fn said(mut command: Command) -> (i32, String) {
    let output = command.output().unwrap();
    assert_eq!(output.stdout, b"");
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

fn error(sentence: &str) -> (i32, String) {
    (1, format!("error: {sentence}\n"))
}

async fn a_busy_port_is_told(database: Database) {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let options = [
        "--log-level",
        "off",
        "--bind",
        &address,
        "--database-url",
        &database.url,
    ];
    let sentence =
        format!("cannot listen on {address}: the address is in use; choose another with --bind");
    assert_eq!(said(command(&options)), error(&sentence));
    assert!(!database.folder.path().join("plans.db").exists());
}

#[test]
fn an_address_of_another_machine_is_told() {
    // Of a range that is kept for documentation.
    let options = [
        "--log-level",
        "off",
        "--bind",
        "192.0.2.1:8000",
        "--database-url",
        "sqlite://x.db",
    ];
    let sentence = "cannot listen on 192.0.2.1:8000: this machine does not have the address; choose \
         another with --bind";
    assert_eq!(said(command(&options)), error(sentence));
}

async fn a_newer_schema_is_told(database: Database) {
    let server = database.serve();
    let (status, _) = server.stop("TERM");
    assert_eq!(status.code(), Some(0));
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(&database.url).await.unwrap();
    let newer =
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         SELECT 7, description, success, checksum, 0 FROM _sqlx_migrations";
    raw_sql(newer).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let sentence = "the database has schema 7, this program knows 1 to 1: use a newer program";
    assert_eq!(told(&database.url, &[]), error(sentence));
}

async fn two_servers_start_at_once(database: Database) {
    let servers = scope(|scope| {
        let starts = [(); 4].map(|()| scope.spawn(|| database.serve()));
        starts.map(|start| start.join().unwrap())
    });
    let id = servers[0]
        .post(PLANS)
        .json(&empty_plan("2025-08-04"))
        .expect(201)
        .await
        .id();
    for server in &servers {
        server.get(&format!("{PLANS}/{id}")).expect(200).await;
    }
}

#[test]
fn a_file_that_cannot_be_used_is_told() {
    run(
        Kind::Sqlite,
        "a_file_that_cannot_be_used_is_told",
        async |database: Database| {
            let folder = database.folder.path();
            let file = |name: &str| folder.join(name).display().to_string();
            let no_file = |path: &str| {
                error(&format!(
                    "cannot open the database file {path}: it must be readable, or its folder must be \
                 writable and the URL end in ?mode=rwc for it to be created"
                ))
            };
            let missing = file("missing.db");
            assert_eq!(told(&format!("sqlite://{missing}"), &[]), no_file(&missing));
            let nowhere = file("no/folder.db");
            assert_eq!(
                told(&format!("sqlite://{nowhere}?mode=rwc"), &[]),
                no_file(&nowhere)
            );
            let itself = folder.display().to_string();
            assert_eq!(
                told(&format!("sqlite://{itself}?mode=rwc"), &[]),
                no_file(&itself)
            );

            let text = file("text.db");
            fs::write(&text, "no database ".repeat(100)).unwrap();
            let sentence = format!("the file {text} is not an SQLite database");
            assert_eq!(told(&format!("sqlite://{text}"), &[]), error(&sentence));
            assert_eq!(
                fs::read_to_string(&text).unwrap(),
                "no database ".repeat(100)
            );
        },
    );
}

#[test]
fn a_damaged_file_is_told() {
    run(
        Kind::Sqlite,
        "a_damaged_file_is_told",
        async |database: Database| {
            let (status, _) = database.serve().stop("TERM");
            assert_eq!(status.code(), Some(0));
            let whole = fs::read(database.folder.path().join("plans.db")).unwrap();
            let mut cases = vec![whole[..whole.len() / 2].to_vec(), whole[..5000].to_vec()];
            // Every page but the first.
            let mut overwritten = whole.clone();
            overwritten[4096..].fill(0xAA);
            cases.push(overwritten);
            for (number, bytes) in cases.into_iter().enumerate() {
                let path = database.folder.path().join(format!("damaged-{number}.db"));
                fs::write(&path, bytes).unwrap();
                let path = path.display();
                let sentence = format!("the database file {path} is damaged: restore a backup");
                assert_eq!(told(&format!("sqlite://{path}"), &[]), error(&sentence));
            }
        },
    );
}

/// Root may write everything, so the program runs as somebody else then.
#[test]
fn a_file_that_must_not_be_written_is_told() {
    run(
        Kind::Sqlite,
        "a_file_that_must_not_be_written_is_told",
        async |database: Database| {
            let (status, _) = database.serve().stop("TERM");
            assert_eq!(status.code(), Some(0));
            let folder = database.folder.path();
            let path = folder.join("plans.db");
            let protect = |folder_mode, file_mode| {
                fs::set_permissions(&path, fs::Permissions::from_mode(file_mode)).unwrap();
                fs::set_permissions(folder, fs::Permissions::from_mode(folder_mode)).unwrap();
            };
            let told = |url: &str| {
                let mut program = command(&[
                    "--log-level",
                    "off",
                    "--bind",
                    "127.0.0.1:0",
                    "--database-url",
                    url,
                ]);
                if let Some((uid, gid)) = unprivileged() {
                    program.uid(uid).gid(gid);
                }
                let output = program.output();
                if let Err(error) = &output {
                    println!(
                        "SKIPPED a_file_that_must_not_be_written_is_told: a user without rights cannot run the program: {error}"
                    );
                }
                output.ok().map(|output| {
                    (
                        output.status.code().unwrap(),
                        String::from_utf8(output.stderr).unwrap(),
                    )
                })
            };
            let url = format!("sqlite://{}?mode=rwc", path.display());
            let read_only = format!(
                "cannot write to the database file {}: the file and its folder must be writable",
                path.display()
            );
            protect(0o555, 0o444);
            let Some(refused) = told(&url) else {
                return;
            };
            assert_eq!(refused, error(&read_only));
            let other = folder.join("other.db").display().to_string();
            let sentence = format!(
                "cannot open the database file {other}: it must be readable, or its folder must be \
             writable and the URL end in ?mode=rwc for it to be created"
            );
            assert_eq!(
                told(&format!("sqlite://{other}?mode=rwc")).unwrap(),
                error(&sentence)
            );
            protect(0o755, 0o644);
            let by_url = url.replace("rwc", "ro");
            assert_eq!(told(&by_url).unwrap(), error(&read_only));
        },
    );
}

#[test]
fn a_server_that_cannot_be_used_is_told() {
    run(
        Kind::Postgresql,
        "a_server_that_cannot_be_used_is_told",
        async |database: Database| {
            let (credentials, place) = database.url.rsplit_once('@').unwrap();
            let (_, password) = credentials.rsplit_once(':').unwrap();
            let (server, name) = place.split_once('/').unwrap();
            // Bound and not listened on, so that nobody else is there.
            let port = TcpListener::bind("127.0.0.1:0")
                .unwrap()
                .local_addr()
                .unwrap()
                .port();
            for (url, sentence) in [
                (
                    format!("{credentials}@127.0.0.1:{port}/{name}"),
                    format!("no PostgreSQL server answers at 127.0.0.1:{port}"),
                ),
                (
                    format!("{credentials}@nowhere.invalid/{name}"),
                    "no PostgreSQL server answers at nowhere.invalid:5432".to_owned(),
                ),
                (
                    database.url.replace(password, "secret"),
                    format!(
                        "the PostgreSQL server at {server} refuses: password authentication failed for \
                     user \"semaine\""
                    ),
                ),
                (
                    format!("{credentials}@{server}/nothing"),
                    format!(
                        "the PostgreSQL server at {server} refuses: database \"nothing\" does not exist"
                    ),
                ),
            ] {
                assert_eq!(told(&url, &[]), error(&sentence));
                // Nor does a log tell more.
                let (_, log) = told(&url, &["--log-level", "trace"]);
                assert!(!log.contains(password) && !log.contains("secret"), "{log}");
            }
        },
    );
}

#[test]
fn a_url_that_cannot_be_read_is_told() {
    let scheme = "it must begin with sqlite:// or postgres://";
    for (url, why) in [
        ("", scheme),
        ("plans.db", scheme),
        ("mysql://semaine:secret@localhost/plans", scheme),
        (
            "sqlite::memory:",
            "it must name a file; another database would be a new one for each connection",
        ),
        (
            "sqlite://x.db?mode=secret",
            "unknown value \"secret\" for `mode`",
        ),
        (
            "postgres://semaine:secret@localhost:port/plans",
            "invalid port number",
        ),
    ] {
        let sentence = format!("the database URL cannot be used: {why}");
        assert_eq!(told(url, &[]), error(&sentence), "{url}");
    }
}

#[test]
fn options_that_cannot_be_used_are_told() {
    for (options, hint) in [
        (
            ["--bind", "localhost"],
            "invalid value 'localhost' for '--bind <ADDRESS>'",
        ),
        (
            ["--bind", "nowhere.invalid:80"],
            "invalid value 'nowhere.invalid:80' for '--bind <ADDRESS>'",
        ),
        (["--max-requests", "0"], "0 is not in 1..=65535"),
        (
            ["--max-connections", "-1"],
            "unexpected argument '-1' found",
        ),
        (
            ["--request-timeout", "0"],
            "expected a number of seconds, more than 0 and at most 86400",
        ),
        (
            ["--shutdown-timeout", "soon"],
            "expected a number of seconds, more than 0 and at most 86400",
        ),
        (["--log-format", "xml"], "[possible values: text, json]"),
        (
            ["--log-level", "loud"],
            "invalid value 'loud' for '--log-level <LEVEL>'",
        ),
        (
            ["--now", "yesterday"],
            "invalid value 'yesterday' for '--now <INSTANT>'",
        ),
        (["--port", "80"], "unexpected argument '--port' found"),
    ] {
        let (code, text) = said(command(&options));
        assert_eq!(code, 2, "{options:?}: {text}");
        assert!(
            text.starts_with("error: ") && text.contains(hint),
            "{options:?}: {text}"
        );
    }
}
