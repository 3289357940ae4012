//! Starts the service, and stops it when the system asks.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use semaine_server::options::Options;
use semaine_server::serve::Server;
use semaine_server::signals::Signals;
use semaine_server::{logs, openapi};

fn main() -> ExitCode {
    let options = Options::parse();
    let done = if options.openapi {
        describe()
    } else {
        run(&options)
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn describe() -> Result<(), Box<dyn Error>> {
    Ok(io::stdout().write_all(openapi::text().as_bytes())?)
}

#[tokio::main]
async fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    logs::start(options.log_format, options.log_level);
    let mut signals = Signals::listen()?;
    let server = tokio::select! {
        server = Server::start(options) => server?,
        // Nothing has been answered yet, so nothing has to be finished.
        () = signals.next() => return Ok(()),
    };
    // Whoever started the program may have closed its output; the service goes on without.
    writeln!(io::stdout(), "Listening on http://{}", server.address()).ok();
    signals.next().await;
    tokio::select! {
        stopped = server.stop() => Ok(stopped?),
        () = signals.next() => Err("stopped by a second signal, before all requests were finished".into()),
    }
}
