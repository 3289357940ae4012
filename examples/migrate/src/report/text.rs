//! Tables, bars and numbers for a terminal.

use std::fmt::{self, Write};
use std::iter;

/// How long lines of sentences get.
const WIDTH: usize = 96;

/// On which side of its column a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// Writes rows whose columns are as wide as their widest cells, two spaces apart, after `indent` spaces.
pub(super) fn columns(
    out: &mut impl Write,
    indent: usize,
    sides: &[Side],
    rows: &[Vec<String>],
) -> fmt::Result {
    let mut widths = vec![0; sides.len()];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in rows {
        let mut line = " ".repeat(indent);
        for ((cell, width), side) in row.iter().zip(&widths).zip(sides) {
            match side {
                Side::Left => write!(line, "{cell:<width$}  ")?,
                Side::Right => write!(line, "{cell:>width$}  ")?,
            }
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Writes a text in lines of up to `WIDTH` characters: the first after `indent` spaces, the others after two
/// more.
pub(super) fn wrapped(out: &mut impl Write, indent: usize, text: &str) -> fmt::Result {
    for paragraph in text.lines() {
        let mut line = " ".repeat(indent);
        let mut is_empty = true;
        for word in paragraph.split(' ') {
            if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                writeln!(out, "{line}")?;
                line = " ".repeat(indent + 2);
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// A number with a comma between thousands.
pub(super) fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with its noun in the right form.
pub(super) fn counted(count: u64, one: &str, more: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { more })
}

/// Bytes in the unit that leaves few digits.
#[expect(clippy::cast_precision_loss, reason = "two digits are shown")]
pub(super) fn bytes(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let mut size = bytes as f64;
    let mut units = UNITS.into_iter().peekable();
    let mut unit = units.next().unwrap_or_default();
    while size >= 1000.0
        && let Some(next) = units.next()
    {
        size /= 1000.0;
        unit = next;
    }
    if unit == "B" || size >= 100.0 {
        format!("{size:.0} {unit}")
    } else {
        format!("{size:.1} {unit}")
    }
}

/// Seconds in the unit in which people would say them.
pub(super) fn duration(seconds: f64) -> String {
    if seconds < 1.0 {
        "less than a second".to_owned()
    } else if seconds < 120.0 {
        format!("{seconds:.0} s")
    } else if seconds < 7200.0 {
        format!("{:.0} min", seconds / 60.0)
    } else {
        format!("{:.1} h", seconds / 3600.0)
    }
}

/// A part of a whole as a bar of up to `width` characters; what is not nothing is seen.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share is from 0 to 1"
)]
pub(super) fn bar(share: f64, width: usize) -> String {
    let length = (share * width as f64).round() as usize;
    let length = if share > 0.0 { length.max(1) } else { 0 };
    iter::repeat_n('█', length.min(width)).collect()
}

/// A list of a few of many: `1, 2, 3, …`.
pub(super) fn few<T: ToString>(first: impl IntoIterator<Item = T>, all: u64) -> String {
    let shown: Vec<_> = first.into_iter().map(|item| item.to_string()).collect();
    let more = if (shown.len() as u64) < all {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let grouped = [0, 999, 1000, 857_142, 1_000_000].map(number);
        assert_eq!(grouped, ["0", "999", "1,000", "857,142", "1,000,000"]);
    }

    #[test]
    fn bytes_and_seconds_have_few_digits() {
        assert_eq!(bytes(999), "999 B");
        assert_eq!(bytes(48_100_000), "48.1 MB");
        assert_eq!(bytes(123_456_789_000), "123 GB");
        assert_eq!(duration(0.2), "less than a second");
        assert_eq!(duration(14.4), "14 s");
        assert_eq!(duration(600.0), "10 min");
    }

    #[test]
    fn sentences_are_wrapped_and_none_of_their_words_is_lost() {
        let text = "word ".repeat(60);
        let mut out = String::new();
        wrapped(&mut out, 2, text.trim()).unwrap();
        assert_eq!(out.split_whitespace().count(), 60);
        assert!(out.lines().all(|line| line.len() <= WIDTH));
        assert!(out.lines().count() == 4, "{out}");
    }

    #[test]
    fn a_bar_shows_the_smallest_share_and_ends_at_its_width() {
        assert_eq!(bar(0.0, 10), "");
        assert_eq!(bar(0.001, 10), "█");
        assert_eq!(bar(0.5, 10).chars().count(), 5);
        assert_eq!(bar(1.0, 10).chars().count(), 10);
    }

    #[test]
    fn columns_are_as_wide_as_their_widest_cells() {
        let mut out = String::new();
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        columns(
            &mut out,
            2,
            &[Side::Left, Side::Right],
            &[row("rows", "1,000"), row("NULLs", "7")],
        )
        .unwrap();
        assert_eq!(out, "  rows   1,000\n  NULLs      7\n");
    }
}
