//! A calendar that knows nothing but increments and the lengths of months: the independent witness
//! for every expected value.

use std::sync::OnceLock;

/// A day, with everything that the walk has counted on its way to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stepper {
    /// Days since 1970-01-01; wider than an `i32`, so that the walk can leave its range.
    pub epoch_day: i64,
    /// The civil year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
    /// The weekday, 1 for Monday to 7 for Sunday.
    pub weekday: u8,
    /// Weeks since 1970-W01.
    pub epoch_week: i64,
    /// The year that the week belongs to.
    pub iso_year: i32,
    /// The number of the week in it.
    pub week: u8,
}

/// A 400-year cycle in days and in weeks. [`Stepper::shift_cycles`] relies on it, and the test
/// `one_cycle_returns_to_its_start` walks it.
pub const DAYS_PER_CYCLE: i64 = 146_097;
/// See [`DAYS_PER_CYCLE`].
pub const WEEKS_PER_CYCLE: i64 = 20_871;

impl Stepper {
    /// A Monday that every printed calendar shows: 2001-01-01, the first day of 2001-W01, which
    /// came 31 years, 8 of them leap years, after 1970-01-01.
    pub const KNOWN_MONDAY: Self = Self {
        epoch_day: 31 * 365 + 8,
        year: 2001,
        month: 1,
        day: 1,
        weekday: 1,
        // Monday of 1970-W01 is epoch day -3.
        epoch_week: (31 * 365 + 8 + 3) / 7,
        iso_year: 2001,
        week: 1,
    };

    /// The same day in another 400-year cycle.
    #[must_use]
    pub fn shift_cycles(mut self, cycles: i32) -> Self {
        self.epoch_day += i64::from(cycles) * DAYS_PER_CYCLE;
        self.epoch_week += i64::from(cycles) * WEEKS_PER_CYCLE;
        self.year += cycles * 400;
        self.iso_year += cycles * 400;
        self
    }

    /// The stepper on any day: walked to, once for all, in the cycle of the known Monday, and from
    /// there shifted by whole cycles.
    ///
    /// # Panics
    ///
    /// Millions of years outside the range of an `i32` epoch day.
    #[must_use]
    pub fn at(epoch_day: i64) -> Self {
        static CYCLE: OnceLock<Vec<Stepper>> = OnceLock::new();
        let cycle = CYCLE.get_or_init(|| {
            let mut stepper = Self::KNOWN_MONDAY;
            (0..DAYS_PER_CYCLE)
                .map(|_| {
                    let day = stepper;
                    stepper.step();
                    day
                })
                .collect()
        });
        let distance = epoch_day - Self::KNOWN_MONDAY.epoch_day;
        let day = usize::try_from(distance.rem_euclid(DAYS_PER_CYCLE))
            .ok()
            .and_then(|day| cycle.get(day))
            .expect("a remainder is less than a cycle");
        let cycles = i32::try_from(distance.div_euclid(DAYS_PER_CYCLE));
        day.shift_cycles(cycles.expect("days near those of an i32"))
    }

    /// Goes to the next day.
    pub fn step(&mut self) {
        self.step_civil();
        self.weekday += 1;
        if self.weekday > 7 {
            self.weekday = 1;
            self.epoch_week += 1;
            self.week += 1;
            // The week is the first of a year if its Thursday is the first one in that year.
            let mut thursday = *self;
            thursday.step_civil();
            thursday.step_civil();
            thursday.step_civil();
            if thursday.year != self.iso_year {
                self.iso_year += 1;
                self.week = 1;
            }
        }
    }

    fn step_civil(&mut self) {
        self.epoch_day += 1;
        self.day += 1;
        if self.day > days_in_month(self.year, self.month) {
            self.day = 1;
            self.month += 1;
            if self.month > 12 {
                self.month = 1;
                self.year += 1;
            }
        }
    }
}

/// The length of a month, as the Gregorian reform of 1582 sets it down.
#[must_use]
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 400 == 0 => 29,
        2 if year % 100 == 0 => 28,
        2 if year % 4 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cycle_returns_to_its_start() {
        let mut stepper = Stepper::KNOWN_MONDAY;
        let mut days = 0;
        while stepper.year < Stepper::KNOWN_MONDAY.year + 400 {
            stepper.step();
            days += 1;
        }
        assert_eq!(days, DAYS_PER_CYCLE);
        assert_eq!(stepper, Stepper::KNOWN_MONDAY.shift_cycles(1));
        assert_eq!(
            stepper.epoch_week - Stepper::KNOWN_MONDAY.epoch_week,
            WEEKS_PER_CYCLE
        );
    }

    /// The one fact that ties the count to the world: 1970-01-01 was a Thursday.
    #[test]
    fn the_epoch_is_a_thursday_of_its_first_week() {
        let epoch = Stepper::at(0);
        assert_eq!(
            (epoch.year, epoch.month, epoch.day, epoch.weekday),
            (1970, 1, 1, 4)
        );
        assert_eq!((epoch.iso_year, epoch.week, epoch.epoch_week), (1970, 1, 0));
    }
}
