//! Input with a date on each line.

use std::io::{BufRead, BufReader, Read};

use anyhow::{Context, Result};

use super::input::Item;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The lines that are not blank, read as they come.
pub(crate) fn items(input: impl Read) -> impl Iterator<Item = Result<Item>> {
    let lines = BufReader::new(input).split(b'\n');
    (1..).zip(lines).filter_map(|(number, line)| {
        let line = line.with_context(|| format!("cannot read line {number}"));
        line.map(|line| item(number, &line)).transpose()
    })
}

fn item(number: u64, line: &[u8]) -> Option<Item> {
    let line = match number {
        1 => line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line),
        _ => line,
    };
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let blank = line.trim_ascii().is_empty();
    (!blank).then(|| Item::read(number, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers() {
        let input = b"\xEF\xBB\xBF2025-08-07\r\n\r\n \t\n2025-02-30\n\xFF\n2025-08-08";
        let items: Vec<Item> = items(&input[..]).map(Result::unwrap).collect();
        let shape: Vec<_> = items
            .iter()
            .map(|item| (item.line, item.outcome.is_ok()))
            .collect();
        assert_eq!(shape, [(1, true), (4, false), (5, false), (6, true)]);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(items(&b""[..]).count(), 0);
        assert_eq!(items(&b"\xEF\xBB\xBF\r\n"[..]).count(), 0);
    }
}
