//! Texts of dates and weeks, written into fixed buffers.

#![allow(
    clippy::inline_always,
    reason = "a buffer's shifts are constant only where the whole chain of calls is inlined"
)]

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
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Text {
    bytes: [u8; Self::CAPACITY],
    len: u8,
}

impl Text {
    /// No text is longer, in bytes: `-5877641-W27-1` has 14.
    pub const CAPACITY: usize = 15;

    /// The text as a string.
    #[inline]
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.as_bytes()) {
            Ok(text) => text,
            // OK because only ASCII is ever written; a default keeps the function free of panics.
            Err(_) => "",
        }
    }

    /// The text as ASCII bytes, without the check for UTF-8 that a string costs.
    #[inline]
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        match self.bytes.split_at_checked(self.len as usize) {
            Some((text, _)) => text,
            // OK because `len` never exceeds the capacity.
            None => &[],
        }
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
    signed(year)
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
        return extended(plain(year), number).finish();
    }
    extended(signed(year), number).finish()
}

/// `YYYYWww`.
pub(crate) const fn basic_week(week: IsoWeek) -> Text {
    let (year, number) = week.year_week();
    basic(signed(year), number).finish()
}

/// `YYYY-Www-D`.
#[inline]
pub(crate) const fn week_date(day: IsoWeekDate) -> Text {
    let (year, number, weekday) = day.parts();
    let weekday = b'0' + weekday.number();
    if is_plain(year) {
        return extended(plain(year), number)
            .byte(b'-')
            .byte(weekday)
            .finish();
    }
    extended(signed(year), number)
        .byte(b'-')
        .byte(weekday)
        .finish()
}

/// `YYYYWwwD`.
pub(crate) const fn basic_week_date(day: IsoWeekDate) -> Text {
    let (year, number, weekday) = day.parts();
    basic(signed(year), number)
        .byte(b'0' + weekday.number())
        .finish()
}

/// `YYYY-Www` with more digits, but no sign, for years above 9999.
pub(crate) const fn html_week(week: IsoWeek) -> Result<Text, Error> {
    let (year, number) = week.year_week();
    tri!(HTML_YEAR.check(year as i64, ErrorKind::HtmlYearOutOfRange));
    Ok(extended(Buffer::EMPTY.digits(year.unsigned_abs()), number).finish())
}

/// Whether a year is written as four digits without a sign.
#[inline]
const fn is_plain(year: i32) -> bool {
    0 <= year && year <= 9999
}

/// The four digits of a year for which [`is_plain`] holds.
#[inline]
const fn plain(year: i32) -> Buffer {
    Buffer::EMPTY.four_digits(year.unsigned_abs())
}

/// A year of any size, with a sign where it needs one.
const fn signed(year: i32) -> Buffer {
    if is_plain(year) {
        return plain(year);
    }
    let sign = if year < 0 { b'-' } else { b'+' };
    Buffer::EMPTY.byte(sign).digits(year.unsigned_abs())
}

#[inline(always)]
const fn extended(year: Buffer, week: u8) -> Buffer {
    year.byte(b'-').byte(b'W').two_digits(week)
}

const fn basic(year: Buffer, week: u8) -> Buffer {
    year.byte(b'W').two_digits(week)
}

/// A text of at most 15 bytes as one integer, first byte lowest: where the length is known to the
/// compiler, as after a plain year, every step is a shift by a constant and an addition.
#[derive(Clone, Copy)]
struct Buffer {
    bits: u128,
    len: u32,
}

impl Buffer {
    const EMPTY: Self = Self { bits: 0, len: 0 };

    #[inline(always)]
    const fn push(self, bits: u64, len: u32) -> Self {
        Self {
            // OK because the longest text has 14 bytes, so the shift stays below 128.
            bits: self.bits | (bits as u128).wrapping_shl(8 * self.len),
            len: self.len + len,
        }
    }

    #[inline(always)]
    const fn byte(self, byte: u8) -> Self {
        self.push(byte as u64, 1)
    }

    /// A number below 100. `103 / 1024` is close enough to 1/10 for every one of them.
    #[inline(always)]
    const fn two_digits(self, number: u8) -> Self {
        let tens = (number as u64 * 103) >> 10;
        let ones = number as u64 - 10 * tens;
        self.push((tens | ones << 8) + 0x3030, 2)
    }

    /// A number below 10,000.
    #[inline(always)]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because both halves are below 100"
    )]
    const fn four_digits(self, number: u32) -> Self {
        self.two_digits((number / 100) as u8)
            .two_digits((number % 100) as u8)
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
            bits = bits << 8 | (b'0' + (rest % 10) as u8) as u64;
            len += 1;
            rest /= 10;
        }
        self.push(bits, len)
    }

    #[inline(always)]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because the length is at most 14"
    )]
    const fn finish(self) -> Text {
        let [bytes @ .., _] = self.bits.to_le_bytes();
        Text {
            bytes,
            len: self.len as u8,
        }
    }
}
