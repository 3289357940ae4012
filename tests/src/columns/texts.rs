//! Columns of texts in Arrow's layout, written and read beside the standard library's `format!`.

use std::fmt::Debug;

use semaine::columns::{
    Column, EpochWeeksMut, Formatted, Offset, Parsed, Texts, TextsMut, format_week,
    format_week_date, parse_week, parse_week_date,
};
use semaine::{Error, IsoWeek, IsoWeekDate};

use super::answers::{NULL, bitmap};
use super::kernels::{Cell, Kernels, assert_same};
use crate::exhaustive::year_text;
use crate::oracle::Stepper;

/// What a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A week, which stands for its Monday.
    Week,
    /// A day.
    WeekDate,
}

impl Form {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Week, Self::WeekDate];

    /// The text of a day.
    #[must_use]
    pub fn text(self, day: &Stepper) -> String {
        let week = format!("{}-W{:02}", year_text(day.iso_year), day.week);
        match self {
            Self::Week => week,
            Self::WeekDate => format!("{week}-{}", day.weekday),
        }
    }

    /// The day that the text of a day names.
    ///
    /// # Panics
    ///
    /// If it does not fit an `i32`.
    #[must_use]
    pub fn day(self, day: &Stepper) -> i32 {
        let named = match self {
            Self::Week => day.epoch_day - i64::from(day.weekday - 1),
            Self::WeekDate => day.epoch_day,
        };
        i32::try_from(named).expect("a representable day")
    }

    /// What the parser of a single text says, which is proved apart from the columns.
    ///
    /// # Errors
    ///
    /// Where it refuses the text.
    pub fn read_one(self, text: &[u8]) -> Result<i32, Error> {
        match self {
            Self::Week => IsoWeek::parse_bytes(text).map(|week| week.monday().epoch_day()),
            Self::WeekDate => IsoWeekDate::parse_bytes(text).map(|day| day.date().epoch_day()),
        }
    }

    /// The library's function that writes texts.
    ///
    /// # Errors
    ///
    /// Its own.
    pub fn format<O: Offset>(
        self,
        column: impl Column,
        texts: TextsMut<'_, O>,
    ) -> Result<Formatted, Error> {
        match self {
            Self::Week => format_week(column, texts),
            Self::WeekDate => format_week_date(column, texts),
        }
    }

    /// The library's function that reads texts.
    ///
    /// # Errors
    ///
    /// Its own.
    pub fn parse<O: Offset>(
        self,
        texts: Texts<'_, O>,
        out: impl semaine::columns::ColumnMut,
        valid: &mut [u8],
    ) -> Result<Parsed, Error> {
        match self {
            Self::Week => parse_week(texts, out, valid),
            Self::WeekDate => parse_week_date(texts, out, valid),
        }
    }
}

/// An offset that can be compared with ours.
pub trait AnyOffset: Offset + Cell + TryFrom<usize, Error: Debug> {}

impl AnyOffset for i32 {}
impl AnyOffset for i64 {}

/// A column of texts.
#[derive(Clone, Debug)]
pub struct TextColumn {
    /// The texts, one after the other.
    pub bytes: Vec<u8>,
    /// Where each begins, and where the last one ends.
    pub offsets: Vec<usize>,
    /// Which rows are not null.
    pub valid: Vec<u8>,
}

impl TextColumn {
    /// Texts, and `None` for nulls, whose text is empty.
    pub fn of<T: AsRef<[u8]>>(rows: impl IntoIterator<Item = Option<T>>) -> Self {
        let (mut bytes, mut offsets, mut bits) = (Vec::new(), vec![0], Vec::new());
        for row in rows {
            bits.push(row.is_some());
            if let Some(text) = row {
                bytes.extend_from_slice(text.as_ref());
            }
            offsets.push(bytes.len());
        }
        let valid = bitmap(&bits);
        Self {
            bytes,
            offsets,
            valid,
        }
    }

    /// The offsets in the numbers that a column has them in.
    ///
    /// # Panics
    ///
    /// If they do not fit.
    #[must_use]
    pub fn offsets_as<O: AnyOffset>(&self) -> Vec<O> {
        let offsets = self.offsets.iter();
        offsets
            .map(|&offset| offset.try_into().expect("a small column"))
            .collect()
    }

