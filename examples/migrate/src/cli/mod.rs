//! The command line.

mod options;
mod progress;
mod signals;
mod verbs;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

pub use self::options::{Cli, Decide, Folder, Migrate, Output, Pace, Verb};
use crate::Error;
use crate::report::{Failure, Report};

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let (cli, output) = match Cli::try_parse_from(&arguments) {
        Ok(cli) => {
            let output = cli.output;
            (cli, output)
        }
        Err(error) => return misused(&error, &arguments),
    };
    let ended = verbs::run(cli);
    match ended {
        Ok((report, code)) => {
            print(report, output);
            ExitCode::from(code)
        }
        Err(error) => fail(&error, output),
    }
}

/// What clap says about arguments, which may also be help.
fn misused(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
    // Nobody is there to read it.
    let _ = error.print();
    if !error.use_stderr() {
        return ExitCode::SUCCESS;
    }
    let json = arguments.iter().any(|argument| argument == "--output=json")
        || arguments
            .windows(2)
            .any(|pair| pair == ["--output", "json"]);
    if json {
        let error = Error::Usage(error.to_string());
        print(Report::Error(Failure::from(&error)), Output::Json);
    }
    ExitCode::from(2)
}

fn fail(error: &Error, output: Output) -> ExitCode {
    // Nobody is there to read it.
    let _ = writeln!(io::stderr(), "error: {error}");
    if output == Output::Json {
        print(Report::Error(Failure::from(error)), output);
    }
    ExitCode::from(error.exit_code())
}

fn print(report: Report, output: Output) {
    let text = match output {
        Output::Text => report.text(),
        Output::Json => report.json(),
    };
    // Who closed the pipe has read enough; the work is done either way.
    let _ = writeln!(io::stdout(), "{text}");
}
