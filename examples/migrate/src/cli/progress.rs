//! A bar at a terminal that shows how far the work is.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::control::Progress;

/// A bar on standard error; nothing where that is no terminal.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    bar: ProgressBar,
}

impl Bar {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::no_length();
        // A template that is wrong is seen by who tries it: the bar then has indicatif's own form.
        if let Ok(style) = ProgressStyle::with_template(
            "{msg:28!} {bar:24} {percent:>3} % {human_pos}/{human_len} rows  {per_sec}  {eta} left",
        ) {
            bar.set_style(style);
        }
        Self { bar }
    }

    pub(super) fn show(&self, progress: &Progress) {
        if self.bar.message() != progress.what {
            self.bar.reset();
            self.bar.set_message(progress.what.clone());
            self.bar.enable_steady_tick(Duration::from_millis(200));
        }
        self.bar.set_length(progress.of);
        self.bar.set_position(progress.done);
    }

    /// Prints a line above the bar.
    pub(super) fn say(&self, line: &str) {
        self.bar.suspend(|| eprintln!("{line}"));
    }

    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
