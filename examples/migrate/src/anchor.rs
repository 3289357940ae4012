//! To which Monday a day moves.

use clap::ValueEnum;
use semaine::Date;
use serde::{Deserialize, Serialize};

/// Which ISO week takes the place of the seven days from a stored date.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    ValueEnum,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// The one that contains the date: that of ISO 8601.
    #[default]
    Containing,
    /// The one that shares the most of the seven days: the nearest Monday, which is that before the
    /// days Tuesday to Thursday, and that after Friday to Sunday.
    Majority,
}

impl Anchor {
    /// The Monday for `date`; `None` if it is after the year 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use semaine::Date;
    /// use semaine_migrate::anchor::Anchor;
    ///
    /// let sunday = Date::parse("2025-08-03")?;
    /// assert_eq!(Anchor::Containing.monday(sunday), Some(Date::parse("2025-07-28")?));
    /// assert_eq!(Anchor::Majority.monday(sunday), Some(Date::parse("2025-08-04")?));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub fn monday(self, date: Date) -> Option<Date> {
        let within = date.checked_add(self.reach()).ok()?;
        let monday = semaine::week_start(within);
        (1..=9999).contains(&monday.year()).then_some(monday)
    }

    /// The first and the last day that move to `monday`.
    #[must_use]
    pub fn window(self, monday: Date) -> (Date, Date) {
        let first = monday.saturating_sub(self.reach());
        (first, first.saturating_add(6))
    }

    /// How many days before its Monday a date may be.
    const fn reach(self) -> i64 {
        match self {
            Self::Containing => 0,
            // Four of the seven days from three days before a Monday are in its week.
            Self::Majority => 3,
        }
    }
}
