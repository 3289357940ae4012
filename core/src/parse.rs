//! The byte parser of dates, weeks and week dates.
//!
//! The form of the whole text is judged before any value, from left to right, so that an error of
//! form names the first byte with which no text of that form can go on. Then the values are judged:
//! year, week or month, weekday or day.

use crate::bounds::{HTML_YEAR, YEAR};
use crate::error::{Error, ErrorKind};
use crate::week_year::is_long;
use crate::{Date, IsoWeek, IsoWeekDate, Weekday};

/// `YYYY-Www` or `YYYYWww`.
#[inline]
pub(crate) const fn week(text: &[u8]) -> Result<IsoWeek, Error> {
    if let Some((head, [])) = text.split_first_chunk()
        && let Some(week) = plain_week(*head)
    {
        return Ok(week);
    }
    week_of(text, Form::Strict)
}

/// `YYYY-Www-D` or `YYYYWwwD`.
#[inline]
pub(crate) const fn week_date(text: &[u8]) -> Result<IsoWeekDate, Error> {
    if let Some((head, [b'-', weekday @ b'1'..=b'7'])) = text.split_first_chunk()
        && let Some(week) = plain_week(*head)
    {
        let weekday = Weekday::from_valid_number((*weekday - b'0') as u32);
        return Ok(IsoWeekDate::of(week.day(weekday)));
    }
    week_date_of(text, Form::Strict)
}

/// A valid week string of HTML.
pub(crate) const fn html_week(text: &[u8]) -> Result<IsoWeek, Error> {
    week_of(text, Form::Html)
}

/// A week as people type it.
pub(crate) const fn lenient_week(text: &[u8]) -> Result<IsoWeek, Error> {
    week_of(text, Form::Lenient)
}

/// A week date as people type it.
pub(crate) const fn lenient_week_date(text: &[u8]) -> Result<IsoWeekDate, Error> {
    week_date_of(text, Form::Lenient)
}

/// `YYYY-MM-DD`.
pub(crate) const fn date(text: &[u8]) -> Result<Date, Error> {
    let mut cursor = tri!(Cursor::new(text, Form::Strict));
    let year = tri!(cursor.year());
    tri!(cursor.expect(b'-', ErrorKind::ParseExpectedSeparator));
    let month_at = cursor.at;
    let month = tri!(cursor.two_digits());
    tri!(cursor.expect(b'-', ErrorKind::ParseExpectedSeparator));
    let day_at = cursor.at;
    let day = tri!(cursor.two_digits());
    tri!(cursor.end());

    match Date::new(tri!(year.within(Form::Strict)), month, day) {
        Ok(date) => Ok(date),
        Err(error) => Err(error.at(match error.kind() {
            ErrorKind::MonthOutOfRange => month_at,
            ErrorKind::DayOutOfRange | ErrorKind::DayNotInMonth => day_at,
            _ => year.at,
        })),
    }
}

/// The week that exactly `YYYY-Www` names, if it is one; every other text is left to the parser
/// that can say what is wrong.
#[inline]
const fn plain_week(text: [u8; 8]) -> Option<IsoWeek> {
    let (is_plain, year, week) = plain_parts(u64::from_le_bytes(text));
    if !is_plain || week == 0 || week > 53 || (week == 53 && !is_long(year)) {
        return None;
    }
    Some(IsoWeek::from_valid(year, week))
}

/// Whether eight bytes, first byte lowest, have the form `YYYY-Www`, and the year and the week number
/// that they then have.
///
/// # Algorithm
///
/// All eight bytes at once, in one integer: exclusive or with the pattern leaves digits below 10
/// and separators at 0, one addition carries anything else into the bytes' highest bits, and one
/// multiplication joins neighbouring digits.
#[inline]
pub(crate) const fn plain_parts(text: u64) -> (bool, i32, u8) {
    const PATTERN: u64 = u64::from_le_bytes(*b"0000-W00");
    // 0x80 minus the smallest value refused: 10 for digits, 1 for separators.
    const CARRY: u64 = u64::from_le_bytes([118, 118, 118, 118, 127, 127, 118, 118]);
    const HIGHEST: u64 = 0x8080_8080_8080_8080;

    let digits = text ^ PATTERN;
    // OK to wrap: a byte from which a carry could reach the next has its highest bit set already.
    let is_plain = (digits.wrapping_add(CARRY) | digits) & HIGHEST == 0;
    // Byte i becomes 10 times itself plus byte i + 1, at most 99.
    let [a, _, b, _, _, _, week, _] =
        (digits.wrapping_mul(10).wrapping_add(digits >> 8)).to_le_bytes();
    (is_plain, 100 * a as i32 + b as i32, week)
}