    /// Asks for the texts of days, in a buffer into which they just fit and in one too small.
    ///
    /// # Panics
    ///
    /// If anything is not as in this column.
    pub fn check_written<O: AnyOffset>(&self, form: Form, column: impl Column, nulls: usize) {
        let expected = self.offsets_as::<O>();
        let mut offsets = vec![O::GUARD; expected.len()];
        let mut kernels = Kernels {
            head: 3,
            ..Kernels::default()
        };
        kernels.rows("format", None, (&self.bytes, nulls), |bytes| {
            let offsets = &mut offsets[..];
            let written = form.format(column, TextsMut { bytes, offsets })?;
            assert_eq!(
                written.bytes,
                self.bytes.len(),
                "the bytes that were written"
            );
            Ok(written.nulls)
        });
        assert_same("the offsets of format", &offsets, &expected);

        if let Some(too_small) = self.bytes.len().checked_sub(1) {
            let mut bytes = vec![0; too_small];
            let refused = form.format(
                column,
                TextsMut {
                    bytes: &mut bytes,
                    offsets: &mut offsets,
                },
            );
            let refused = refused.expect_err("a buffer that lacks a byte");
            assert_eq!(refused.code(), "text_buffer_too_small");
            assert_eq!(refused.value(), i64::try_from(too_small).ok());
        }
    }
}

/// What becomes of a row that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// It was null and stays so.
    Null,
    /// It is a day.
    Day(i32),
    /// Its text is none.
    Failure,
}

/// Reads texts as days in 32 and 64 bits and as epoch weeks, and returns the first failure.
///
/// # Panics
///
/// If a row or a count is not the expected one.
#[must_use = "the failure has to be the expected one"]
pub fn check_read<O: AnyOffset>(form: Form, texts: Texts<'_, O>, rows: &[Read]) -> Option<Error> {
    let day = |row: &Read| match row {
        Read::Day(day) => Some(*day),
        Read::Null | Read::Failure => None,
    };
    let days: Vec<_> = rows.iter().map(|row| day(row).unwrap_or(NULL)).collect();
    let wide = rows.iter().map(|row| day(row).map_or(i64::MIN, i64::from));
    let weeks = rows.iter().map(|row| day(row).map_or(NULL, week_of));
    let (wide, weeks): (Vec<_>, Vec<_>) = (wide.collect(), weeks.collect());

    let mut reading = Reading {
        rows,
        kernels: Kernels {
            head: 5,
            ..Kernels::default()
        },
        first_failure: None,
    };
    reading.check(&days, |out, valid| form.parse(texts, out, valid));
    reading.check(&wide, |out, valid| form.parse(texts, out, valid));
    reading.check(&weeks, |out, valid| {
        form.parse(texts, EpochWeeksMut(out), valid)
    });
    reading.first_failure
}

/// The epoch week of a day.
fn week_of(day: i32) -> i32 {
    let week = i32::try_from(Stepper::at(day.into()).epoch_week);
    week.expect("fewer weeks than days")
}

struct Reading<'a> {
    rows: &'a [Read],
    kernels: Kernels,
    first_failure: Option<Error>,
}

impl Reading<'_> {
    fn check<T: Cell>(
        &mut self,
        expected: &[T],
        parse: impl FnOnce(&mut [T], &mut [u8]) -> Result<Parsed, Error>,
    ) {
        let is = |what: Read| move |row: &&Read| **row == what;
        let nulls = self.rows.iter().filter(is(Read::Null)).count();
        let failures = self.rows.iter().filter(is(Read::Failure)).count();
        let first = self.rows.iter().position(|row| *row == Read::Failure);
        let bits = self.rows.iter().map(|row| matches!(row, Read::Day(_)));
        let expected_valid = bitmap(&bits.collect::<Vec<_>>());

        let mut valid = vec![u8::GUARD; expected_valid.len()];
        let mut failure = None;
        self.kernels.rows("parse", None, (expected, nulls), |out| {
            let parsed = parse(out, &mut valid)?;
            assert_eq!(parsed.failures, failures, "the number of failures");
            failure = parsed.first_failure;
            Ok(parsed.nulls)
        });
        assert_same("the validity of parse", &valid, &expected_valid);
        assert_eq!(failure.map(|(row, _)| row), first, "the first failure");
        self.first_failure = failure.map(|(_, error)| error);
    }
}
