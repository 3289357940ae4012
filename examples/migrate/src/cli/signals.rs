//! The signals by which people and systems ask the program to end.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::cli::progress::Bar;
use crate::{Error, Result};

/// From now on, they end the program after the batch; the answer is true once one came.
pub(super) fn listen(bar: &Bar) -> Result<Arc<AtomicBool>> {
    let failed = |source: io::Error| Error::Io {
        context: "the system does not tell of signals".to_owned(),
        source,
    };
    let mut signals = Signals::new([SIGINT, SIGTERM]).map_err(failed)?;
    let stop = Arc::new(AtomicBool::new(false));
    let (asked, bar) = (Arc::clone(&stop), bar.clone());
    // It ends with the process.
    thread::spawn(move || {
        for _ in signals.forever() {
            bar.say(if asked.swap(true, Ordering::Relaxed) {
                "still finishing the batch; nothing is lost by waiting, and what was committed can be resumed"
            } else {
                "stopping after this batch"
            });
        }
    });
    Ok(stop)
}
