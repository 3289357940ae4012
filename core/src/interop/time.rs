//! Conversions from and to the types of the `time` crate.

use crate::bounds::Bounds;
use crate::error::{Error, ErrorKind};
use crate::{Date, IsoWeek};

use super::weekday_conversions;

/// The Julian day of 1970-01-01, in the count that `time` uses.
const JULIAN_DAY_OF_EPOCH: i32 = 2_440_588;

/// The epoch days of the first and last date, which depend on how `time` was built.
pub(crate) const BOUNDS: Bounds = Bounds {
    min: time::Date::MIN.to_julian_day() as i64 - JULIAN_DAY_OF_EPOCH as i64,
    max: time::Date::MAX.to_julian_day() as i64 - JULIAN_DAY_OF_EPOCH as i64,
};

/// Lossless: every date of `time` is representable, also with its feature `large-dates`.
impl From<time::Date> for Date {
    fn from(date: time::Date) -> Self {
        Self::from_valid_epoch_day(date.to_julian_day() - JULIAN_DAY_OF_EPOCH)
    }
}

/// # Errors
///
/// `time_out_of_range` before `time::Date::MIN` and after `time::Date::MAX`.
impl TryFrom<Date> for time::Date {
    type Error = Error;

    fn try_from(date: Date) -> Result<Self, Error> {
        let refused = Error::new(ErrorKind::TimeOutOfRange, date.epoch_day().into());
        let julian_day = date.epoch_day().checked_add(JULIAN_DAY_OF_EPOCH);
        Self::from_julian_day(julian_day.ok_or(refused)?).map_err(|_| refused)
    }
}

/// The week that contains the date.
impl From<time::Date> for IsoWeek {
    fn from(date: time::Date) -> Self {
        Self::of(date.into())
    }
}

weekday_conversions!(
    time::Weekday: Monday Monday, Tuesday Tuesday, Wednesday Wednesday, Thursday Thursday,
    Friday Friday, Saturday Saturday, Sunday Sunday
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_beyond_the_bounds_are_refused() {
        for (within, beyond) in [(BOUNDS.min, BOUNDS.min - 1), (BOUNDS.max, BOUNDS.max + 1)] {
            let date = Date::from_epoch_day_i64(within).unwrap();
            assert_eq!(Date::from(time::Date::try_from(date).unwrap()), date);
            let date = Date::from_epoch_day_i64(beyond).unwrap();
            let error = time::Date::try_from(date).unwrap_err();
            assert_eq!(
                (error.code(), error.value()),
                ("time_out_of_range", Some(beyond))
            );
        }
        assert!(time::Date::try_from(Date::MAX).is_err());
    }
}
