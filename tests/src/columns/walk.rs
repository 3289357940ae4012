//! The walk over days in blocks, on each of which every kernel is compared with the stepper.

use std::ops::RangeInclusive;

use semaine::Weekday;
use semaine::columns::{EpochWeeks, Instants, TimeUnit};

use super::answers::Answers;
use super::instants::{Clock, OFFSETS, UNITS};
use super::kernels::Kernels;
use crate::oracle::Stepper;

/// Every day that an `i32` holds: those at both ends have no representable week.
pub const EVERY_DAY: RangeInclusive<i64> = i32::MIN as i64..=i32::MAX as i64;

/// The fewest days of a block: more than the functions take at a time, and so few that days and
/// answers stay in the processor's cache.
const BLOCK: i64 = 4096;
/// How many blocks are longer, each by another number of days, before one is as short again.
const LENGTHS: i64 = 37;

/// Which columns a walk reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Days in 32 bits, not in place: every formula once.
    Days,
    /// In place as well, and days in 64 bits, epoch weeks, and instants.
    Everything,
}

/// What a walk has done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Walked {
    /// Days in 32 bits.
    pub days: u64,
    /// Of these, days whose week is not representable, which became null.
    pub nulls: u64,
    /// Instants, at both ends of every day that has some.
    pub instants: u64,
    /// Answers compared.
    pub answers: u64,
}

/// Compares the kernels, on the instruction set in use, with the stepper on every day of a range.
/// `progress` is told of each block how many days it had.
///
/// # Panics
///
/// On the first answer that differs.
pub fn walk(days: RangeInclusive<i64>, scope: Scope, mut progress: impl FnMut(u64)) -> Walked {
    let (mut first, end) = (*days.start(), *days.end());
    let mut walk = Walk::new(first, scope);
    for length in (BLOCK..BLOCK + LENGTHS).cycle() {
        if first > end {
            break;
        }
        let last = cut(first, (first + length - 1).min(end));
        walk.block(last);
        progress((last - first + 1).unsigned_abs());
        first = last + 1;
    }
    walk.walked.answers = walk.kernels.compared;
    walk.walked
}

/// Ends a block where the instants of a unit begin or end, so that it has them all or none.
fn cut(first: i64, last: i64) -> i64 {
    let ends = UNITS.into_iter().flat_map(|unit| {
        let limit = whole_days(unit);
        [-limit - 1, limit]
    });
    ends.filter(|end| (first..=last).contains(end))
        .min()
        .unwrap_or(last)
}

/// So many days before and after 1970-01-01 lie wholly in the instants of a unit, at any offset.
fn whole_days(unit: TimeUnit) -> i64 {
    i64::MAX / per_day(unit) - 2
}

fn per_day(unit: TimeUnit) -> i64 {
    let (first, last) = Clock { unit, offset: 0 }.ends(0).expect("the first day");
    last - first + 1
}

struct Walk {
    stepper: Stepper,
    scope: Scope,
    blocks: usize,
    kernels: Kernels,
    days: Vec<i32>,
    answers: Answers,
    /// The same of the block's Mondays alone.
    mondays: Answers,
    walked: Walked,
}

impl Walk {
    fn new(first: i64, scope: Scope) -> Self {
        Self {
            stepper: Stepper::at(first),
            scope,
            blocks: 0,
            kernels: Kernels::default(),
            days: Vec::new(),
            answers: Answers::default(),
            mondays: Answers::default(),
            walked: Walked::default(),
        }
    }

    fn block(&mut self, last: i64) {
        let first = self.stepper.epoch_day;
        self.step_to(last);
        self.blocks += 1;
        self.kernels.head = self.blocks % 9;
        self.walked.days += self.days.len() as u64;
        self.walked.nulls += self.answers.nulls as u64;

        self.kernels.read::<i32>(&self.days[..], &self.answers);
        if self.scope == Scope::Everything {
            self.in_place();
            self.other_columns(first..=last);
        }
    }

    /// The weekday on which weeks start is another one in each block.
    fn in_place(&mut self) {
        let start = Weekday::ALL.into_iter().cycle().nth(self.blocks % 7);
        self.kernels
            .replace(&self.days, start.as_slice(), &self.answers);
        self.kernels.replace_by_numbers(&self.days, &self.answers);
    }

    /// Columns that differ from days in 32 bits in nothing but how days are read and written.
    fn other_columns(&mut self, days: RangeInclusive<i64>) {
        let wide: Vec<i64> = days.clone().collect();
        self.kernels.identify::<i64>(&wide[..], &self.answers);
        self.kernels.replace(&wide, &[], &self.answers);
        let weeks = EpochWeeks(&self.mondays.epoch_week);
        self.kernels.identify::<i32>(weeks, &self.mondays);
        let offset = OFFSETS.into_iter().cycle().nth(self.blocks % OFFSETS.len());
        for clock in Clock::all(offset.as_slice()) {
            self.instants(clock, &days);
        }
    }

    fn step_to(&mut self, last: i64) {
        self.days.clear();
        self.answers.clear();
        self.mondays.clear();
        while self.stepper.epoch_day <= last {
            let day = i32::try_from(self.stepper.epoch_day);
            self.days.push(day.expect("the walk stays in an i32"));
            self.answers.push(&self.stepper);
            if self.stepper.weekday == 1 && self.scope == Scope::Everything {
                self.mondays.push(&self.stepper);
            }
            self.stepper.step();
        }
    }

    /// Both ends of each day as instants, and each day's Monday written as one. Where microseconds
    /// end, seconds and milliseconds take turns.
    fn instants(&mut self, clock: Clock, days: &RangeInclusive<i64>) {
        let Self {
            kernels, answers, ..
        } = self;
        let within = |unit| days.end().abs().max(days.start().abs()) <= whole_days(unit);
        let turn = match clock.unit {
            TimeUnit::Second => self.blocks.is_multiple_of(2),
            TimeUnit::Millisecond => !self.blocks.is_multiple_of(2),
            TimeUnit::Microsecond | TimeUnit::Nanosecond => false,
        };
        if !turn && !within(TimeUnit::Microsecond) {
            return;
        }
        if !within(clock.unit) {
            // None of these days is an instant, nor is any of their Mondays but at the very ends.
            clock.check_written(kernels, &self.days[..], answers);
            return;
        }
        let (first, last) = clock.ends(*days.start()).expect("days within the limit");
        let per_day = per_day(clock.unit);
        for end in [first, last] {
            let later = (0..).map_while(|day| end.checked_add(day * per_day));
            let instants: Vec<_> = later.take(answers.rows()).collect();
            let column = Instants::new(&instants, clock.unit, clock.offset);
            kernels.identify::<i32>(column.expect("less than a day"), answers);
            if end == last {
                clock.check_replaced(kernels, &instants, answers);
            }
            self.walked.instants += instants.len() as u64;
        }
    }
}
