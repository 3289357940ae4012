//! On which days of the week the stored weeks begin.

use schemars::JsonSchema;
use semaine::{Date, Weekday};
use serde::Serialize;

use crate::anchor::Anchor;

/// How many dates fall on each day of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Weekdays(
    /// From Monday to Sunday.
    pub [u64; 7],
);

/// On which day the weeks of a column seem to have begun before.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Suspicion {
    /// The ISO number of the day, 2 for Tuesday to 7 for Sunday.
    pub weekday: u8,
    /// Its share of the dates that are no Mondays.
    pub share: f64,
    /// Which anchor keeps the most of the seven days from such a date.
    pub anchor: Anchor,
}

impl Weekdays {
    /// Counts a date.
    pub fn add(&mut self, date: Date) {
        let number = usize::from(date.weekday().number());
        if let Some(count) = self.0.get_mut(number - 1) {
            *count += 1;
        }
    }

    /// Counts what another one counted.
    pub fn add_all(&mut self, other: Self) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }

    /// All dates.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Dates that are no Mondays.
    #[must_use]
    pub fn to_move(&self) -> u64 {
        let [mondays, ..] = self.0;
        self.total() - mondays
    }

    /// Each day with its count.
    pub fn days(&self) -> impl Iterator<Item = (Weekday, u64)> {
        Weekday::ALL.into_iter().zip(self.0)
    }

    /// The day on which more than half of the dates are that are no Mondays, if there is one: which of the
    /// two anchors is meant makes no difference to the Mondays.
    #[must_use]
    pub fn suspicion(&self) -> Option<Suspicion> {
        let all = self.to_move();
        let mut others = self.days().filter(|(day, _)| *day != Weekday::Monday);
        let (day, count) = others.find(|(_, count)| 2 * count > all)?;
        Some(Suspicion {
            weekday: day.number(),
            share: share(count, all),
            anchor: match day {
                Weekday::Friday | Weekday::Saturday | Weekday::Sunday => Anchor::Majority,
                _ => Anchor::Containing,
            },
        })
    }
}

/// A part of a whole; none of nothing.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "it is shown with one digit after the point"
)]
pub fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_most_dates_that_are_no_mondays_is_suspected() {
        let suspicion = Weekdays([900, 1, 0, 2, 0, 3, 94]).suspicion().unwrap();
        assert_eq!((suspicion.weekday, suspicion.anchor), (7, Anchor::Majority));
        assert!((suspicion.share - 0.94).abs() < 1e-9);

        let wednesday = Weekdays([0, 0, 3, 0, 0, 1, 1]).suspicion().unwrap();
        assert_eq!(
            (wednesday.weekday, wednesday.anchor),
            (3, Anchor::Containing)
        );
    }

    #[test]
    fn none_is_suspected_without_a_majority() {
        assert_eq!(Weekdays([7, 1, 1, 1, 1, 1, 1]).suspicion(), None);
        assert_eq!(Weekdays([0, 0, 2, 0, 0, 0, 2]).suspicion(), None);
        assert_eq!(Weekdays([5, 0, 0, 0, 0, 0, 0]).suspicion(), None);
        assert_eq!(Weekdays::default().suspicion(), None);
    }
}
