//! Files and folders of backups, with errors that name them.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::backup::digest::hex;
use crate::{Error, Result};

/// The length of a file and its sha256.
pub(super) fn sum(path: &Path) -> Result<(u64, String)> {
    let failed = failed("read", path);
    let mut file = File::open(path).map_err(&failed)?;
    let mut sum = Sha256::new();
    let mut length = 0;
    let mut buffer = vec![0; 1 << 18];
    loop {
        let read = file.read(&mut buffer).map_err(&failed)?;
        let Some(part) = buffer.get(..read).filter(|part| !part.is_empty()) else {
            break;
        };
        sum.update(part);
        length += part.len() as u64;
    }
    Ok((length, hex(&sum.finalize())))
}

/// Writes a new file, and waits until the disk has it.
pub(super) fn write_new(path: &Path, text: &str) -> Result<()> {
    let write = || {
        let mut file = File::create_new(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    write().map_err(failed("write", path))
}

/// Waits until the disk has a file, or the names in a folder.
pub(super) fn sync(path: &Path) -> Result<()> {
    File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(failed("write", path))
}

/// Gives a folder another name in the same folder, and waits until the disk has it.
pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(failed("rename", from))?;
    to.parent().map_or(Ok(()), sync)
}

/// The error about a path.
pub(super) fn failed(what: &str, path: &Path) -> impl Fn(io::Error) -> Error {
    let context = format!("{what} {}", path.display());
    move |source| Error::Io {
        context: context.clone(),
        source,
    }
}
