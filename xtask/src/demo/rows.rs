//! The table of dates: a row for each, printed as it is read.

use std::fmt;
use std::io::{self, Write};

use semaine::{Date, IsoWeek};

use super::left_out::{LeftOut, Show};
use super::python::Answer;

/// What is shown of a date.
struct Row {
    line: u64,
    date: Date,
    week: IsoWeek,
    monday: Date,
    sunday: Date,
    number: u8,
    /// Python's answer, if it is asked.
    python: Option<String>,
}

impl Row {
    fn of(line: u64, date: Date, python: Option<String>) -> Self {
        let week = IsoWeek::of(date);
        Self {
            line,
            date,
            week,
            monday: week.monday(),
            sunday: week.sunday(),
            number: week.week(),
            python,
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            date,
            week,
            monday,
            sunday,
            number,
            python,
        } = self;
        write!(
            f,
            "{line:>7}  {date:10}  {week:8}  {monday:10}  {sunday:10}  {number:>6}"
        )?;
        python.iter().try_for_each(|python| write!(f, "  {python}"))
    }
}

const HEADER: &str = "   line  date        week      Monday      Sunday      number";

/// The table, of which the header comes with the first row.
pub(crate) struct Rows {
    left_out: LeftOut,
    begun: bool,
}

impl Rows {
    pub(crate) fn new(show: Show) -> Self {
        Self {
            left_out: LeftOut::new(show, "day", "days"),
            begun: false,
        }
    }

    /// Prints a row, with a column for Python if it was asked.
    pub(crate) fn print(
        &mut self,
        out: &mut impl Write,
        line: u64,
        date: Date,
        python: Option<&Answer>,
    ) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            writeln!(out, "{HEADER}{}", python.map_or("", |_| "  Python"))?;
        }
        let matters = is_around_new_year(date) || matches!(python, Some(Answer::Different { .. }));
        if self.left_out.shows(out, matters)? {
            writeln!(out, "{}", Row::of(line, date, python.map(Answer::cell)))?;
        }
        Ok(())
    }

    pub(crate) fn finish(mut self, out: &mut impl Write) -> io::Result<()> {
        self.left_out.finish(out)
    }
}

/// Whether the week of such a day may belong to another year than the day, and one day more on
/// either side.
fn is_around_new_year(date: Date) -> bool {
    matches!(date.civil(), (_, 12, 28..) | (_, 1, ..=4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_stands_below_its_header() {
        let mut out = Vec::new();
        let mut rows = Rows::new(Show::All);
        let date = Date::new(2027, 1, 1).unwrap();
        rows.print(&mut out, 17, date, None).unwrap();
        rows.finish(&mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "   line  date        week      Monday      Sunday      number\n     \
             17  2027-01-01  2026-W53  2026-12-28  2027-01-03      53\n",
        );
    }

    #[test]
    fn python_has_a_column_and_what_it_says_differently_is_never_left_out() {
        let mut out = Vec::new();
        let mut rows = Rows::new(Show::AroundNewYear);
        let python = "2025-W33 2025-08-11 2025-08-17 33".to_owned();
        let same = Answer::Same { python };
        let python = "2025-W31 2025-07-28 2025-08-03 31".to_owned();
        let rust = String::new();
        let different = Answer::Different { rust, python };
        for (day, answer) in [(6, same), (7, different)] {
            let date = Date::new(2025, 8, day).unwrap();
            rows.print(&mut out, 1, date, Some(&answer)).unwrap();
        }
        rows.finish(&mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "   line  date        week      Monday      Sunday      number  Python\n      \
             … 1 day left out (--all shows them)\n      \
             1  2025-08-07  2025-W32  2025-08-04  2025-08-10      32  2025-W31  DIFFERENT\n",
        );
    }

    #[test]
    fn every_day_whose_week_is_of_another_year_is_around_new_year() {
        let (mut date, last) = (
            Date::new(1800, 1, 1).unwrap(),
            Date::new(2200, 1, 1).unwrap(),
        );
        while date < last {
            assert!(
                date.year() == IsoWeek::of(date).year() || is_around_new_year(date),
                "{date}"
            );
            date = date.checked_add(1).unwrap();
        }
    }
}
