//! What the stepper says of a column of days, question by question.

use crate::exhaustive::{FIRST_DAY, LAST_DAY};
use crate::oracle::Stepper;

/// The null of days, years and epoch weeks.
pub const NULL: i32 = i32::MIN;

/// The answers about the rows pushed so far, as columns.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// The days themselves.
    pub days: Vec<i32>,
    /// Mondays.
    pub week_start: Vec<i32>,
    /// Numbers of ISO weeks.
    pub week_number: Vec<u8>,
    /// ISO years.
    pub iso_year: Vec<i32>,
    /// Weeks since 1970-W01.
    pub epoch_week: Vec<i32>,
    /// 1 for Monday to 7 for Sunday, 0 for null.
    pub weekday: Vec<u8>,
    /// How many rows are null.
    pub nulls: usize,
}

impl Answers {
    /// The answers for days anywhere, `None` for rows without a day.
    #[must_use]
    pub fn of(days: impl IntoIterator<Item = Option<i64>>) -> Self {
        let mut answers = Self::default();
        for day in days {
            match day.filter(|day| (FIRST_DAY..=LAST_DAY).contains(day)) {
                Some(day) => answers.push(&Stepper::at(day)),
                None => answers.push_null(),
            }
        }
        answers
    }

    /// Adds a day, which is null if it has no representable week.
    #[inline]
    pub fn push(&mut self, stepper: &Stepper) {
        let day = stepper.epoch_day;
        if !(FIRST_DAY..=LAST_DAY).contains(&day) {
            self.push_null();
            return;
        }
        self.days.push(narrow(day));
        let monday = day - i64::from(stepper.weekday - 1);
        self.week_start.push(narrow(monday));
        self.week_number.push(stepper.week);
        self.iso_year.push(stepper.iso_year);
        self.epoch_week.push(narrow(stepper.epoch_week));
        self.weekday.push(stepper.weekday);
    }

    /// Adds a row that has no week.
    pub fn push_null(&mut self) {
        self.nulls += 1;
        for column in [
            &mut self.days,
            &mut self.week_start,
            &mut self.iso_year,
            &mut self.epoch_week,
        ] {
            column.push(NULL);
        }
        self.week_number.push(0);
        self.weekday.push(0);
    }

    /// The number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.days.len()
    }

    /// Sundays.
    #[must_use]
    pub fn week_end(&self) -> Vec<i32> {
        let mondays = self.week_start.iter();
        mondays
            .map(|&day| if day == NULL { NULL } else { day + 6 })
            .collect()
    }

    /// The first days of weeks that start on a weekday from 1 to 7, and how many rows are null
    /// because such a week does not lie wholly in the range.
    ///
    /// # Panics
    ///
    /// Never: the range is that of an `i32`.
    #[must_use]
    pub fn week_start_on(&self, first: u8) -> (Vec<i32>, usize) {
        let whole = narrow(FIRST_DAY)..=narrow(LAST_DAY - 6);
        let rows = self.days.iter().zip(&self.weekday);
        let starts: Vec<_> = rows
            .map(|(&day, &weekday)| {
                if weekday == 0 {
                    return NULL;
                }
                let passed = if weekday >= first {
                    weekday - first
                } else {
                    weekday + 7 - first
                };
                let start = day - i32::from(passed);
                if whole.contains(&start) { start } else { NULL }
            })
            .collect();
        let nulls = starts.iter().filter(|&&start| start == NULL).count();
        (starts, nulls)
    }

    /// Whether each day is a Monday.
    #[must_use]
    pub fn is_week_start(&self) -> Vec<bool> {
        self.weekday.iter().map(|&weekday| weekday == 1).collect()
    }

    /// Whether each row is not null.
    #[must_use]
    pub fn is_valid(&self) -> Vec<bool> {
        self.weekday.iter().map(|&weekday| weekday != 0).collect()
    }

    /// Forgets the rows, but not the memory that they took.
    pub fn clear(&mut self) {
        let Self {
            days,
            week_start,
            week_number,
            iso_year,
            epoch_week,
            weekday,
            nulls,
        } = self;
        for column in [days, week_start, iso_year, epoch_week] {
            column.clear();
        }
        week_number.clear();
        weekday.clear();
        *nulls = 0;
    }
}

/// An Arrow bitmap.
#[must_use]
pub fn bitmap(bits: &[bool]) -> Vec<u8> {
    let byte = |bits: &[bool]| {
        let bits = bits.iter().rev();
        bits.fold(0, |byte, &bit| byte << 1 | u8::from(bit))
    };
    bits.chunks(8).map(byte).collect()
}

fn narrow(integer: i64) -> i32 {
    i32::try_from(integer).expect("days and weeks that are representable fit an i32")
}
