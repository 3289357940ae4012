//! The last lines: what was read, and what was not.

use std::io::{self, Write};

use semaine::{Date, IsoWeek};

/// What is counted over the whole input.
#[derive(Default)]
pub(crate) struct Totals {
    pub(crate) dates: u64,
    pub(crate) refused: u64,
    /// The answers of others that differ from Rust's.
    pub(crate) different: u64,
    of_another_year: u64,
}

impl Totals {
    pub(crate) fn count(&mut self, date: Date) {
        self.dates += 1;
        self.of_another_year += u64::from(date.year() != IsoWeek::of(date).year());
    }

    pub(crate) fn print(&self, out: &mut impl Write, weeks: usize) -> io::Result<()> {
        let Self {
            dates,
            refused,
            of_another_year,
            ..
        } = self;
        writeln!(out, "\n{dates:>7}  dates read")?;
        writeln!(
            out,
            "{of_another_year:>7}  of them in a week of another year than the date's"
        )?;
        writeln!(out, "{weeks:>7}  weeks")?;
        writeln!(out, "{refused:>7}  lines refused")
    }
}
