#![no_std]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![doc = include_str!("../README.md")]

/// `?` for constant functions, in which the operator is not yet allowed.
macro_rules! tri {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(error) => return Err(error),
        }
    };
}

mod bounds;
pub mod columns;
mod date;
mod error;
mod format;
mod functions;
mod interop;
mod month_week;
mod operators;
mod parse;
mod range;
mod week;
mod week_date;
mod week_year;
mod weekday;
pub mod wide;

pub use crate::date::Date;
pub use crate::error::{Error, ErrorKind};
pub use crate::format::Text;
pub use crate::functions::{
    is_long_year, is_monday, iso_year, next_monday, previous_monday, week_end, week_number,
    week_range, week_start, weeks_in_year,
};
pub use crate::month_week::{MonthRule, MonthWeek};
pub use crate::range::{Days, Weeks};
pub use crate::week::IsoWeek;
pub use crate::week_date::IsoWeekDate;
pub use crate::weekday::Weekday;
