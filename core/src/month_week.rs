//! The week of the month, for which there is no standard: each rule has a name.

use crate::{Date, IsoWeek, Weekday};

/// How the weeks of a month are counted.
///
/// ISO 8601 numbers weeks within years only. [`MonthRule::Thursday`] applies its idea to months and
/// is the one to prefer: whole weeks, each in exactly one month. The others are what spreadsheets,
/// calendars and other libraries do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MonthRule {
    /// A week belongs to the month of its Thursday; week 1 has the month's first Thursday. The last
    /// days of a month may so belong to the next month, and its first days to the one before.
    #[default]
    Thursday,
    /// A week belongs to the month of its Monday; week 1 has the month's first Monday. The first
    /// days of a month may so belong to the month before.
    Monday,
    /// Rows of a printed calendar: week 1 has the first day of the month, however short it is, and
    /// a week that crosses the month's end is counted in both.
    Row,
    /// Groups of seven days from the first of the month, whatever their weekday: days 1 to 7 are
    /// week 1.
    SevenDays,
}

/// A week of a month: the month that the week is counted in, and its number there from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct MonthWeek {
    /// The calendar year of the month.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The number of the week, 1 to 5, or to 6 with [`MonthRule::Row`].
    pub week: u8,
}

impl MonthWeek {
    /// The week of the month that a day is in, by a rule.
    ///
    /// ```
    /// use semaine::{Date, MonthRule, MonthWeek};
    ///
    /// // 2025-09-30 is a Tuesday; the Thursday of its week is 2 October.
    /// let date = Date::new(2025, 9, 30)?;
    /// let week = MonthWeek::of(date, MonthRule::Thursday);
    /// assert_eq!((week.year, week.month, week.week), (2025, 10, 1));
    ///
    /// assert_eq!(MonthWeek::of(date, MonthRule::Monday).week, 5);
    /// assert_eq!(MonthWeek::of(date, MonthRule::Row).week, 5);
    /// assert_eq!(MonthWeek::of(date, MonthRule::SevenDays).week, 5);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn of(date: Date, rule: MonthRule) -> Self {
        let (date, missing) = match rule {
            MonthRule::Thursday => (IsoWeek::of(date).day(Weekday::Thursday), 0),
            MonthRule::Monday => (IsoWeek::of(date).monday(), 0),
            MonthRule::SevenDays => (date, 0),
            MonthRule::Row => {
                let days_before = date.day() as u32 - 1;
                // The weekday of the first of the month: the same distance back, modulo 7.
                (date, (date.weekday().index() + 35 - days_before) % 7)
            }
        };
        Self::by_days(date, missing)
    }

    /// The week of the month that a week is, by the Thursday rule.
    ///
    /// ```
    /// use semaine::{IsoWeek, MonthWeek};
    ///
    /// let week = MonthWeek::of_week(IsoWeek::new(2026, 1)?);
    /// assert_eq!((week.year, week.month, week.week), (2026, 1, 1));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn of_week(week: IsoWeek) -> Self {
        Self::by_days(week.day(Weekday::Thursday), 0)
    }

    /// Groups of seven days of the date's month, of which the first has already lost some.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "OK because (6 + 31) / 7 < 2^8"
    )]
    const fn by_days(date: Date, missing: u32) -> Self {
        let (year, month, day) = date.civil();
        Self {
            year,
            month,
            week: ((missing + day as u32 - 1) / 7 + 1) as u8,
        }
    }
}
