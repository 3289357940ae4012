//! Starts the service, and stops it when the system asks.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use semaine_server::logs;
use semaine_server::options::Options;
use semaine_server::serve::Server;
use semaine_server::signals::Signals;

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    logs::start(options.log_format, options.log_level);
    let mut signals = Signals::listen()?;
    let server = Server::start(options).await?;
    // Whoever started the program may have closed its output; the service goes on without.
    writeln!(io::stdout(), "Listening on http://{}", server.address()).ok();
    signals.next().await;
    tokio::select! {
        stopped = server.stop() => Ok(stopped?),
        () = signals.next() => Err("stopped by a second signal, before all requests were finished".into()),
    }
}
