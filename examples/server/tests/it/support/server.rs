//! The program itself, and requests to it.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::thread::{sleep, spawn};
use std::time::Duration;

use reqwest::{Client, Method};

use super::ask::Ask;
use super::guard::Guard;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running server, which is killed where it goes out of scope.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) client: Client,
    /// Such as `127.0.0.1:8000`.
    pub(crate) address: String,
    process: Child,
    lines: Mutex<Receiver<String>>,
    log: PathBuf,
    _guard: Guard,
}

impl Server {
    pub(crate) fn start(options: &[&str], folder: &Path) -> Self {
        Self::spawn(command(options), folder)
    }

    /// Started by a script of the shell, which ends in `exec "$0" "$@"`.
    pub(crate) fn start_by(script: &str, options: &[&str], folder: &Path) -> Self {
        let program = command(options);
        let mut shell = Command::new("sh");
        shell
            .args(["-c", script])
            .arg(program.get_program())
            .args(options)
            .stdin(Stdio::null());
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        Self::spawn(shell, folder)
    }

    fn spawn(mut command: Command, folder: &Path) -> Self {
        let (log, file) = (0..)
            .map(|n| folder.join(format!("log-{n}")))
            .find_map(created)
            .unwrap();
        let mut process = command.stdout(Stdio::piped()).stderr(file).spawn().unwrap();
        let guard = Guard::of(&process);
        let output = BufReader::new(process.stdout.take().unwrap());
        let (sender, lines) = channel();
        spawn(move || {
            output
                .lines()
                .map_while(Result::ok)
                .try_for_each(|line| sender.send(line))
        });
        let said = lines.recv_timeout(PATIENCE).unwrap_or_default();
        let Some(address) = said.strip_prefix("Listening on http://") else {
            panic!(
                "it said {said:?} and\n{}",
                fs::read_to_string(&log).unwrap()
            );
        };
        // A pool would share connections that the test wants to be apart, and proxies have no place here.
        let client = Client::builder()
            .no_proxy()
            .pool_max_idle_per_host(0)
            .timeout(PATIENCE)
            .build()
            .unwrap();
        Self {
            client,
            address: address.to_owned(),
            process,
            lines: Mutex::new(lines),
            log,
            _guard: guard,
        }
    }

    pub(crate) fn get(&self, path: &str) -> Ask<'_> {
        self.ask(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str) -> Ask<'_> {
        self.ask(Method::POST, path)
    }

    pub(crate) fn put(&self, path: &str) -> Ask<'_> {
        self.ask(Method::PUT, path)
    }

    pub(crate) fn delete(&self, path: &str) -> Ask<'_> {
        self.ask(Method::DELETE, path)
    }

    pub(crate) fn ask(&self, method: Method, path: &str) -> Ask<'_> {
        Ask::new(self, method, path)
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// Where it logs.
    pub(crate) fn log_file(&self) -> PathBuf {
        self.log.clone()
    }

    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// Asks it to stop by a signal, such as `TERM`, and gives how it ended and what else it printed.
    pub(crate) fn stop(self, signal: &str) -> (ExitStatus, Vec<String>) {
        self.signal(signal);
        self.wait()
    }

    /// Waits until it ends, and gives how it did and what else it printed.
    pub(crate) fn wait(mut self) -> (ExitStatus, Vec<String>) {
        for _ in 0..PATIENCE.as_millis() / 10 {
            if let Some(status) = self.process.try_wait().unwrap() {
                return (status, self.lines.get_mut().unwrap().iter().collect());
            }
            sleep(Duration::from_millis(10));
        }
        panic!("it did not stop:\n{}", self.log());
    }

    pub(crate) fn signal(&self, signal: &str) {
        let script = format!("kill -{signal} {}", self.id());
        assert!(
            Command::new("sh")
                .args(["-c", &script])
                .status()
                .unwrap()
                .success()
        );
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// The program with these options alone, and none from the environment.
pub(crate) fn command(options: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_semaine-server"));
    command.args(options).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        if name == "DATABASE_URL" || name.as_encoded_bytes().starts_with(b"SEMAINE_") {
            command.env_remove(name);
        }
    }
    command
}

fn created(path: PathBuf) -> Option<(PathBuf, File)> {
    let file = File::create_new(&path).ok()?;
    Some((path, file))
}
