//! Columns of texts of weeks and week dates as days.

use super::calendar::NO_DAY;
use super::column::{ColumnMut, Form as _, Store};
use super::dispatch::vectorized;
use super::drive::check_length;
use super::lanes::{self, LANES, all, bits, map, put_bits, put_map, zip};
use super::texts::{Offset, Texts};
use crate::bounds::{FIRST_DAY, FIRST_WEEK, LAST_DAY};
use crate::parse::plain_parts;
use crate::week_year::first_week_index;
use crate::{Date, Error, IsoWeek, IsoWeekDate};

/// What was read. `nulls + failures` rows are null afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "texts that could not be read are told here alone"]
#[non_exhaustive]
pub struct Parsed {
    /// The rows that were null before, or whose day the column that was written cannot hold.
    pub nulls: usize,
    /// The rows whose text is none, which became null.
    pub failures: usize,
    /// The first of those rows, and what is wrong with its text, in which the error's offset counts.
    pub first_failure: Option<(usize, Error)>,
}

/// The Monday of the week that each text names, and a bitmap of the rows that are not null.
///
/// A text is read as by [`IsoWeek::parse`]. One that is none becomes null, is counted, and does not
/// end the work.
///
/// # Errors
///
/// `length_mismatch` if columns or bitmaps differ in length, and `text_offset_out_of_range` if an
/// offset is negative, beyond the bytes or smaller than the one before it; some rows may have been
/// written then.
///
/// ```
/// use semaine::columns::{Texts, parse_week};
///
/// let texts = Texts {
///     bytes: b"2025-W012025-W532025W02",
///     offsets: &[0, 8, 16, 23],
///     validity: None,
/// };
/// let (mut mondays, mut valid) = ([0; 3], [0]);
/// let parsed = parse_week(texts, &mut mondays[..], &mut valid)?;
/// assert_eq!(mondays, [20_087, i32::MIN, 20_094]);
/// assert_eq!(valid, [0b101]);
/// assert_eq!(parsed.failures, 1);
/// let (row, error) = parsed.first_failure.expect("one row failed");
/// assert_eq!((row, error.code(), error.offset()), (1, "week_not_in_year", Some(6)));
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn parse_week<O: Offset>(
    texts: Texts<'_, O>,
    out: impl ColumnMut,
    validity: &mut [u8],
) -> Result<Parsed, Error> {
    parse::<O, Weeks>(texts, out, validity)
}

/// The day that each text names as a week date, and a bitmap of the rows that are not null.
///
/// As [`parse_week`], with texts that [`IsoWeekDate::parse`] reads.
///
/// # Errors
///
/// As [`parse_week`].
///
/// ```
/// use semaine::columns::{Texts, parse_week_date};
///
/// let texts = Texts { bytes: b"2025-W01-3", offsets: &[0_i64, 10], validity: None };
/// let (mut days, mut valid) = ([0; 1], [0]);
/// let parsed = parse_week_date(texts, &mut days[..], &mut valid)?;
/// assert_eq!((days, valid, parsed.failures), ([20_089], [1], 0));
/// # Ok::<(), semaine::Error>(())
/// ```
pub fn parse_week_date<O: Offset>(
    texts: Texts<'_, O>,
    out: impl ColumnMut,
    validity: &mut [u8],
) -> Result<Parsed, Error> {
    parse::<O, WeekDates>(texts, out, validity)
}

/// A form of text.
trait Form {
    /// The bytes of a text with a year of four digits.
    const PLAIN: i32;

    /// The day of any text.
    fn read(text: &[u8]) -> Result<Date, Error>;

    /// Texts with years of four digits as the eight bytes of a week and the two of a weekday.
    fn split(bytes: &[u8]) -> Option<([u64; LANES], [u16; LANES])>;
}

/// The weekday of a Monday.
const MONDAY: u16 = u16::from_le_bytes(*b"-1");

struct Weeks;

impl Form for Weeks {
    const PLAIN: i32 = 8;

    fn read(text: &[u8]) -> Result<Date, Error> {
        IsoWeek::parse_bytes(text).map(IsoWeek::monday)
    }

    #[inline(always)]
    fn split(bytes: &[u8]) -> Option<([u64; LANES], [u16; LANES])> {
        let weeks = map(bytes.as_chunks().0.first_chunk()?, u64::from_le_bytes);
        Some((weeks, [MONDAY; LANES]))
    }
}

struct WeekDates;

impl Form for WeekDates {
    const PLAIN: i32 = 10;

    fn read(text: &[u8]) -> Result<Date, Error> {
        IsoWeekDate::parse_bytes(text).map(IsoWeekDate::date)
    }

    #[inline(always)]
    fn split(bytes: &[u8]) -> Option<([u64; LANES], [u16; LANES])> {
        let texts = bytes.as_chunks::<10>().0.first_chunk()?;
        let weeks = map(texts, |[a, b, c, d, e, f, g, h, _, _]| {
            u64::from_le_bytes([a, b, c, d, e, f, g, h])
        });
        let weekdays = map(texts, |[.., hyphen, digit]| {
            u16::from_le_bytes([hyphen, digit])
        });
        Some((weeks, weekdays))
    }
}