const fn week_of(text: &[u8], form: Form) -> Result<IsoWeek, Error> {
    let mut cursor = tri!(Cursor::new(text, form));
    let (parts, _) = tri!(cursor.week());
    tri!(cursor.end());
    parts.week(form)
}

const fn week_date_of(text: &[u8], form: Form) -> Result<IsoWeekDate, Error> {
    let mut cursor = tri!(Cursor::new(text, form));
    let (parts, extended) = tri!(cursor.week());
    tri!(cursor.before_weekday(extended));
    let weekday_at = cursor.at;
    let weekday = tri!(cursor.digit());
    tri!(cursor.end());

    let week = tri!(parts.week(form));
    match Weekday::from_number(weekday) {
        Ok(weekday) => Ok(IsoWeekDate::of(week.day(weekday))),
        Err(error) => Err(error.at(weekday_at)),
    }
}

/// Which texts are accepted.
#[derive(Clone, Copy)]
enum Form {
    /// ISO 8601, basic or extended, with a signed year of any length or four digits.
    Strict,
    /// HTML's valid week string: extended, with an unsigned year of four digits or more.
    Html,
    /// As `Strict`, with the liberties that `IsoWeek::parse_lenient` lists.
    Lenient,
}

/// A year as it stands in a text.
#[derive(Clone, Copy)]
struct Year {
    value: i64,
    negative_zero: bool,
    at: usize,
}

impl Year {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because the bounds of years lie within those of an i32"
    )]
    const fn within(self, form: Form) -> Result<i32, Error> {
        if self.negative_zero {
            return Err(Error::new(ErrorKind::ParseNegativeZero, 0).at(self.at));
        }
        let (bounds, kind) = match form {
            Form::Html => (HTML_YEAR, ErrorKind::HtmlYearOutOfRange),
            Form::Strict | Form::Lenient => (YEAR, ErrorKind::YearOutOfRange),
        };
        match bounds.check(self.value, kind) {
            Ok(()) => Ok(self.value as i32),
            Err(error) => Err(error.at(self.at)),
        }
    }
}

/// A year and a week number as they stand in a text, not yet judged.
#[derive(Clone, Copy)]
struct WeekParts {
    year: Year,
    week: u8,
    week_at: usize,
}

impl WeekParts {
    const fn week(self, form: Form) -> Result<IsoWeek, Error> {
        match IsoWeek::new(tri!(self.year.within(form)), self.week) {
            Ok(week) => Ok(week),
            Err(error) => Err(error.at(match error.kind() {
                ErrorKind::WeekOutOfRange | ErrorKind::WeekNotInYear => self.week_at,
                _ => self.year.at,
            })),
        }
    }
}

/// A place in a text that is read from left to right.
struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
    form: Form,
}

impl<'a> Cursor<'a> {
    /// The start of a text that has to hold something.
    const fn new(text: &'a [u8], form: Form) -> Result<Self, Error> {
        let mut cursor = Self { text, at: 0, form };
        cursor.skip_white_space();
        match cursor.peek() {
            Some(_) => Ok(cursor),
            None => Err(Error::new(ErrorKind::ParseEmpty, 0).at(cursor.at)),
        }
    }

