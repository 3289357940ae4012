//! Columns of days as texts of weeks and week dates.

use super::calendar::{Iso, WeekSpan as _, locate};
use super::column::Column;
use super::drive::{Sink, check_length, drive};
use super::lanes::{LANES, all, map, zip};
use super::texts::{Offset, TextsMut};
use crate::error::ErrorKind;
use crate::format::{is_plain, plain_halves};
use crate::{Date, Error, IsoWeek, IsoWeekDate, Text};

/// The bytes of the longest text of a week: `-5877641-W27`.
pub const WEEK_TEXT_MAX: usize = 12;
/// The bytes of the longest text of a week date: `-5877641-W27-1`.
pub const WEEK_DATE_TEXT_MAX: usize = 14;

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Formatted {
    /// The bytes of all texts.
    pub bytes: usize,
    /// The rows that became null, of which the text is empty.
    pub nulls: usize,
}

/// The text of each day's week, as [`IsoWeek::to_text`] writes it.
///
/// A text has 8 bytes in the years 0 to 9999, and never more than [`WEEK_TEXT_MAX`].
///
/// # Errors
///
/// `length_mismatch` if there is not one offset more than days, `text_buffer_too_small`, which
/// [`WEEK_TEXT_MAX`] bytes a row never are, and `text_offset_out_of_range` if the texts are longer than an
/// offset can tell. Some rows may have been written in the last two cases.
///
/// ```
/// use semaine::columns::{TextsMut, format_week};
///
/// let (mut bytes, mut offsets) = ([0; 16], [0_i32; 3]);
/// let texts = TextsMut { bytes: &mut bytes, offsets: &mut offsets };
/// let written = format_week(&[20_086, 20_087][..], texts)?;
/// assert_eq!((written.bytes, written.nulls), (16, 0));
/// assert_eq!(&bytes, b"2024-W522025-W01");
/// assert_eq!(offsets, [0, 8, 16]);
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn format_week<O: Offset>(
    column: impl Column,
    texts: TextsMut<'_, O>,
) -> Result<Formatted, Error> {
    format(column, texts, Weeks)
}

/// The text of each day, as [`IsoWeekDate::to_text`] writes it.
///
/// A text has 10 bytes in the years 0 to 9999, and never more than [`WEEK_DATE_TEXT_MAX`].
///
/// # Errors
///
/// As [`format_week`], with [`WEEK_DATE_TEXT_MAX`] bytes a row.
///
/// ```
/// use semaine::columns::{TextsMut, format_week_date};
///
/// let (mut bytes, mut offsets) = ([0; 10], [0_i64; 2]);
/// let texts = TextsMut { bytes: &mut bytes, offsets: &mut offsets };
/// format_week_date(&[20_087][..], texts)?;
/// assert_eq!(&bytes, b"2025-W01-1");
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn format_week_date<O: Offset>(
    column: impl Column,
    texts: TextsMut<'_, O>,
) -> Result<Formatted, Error> {
    format(column, texts, WeekDates)
}

/// A form of text.
trait Form {
    /// The bytes of a text with a year of four digits.
    const PLAIN: i32;

    /// Any text.
    fn text(date: Date) -> Text;

    /// Writes texts with years of four digits, given their first eight bytes, to a buffer of just
    /// their length.
    fn put(bytes: &mut [u8], weeks: &[u64; LANES], days: &[i32; LANES]);
}

struct Weeks;

impl Form for Weeks {
    const PLAIN: i32 = 8;

    fn text(date: Date) -> Text {
        IsoWeek::of(date).to_text()
    }

    #[inline(always)]
    fn put(bytes: &mut [u8], weeks: &[u64; LANES], _: &[i32; LANES]) {
        for (text, week) in bytes.as_chunks_mut().0.iter_mut().zip(weeks) {
            *text = week.to_le_bytes();
        }
    }
}

struct WeekDates;

impl Form for WeekDates {
    const PLAIN: i32 = 10;

    fn text(date: Date) -> Text {
        IsoWeekDate::of(date).to_text()
    }

