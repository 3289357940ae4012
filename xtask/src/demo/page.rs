//! The page of `examples/web` and its server, to be used.

use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::javascript::page;
use crate::process;
use crate::server::{self, Profile};

/// The first port that is tried.
const PORT: u16 = 8000;

/// Said here, or a variable of the environment could name another.
const DATABASE: &str = "--database-url=sqlite://semaine.db?mode=rwc";

/// How to show it.
#[derive(Args, Default)]
pub(crate) struct Page {
    /// Leave out the page, which is served until Ctrl-C
    #[arg(long = "no-page")]
    pub(crate) left_out: bool,
    /// Show the page alone
    #[arg(
        long = "page",
        conflicts_with_all = ["dates", "all", "no_python", "no_javascript", "left_out"]
    )]
    pub(crate) alone: bool,
    /// The port of the page; without it, the first free one from 8000
    #[arg(long, conflicts_with_all = ["dates", "left_out"])]
    port: Option<u16>,
}

impl Page {
    /// Not at all.
    pub(crate) fn none() -> Self {
        Self {
            left_out: true,
            ..Self::default()
        }
    }

    /// Builds the page and its server, and serves on loopback until Ctrl-C.
    pub(crate) fn serve(&self) -> Result<ExitCode> {
        process::say("Building the page and its server: minutes at first, seconds from then on")?;
        page::built()?;
        let program = server::built(Profile::Dev)?;
        process::say(
            "Serving the page at the address below, from semaine.db in this repository; Ctrl-C ends it",
        )?;
        let port = self.port.unwrap_or_else(free_port);
        process::give_way_to(
            process::program(program).args([&format!("--bind=127.0.0.1:{port}"), DATABASE]),
        )
    }
}

/// The first free port; if there is none, the server is to say so.
fn free_port() -> u16 {
    (PORT..PORT + 100)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .unwrap_or(PORT)
}
