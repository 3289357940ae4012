//! The table of weeks: how many dates each holds.

use std::collections::BTreeMap;
use std::io::{self, Write};

use semaine::{Date, IsoWeek};

use super::bars::bar;
use super::left_out::{LeftOut, Show};

/// The dates of each week, counted.
pub(crate) struct Weeks {
    show: Show,
    counts: BTreeMap<IsoWeek, u64>,
}

impl Weeks {
    pub(crate) fn new(show: Show) -> Self {
        Self {
            show,
            counts: BTreeMap::new(),
        }
    }

    pub(crate) fn count(&mut self, date: Date) {
        *self.counts.entry(IsoWeek::of(date)).or_default() += 1;
    }

    pub(crate) fn len(&self) -> usize {
        self.counts.len()
    }

    pub(crate) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let Some(&largest) = self.counts.values().max() else {
            return Ok(());
        };
        writeln!(out, "\nweek      Monday        dates")?;
        let mut left_out = LeftOut::new(self.show, "week", "weeks");
        for (week, &count) in &self.counts {
            if left_out.shows(out, is_around_new_year(*week))? {
                let (monday, bar) = (week.monday(), bar(count, largest));
                writeln!(out, "{week:8}  {monday:10}  {count:>7}  {bar}")?;
            }
        }
        left_out.finish(out)
    }
}

fn is_around_new_year(week: IsoWeek) -> bool {
    matches!(week.week(), 1 | 52 | 53)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_counted_by_week_and_sorted() {
        let mut weeks = Weeks::new(Show::All);
        for day in [7, 8, 3] {
            weeks.count(Date::new(2025, 8, day).unwrap());
        }
        let mut out = Vec::new();
        weeks.print(&mut out).unwrap();
        assert_eq!(weeks.len(), 2);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\nweek      Monday        dates\n\
             2025-W31  2025-07-28        1  #\n\
             2025-W32  2025-08-04        2  ##\n",
        );
    }
}