    #[inline(always)]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "OK because a place in a week is 0 to 6"
    )]
    fn put(bytes: &mut [u8], weeks: &[u64; LANES], days: &[i32; LANES]) {
        let weekdays = map(days, |day| Iso.place_in_week(day) as u8);
        let texts = bytes.as_chunks_mut::<10>().0.iter_mut();
        for ((text, week), weekday) in texts.zip(weeks).zip(weekdays) {
            let [a, b, c, d, e, f, g, h] = week.to_le_bytes();
            *text = [a, b, c, d, e, f, g, h, b'-', b'1' + weekday];
        }
    }
}

#[inline(always)]
fn format<O: Offset, F: Form>(
    column: impl Column,
    texts: TextsMut<'_, O>,
    _: F,
) -> Result<Formatted, Error> {
    let rows = column.values().len();
    // OK because no slice has usize::MAX rows.
    check_length(texts.offsets.len(), rows + 1)?;
    if let Some(start) = texts.offsets.first_mut() {
        *start = O::default();
    }
    let mut writer = Writer {
        texts,
        rows,
        bytes: 0,
        outcome: Ok(()),
        form: core::marker::PhantomData::<F>,
    };
    let nulls = drive(&column, Iso, &mut writer);
    writer.outcome.map(|()| Formatted {
        bytes: writer.bytes,
        nulls,
    })
}

/// Writes texts one after the other, until they do not fit.
struct Writer<'a, O, F> {
    texts: TextsMut<'a, O>,
    rows: usize,
    /// The bytes written so far.
    bytes: usize,
    outcome: Result<(), Error>,
    form: core::marker::PhantomData<F>,
}

impl<O: Offset, F: Form> Sink for &mut Writer<'_, O, F> {
    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) -> usize {
        if self.outcome.is_ok() && !self.put_plain(first, days) {
            self.outcome = self.put_each(first, days);
        }
        0
    }

    /// Nothing: the text of such a row is empty already.
    fn erase(&mut self, _: usize, _: &[bool; LANES]) {}
}

impl<O: Offset, F: Form> Writer<'_, O, F> {
    /// Writes all texts at once, if there are so many rows left, all of them have a year of four
    /// digits, and they fit.
    #[inline(always)]
    fn put_plain(&mut self, first: usize, days: &[i32; LANES]) -> bool {
        let located = locate(days);
        let (years, weeks) = (located.years(), located.weeks());
        let plain = all(&years, is_plain) & all(days, |day| Iso.has(day));
        let length = LANES * F::PLAIN.unsigned_abs() as usize;
        let (Ok(start), Ok(_), true) = (
            O::from_place(self.bytes),
            O::from_place(self.bytes + length),
            plain,
        ) else {
            return false;
        };
        let bytes = self.texts.bytes.get_mut(self.bytes..self.bytes + length);
        let offsets = self.texts.offsets.get_mut(first + 1..);
        if let (Some(bytes), Some(offsets)) = (
            bytes,
            offsets.and_then(|rest| rest.first_chunk_mut::<LANES>()),
        ) {
            let years_texts = zip(&years, &weeks, |year, week| {
                plain_halves(year, week.into()).0
            });
            let weeks_texts = zip(&years, &weeks, |year, week| {
                plain_halves(year, week.into()).1
            });
            let texts = zip(&years_texts, &weeks_texts, |year, week| {
                u64::from(year) | u64::from(week) << 32
            });
            F::put(bytes, &texts, days);
            for (offset, texts) in offsets.iter_mut().zip(1..) {
                *offset = start.after(F::PLAIN * texts);
            }
            self.bytes += length;
            return true;
        }
        false
    }

    /// Writes text by text.
    #[cold]
    #[inline(never)]
    fn put_each(&mut self, first: usize, days: &[i32; LANES]) -> Result<(), Error> {
        for (row, &day) in (first..self.rows).zip(days) {
            if let Ok(date) = Date::from_epoch_day(day) {
                let text = F::text(date);
                let text = text.as_bytes();
                let rest = self.texts.bytes.get_mut(self.bytes..).unwrap_or_default();
                let Some(place) = rest.get_mut(..text.len()) else {
                    let length = self.texts.bytes.len().try_into().unwrap_or(i64::MAX);
                    return Err(Error::new(ErrorKind::TextBufferTooSmall, length));
                };
                place.copy_from_slice(text);
                self.bytes += text.len();
            }
            let end = O::from_place(self.bytes)?;
            if let Some(offset) = self.texts.offsets.get_mut(row + 1) {
                *offset = end;
            }
        }
        Ok(())
    }
}
