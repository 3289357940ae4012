//! `WeekStart`: a date that is known to be a Monday.

use semaine::{Date, IsoWeek};

/// The Monday of an ISO week of the years 1 to 9998.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekStart(IsoWeek);

impl WeekStart {
    /// The week that starts on this Monday.
    #[must_use]
    pub const fn week(self) -> IsoWeek {
        self.0
    }

    /// The Monday.
    #[must_use]
    pub fn monday(self) -> Date {
        self.0.monday()
    }
}