    #[allow(
        clippy::indexing_slicing,
        reason = "OK because the index is compared with the length"
    )]
    const fn peek(&self) -> Option<u8> {
        if self.at < self.text.len() {
            Some(self.text[self.at])
        } else {
            None
        }
    }

    /// The error that the next byte, or the text's end, is not what has to stand here.
    const fn unexpected(&self, kind: ErrorKind) -> Error {
        match self.peek() {
            Some(byte) => Error::new(kind, byte as i64),
            None => Error::new(ErrorKind::ParseUnexpectedEnd, 0),
        }
        .at(self.at)
    }

    /// Goes past the byte if it is next.
    const fn skip(&mut self, byte: u8) -> bool {
        let found = matches!(self.peek(), Some(next) if next == byte);
        if found {
            self.at += 1;
        }
        found
    }

    const fn skip_white_space(&mut self) {
        if matches!(self.form, Form::Lenient) {
            while matches!(self.peek(), Some(byte) if byte.is_ascii_whitespace()) {
                self.at += 1;
            }
        }
    }

    const fn expect(&mut self, byte: u8, kind: ErrorKind) -> Result<(), Error> {
        if self.skip(byte) {
            Ok(())
        } else {
            Err(self.unexpected(kind))
        }
    }

    const fn digit(&mut self) -> Result<u8, Error> {
        match self.peek() {
            Some(digit @ b'0'..=b'9') => {
                self.at += 1;
                Ok(digit - b'0')
            }
            _ => Err(self.unexpected(ErrorKind::ParseExpectedDigit)),
        }
    }

    const fn two_digits(&mut self) -> Result<u8, Error> {
        let tens = tri!(self.digit());
        let ones = tri!(self.digit());
        Ok(10 * tens + ones)
    }

    const fn next_is_digit(&self) -> bool {
        matches!(self.peek(), Some(b'0'..=b'9'))
    }

    /// Four digits, or more where the form allows it: after a sign, and in HTML.
    const fn year(&mut self) -> Result<Year, Error> {
        let at = self.at;
        let html = matches!(self.form, Form::Html);
        let negative = !html && self.skip(b'-');
        let signed = negative || (!html && self.skip(b'+'));
        let mut value = 0_i64;
        let mut digits = 0;
        while digits < 4 || ((signed || html) && self.next_is_digit()) {
            let digit = tri!(self.digit());
            value = value.saturating_mul(10).saturating_add(digit as i64);
            digits += 1;
        }
        Ok(Year {
            value: if negative { -value } else { value },
            negative_zero: negative && value == 0,
            at,
        })
    }

    /// A year and a week number, and whether a hyphen stands between them.
    const fn week(&mut self) -> Result<(WeekParts, bool), Error> {
        let year = tri!(self.year());
        let extended = match (self.form, self.peek()) {
            (Form::Strict, Some(b'W')) | (Form::Lenient, Some(b'W' | b'w')) => false,
            (Form::Lenient, Some(b' ')) => {
                self.at += 1;
                false
            }
            _ => {
                tri!(self.expect(b'-', ErrorKind::ParseExpectedSeparator));
                true
            }
        };
        if !(matches!(self.form, Form::Lenient) && self.skip(b'w')) {
            tri!(self.expect(b'W', ErrorKind::ParseExpectedW));
        }
        let week_at = self.at;
        let mut week = tri!(self.digit());
        if !matches!(self.form, Form::Lenient) || self.next_is_digit() {
            week = 10 * week + tri!(self.digit());
        }
        Ok((
            WeekParts {
                year,
                week,
                week_at,
            },
            extended,
        ))
    }

    /// What separates the week from the weekday: a hyphen exactly where one stood before the week.
    const fn before_weekday(&mut self, extended: bool) -> Result<(), Error> {
        match (self.form, extended, self.peek()) {
            (Form::Lenient, _, Some(b'-' | b' ')) | (_, true, Some(b'-')) => {
                self.at += 1;
                Ok(())
            }
            (Form::Lenient, ..) => Ok(()),
            (_, true, Some(b'0'..=b'9')) | (_, false, Some(b'-')) => {
                Err(self.unexpected(ErrorKind::ParseMixedSeparators))
            }
            (_, true, _) => Err(self.unexpected(ErrorKind::ParseExpectedSeparator)),
            (_, false, _) => Ok(()),
        }
    }

    const fn end(&mut self) -> Result<(), Error> {
        self.skip_white_space();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.unexpected(ErrorKind::ParseTrailing)),
        }
    }
}
