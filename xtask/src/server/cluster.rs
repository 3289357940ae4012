//! A PostgreSQL server of a chore's own, which listens on a socket alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::{postgresql, process};

/// How long it may take to start.
const PATIENCE: Duration = Duration::from_secs(60);

/// A cluster in a folder that goes when this goes.
pub(crate) struct Cluster {
    child: Child,
    folder: PathBuf,
    /// PostgreSQL's own.
    programs: PathBuf,
}

impl Cluster {
    /// Makes a cluster and starts it.
    pub(crate) fn start() -> Result<Self> {
        let programs = postgresql::programs().context("PostgreSQL is missing")?;
        // A socket's path has about a hundred bytes, which a target folder may exceed.
        let folder = std::env::temp_dir().join(format!("semaine-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let owner = owner();
        if let Some(owner) = owner {
            process::run_quietly(Command::new("chown").arg(owner).arg(&folder))?;
        }
        let data = folder.join("data");
        process::run_quietly(
            unprivileged(owner, &programs.join("initdb"))
                .args(["--auth=trust", "--no-sync", "--encoding=UTF8"])
                .args(["--username=semaine", "-D"])
                .arg(&data)
                .current_dir(&folder),
        )?;
        let mut command = unprivileged(owner, &programs.join("postgres"));
        command
            .args(["-c", "listen_addresses=", "-k"])
            .arg(&folder)
            .arg("-D")
            .arg(&data)
            .current_dir(&folder);
        process::say(&format!("$ {} &", process::shown(&command)))?;
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(folder.join("log"))?)
            .spawn()
            .context("cannot start PostgreSQL")?;
        let mut cluster = Self {
            child,
            folder,
            programs,
        };
        cluster.wait()?;
        Ok(cluster)
    }

    /// Where its database is.
    pub(crate) fn url(&self) -> String {
        self.url_of("postgres")
    }

    /// Where another database is.
    pub(crate) fn url_of(&self, database: &str) -> String {
        format!(
            "postgres://semaine@localhost/{database}?host={}",
            self.folder.display()
        )
    }

    /// Makes an empty database, or an equal one to another that nobody uses.
    pub(crate) fn create(&self, database: &str, template: Option<&str>) -> Result<()> {
        let template = template.unwrap_or("template0");
        self.execute(&format!("CREATE DATABASE {database} TEMPLATE {template}"))?;
        // What is written back later would be on the account of what comes next.
        self.execute("CHECKPOINT")
    }

    /// Removes a database.
    pub(crate) fn remove(&self, database: &str) -> Result<()> {
        self.execute(&format!("DROP DATABASE {database} WITH (FORCE)"))
    }

    fn execute(&self, statement: &str) -> Result<()> {
        process::run_quietly(
            Command::new(self.programs.join("psql"))
                .args(["--no-psqlrc", "--quiet", "--username=semaine", "--host"])
                .arg(&self.folder)
                .args(["--dbname=postgres", "--command", statement]),
        )
    }

    fn wait(&mut self) -> Result<()> {
        let start = Instant::now();
        // Its last line tells in which state it is.
        let pid = self.folder.join("data").join("postmaster.pid");
        while !fs::read_to_string(&pid).is_ok_and(|text| text.trim_end().ends_with("ready")) {
            let ended = self.child.try_wait()?;
            ensure!(
                ended.is_none() && start.elapsed() < PATIENCE,
                "PostgreSQL does not start: {}",
                fs::read_to_string(self.folder.join("log"))?,
            );
            sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// The process of the server itself, which another may have started for its user.
    fn postmaster(&self) -> Option<u32> {
        let text = fs::read_to_string(self.folder.join("data").join("postmaster.pid")).ok()?;
        text.lines().next()?.parse().ok()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Its "fast shutdown": it closes connections and stops.
        let process = self.postmaster().unwrap_or_else(|| self.child.id());
        let _ = process::signal("INT", process);
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The user for the server, which refuses to run as root; none if we are not root.
fn owner() -> Option<&'static str> {
    let user = process::ask(Command::new("id").arg("-u"))?;
    (user == "0").then_some("postgres")
}

fn unprivileged(owner: Option<&str>, program: &Path) -> Command {
    let Some(owner) = owner else {
        return Command::new(program);
    };
    let mut command = Command::new("runuser");
    command.args(["-u", owner, "--"]).arg(program);
    command
}
