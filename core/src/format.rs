//! Texts of dates and weeks, written into fixed buffers.

use core::fmt;
use core::ops::Deref;

use crate::bounds::HTML_YEAR;
use crate::error::{Error, ErrorKind};
use crate::{Date, IsoWeek, IsoWeekDate};

/// The text of a date, a week or a week date, on the stack.
///
/// It is a `str` wherever one is wanted, is never longer than [`Text::CAPACITY`] bytes, and holds
/// only ASCII.
///
/// ```
/// use semaine::IsoWeek;
///
/// let text = IsoWeek::new(2025, 32)?.to_text();
/// let mut line = String::from("Week ");
/// line.push_str(&text);
/// assert_eq!(line, "Week 2025-W32");
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
// Aligned and padded with ASCII NUL to two machine words, the text is checked for UTF-8 at once
// instead of byte by byte.
#[repr(align(16))]
pub struct Text {
    /// The text, padding, and the text's length.
    bytes: [u8; Self::CAPACITY + 1],
}

impl Text {
    /// The most bytes that a text can have here; the longest, such as `-5877641-W27-1`, has 14.
    pub const CAPACITY: usize = 15;

    /// The text as a string.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        // OK because only ASCII is ever written and the length never exceeds the capacity; a default
        // keeps the function free of panics.
        core::str::from_utf8(&self.bytes)
            .ok()
            .and_then(|text| text.get(..self.len()))
            .unwrap_or_default()
    }

    /// The text as ASCII bytes, without the check for UTF-8 that a string costs.
    #[inline]
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        match self.bytes.split_at_checked(self.len()) {
            Some((text, _)) => text,
            // OK because the length never exceeds the capacity.
            None => &[],
        }
    }

    const fn len(&self) -> usize {
        let [.., len] = self.bytes;
        len as usize
    }
}

impl Deref for Text {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// `YYYY-MM-DD`.
pub(crate) const fn date(date: Date) -> Text {
    let (year, month, day) = date.civil();
    Buffer::year(year)
        .byte(b'-')
        .two_digits(month)
        .byte(b'-')
        .two_digits(day)
        .finish()
}

/// `YYYY-Www`.
#[inline]
pub(crate) const fn week(week: IsoWeek) -> Text {
    let (year, number) = week.year_week();
    if is_plain(year) {
        Buffer::of(plain_week(year, number) as u128, 8).finish()
    } else {
        expanded_week(year, number).finish()
    }
}

/// `YYYYWww`.
pub(crate) const fn basic_week(week: IsoWeek) -> Text {
    let (year, number) = week.year_week();
    Buffer::basic(Buffer::year(year), number).finish()
}

/// `YYYY-Www-D`.
#[inline]
pub(crate) const fn week_date(day: IsoWeekDate) -> Text {
    let (year, number, weekday) = day.parts();
    let weekday = u16::from_le_bytes([b'-', b'0' + weekday.number()]);
    if is_plain(year) {
        let week = plain_week(year, number) as u128;
        Buffer::of(week | (weekday as u128) << 64, 10).finish()
    } else {
        expanded_week(year, number)
            .push(weekday as u128, 2)
            .finish()
    }
}

/// `YYYYWwwD`.
pub(crate) const fn basic_week_date(day: IsoWeekDate) -> Text {
    let (year, number, weekday) = day.parts();
    Buffer::basic(Buffer::year(year), number)
        .byte(b'0' + weekday.number())
        .finish()
}

/// `YYYY-Www` with more digits, but no sign, for years above 9999.
pub(crate) const fn html_week(week: IsoWeek) -> Result<Text, Error> {
    let (year, number) = week.year_week();
    tri!(HTML_YEAR.check(year as i64, ErrorKind::HtmlYearOutOfRange));
    Ok(Buffer::extended(Buffer::EMPTY.digits(year.unsigned_abs()), number).finish())
}

/// Whether a year is written with four digits and no sign.
#[inline]
pub(crate) const fn is_plain(year: i32) -> bool {
    0 <= year && year <= 9999
}

/// The eight bytes of `YYYY-Www`, first byte lowest, for such a year.
#[inline]
pub(crate) const fn plain_week(year: i32, week: u8) -> u64 {
    let (year, week) = plain_halves(year, week as u32);
    year as u64 | (week as u64) << 32
}

/// The four bytes of `YYYY` and those of `-Www`, first byte lowest, for such a year.
///
/// # Algorithm
///
/// The three two-digit numbers take 16 bits each, and one multiplication divides two of them by 10:
/// `103 / 1024` is close enough to 1/10 for every number below 100, as `5243 / 2^19` is to 1/100 for
/// every number below 10,000.
#[inline]
pub(crate) const fn plain_halves(year: i32, week: u32) -> (u32, u32) {
    let year = year.cast_unsigned();
    let century = (year * 5243) >> 19;
    let numbers = century | (year - 100 * century) << 16;
    let tens = ((numbers * 103) >> 10) & 0x000F_000F;
    let digits = tens | (numbers - 10 * tens) << 8;
    let tens = (week * 103) >> 10;
    let week = tens << 16 | (week - 10 * tens) << 24;
    (
        u32::from_le_bytes(*b"0000") + digits,
        u32::from_le_bytes(*b"-W00") + week,
    )
}

/// `YYYY-Www` with a sign and as many digits as the year needs. Out of line, since few weeks have
/// such a year and the shifts by lengths that are not constant would weigh on all others.
#[cold]
#[inline(never)]
const fn expanded_week(year: i32, week: u8) -> Buffer {
    Buffer::extended(Buffer::year(year), week)
}

/// A text of at most 15 bytes as one integer, first byte lowest.
#[derive(Clone, Copy)]
struct Buffer {
    bits: u128,
    len: u32,
}

impl Buffer {
    const EMPTY: Self = Self::of(0, 0);

    const fn of(bits: u128, len: u32) -> Self {
        Self { bits, len }
    }

    const fn push(self, bits: u128, len: u32) -> Self {
        // OK because the longest text has 14 bytes, so that the shift stays below 128.
        Self::of(self.bits | bits.wrapping_shl(8 * self.len), self.len + len)
    }

    const fn byte(self, byte: u8) -> Self {
        self.push(byte as u128, 1)
    }

    /// A number below 100.
    const fn two_digits(self, number: u8) -> Self {
        self.byte(b'0' + number / 10).byte(b'0' + number % 10)
    }

    /// A number in as many digits as it needs, but at least four.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because a digit is below 10"
    )]
    const fn digits(self, number: u32) -> Self {
        let mut bits = 0;
        let mut len = 0;
        let mut rest = number;
        while rest != 0 || len < 4 {
            bits = bits << 8 | (b'0' + (rest % 10) as u8) as u128;
            len += 1;
            rest /= 10;
        }
        self.push(bits, len)
    }

    /// A year of any size, with a sign where it needs one.
    const fn year(year: i32) -> Self {
        let sign = match year {
            0..=9999 => Self::EMPTY,
            ..0 => Self::EMPTY.byte(b'-'),
            _ => Self::EMPTY.byte(b'+'),
        };
        sign.digits(year.unsigned_abs())
    }

    const fn extended(year: Self, week: u8) -> Self {
        year.byte(b'-').byte(b'W').two_digits(week)
    }

    const fn basic(year: Self, week: u8) -> Self {
        year.byte(b'W').two_digits(week)
    }

    /// The length goes into the byte that no text reaches.
    #[inline]
    const fn finish(self) -> Text {
        let bits = self.bits | (self.len as u128) << (8 * Text::CAPACITY);
        Text {
            bytes: bits.to_le_bytes(),
        }
    }
}
