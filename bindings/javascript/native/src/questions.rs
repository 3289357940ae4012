//! The questions that the core answers, by the type of its answers.

use semaine::columns::{self, Column, ColumnMut};
use semaine::{Error, Weekday};

/// A question whose answers are days.
pub(crate) trait DayOf: Copy {
    fn answer(self, column: impl Column, out: impl ColumnMut) -> Result<usize, Error>;

    /// Answers in the place of the days.
    fn replace(self, column: impl ColumnMut) -> usize;
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct WeekStart;

impl DayOf for WeekStart {
    fn answer(self, column: impl Column, out: impl ColumnMut) -> Result<usize, Error> {
        columns::week_start(column, out)
    }

    fn replace(self, column: impl ColumnMut) -> usize {
        columns::week_start_in_place(column)
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct WeekEnd;

impl DayOf for WeekEnd {
    fn answer(self, column: impl Column, out: impl ColumnMut) -> Result<usize, Error> {
        columns::week_end(column, out)
    }

    fn replace(self, column: impl ColumnMut) -> usize {
        columns::week_end_in_place(column)
    }
}

/// The first day of weeks that start on a weekday.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WeekStartOn(pub(crate) Weekday);

impl DayOf for WeekStartOn {
    fn answer(self, column: impl Column, out: impl ColumnMut) -> Result<usize, Error> {
        columns::week_start_on(column, self.0, out)
    }

    fn replace(self, column: impl ColumnMut) -> usize {
        columns::week_start_on_in_place(column, self.0)
    }
}

/// A question whose answers are numbers.
pub(crate) trait NumberOf: Copy {
    type Number;

    fn answer(self, column: impl Column, out: &mut [Self::Number]) -> Result<usize, Error>;
}

macro_rules! numbers {
    ($($question:ident: $number:ty, $answer:path;)*) => {$(
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $question;

        impl NumberOf for $question {
            type Number = $number;

            fn answer(self, column: impl Column, out: &mut [$number]) -> Result<usize, Error> {
                $answer(column, out)
            }
        }
    )*};
}

numbers! {
    WeekNumber: u8, columns::week_number;
    IsoYear: i32, columns::iso_year;
    EpochWeek: i32, columns::epoch_week;
    DayOfWeek: u8, columns::weekday;
    IsWeekStart: u8, is_week_start;
}

/// 1 for each Monday, and 0 for other days and null.
fn is_week_start(column: impl Column, out: &mut [u8]) -> Result<usize, Error> {
    let nulls = columns::weekday(column, out)?;
    for weekday in out {
        *weekday = (*weekday == Weekday::Monday.number()).into();
    }
    Ok(nulls)
}
