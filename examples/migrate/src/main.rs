//! `semaine-migrate`: see the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    semaine_migrate::cli::main()
}
