//! Conversions from and to chrono's types.

use chrono::NaiveDate;

use super::weekday_conversions;
use crate::bounds::Bounds;
use crate::error::{Error, ErrorKind};
use crate::{Date, IsoWeek};

/// The epoch days of chrono's first and last date.
pub(crate) const BOUNDS: Bounds = Bounds {
    min: NaiveDate::MIN.to_epoch_days() as i64,
    max: NaiveDate::MAX.to_epoch_days() as i64,
};

/// Lossless: every chrono date is representable.
impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self::from_valid_epoch_day(date.to_epoch_days())
    }
}

/// # Errors
///
/// `chrono_out_of_range` before `NaiveDate::MIN` and after `NaiveDate::MAX`.
impl TryFrom<Date> for NaiveDate {
    type Error = Error;

    fn try_from(date: Date) -> Result<Self, Error> {
        let refused = Error::new(ErrorKind::ChronoOutOfRange, date.epoch_day().into());
        Self::from_epoch_days(date.epoch_day()).ok_or(refused)
    }
}

/// The week that contains the date.
impl From<NaiveDate> for IsoWeek {
    fn from(date: NaiveDate) -> Self {
        Self::of(date.into())
    }
}

/// Lossless: every chrono week is representable. The way back goes through a date.
impl From<chrono::IsoWeek> for IsoWeek {
    fn from(week: chrono::IsoWeek) -> Self {
        #[allow(
            clippy::cast_possible_truncation,
            reason = "OK because a week is at most 53"
        )]
        Self::from_valid(week.year(), week.week() as u8)
    }
}

weekday_conversions!(
    chrono::Weekday: Mon Monday, Tue Tuesday, Wed Wednesday, Thu Thursday, Fri Friday,
    Sat Saturday, Sun Sunday
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_beyond_the_bounds_are_refused() {
        for (within, beyond) in [(BOUNDS.min, BOUNDS.min - 1), (BOUNDS.max, BOUNDS.max + 1)] {
            let date = Date::from_epoch_day_i64(within).unwrap();
            assert_eq!(Date::from(NaiveDate::try_from(date).unwrap()), date);
            let date = Date::from_epoch_day_i64(beyond).unwrap();
            let error = NaiveDate::try_from(date).unwrap_err();
            assert_eq!(
                (error.code(), error.value()),
                ("chrono_out_of_range", Some(beyond))
            );
        }
    }
}
