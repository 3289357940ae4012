//! A throw-away PostgreSQL cluster, one for all tests of the process.

use std::fs::{self, File};
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::thread::sleep;
use std::time::Duration;

/// Where Debian keeps the programs, outside of PATH.
const FOLDER: &str = "/usr/lib/postgresql";

const MISSING: &str = "PostgreSQL is missing: install it (`apt-get install postgresql`), or set \
    SEMAINE_WITHOUT_POSTGRESQL=1 to leave these tests out";

/// Ends the server and removes its folder when the pipe closes, whoever held it.
const GUARDED: &str = r#""$0/postgres" -D "$1/data" -p "$2" -k "$1" -c listen_addresses=127.0.0.1 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 \
    >"$1/log" 2>&1 & server=$!
read -r _
kill -INT "$server"
wait "$server"
rm -rf "$1""#;

static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();
/// `CREATE DATABASE` copies a template, which two cannot do at once.
static CREATION: Mutex<()> = Mutex::new(());
static COUNT: AtomicU32 = AtomicU32::new(0);

#[derive(Debug)]
#[allow(dead_code, reason = "not all tests stop it")]
pub(crate) struct Cluster {
    /// The folder of PostgreSQL's programs.
    pub(crate) programs: PathBuf,
    /// Its own folder.
    pub(crate) folder: PathBuf,
    pub(crate) port: u16,
    pub(crate) password: String,
    /// Its pipe closes where this goes out of scope; in a static, when the process ends.
    _guard: Child,
}

/// The URL of a fresh database; `None` where PostgreSQL is missing on purpose.
pub(crate) fn fresh_database() -> Option<String> {
    let cluster = CLUSTER.get_or_init(Cluster::start).as_ref()?;
    let name = format!("test_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let _alone = CREATION.lock().unwrap();
    let made = cluster.client("createdb").arg(&name).status().unwrap();
    assert!(made.success(), "createdb failed");
    Some(cluster.url(&name))
}

impl Cluster {
    pub(crate) fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            assert!(
                std::env::var_os("SEMAINE_WITHOUT_POSTGRESQL").is_some(),
                "{MISSING}"
            );
            return None;
        };
        let user = unprivileged();
        let folder = tempfile::Builder::new()
            .prefix("semaine-")
            .tempdir()
            .unwrap()
            .keep();
        let password = password();
        fs::write(folder.join("password"), &password).unwrap();
        fs::set_permissions(folder.join("password"), fs::Permissions::from_mode(0o600)).unwrap();
        for path in [&folder, &folder.join("password")] {
            if let Some((uid, gid)) = user {
                chown(path, Some(uid), Some(gid)).unwrap();
            }
        }
        let made = run_as(user, &folder, programs.join("initdb"))
            .args([
                "--auth=scram-sha-256",
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C",
            ])
            .args(["--username=semaine", "--pwfile=password", "-D", "data"])
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(made.success(), "initdb failed");
        // Somebody else may take the port before the server does.
        let started =
            (0..3).find_map(|_| Self::listen(&programs, &folder, user, &password, free_port()));
        let log = || fs::read_to_string(folder.join("log")).unwrap_or_default();
        Some(started.unwrap_or_else(|| panic!("PostgreSQL did not start:\n{}", log())))
    }

    /// Starts the server of a folder; `None` if that fails at once.
    pub(crate) fn listen(
        programs: &Path,
        folder: &Path,
        user: Option<(u32, u32)>,
        password: &str,
        port: u16,
    ) -> Option<Self> {
        let guard = run_as(user, folder, PathBuf::from("sh"))
            .args(["-c", GUARDED])
            .args([programs, folder])
            .arg(port.to_string())
            // A signal to the tests as a group, such as that of Ctrl-C, is not for it.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let cluster = Self {
            programs: programs.to_owned(),
            folder: folder.to_owned(),
            port,
            password: password.to_owned(),
            _guard: guard,
        };
        for _ in 0..300 {
            sleep(Duration::from_millis(100));
            let mut asked = cluster.client("pg_isready");
            if asked.stdout(Stdio::null()).status().unwrap().success() {
                return Some(cluster);
            }
            if fs::read_to_string(folder.join("log"))
                .is_ok_and(|log| log.contains("FATAL:  could not"))
            {
                break;
            }
        }
        None
    }

    /// One of PostgreSQL's own clients, which the tests of any driver can share.
    fn client(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        command
            .args(["--host=127.0.0.1", "--username=semaine"])
            .arg(format!("--port={}", self.port))
            .env("PGPASSWORD", &self.password);
        command
    }

    pub(crate) fn url(&self, database: &str) -> String {
        format!(
            "postgres://semaine:{}@127.0.0.1:{}/{database}",
            self.password, self.port
        )
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// The folder of `initdb`, `postgres` and the clients, of the newest version that there is.
fn programs() -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let installed = fs::read_dir(FOLDER)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"));
    let mut installed: Vec<_> = installed.collect();
    installed.sort();
    std::env::split_paths(&on_path)
        .chain(installed.into_iter().rev())
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
        // What is on PATH may be links to some of the programs only.
        .map(|folder| fs::canonicalize(folder.join("postgres")).unwrap())
        .and_then(|postgres| Some(postgres.parent()?.to_owned()))
}

/// Whom the server is to run as, since it refuses to run as root; `None` if we are not root.
pub(crate) fn unprivileged() -> Option<(u32, u32)> {
    let id = Command::new("id").arg("-u").output().unwrap().stdout;
    if id.trim_ascii() != b"0" {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap();
    let of = |name: &str| {
        let line = users
            .lines()
            .find(|line| line.split(':').next() == Some(name))?;
        let mut numbers = line
            .split(':')
            .skip(2)
            .map(|number| number.parse().unwrap());
        Some((numbers.next()?, numbers.next()?))
    };
    Some(
        of("postgres")
            .or_else(|| of("nobody"))
            .expect("a user without rights"),
    )
}

pub(crate) fn run_as(user: Option<(u32, u32)>, folder: &Path, program: PathBuf) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

/// The port is open to everybody on this machine.
fn password() -> String {
    let mut bytes = [0_u8; 16];
    File::open("/dev/urandom")
        .unwrap()
        .read_exact(&mut bytes)
        .unwrap();
    let digits = bytes.map(|byte| format!("{byte:02x}"));
    digits.concat()
}
