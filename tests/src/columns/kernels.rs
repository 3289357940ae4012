//! Asks a column every question, and compares each answer with the stepper's.

use std::fmt::Debug;

use semaine::columns::{
    Column, ColumnMut, EpochWeeksMut, InstructionSet, epoch_week, epoch_week_in_place,
    is_week_start, is_week_start_bits, iso_year, iso_year_in_place, validity, week_end,
    week_end_in_place, week_number, week_start, week_start_in_place, week_start_on,
    week_start_on_in_place, weekday, year_week,
};
use semaine::{Error, Weekday};

use super::answers::{Answers, NULL, bitmap};

/// What stands in a row of an output.
pub trait Cell: Copy + PartialEq + Debug {
    /// What no function may write around its output.
    const GUARD: Self;
}

impl Cell for u8 {
    const GUARD: Self = 0xA5;
}
impl Cell for bool {
    const GUARD: Self = true;
}
impl Cell for i32 {
    const GUARD: Self = 0x5AA5_A55A;
}
impl Cell for i64 {
    const GUARD: Self = 0x5AA5_A55A_5AA5_A55A;
}

/// The numbers that epoch days are kept in.
pub trait Day: Cell {
    /// The same day, or the same null.
    fn of(answer: i32) -> Self;
}

impl Day for i32 {
    fn of(answer: i32) -> Self {
        answer
    }
}
impl Day for i64 {
    fn of(answer: i32) -> Self {
        if answer == NULL {
            Self::MIN
        } else {
            answer.into()
        }
    }
}

/// Checks of one column after the other.
#[derive(Debug, Default)]
pub struct Kernels {
    /// How far into its buffer an output begins, so that it is aligned in every way.
    pub head: usize,
    /// How many answers agreed; a byte of a bitmap counts as one.
    pub compared: u64,
}

impl Kernels {
    /// Asks a column every question; days are written as `T`.
    ///
    /// # Panics
    ///
    /// On the first answer that differs.
    pub fn read<T: Day>(&mut self, column: impl Column, answers: &Answers)
    where
        for<'a> &'a mut [T]: ColumnMut,
    {
        let nulls = answers.nulls;
        self.identify::<T>(column, answers);
        self.days::<T>("week_end", None, (&answers.week_end(), nulls), |out| {
            week_end(column, out)
        });
        for (first, number) in Weekday::ALL.into_iter().zip(1..) {
            let (starts, nulls) = answers.week_start_on(number);
            self.days::<T>("week_start_on", None, (&starts, nulls), |out| {
                week_start_on(column, first, out)
            });
        }
        let name = "week_start into epoch weeks";
        self.rows(name, None, (&answers.epoch_week, nulls), |out| {
            week_start(column, EpochWeeksMut(out))
        });
        self.rows("week_number", None, (&answers.week_number, nulls), |out| {
            week_number(column, out)
        });
        self.rows("iso_year", None, (&answers.iso_year, nulls), |out| {
            iso_year(column, out)
        });
        let mut weeks = vec![u8::GUARD; answers.rows()];
        self.rows("year_week", None, (&answers.iso_year, nulls), |years| {
            year_week(column, years, &mut weeks)
        });
        assert_same("year_week", &weeks, &answers.week_number);
        self.compared += weeks.len() as u64;
        self.rows("epoch_week", None, (&answers.epoch_week, nulls), |out| {
            epoch_week(column, out)
        });
        let mondays = answers.is_week_start();
        self.rows("is_week_start", None, (&mondays, nulls), |out| {
            is_week_start(column, out)
        });
        self.rows(
            "is_week_start_bits",
            None,
            (&bitmap(&mondays), nulls),
            |out| is_week_start_bits(column, out),
        );
        let valid = bitmap(&answers.is_valid());
        self.rows("validity", None, (&valid, nulls), |out| {
            validity(column, None, out)
        });
    }

    /// Asks a column for Monday and weekday, which only the right day has: enough for columns that
    /// differ from others in nothing but how days are read.
    ///
    /// # Panics
    ///
    /// On the first answer that differs.
    pub fn identify<T: Day>(&mut self, column: impl Column, answers: &Answers)
    where
        for<'a> &'a mut [T]: ColumnMut,
    {
        let mondays = (&answers.week_start[..], answers.nulls);
        self.days::<T>("week_start", None, mondays, |out| week_start(column, out));
        let weekdays = (&answers.weekday[..], answers.nulls);
        self.rows("weekday", None, weekdays, |out| weekday(column, out));
    }

