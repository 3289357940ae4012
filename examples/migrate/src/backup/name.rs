//! Names of backups: the time at which one was begun and a number, as `20250804T093000Z-1`.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::{Error, Result};

/// What a backup is called that is not yet complete, or no longer.
const PARTIAL: &str = ".partial";

/// The name for a time; `number` tells those of one second apart.
pub(super) fn of(time: Timestamp, number: u32) -> String {
    format!("{}-{number}", time.strftime("%Y%m%dT%H%M%SZ"))
}

/// Whether this can be the name of a backup.
pub(super) fn is_name(text: &str) -> bool {
    let form = b"00000000T000000Z-0";
    let has_form = |(byte, form): (u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        other => byte == *other,
    };
    text.len() >= form.len()
        && text.len() <= form.len() + 9
        && text.bytes().zip(form).all(has_form)
        && text
            .bytes()
            .skip(form.len())
            .all(|byte| byte.is_ascii_digit())
}

/// The folder of a backup.
///
/// # Errors
///
/// `Usage` for what cannot be a name, such as a path.
pub(super) fn folder(backups: &Path, name: &str) -> Result<PathBuf> {
    if is_name(name) {
        return Ok(backups.join(name));
    }
    Err(Error::Usage(format!(
        "{name:?} is no name of a backup, which are like 20250804T093000Z-1: `list-backups` shows those \
         that there are"
    )))
}

/// The folder of a backup that is not yet complete, or no longer.
pub(super) fn partial(backups: &Path, name: &str) -> PathBuf {
    backups.join(format!("{name}{PARTIAL}"))
}

/// The name of a backup that is not yet complete, or no longer.
pub(super) fn of_partial(folder: &str) -> Option<&str> {
    folder.strip_suffix(PARTIAL).filter(|name| is_name(name))
}
