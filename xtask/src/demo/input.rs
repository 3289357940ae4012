//! What every kind of input is turned into: numbered lines that hold a date or do not.

use std::fmt;

use semaine::Date;

use super::timestamp;

/// One line of the input.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Counted from 1, as editors do.
    pub(crate) line: u64,
    pub(crate) outcome: Result<Date, Refusal>,
}

impl Item {
    /// Reads a text that should be a date or begin with one.
    pub(crate) fn read(line: u64, text: &[u8]) -> Self {
        let outcome = timestamp::date_of(text).map_err(|reason| Refusal {
            text: Some(String::from_utf8_lossy(text).into_owned()),
            reason,
        });
        Self { line, outcome }
    }

    /// A line in which no date can be looked for.
    pub(crate) fn refused(line: u64, reason: String) -> Self {
        let outcome = Err(Refusal { text: None, reason });
        Self { line, outcome }
    }
}

/// Why a line was not taken.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// What stood where a date should; bytes that are not UTF-8 are already replaced.
    text: Option<String>,
    reason: String,
}

/// Longer texts are shortened: a line may be a whole document.
const LONGEST_SHOWN: usize = 60;

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(text) = &self.text {
            let shown: String = text.chars().take(LONGEST_SHOWN).collect();
            let more = if shown == *text { "" } else { "…" };
            // `Debug`, so that control characters do not reach the terminal.
            write!(f, "{shown:?}{more}: ")?;
        }
        f.write_str(&self.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &[u8]) -> String {
        Item::read(1, text).outcome.unwrap_err().to_string()
    }

    #[test]
    fn a_refusal_shows_the_text_and_the_reason() {
        assert_eq!(
            message(b"2025-02-30"),
            "\"2025-02-30\": day 30 does not exist in month 2 of 2025, which has 28 days (at byte 8)",
        );
        assert_eq!(
            message(b"\xFF\x1B"),
            "\"\u{FFFD}\\u{1b}\": expected a digit, found byte 0xFF (at byte 0)",
        );
    }

    #[test]
    fn a_refusal_of_a_long_text_is_short() {
        let shown = message(&[b'x'; 1000]);
        let start = format!("\"{}\"…: ", "x".repeat(LONGEST_SHOWN));
        assert!(shown.starts_with(&start), "{shown}");
    }
}
