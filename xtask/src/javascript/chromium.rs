//! The browser in which the tests run as well.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::apt;

/// The names under which it is found on the search path.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Where it is on systems that put it elsewhere.
const PLACES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// The program, which is installed where that is possible.
///
/// # Errors
///
/// If there is none, and Debian's cannot be installed.
pub(crate) fn program() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let installed = apt::install("chromium");
    find().map_or_else(
        || {
            installed.and(Err(anyhow::anyhow!("apt installed no browser"))).context(
                "the tests run in Chromium or Chrome, too, and none is found; install it, on Debian \
                 as root by `apt-get install chromium`, elsewhere by `brew install --cask chromium`, \
                 `winget install Google.Chrome` or from https://www.google.com/chrome",
            )
        },
        Ok,
    )
}

fn find() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|program| program.is_file());
    on_path.or_else(|| {
        let mut places = PLACES.iter().map(Path::new);
        places.find(|place| place.is_file()).map(Path::to_owned)
    })
}
