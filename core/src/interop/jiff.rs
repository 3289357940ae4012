//! Conversions from and to `jiff::civil` types.

use jiff::civil;

use super::weekday_conversions;
use crate::bounds::Bounds;
use crate::error::{Error, ErrorKind};
use crate::{Date, IsoWeek, IsoWeekDate};

/// The epoch days of jiff's first and last date, -9999-01-01 and 9999-12-31.
pub(crate) const BOUNDS: Bounds = Bounds {
    min: -4_371_587,
    max: 2_932_896,
};

/// Lossless: every jiff date is representable.
impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self::from_valid_civil(
            date.year().into(),
            date.month().unsigned_abs(),
            date.day().unsigned_abs(),
        )
    }
}

/// # Errors
///
/// `jiff_out_of_range` outside the years -9999 to 9999.
impl TryFrom<Date> for civil::Date {
    type Error = Error;

    #[allow(
        clippy::cast_possible_wrap,
        reason = "OK because months and days are below 128"
    )]
    fn try_from(date: Date) -> Result<Self, Error> {
        let refused = Error::new(ErrorKind::JiffOutOfRange, date.epoch_day().into());
        let (year, month, day) = date.civil();
        let year = i16::try_from(year).map_err(|_| refused)?;
        Self::new(year, month as i8, day as i8).map_err(|_| refused)
    }
}

/// Lossless: every jiff week date is representable.
impl From<civil::ISOWeekDate> for IsoWeekDate {
    fn from(day: civil::ISOWeekDate) -> Self {
        Self::of(day.date().into())
    }
}

/// # Errors
///
/// `jiff_out_of_range` outside the range of `jiff::civil::Date`.
impl TryFrom<IsoWeekDate> for civil::ISOWeekDate {
    type Error = Error;

    fn try_from(day: IsoWeekDate) -> Result<Self, Error> {
        Ok(civil::Date::try_from(day.date())?.iso_week_date())
    }
}

/// The week that contains the date.
impl From<civil::Date> for IsoWeek {
    fn from(date: civil::Date) -> Self {
        Self::of(date.into())
    }
}

weekday_conversions!(
    civil::Weekday: Monday Monday, Tuesday Tuesday, Wednesday Wednesday, Thursday Thursday,
    Friday Friday, Saturday Saturday, Sunday Sunday
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_those_of_jiff() {
        for (theirs, ours) in [
            (civil::Date::MIN, BOUNDS.min),
            (civil::Date::MAX, BOUNDS.max),
        ] {
            assert_eq!(i64::from(Date::from(theirs).epoch_day()), ours);
        }
        for beyond in [BOUNDS.min - 1, BOUNDS.max + 1] {
            let date = Date::from_epoch_day_i64(beyond).unwrap();
            let error = civil::Date::try_from(date).unwrap_err();
            assert_eq!(
                (error.code(), error.value()),
                ("jiff_out_of_range", Some(beyond))
            );
        }
    }
}
