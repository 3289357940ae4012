//! Leaves out what hides the point, and says how much that is.

use std::io::{self, Write};

/// How much of a long table to show.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Show {
    All,
    /// What lies around New Year, where a week number alone goes wrong.
    AroundNewYear,
}

/// Decides for each line of a table whether it is printed, and marks the gaps.
pub(crate) struct LeftOut {
    show: Show,
    one: &'static str,
    many: &'static str,
    gap: u64,
}

impl LeftOut {
    /// For a table of which a line is called `one`, and several are called `many`.
    pub(crate) fn new(show: Show, one: &'static str, many: &'static str) -> Self {
        Self {
            show,
            one,
            many,
            gap: 0,
        }
    }

    /// Whether to print a line; prints the mark of the gap before it.
    pub(crate) fn shows(&mut self, out: &mut impl Write, matters: bool) -> io::Result<bool> {
        let shown = matters || self.show == Show::All;
        if shown {
            self.finish(out)?;
        } else {
            self.gap += 1;
        }
        Ok(shown)
    }

    /// Prints the mark of a gap at the end.
    pub(crate) fn finish(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.gap > 0 {
            writeln!(
                out,
                "      … {} {} left out (--all shows them)",
                self.gap,
                if self.gap == 1 { self.one } else { self.many },
            )?;
            self.gap = 0;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(show: Show) -> String {
        let mut out = Vec::new();
        let mut left_out = LeftOut::new(show, "day", "days");
        for (line, matters) in [
            ("a", true),
            ("b", false),
            ("c", false),
            ("d", true),
            ("e", false),
        ] {
            if left_out.shows(&mut out, matters).unwrap() {
                writeln!(out, "{line}").unwrap();
            }
        }
        left_out.finish(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn gaps_are_counted() {
        assert_eq!(
            table(Show::AroundNewYear),
            "a\n      … 2 days left out (--all shows them)\nd\n      … 1 day left out (--all shows them)\n",
        );
        assert_eq!(table(Show::All), "a\nb\nc\nd\ne\n");
    }
}