    /// Replaces a column of days by each answer that is a day, for weeks that start on any of some
    /// weekdays.
    ///
    /// # Panics
    ///
    /// On the first answer that differs.
    pub fn replace<T: Day>(&mut self, column: &[T], starts: &[Weekday], answers: &Answers)
    where
        for<'a> &'a mut [T]: ColumnMut,
    {
        let (before, nulls) = (Some(column), answers.nulls);
        let name = "week_start_in_place";
        self.days(name, before, (&answers.week_start, nulls), |days| {
            Ok(week_start_in_place(days))
        });
        let name = "week_end_in_place";
        self.days(name, before, (&answers.week_end(), nulls), |days| {
            Ok(week_end_in_place(days))
        });
        for &first in starts {
            let (starts, nulls) = answers.week_start_on(first.number());
            let name = "week_start_on_in_place";
            self.days(name, before, (&starts, nulls), |days| {
                Ok(week_start_on_in_place(days, first))
            });
        }
    }

    /// Replaces a column of days by each answer that is a number in 32 bits.
    ///
    /// # Panics
    ///
    /// On the first answer that differs.
    pub fn replace_by_numbers(&mut self, column: &[i32], answers: &Answers) {
        let (before, nulls) = (Some(column), answers.nulls);
        let name = "iso_year_in_place";
        self.rows(name, before, (&answers.iso_year, nulls), |days| {
            Ok(iso_year_in_place(days))
        });
        let name = "epoch_week_in_place";
        self.rows(name, before, (&answers.epoch_week, nulls), |days| {
            Ok(epoch_week_in_place(days))
        });
    }

    /// Runs a function that writes rows, and compares them and the number of nulls.
    ///
    /// # Panics
    ///
    /// Where they differ.
    pub fn rows<T: Cell>(
        &mut self,
        name: &str,
        before: Option<&[T]>,
        (expected, nulls): (&[T], usize),
        run: impl FnOnce(&mut [T]) -> Result<usize, Error>,
    ) {
        let found = self.run(name, expected.len(), before, nulls, run);
        assert_same(name, self.inner(&found), expected);
        self.compared += expected.len() as u64;
    }

    fn days<T: Day>(
        &mut self,
        name: &str,
        before: Option<&[T]>,
        (expected, nulls): (&[i32], usize),
        run: impl FnOnce(&mut [T]) -> Result<usize, Error>,
    ) {
        let found = self.run(name, expected.len(), before, nulls, run);
        let found = self.inner(&found);
        let same = |(found, &expected): (&T, _)| *found == T::of(expected);
        // Without a way out of the loop it runs on vectors.
        if !found
            .iter()
            .zip(expected)
            .fold(true, |all, row| all & same(row))
        {
            let expected: Vec<_> = expected.iter().map(|&day| T::of(day)).collect();
            assert_same(name, found, &expected);
        }
        self.compared += expected.len() as u64;
    }

    /// Runs a function on an output between guards, and returns all of it.
    fn run<T: Cell>(
        &self,
        name: &str,
        rows: usize,
        before: Option<&[T]>,
        nulls: usize,
        run: impl FnOnce(&mut [T]) -> Result<usize, Error>,
    ) -> Vec<T> {
        let mut buffer = Vec::with_capacity(self.head + rows + GUARDS);
        buffer.resize(self.head, T::GUARD);
        match before {
            Some(before) => buffer.extend_from_slice(before),
            None => buffer.resize(self.head + rows, T::GUARD),
        }
        buffer.extend([T::GUARD; GUARDS]);
        let end = buffer.len() - GUARDS;
        let out = buffer.get_mut(self.head..end).expect("all but the guards");
        let found = run(out);
        let set = InstructionSet::current();
        assert_eq!(found, Ok(nulls), "{set}: the nulls of {name}");
        let (head, tail) = (buffer.iter().take(self.head), buffer.iter().skip(end));
        assert!(
            head.chain(tail).all(|guard| *guard == T::GUARD),
            "{set}: {name} writes beside its output"
        );
        buffer
    }

    fn inner<'a, T>(&self, buffer: &'a [T]) -> &'a [T] {
        let rows = self.head..buffer.len() - GUARDS;
        buffer.get(rows).expect("all but the guards")
    }
}

const GUARDS: usize = 64;

/// Compares columns, and names the first row that differs.
///
/// # Panics
///
/// If there is one.
pub fn assert_same<T: PartialEq + Debug>(name: &str, found: &[T], expected: &[T]) {
    if found != expected {
        let rows = found.iter().zip(expected).enumerate();
        let row = rows.into_iter().find(|(_, (found, right))| found != right);
        panic!(
            "{}: {name} has {} rows of {}; first of them to differ, found and expected: {row:?}",
            InstructionSet::current(),
            found.len(),
            expected.len(),
        );
    }
}
