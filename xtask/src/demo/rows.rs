//! The table of dates: a row for each, printed as it is read.

use std::fmt;
use std::io::{self, Write};

use semaine::{Date, IsoWeek};

use super::left_out::{LeftOut, Show};

/// What is shown of a date.
struct Row {
    line: u64,
    date: Date,
    week: IsoWeek,
    monday: Date,
    sunday: Date,
    number: u8,
}

impl Row {
    fn of(line: u64, date: Date) -> Self {
        let week = IsoWeek::of(date);
        Self {
            line,
            date,
            week,
            monday: week.monday(),
            sunday: week.sunday(),
            number: week.week(),
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
        } = self;
        write!(
            f,
            "{line:>7}  {date:10}  {week:8}  {monday:10}  {sunday:10}  {number:>6}"
        )
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

    pub(crate) fn print(&mut self, out: &mut impl Write, line: u64, date: Date) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            writeln!(out, "{HEADER}")?;
        }
        if self.left_out.shows(out, is_around_new_year(date))? {
            writeln!(out, "{}", Row::of(line, date))?;
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
        rows.print(&mut out, 17, Date::new(2027, 1, 1).unwrap())
            .unwrap();
        rows.finish(&mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "   line  date        week      Monday      Sunday      number\n     \
             17  2027-01-01  2026-W53  2026-12-28  2027-01-03      53\n",
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