#[inline(always)]
fn parse<O: Offset, F: Form>(
    texts: Texts<'_, O>,
    out: impl ColumnMut,
    validity: &mut [u8],
) -> Result<Parsed, Error> {
    let rows = texts.rows()?;
    check_length(out.values().len(), rows)?;
    check_length(validity.len(), rows.div_ceil(8))?;
    if let Some(bitmap) = texts.validity {
        check_length(bitmap.len(), validity.len())?;
    }
    let mut reader = Reader {
        texts,
        rows,
        limits: out.form().limits().unwrap_or((FIRST_DAY, LAST_DAY)),
        out,
        validity,
        parsed: Parsed {
            nulls: 0,
            failures: 0,
            first_failure: None,
        },
    };
    vectorized(
        #[inline(always)]
        move || reader.read::<F>(),
    )
}

/// Reads texts one after the other.
struct Reader<'a, O, M> {
    texts: Texts<'a, O>,
    rows: usize,
    limits: (i32, i32),
    out: M,
    validity: &'a mut [u8],
    parsed: Parsed,
}

impl<O: Offset, M: Store> Reader<'_, O, M> {
    #[inline(always)]
    fn read<F: Form>(&mut self) -> Result<Parsed, Error> {
        for first in (0..self.rows).step_by(LANES) {
            if let Some(days) = self.plain::<F>(first) {
                self.put(first, &days);
                put_bits(self.validity, first, u32::MAX);
            } else {
                self.read_each::<F>(first)?;
            }
        }
        Ok(self.parsed)
    }

    #[inline(always)]
    fn put(&mut self, first: usize, days: &[i32; LANES]) {
        let form = self.out.form();
        put_map(self.out.values_mut(), first, days, |day| form.value(day));
    }

    /// The days of texts from a row on, if there are so many left, none is null, all have a year of
    /// four digits, and nothing is wrong with them.
    #[inline(always)]
    fn plain<F: Form>(&self, first: usize) -> Option<[i32; LANES]> {
        let offsets = self.texts.offsets.get(first..)?;
        let (starts, ends) = (offsets.first_chunk(), offsets.get(1..)?.first_chunk());
        let even = zip(starts?, ends?, |start: O, end: O| {
            end.follows(start, F::PLAIN)
        });
        if !all(&even, |even| even) || self.texts.valid_bits(first) != u32::MAX {
            return None;
        }
        let (start, end) = (offsets.first()?.place()?, offsets.get(LANES)?.place()?);
        let (weeks, weekdays) = F::split(self.texts.bytes.get(start..end)?)?;
        let days = days(&weeks, &weekdays)?;
        let (min, max) = self.limits;
        all(&days, |day| (min..=max).contains(&day)).then_some(days)
    }

    /// Reads text by text.
    #[cold]
    #[inline(never)]
    fn read_each<F: Form>(&mut self, first: usize) -> Result<(), Error> {
        let (min, max) = self.limits;
        let mut days = [NO_DAY; LANES];
        let mut lost = [true; LANES];
        let rows = first..self.rows;
        for ((day, lost), row) in days.iter_mut().zip(&mut lost).zip(rows) {
            let text = self.texts.row(row)?;
            if !self.texts.is_valid(row) {
                self.parsed.nulls += 1;
                continue;
            }
            match F::read(text).map(Date::epoch_day) {
                Ok(known) if (min..=max).contains(&known) => {
                    *day = known;
                    *lost = false;
                }
                Ok(_) => self.parsed.nulls += 1,
                Err(error) => {
                    self.parsed.failures += 1;
                    self.parsed.first_failure.get_or_insert((row, error));
                }
            }
        }
        self.put(first, &days);
        lanes::erase(self.out.values_mut(), first, &lost, M::Form::NULL);
        put_bits(self.validity, first, bits(&lost, |lost| !lost));
        Ok(())
    }
}

/// Years and week numbers of texts, whatever they are for texts that are none, and whether the texts
/// have the form of a week.
#[inline(always)]
fn parts(weeks: &[u64; LANES]) -> ([i32; LANES], [i32; LANES], bool) {
    let years = map(weeks, |week| plain_parts(week).1);
    let numbers = map(weeks, |week| plain_parts(week).2.into());
    (years, numbers, all(weeks, |week| plain_parts(week).0))
}

/// The days of texts of weeks and weekdays, if all of them are there.
#[inline(always)]
fn days(weeks: &[u64; LANES], weekdays: &[u16; LANES]) -> Option<[i32; LANES]> {
    let (years, numbers, are_plain) = parts(weeks);
    let firsts = map(&years, first_week_index);
    let nexts = map(&years, |year| first_week_index(year + 1));
    let lengths = zip(&firsts, &nexts, |first, next| next - first);
    let exist = zip(&numbers, &lengths, |number, length| {
        (1..=length).contains(&number)
    });
    // The difference has nothing in the hyphen's byte, the lower one, and 0 to 6 in the digit's.
    let are_weekdays = all(weekdays, |weekday| {
        weekday.wrapping_sub(MONDAY).rotate_right(8) <= 6
    });
    if !(are_plain & are_weekdays & all(&exist, |exists| exists)) {
        return None;
    }
    // From indices to epoch weeks first, since seven times an index may exceed an i32.
    let mondays = zip(&firsts, &numbers, |first, number| {
        7 * (FIRST_WEEK + first + number - 1) - 3
    });
    Some(zip(&mondays, weekdays, |monday, weekday| {
        monday + i32::from((weekday - MONDAY) >> 8)
    }))
}
