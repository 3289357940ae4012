//! Columns of days in each of the ways in which they are stored, and what the core answers for them.

use std::ops::Range;

use semaine::Error;
use semaine::columns::{
    self, Column, ColumnMut, Formatted, Instants, InstantsMut, Offset, TextsMut, TimeUnit,
};

use super::question::{DayOf, Form, NumberOf, SmallOf};

/// How instants count the time since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) unit: TimeUnit,
    /// By how much local time is ahead of UTC.
    pub(crate) utc_offset_seconds: i32,
}

/// A column of days to read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Days<'a> {
    /// Epoch days.
    Narrow(&'a [i32]),
    /// Instants of a clock, and epoch days without one.
    Wide(&'a [i64], Option<Clock>),
}

/// Calls a function of the core with a column, whatever its type.
macro_rules! with_column {
    ($days:expr, $column:ident => $answer:expr) => {
        match $days {
            Days::Narrow($column) => $answer,
            Days::Wide($column, None) => $answer,
            Days::Wide(values, Some(clock)) => {
                let $column = Instants::new(values, clock.unit, clock.utc_offset_seconds)?;
                $answer
            }
        }
    };
}

impl Days<'_> {
    pub(crate) fn len(self) -> usize {
        match self {
            Self::Narrow(days) => days.len(),
            Self::Wide(values, _) => values.len(),
        }
    }

    /// The rows of a range; none if it is not in the column.
    pub(crate) fn rows(self, range: Range<usize>) -> Self {
        match self {
            Self::Narrow(days) => Self::Narrow(days.get(range).unwrap_or_default()),
            Self::Wide(values, clock) => Self::Wide(values.get(range).unwrap_or_default(), clock),
        }
    }

    pub(crate) fn small(self, question: SmallOf, out: &mut [u8]) -> Result<usize, Error> {
        with_column!(self, column => match question {
            SmallOf::WeekNumber => columns::week_number(column, out),
            SmallOf::Weekday => columns::weekday(column, out),
        })
    }

    pub(crate) fn number(self, question: NumberOf, out: &mut [i32]) -> Result<usize, Error> {
        with_column!(self, column => match question {
            NumberOf::IsoYear => columns::iso_year(column, out),
            NumberOf::EpochWeek => columns::epoch_week(column, out),
        })
    }

    pub(crate) fn year_week(self, years: &mut [i32], weeks: &mut [u8]) -> Result<usize, Error> {
        with_column!(self, column => columns::year_week(column, years, weeks))
    }

    pub(crate) fn is_week_start(self, out: &mut [bool]) -> Result<usize, Error> {
        with_column!(self, column => columns::is_week_start(column, out))
    }

    pub(crate) fn is_week_start_bits(self, out: &mut [u8]) -> Result<usize, Error> {
        with_column!(self, column => columns::is_week_start_bits(column, out))
    }

    pub(crate) fn format<O: Offset>(
        self,
        form: Form,
        texts: TextsMut<'_, O>,
    ) -> Result<Formatted, Error> {
        with_column!(self, column => match form {
            Form::Week => columns::format_week(column, texts),
            Form::WeekDate => columns::format_week_date(column, texts),
        })
    }

    /// The rows that are valid and have a week, as bits; returns how many have none.
    pub(crate) fn validity(self, valid: Option<&[u8]>, out: &mut [u8]) -> Result<usize, Error> {
        with_column!(self, column => columns::validity(column, valid, out))
    }
}

/// Days of the weeks of epoch days; returns how many rows are null.
pub(crate) fn narrow(question: DayOf, days: &[i32], out: &mut [i32]) -> Result<usize, Error> {
    put(question, days, out)
}

/// Days of the weeks of instants, or of epoch days without a clock; returns how many rows are null.
pub(crate) fn wide(
    question: DayOf,
    values: &[i64],
    clock: Option<Clock>,
    out: &mut [i64],
) -> Result<usize, Error> {
    let Some(Clock {
        unit,
        utc_offset_seconds: offset,
    }) = clock
    else {
        return put(question, values, out);
    };
    let out = InstantsMut::new(out, unit, offset)?;
    put(question, Instants::new(values, unit, offset)?, out)
}

fn put(question: DayOf, column: impl Column, out: impl ColumnMut) -> Result<usize, Error> {
    match question {
        DayOf::Start(semaine::Weekday::Monday) => columns::week_start(column, out),
        DayOf::Start(first) => columns::week_start_on(column, first, out),
        DayOf::End => columns::week_end(column, out),
    }
}
