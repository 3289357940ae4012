//! The table of dates: a row for each, printed as it is read.

use std::fmt;
use std::io::{self, Write};

use semaine::{Date, IsoWeek};

use super::left_out::{LeftOut, Show};
use super::peer::Answer;

/// What is shown of a date.
struct Row {
    line: u64,
    date: Date,
    week: IsoWeek,
    monday: Date,
    sunday: Date,
    number: u8,
    /// The weeks that others answer, in the order of their columns.
    others: Vec<String>,
}

impl Row {
    fn of(line: u64, date: Date, others: Vec<String>) -> Self {
        let week = IsoWeek::of(date);
        Self {
            line,
            date,
            week,
            monday: week.monday(),
            sunday: week.sunday(),
            number: week.week(),
            others,
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
            others,
        } = self;
        write!(
            f,
            "{line:>7}  {date:10}  {week:8}  {monday:10}  {sunday:10}  {number:>6}"
        )?;
        others.iter().try_for_each(|other| write!(f, "  {other:8}"))
    }
}

const HEADER: &str = "   line  date        week      Monday      Sunday      number";

/// The table, of which the header comes with the first row.
pub(crate) struct Rows {
    left_out: LeftOut,
    /// The names of the others' columns.
    others: Vec<&'static str>,
    begun: bool,
}

impl Rows {
    pub(crate) fn new(show: Show, others: Vec<&'static str>) -> Self {
        Self {
            left_out: LeftOut::new(show, "day", "days"),
            others,
            begun: false,
        }
    }

    /// Prints a row, with the answers of the others.
    pub(crate) fn print(
        &mut self,
        out: &mut impl Write,
        line: u64,
        date: Date,
        answers: &[Answer],
    ) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            let others = self.others.iter().map(|name| format!("  {name:8}"));
            let header = HEADER.to_owned() + &others.collect::<String>();
            writeln!(out, "{}", header.trim_end())?;
        }
        let differs = |answer: &Answer| matches!(answer, Answer::Different { .. });
        let matters = is_around_new_year(date) || answers.iter().any(differs);
        if self.left_out.shows(out, matters)? {
            let others = answers.iter().map(Answer::cell).collect();
            let row = Row::of(line, date, others).to_string();
            writeln!(out, "{}", row.trim_end())?;
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
        let mut rows = Rows::new(Show::All, Vec::new());
        let date = Date::new(2027, 1, 1).unwrap();
        rows.print(&mut out, 17, date, &[]).unwrap();
        rows.finish(&mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "   line  date        week      Monday      Sunday      number\n     \
             17  2027-01-01  2026-W53  2026-12-28  2027-01-03      53\n",
        );
    }

    #[test]
    fn others_have_columns_and_what_they_say_differently_is_never_left_out() {
        let mut out = Vec::new();
        let mut rows = Rows::new(Show::AroundNewYear, vec!["Python", "Node"]);
        let answer = "2025-W33 2025-08-11 2025-08-17 33".to_owned();
        let same = Answer::Same { answer };
        let different = Answer::Different {
            rust: String::new(),
            peer: String::new(),
            answer: "2025-W31 2025-07-28 2025-08-03 31".to_owned(),
        };
        for (day, answers) in [(6, [same.clone(), same]), (7, [Answer::Beyond, different])] {
            let date = Date::new(2025, 8, day).unwrap();
            rows.print(&mut out, 1, date, &answers).unwrap();
        }
        rows.finish(&mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "   line  date        week      Monday      Sunday      number  Python    Node\n      \
             … 1 day left out (--all shows them)\n      \
             1  2025-08-07  2025-W32  2025-08-04  2025-08-10      32  -         2025-W31  DIFFERENT\n",
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
