//! Runs other programs: says so first, and explains a failure.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Write};
#[cfg(unix)]
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// What `cargo run` tells the program it runs, and what would make that program's own
/// `cargo +toolchain` use the outer toolchain all the same.
const OUTER_TOOLCHAIN: [&str; 5] = ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "RUSTFLAGS"];

/// The cargo that runs this program, in the root of the repository.
pub(crate) fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The cargo of a toolchain that rustup manages, in the root of the repository.
pub(crate) fn cargo_of(toolchain: &str) -> Command {
    let mut command = program("cargo");
    for name in OUTER_TOOLCHAIN {
        command.env_remove(name);
    }
    command.arg(format!("+{toolchain}"));
    command
}

/// Any program, in the root of the repository.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(workspace::root());
    command
}

/// Prints the command and runs it to its end.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    announce(command)?;
    let shown = shown(command);
    let status = command
        .status()
        .with_context(|| format!("cannot start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Prints the command and runs it in the place of this program, so that it alone gets what ends it, such as
/// a Ctrl-C; beside it on systems that have no such thing.
pub(crate) fn give_way_to(command: &mut Command) -> Result<ExitCode> {
    #[cfg(unix)]
    {
        announce(command)?;
        let error = command.exec();
        Err(error).with_context(|| format!("cannot start `{}`", shown(command)))
    }
    #[cfg(not(unix))]
    {
        run(command)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Runs a command that says more than anybody wants to know, which is shown only if it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Result<()> {
    announce(command)?;
    let shown = shown(command);
    let output = command
        .output()
        .with_context(|| format!("cannot start `{shown}`"))?;
    if !output.status.success() {
        for stream in [&output.stdout, &output.stderr] {
            say(&String::from_utf8_lossy(stream))?;
        }
        bail!("`{shown}` failed ({})", output.status);
    }
    Ok(())
}

/// Prints a command, runs it to its end and gives what it writes to standard output.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    announce(command)?;
    let shown = shown(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{shown}`"))?;
    if !output.status.success() {
        bail!("`{shown}` failed ({})", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{shown}` writes no text"))
}

/// What a command writes to standard output, or `None` if it cannot be started or fails: the answer
/// to "is it there?".
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim_end().to_owned())
}

/// Sends a signal, such as `TERM`, to a process that this program started.
///
/// # Errors
///
/// If the process has ended, or the system has no signals.
pub(crate) fn signal(name: &str, process: u32) -> Result<()> {
    let process = process.to_string();
    ask(Command::new("kill").args(["-s", name, &process]))
        .with_context(|| format!("cannot send the signal {name} to the process {process}"))?;
    Ok(())
}

/// Tells the reader of a terminal or a log what happens next, apart from what is asked for.
pub(crate) fn say(text: &str) -> Result<()> {
    Ok(writeln!(io::stderr(), "{text}")?)
}

fn announce(command: &Command) -> Result<()> {
    say(&format!("$ {}", shown(command)))
}

/// The command as a person would type it in the root of the repository.
pub(crate) fn shown(command: &Command) -> String {
    // The search path is long and tells nothing, and neither does the rest of an environment.
    let set = command
        .get_envs()
        .filter(|(name, _)| *name != "PATH" && *name != "VIRTUAL_ENV");
    let set = set.filter_map(|(name, value)| {
        let value = value?.to_string_lossy();
        Some(format!("{}={}", name.to_string_lossy(), quoted(&value)))
    });
    let name = Path::new(command.get_program());
    let name = name.file_stem().unwrap_or(name.as_os_str());
    let words = std::iter::once(name)
        .chain(command.get_args())
        .map(|word| quoted(&from_root(word).to_string_lossy()));
    set.chain(words).collect::<Vec<_>>().join(" ")
}

fn from_root(word: &OsStr) -> &OsStr {
    let path = Path::new(word).strip_prefix(workspace::root());
    path.map_or(word, Path::as_os_str)
}

fn quoted(word: &str) -> String {
    if word.is_empty() || word.contains([' ', '*', '|', '$', '(', ')']) {
        format!("'{word}'")
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command
            .args(["doc", "--features", "std jiff"])
            .arg(workspace::root().join("target"))
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("RUSTC");
        assert_eq!(
            shown(&command),
            "RUSTDOCFLAGS='-D warnings' cargo doc --features 'std jiff' target",
        );
    }

    #[test]
    fn a_program_that_is_missing_is_named() {
        let error = run(&mut program("semaine-has-no-such-program")).unwrap_err();
        assert!(
            format!("{error:#}").starts_with("cannot start `semaine-has-no-such-program`"),
            "{error:#}",
        );
    }
}
