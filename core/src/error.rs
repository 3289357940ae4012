//! The one error type, and the table of its kinds.

use core::fmt;

use crate::bounds::{self, Bounds};
use crate::date::days_in_month;
use crate::{Date, week_start};

/// One row for each kind of error: its variant, its stable code, what the offending value is
/// called in messages, and the valid range where the kind alone determines it.
macro_rules! error_kinds {
    ($($(#[doc = $doc:literal])* $(#[cfg($cfg:meta)])? $kind:ident, $code:literal, $noun:literal, $bounds:expr;)*) => {
        /// What an [`Error`] is about; [`ErrorKind::code`] names it in every language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($(#[doc = $doc])* $(#[cfg($cfg)])? $kind,)*
        }

        impl ErrorKind {
            /// Every kind that this build can report.
            pub const ALL: &'static [Self] = &[$($(#[cfg($cfg)])? Self::$kind,)*];

            /// The stable, language-neutral name of this kind.
            ///
            /// ```
            /// assert_eq!(semaine::ErrorKind::WeekNotInYear.code(), "week_not_in_year");
            /// ```
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $($(#[cfg($cfg)])? Self::$kind => $code,)* }
            }

            const fn noun(self) -> &'static str {
                match self { $($(#[cfg($cfg)])? Self::$kind => $noun,)* }
            }

            const fn bounds(self) -> Option<Bounds> {
                match self { $($(#[cfg($cfg)])? Self::$kind => $bounds,)* }
            }
        }
    };
}

error_kinds! {
    /// An epoch day whose whole ISO week does not fit an `i32`.
    EpochDayOutOfRange, "epoch_day_out_of_range", "epoch day", Some(bounds::EPOCH_DAY);
    /// An epoch week of which some day does not fit an `i32`.
    EpochWeekOutOfRange, "epoch_week_out_of_range", "epoch week", Some(bounds::EPOCH_WEEK);
    /// A year in which no day is representable.
    YearOutOfRange, "year_out_of_range", "year", Some(bounds::YEAR);
    /// The year of a week string of HTML: it begins with year 1, and ends where ours do.
    HtmlYearOutOfRange, "html_year_out_of_range", "HTML year", Some(bounds::HTML_YEAR);
    /// A month other than 1 to 12.
    MonthOutOfRange, "month_out_of_range", "month", Some(bounds::MONTH);
    /// A day of the month that no month has.
    DayOutOfRange, "day_out_of_range", "day", Some(bounds::DAY);
    /// A day that other months or years have, but not this one.
    DayNotInMonth, "day_not_in_month", "day", None;
    /// A week number that no year has.
    WeekOutOfRange, "week_out_of_range", "week", Some(bounds::WEEK);
    /// Week 53 of a year that has 52 weeks.
    WeekNotInYear, "week_not_in_year", "week", None;
    /// A weekday number other than 1 (Monday) to 7 (Sunday).
    WeekdayOutOfRange, "weekday_out_of_range", "weekday", Some(bounds::WEEKDAY);
    /// A date that had to be a Monday and is not.
    NotAMonday, "not_a_monday", "epoch day", None;
    /// An empty text.
    ParseEmpty, "parse_empty", "text", None;
    /// The text ends before the date or week does.
    ParseUnexpectedEnd, "parse_unexpected_end", "text", None;
    /// Something stands where an ASCII digit has to.
    ParseExpectedDigit, "parse_expected_digit", "a digit", None;
    /// Something stands where a separator has to.
    ParseExpectedSeparator, "parse_expected_separator", "a separator", None;
    /// Something stands where the upper-case letter `W` has to.
    ParseExpectedW, "parse_expected_w", "'W'", None;
    /// The basic and the extended form in one text, such as `2025-W014`.
    ParseMixedSeparators, "parse_mixed_separators", "the same form throughout", None;
    /// The year zero with a minus sign, which ISO 8601 does not have.
    ParseNegativeZero, "parse_negative_zero", "year", None;
    /// Something follows a complete date or week.
    ParseTrailing, "parse_trailing", "the end of the text", None;
    /// Columns that have to have a row for each row of another, or bitmaps a bit, and have not.
    LengthMismatch, "length_mismatch", "length", None;
    /// A distance of local time from UTC of a day or more.
    UtcOffsetOutOfRange, "utc_offset_out_of_range", "UTC offset", Some(bounds::UTC_OFFSET);
    /// The texts of a column do not fit the bytes that they are to be written to.
    TextBufferTooSmall, "text_buffer_too_small", "text buffer", None;
    /// An offset into the texts of a column that is negative, smaller than the one before it, beyond
    /// the texts, or too large for its type.
    TextOffsetOutOfRange, "text_offset_out_of_range", "text offset", None;
    /// A date that `jiff::civil::Date` cannot hold.
    #[cfg(feature = "jiff")]
    JiffOutOfRange, "jiff_out_of_range", "epoch day", Some(crate::interop::jiff::BOUNDS);
    /// A date that `chrono::NaiveDate` cannot hold.
    #[cfg(feature = "chrono")]
    ChronoOutOfRange, "chrono_out_of_range", "epoch day", Some(crate::interop::chrono::BOUNDS);
    /// A date that `time::Date`, as it was built, cannot hold.
    #[cfg(feature = "time")]
    TimeOutOfRange, "time_out_of_range", "epoch day", Some(crate::interop::time::BOUNDS);
}

/// Why a value was refused: the kind, the offending value, its valid range and, for texts, where.
///
/// Use [`code`](Error::code) to tell errors apart in programs (it is the same in every language
/// that semaine speaks), [`offset`](Error::offset) to point into a text, and `Display` for people.
///
/// ```
/// use semaine::IsoWeek;
///
/// let error = "2021-W53".parse::<IsoWeek>().unwrap_err();
/// assert_eq!(error.code(), "week_not_in_year");
/// assert_eq!(error.value(), Some(53));
/// assert_eq!(error.range(), Some((1, 52)));
/// assert_eq!(error.offset(), Some(6));
/// assert_eq!(
///     error.to_string(),
///     "week 53 does not exist in 2021, which has 52 weeks (at byte 6)",
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Error {
    kind: ErrorKind,
    /// For `DayNotInMonth`, the month.
    month: u8,
    /// For `DayNotInMonth` and `WeekNotInYear`, the year; for `LengthMismatch`, the low half of the
    /// length that was expected.
    year: i32,
    /// The byte offset, or `NO_OFFSET`; for `LengthMismatch`, the high half of the length that was
    /// expected.
    offset: u32,
    /// The offending value; for the kinds of the parser, the byte that was found.
    value: i64,
}

const NO_OFFSET: u32 = u32::MAX;

impl Error {
    pub(crate) const fn new(kind: ErrorKind, value: i64) -> Self {
        Self {
            kind,
            month: 0,
            year: 0,
            offset: NO_OFFSET,
            value,
        }
    }

    pub(crate) const fn week_not_in_year(year: i32) -> Self {
        let mut error = Self::new(ErrorKind::WeekNotInYear, bounds::WEEK.max);
        error.year = year;
        error
    }

    pub(crate) const fn day_not_in_month(year: i32, month: u8, day: u8) -> Self {
        let mut error = Self::new(ErrorKind::DayNotInMonth, day as i64);
        error.year = year;
        error.month = month;
        error
    }

    /// A column or bitmap of one length where another is expected.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        reason = "OK because a length in bytes is less than 2^63, and both halves are kept"
    )]
    pub(crate) const fn length_mismatch(length: usize, expected: usize) -> Self {
        let mut error = Self::new(ErrorKind::LengthMismatch, length as i64);
        error.year = expected as i32;
        error.offset = (expected as u64 >> 32) as u32;
        error
    }

    /// The length that `LengthMismatch` expected.
    const fn expected_length(self) -> i64 {
        (self.offset as i64) << 32 | self.year.cast_unsigned() as i64
    }

    /// The same error, found at a byte of a text. An offset that does not fit is reported as the
    /// largest that does.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because a larger offset takes the other branch"
    )]
    pub(crate) const fn at(mut self, offset: usize) -> Self {
        self.offset = if offset < NO_OFFSET as usize {
            offset as u32
        } else {
            NO_OFFSET - 1
        };
        self
    }

    /// What the error is about.
    #[must_use]
    pub const fn kind(self) -> ErrorKind {
        self.kind
    }

    /// The stable, language-neutral name of the error's kind, such as `week_out_of_range`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.kind.code()
    }

    /// The number that was refused; `None` where the text could not be read as one. Numbers beyond
    /// those of an `i64` are given as the nearest of them.
    #[must_use]
    pub const fn value(self) -> Option<i64> {
        if self.is_syntax() {
            None
        } else {
            Some(self.value)
        }
    }

    /// The smallest and the largest number that would have been accepted in its place.
    ///
    /// ```
    /// let error = semaine::IsoWeek::new(2025, 54).unwrap_err();
    /// assert_eq!(error.range(), Some((1, 53)));
    /// ```
    #[must_use]
    pub const fn range(self) -> Option<(i64, i64)> {
        match self.kind {
            ErrorKind::DayNotInMonth => Some((1, days_in_month(self.year, self.month) as i64)),
            ErrorKind::WeekNotInYear => Some((1, bounds::WEEK.max - 1)),
            ErrorKind::LengthMismatch => Some((self.expected_length(), self.expected_length())),
            _ => match self.kind.bounds() {
                Some(bounds) => Some((bounds.min, bounds.max)),
                None => None,
            },
        }
    }

    /// Where in the text the refused part begins, counted in bytes from 0; `None` for errors that
    /// do not come from a text.
    #[must_use]
    pub const fn offset(self) -> Option<usize> {
        if self.offset == NO_OFFSET || matches!(self.kind, ErrorKind::LengthMismatch) {
            None
        } else {
            Some(self.offset as usize)
        }
    }

    const fn is_syntax(self) -> bool {
        matches!(
            self.kind,
            ErrorKind::ParseEmpty
                | ErrorKind::ParseUnexpectedEnd
                | ErrorKind::ParseExpectedDigit
                | ErrorKind::ParseExpectedSeparator
                | ErrorKind::ParseExpectedW
                | ErrorKind::ParseMixedSeparators
                | ErrorKind::ParseNegativeZero
                | ErrorKind::ParseTrailing
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (noun, value) = (self.kind.noun(), self.value);
        match self.kind {
            ErrorKind::WeekNotInYear => write!(
                f,
                "{noun} {value} does not exist in {}, which has {} weeks",
                self.year,
                value - 1,
            )?,
            ErrorKind::DayNotInMonth => write!(
                f,
                "{noun} {value} does not exist in month {} of {}, which has {} days",
                self.month,
                self.year,
                days_in_month(self.year, self.month),
            )?,
            ErrorKind::NotAMonday => match Date::from_epoch_day_i64(value) {
                Ok(date) => write!(
                    f,
                    "{date} is a {}, not a Monday: its week starts on {}",
                    date.weekday(),
                    week_start(date),
                )?,
                Err(_) => write!(f, "{noun} {value} is not a Monday")?,
            },
            ErrorKind::LengthMismatch => write!(
                f,
                "{noun} {value} does not match: expected {}",
                self.expected_length(),
            )?,
            ErrorKind::TextBufferTooSmall => write!(
                f,
                "the {noun} of {value} bytes is too small for the texts of the column",
            )?,
            ErrorKind::TextOffsetOutOfRange => write!(
                f,
                "{noun} {value} is negative, before the one before it, beyond the texts, or too large \
                 for its type",
            )?,
            ErrorKind::ParseEmpty => write!(f, "the {noun} is empty")?,
            ErrorKind::ParseUnexpectedEnd => write!(f, "the {noun} ends too early")?,
            ErrorKind::ParseNegativeZero => write!(f, "the {noun} zero takes no minus sign")?,
            _ => match self.kind.bounds() {
                Some(Bounds { min, max }) => {
                    write!(f, "{noun} {value} is out of range: {min} to {max}")?;
                }
                None => write!(f, "expected {noun}, found {}", Found(value))?,
            },
        }
        match self.offset() {
            Some(offset) => write!(f, " (at byte {offset})"),
            None => Ok(()),
        }
    }
}

/// The code and the message, since that is what a failed `unwrap` shows to people.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("code", &self.code())
            .field("message", &format_args!("\"{self}\""))
            .finish()
    }
}

impl core::error::Error for Error {}

/// The byte that stands where the parser expected something else.
struct Found(i64);

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match u8::try_from(self.0) {
            Ok(byte @ b' '..=b'~') => write!(f, "'{}'", char::from(byte)),
            _ => write!(f, "byte 0x{:02X}", self.0),
        }
    }
}
