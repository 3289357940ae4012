//! The range of every quantity: the source of the constants, the checks and the error texts.

use crate::error::{Error, ErrorKind};

/// The smallest and the largest value of one quantity, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) min: i64,
    pub(crate) max: i64,
}

impl Bounds {
    const fn new(min: i64, max: i64) -> Self {
        Self { min, max }
    }

    /// Refuses a value outside the bounds with an error of the given kind.
    pub(crate) const fn check(self, value: i64, kind: ErrorKind) -> Result<(), Error> {
        if self.min <= value && value <= self.max {
            Ok(())
        } else {
            Err(Error::new(kind, value))
        }
    }
}

/// Epoch day 0 (1970-01-01) is the Thursday of epoch week 0, so a week `w` spans the epoch days
/// `7w - 3 ..= 7w + 3`. All seven fit an `i32` when `-2^31 <= 7w - 3` and `7w + 3 < 2^31`.
pub(crate) const LAST_WEEK: i32 = (i32::MAX - 3) / 7;
pub(crate) const FIRST_WEEK: i32 = -LAST_WEEK;
const _: () = assert!(7 * (FIRST_WEEK as i64 - 1) - 3 < i32::MIN as i64);
const _: () = assert!(7 * (LAST_WEEK as i64 + 1) + 3 > i32::MAX as i64);
pub(crate) const LAST_DAY: i32 = 7 * LAST_WEEK + 3;
pub(crate) const FIRST_DAY: i32 = 7 * FIRST_WEEK - 3;

pub(crate) const EPOCH_WEEK: Bounds = Bounds::new(FIRST_WEEK as i64, LAST_WEEK as i64);
pub(crate) const EPOCH_DAY: Bounds = Bounds::new(FIRST_DAY as i64, LAST_DAY as i64);
/// The years, both calendar and ISO, of the first and the last day; a test derives them again.
pub(crate) const YEAR: Bounds = Bounds::new(-5_877_641, 5_881_580);
/// HTML's week strings know no year before 1.
pub(crate) const HTML_YEAR: Bounds = Bounds::new(1, YEAR.max);
pub(crate) const MONTH: Bounds = Bounds::new(1, 12);
pub(crate) const DAY: Bounds = Bounds::new(1, 31);
pub(crate) const WEEK: Bounds = Bounds::new(1, 53);
pub(crate) const WEEKDAY: Bounds = Bounds::new(1, 7);
/// Seconds by which local time is ahead of UTC: less than a day either way.
pub(crate) const UTC_OFFSET: Bounds = Bounds::new(-86_399, 86_399);
