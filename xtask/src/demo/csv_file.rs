//! Input with a header and a column of dates.

use std::io::{Cursor, Read};

use anyhow::{Context, Result, bail};
use csv::{ByteRecord, Reader, ReaderBuilder};

use super::input::Item;

/// The rows of a CSV file, each with the date in the named column.
///
/// The whole file is held, because the line of a row is found by looking back at it: csv's own line
/// numbers are those at which it began to look for the row, blank lines and all.
pub(crate) fn items(
    mut input: impl Read,
    column: &str,
) -> Result<impl Iterator<Item = Result<Item>>> {
    let mut text = Vec::new();
    input
        .read_to_end(&mut text)
        .context("cannot read the CSV file")?;
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .from_reader(Cursor::new(text));
    let header = reader
        .byte_headers()
        .context("cannot read the header")?
        .clone();
    let index = index_of(&header, column)?;
    let mut lines = Lines::default();
    let mut row = ByteRecord::new();
    Ok(std::iter::from_fn(move || {
        match reader
            .read_byte_record(&mut row)
            .context("cannot read a row")
        {
            Ok(false) => None,
            Ok(true) => {
                let line = lines.first_of(&row, &reader);
                Some(Ok(item(line, &row, index, header.len())))
            }
            Err(error) => Some(Err(error)),
        }
    }))
}

fn index_of(header: &ByteRecord, column: &str) -> Result<usize> {
    if header.is_empty() {
        bail!("no dates: the CSV file is empty and has no header");
    }
    let index = header.iter().position(|name| name == column.as_bytes());
    index.with_context(|| {
        let names = header
            .iter()
            .map(|name| format!("{:?}", String::from_utf8_lossy(name)));
        let names = names.collect::<Vec<_>>().join(", ");
        format!("the CSV file has no column {column:?}; its columns are {names}")
    })
}

fn item(line: u64, row: &ByteRecord, index: usize, width: usize) -> Item {
    match row.get(index) {
        Some(text) if row.len() == width => Item::read(line, text),
        // A row that is too long is refused too: its columns may have moved.
        _ => Item::refused(
            line,
            format!("the row has {}, the header has {width}", fields(row.len())),
        ),
    }
}

fn fields(count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} field{plural}")
}

/// Counts the line ends before each row, once each.
#[derive(Default)]
struct Lines {
    counted: usize,
    ends: u64,
}

impl Lines {
    /// The number of the line on which the row that was just read begins.
    fn first_of(&mut self, row: &ByteRecord, reader: &Reader<Cursor<Vec<u8>>>) -> u64 {
        // The row's last byte is the one that ends it: a line feed, or the carriage return before
        // one. Without it, the row ends the file.
        let after = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let last = after.saturating_sub(1);
        let text = reader.get_ref().get_ref();
        self.ends += line_ends(text.get(self.counted..last).unwrap_or_default());
        self.counted = last;
        1 + self.ends - row.iter().map(line_ends).sum::<u64>()
    }
}

fn line_ends(text: &[u8]) -> u64 {
    text.iter().map(|&byte| u64::from(byte == b'\n')).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &[u8], column: &str) -> Vec<(u64, Result<String, String>)> {
        items(text, column)
            .unwrap()
            .map(Result::unwrap)
            .map(|item| {
                let outcome = item.outcome;
                (
                    item.line,
                    outcome
                        .map(|date| date.to_string())
                        .map_err(|error| error.to_string()),
                )
            })
            .collect()
    }

    #[test]
    fn rows_keep_their_line_numbers() {
        let text = b"\xEF\xBB\xBFid,day\n1,2025-08-07\n\n\n\"a\nb\",\"2025-08-08\"\n3,2025-08-09";
        let expected = [(2, "2025-08-07"), (5, "2025-08-08"), (7, "2025-08-09")];
        let expected = expected.map(|(line, date)| (line, Ok(date.to_owned())));
        assert_eq!(shape(text, "day"), expected);

        let crlf = String::from_utf8_lossy(text).replace('\n', "\r\n");
        assert_eq!(shape(crlf.as_bytes(), "day"), expected);
    }

    #[test]
    fn rows_that_hold_no_date_are_refused_where_they_stand() {
        let text = b"id,day,x\n1\n2,2025-08-08,x,y\n3,,x\n4,\xFF,x\n5,2025-08-09,x\n";
        let refused = |text: &str| Err(text.to_owned());
        assert_eq!(
            shape(text, "day"),
            [
                (2, refused("the row has 1 field, the header has 3")),
                (3, refused("the row has 4 fields, the header has 3")),
                (4, refused("\"\": the text is empty (at byte 0)")),
                (
                    5,
                    refused("\"\u{FFFD}\": expected a digit, found byte 0xFF (at byte 0)")
                ),
                (6, Ok("2025-08-09".to_owned())),
            ],
        );
    }

    #[test]
    fn a_column_that_is_missing_is_named_with_those_that_exist() {
        let error = items(&b"id,\"the day\"\n"[..], "day").err().unwrap();
        assert_eq!(
            error.to_string(),
            "the CSV file has no column \"day\"; its columns are \"id\", \"the day\"",
        );
    }

    #[test]
    fn a_file_without_a_header_holds_no_dates() {
        let error = items(&b"\n"[..], "day").err().unwrap();
        assert_eq!(
            error.to_string(),
            "no dates: the CSV file is empty and has no header"
        );
    }
}
