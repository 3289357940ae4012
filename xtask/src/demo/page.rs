//! The page of `examples/web`, to be looked at.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::javascript::page;
use crate::process;

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
    /// The port of the page, 4173 without it; if it is taken, the next free one
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

    /// Builds the page and serves it on loopback until Ctrl-C.
    pub(crate) fn serve(&self) -> Result<ExitCode> {
        process::say("Building the page, which takes a quarter of a minute")?;
        let page = page::built()?;
        process::say("Serving the page at the address below; Ctrl-C ends it")?;
        process::give_way_to(&mut page.server(self.port)?)
    }
}
