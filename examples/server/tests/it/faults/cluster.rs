//! A PostgreSQL cluster of a test's own, which can be stopped.

use std::process::Stdio;
use std::thread::scope;

use crate::support::postgres::{Cluster, run_as, unprivileged};

/// A cluster that can be stopped and started again at the same port.
#[derive(Debug)]
pub(super) struct Stoppable {
    cluster: Cluster,
    /// Those before; their guards would remove the folder.
    past: Vec<Cluster>,
}

impl Stoppable {
    /// `None`, after a loud word, where PostgreSQL is missing on purpose.
    pub(super) fn start(test: &str) -> Option<Self> {
        let cluster = Cluster::start();
        if cluster.is_none() {
            println!("SKIPPED {test} on Postgresql: SEMAINE_WITHOUT_POSTGRESQL is set");
        }
        Some(Self {
            cluster: cluster?,
            past: Vec::new(),
        })
    }

    /// Those of the tests do not wait until a change is in the log, which an outage would lose.
    pub(super) fn url(&self) -> String {
        self.cluster
            .url("postgres?options=-c%20synchronous_commit=on")
    }

    /// Stops it: `fast`, or `immediate` as by a loss of power.
    pub(super) fn stop(&self, mode: &str) {
        let Cluster {
            programs, folder, ..
        } = &self.cluster;
        let stopped = run_as(unprivileged(), folder, programs.join("pg_ctl"))
            .args(["stop", "-w", "-D", "data", "-m", mode])
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(stopped.success());
    }

    pub(super) fn resume(&mut self) {
        let Cluster {
            programs,
            folder,
            password,
            port,
            ..
        } = &self.cluster;
        let listen = || Cluster::listen(programs, folder, unprivileged(), password, *port);
        // It waits for the server, which a thread that runs other tasks must not.
        let again = scope(|scope| scope.spawn(listen).join().unwrap());
        let again = again.expect("a cluster that starts again");
        self.past.push(std::mem::replace(&mut self.cluster, again));
    }
}
