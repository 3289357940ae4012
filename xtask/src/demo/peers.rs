//! The other languages that are asked.

use anyhow::{Context, Result};
use semaine::{Date, IsoWeek};

use super::peer::Peer;
use crate::javascript::{Installed, node_version};
use crate::{process, python};

/// Installs the Python package, which is built if something has changed, and starts Python.
pub(crate) fn python() -> Result<Peer> {
    process::say("Installing the Python package; the first time, that takes a minute")?;
    let (mut python, name) =
        python::installed().context("Python's answers are missing; --no-python leaves them out")?;
    let program = python.arg("xtask/src/demo/answers.py");
    Peer::start("Python", name, program, fits_datetime)
}

/// Installs the npm package, which is built if something has changed, and starts Node twice: for whole
/// columns, and for one date after the other.
pub(crate) fn javascript() -> Result<Vec<Peer>> {
    if let Err(error) = node_version() {
        process::say(&format!("SKIPPED: the answers of JavaScript: {error:#}"))?;
        return Ok(Vec::new());
    }
    process::say("Installing the npm package; the first time, that takes a minute")?;
    let installed = Installed::beside("xtask/src/demo/answers.mjs")
        .context("JavaScript's answers are missing; --no-javascript leaves them out")?;
    let start = |column, name, kind| {
        let mut node = installed.node()?;
        Peer::start(column, name, node.args(["answers.mjs", kind]), |_| true)
    };
    Ok(vec![
        start("Node", installed.name(), "columns")?,
        start("JavaScript", "plain JavaScript".to_owned(), "scalars")?,
    ])
}

/// Whether Python can name each day of the date's week.
fn fits_datetime(date: Date) -> bool {
    let week = IsoWeek::of(date);
    week.monday().year() >= 1 && week.sunday().year() <= 9999
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_that_python_cannot_name_are_not_asked_for() {
        let date = |year, month, day| Date::new(year, month, day).unwrap();
        for day in [date(1, 1, 1), date(2025, 1, 1), date(9999, 12, 26)] {
            assert!(fits_datetime(day), "{day}");
        }
        for day in [date(0, 12, 31), date(9999, 12, 27), date(12025, 1, 1)] {
            assert!(!fits_datetime(day), "{day}");
        }
    }
}
