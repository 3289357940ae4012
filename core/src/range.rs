//! Ranges of weeks and of days, which are iterators over themselves.

use core::fmt;
use core::iter::FusedIterator;
use core::ops::{Range, RangeInclusive};

use crate::date::days_in_month;
use crate::error::Error;
use crate::{Date, IsoWeek, weeks_in_year};

// The lengths of iterators are `usize`, and a range can hold 4,294,967,285 days.
const _: () = assert!(usize::BITS >= 32, "semaine needs 32-bit addresses");

/// A range type: the indices of its first member and of the one behind its last, the conversions
/// from `a..b` and `a..=b`, and the iterator traits.
macro_rules! range {
    ($range:ident of $member:ident) => {
        impl $range {
            /// The members from the first to the last, both included; none if the first is later.
            #[must_use]
            pub const fn inclusive(first: $member, last: $member) -> Self {
                Self::of_indices(first.index(), last.index() + 1)
            }

            /// The members from the first up to, and without, the end; none if the first is later.
            #[must_use]
            pub const fn half_open(first: $member, end: $member) -> Self {
                Self::of_indices(first.index(), end.index())
            }

            /// Whatever ends before it starts is empty where it starts, so `start <= end` always.
            const fn of_indices(start: u32, end: u32) -> Self {
                Self {
                    start,
                    end: if start < end { end } else { start },
                }
            }

            /// Whether nothing is left in the range.
            #[must_use]
            pub const fn is_empty(&self) -> bool {
                self.start == self.end
            }

            /// Whether the range, as far as it has not been iterated over, holds a member.
            #[must_use]
            pub const fn contains(&self, member: $member) -> bool {
                self.start <= member.index() && member.index() < self.end
            }

            /// The first member that is left.
            #[must_use]
            pub const fn first(&self) -> Option<$member> {
                if self.is_empty() {
                    None
                } else {
                    Some($member::from_index(self.start))
                }
            }

            const fn final_member(&self) -> Option<$member> {
                if self.is_empty() {
                    None
                } else {
                    Some($member::from_index(self.end - 1))
                }
            }
        }

        impl From<Range<$member>> for $range {
            fn from(range: Range<$member>) -> Self {
                Self::half_open(range.start, range.end)
            }
        }

        /// A range that has already been iterated to its end converts as if it had not.
        impl From<RangeInclusive<$member>> for $range {
            fn from(range: RangeInclusive<$member>) -> Self {
                Self::inclusive(*range.start(), *range.end())
            }
        }

        impl Iterator for $range {
            type Item = $member;

            #[inline]
            fn next(&mut self) -> Option<$member> {
                let member = self.first()?;
                self.start += 1;
                Some(member)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                let len = (self.end - self.start) as usize;
                (len, Some(len))
            }

            /// In constant time, so that `step_by` costs as little as it can.
            fn nth(&mut self, n: usize) -> Option<$member> {
                let n = u32::try_from(n).unwrap_or(u32::MAX);
                self.start += n.min(self.end - self.start);
                self.next()
            }

            /// In constant time.
            fn last(self) -> Option<$member> {
                self.final_member()
            }

            fn count(self) -> usize {
                self.len()
            }
        }

        impl DoubleEndedIterator for $range {
            #[inline]
            fn next_back(&mut self) -> Option<$member> {
                let member = self.final_member()?;
                self.end -= 1;
                Some(member)
            }

            fn nth_back(&mut self, n: usize) -> Option<$member> {
                let n = u32::try_from(n).unwrap_or(u32::MAX);
                self.end -= n.min(self.end - self.start);
                self.next_back()
            }
        }

        impl ExactSizeIterator for $range {}
        impl FusedIterator for $range {}

        impl fmt::Debug for $range {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match (self.first(), self.final_member()) {
                    (Some(first), Some(last)) => write!(f, "{first}..={last}"),
                    _ => f.write_str("(empty)"),
                }
            }
        }
    };
}

/// A range of weeks.
///
/// Use it to walk over weeks in either direction, with [`step_by`](Iterator::step_by) for every
/// second, fourth … of them; skipping takes constant time. It comes from `a..b` or `a..=b`, from
/// [`Weeks::of_year`] or from [`Weeks::overlapping_month`].
///
/// ```
/// use semaine::{IsoWeek, Weeks};
///
/// let (first, end) = (IsoWeek::new(2026, 51)?, IsoWeek::new(2027, 3)?);
/// let texts: Vec<_> = Weeks::from(first..end).map(|week| week.to_string()).collect();
/// assert_eq!(texts, ["2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02"]);
///
/// let fortnights: Vec<_> = Weeks::from(first..end).step_by(2).map(IsoWeek::week).collect();
/// assert_eq!(fortnights, [51, 53, 2]);
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Weeks {
    start: u32,
    end: u32,
}

range!(Weeks of IsoWeek);

impl Weeks {
    /// The 52 or 53 weeks of an ISO year.
    ///
    /// # Errors
    ///
    /// `year_out_of_range`, and `epoch_week_out_of_range` for the two years that are only partly
    /// representable.
    ///
    /// ```
    /// use semaine::Weeks;
    ///
    /// assert_eq!(Weeks::of_year(2026)?.len(), 53);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn of_year(year: i32) -> Result<Self, Error> {
        let first = tri!(IsoWeek::new(year, 1));
        let last = tri!(IsoWeek::new(year, weeks_in_year(year)));
        Ok(Self::inclusive(first, last))
    }

    /// The weeks that have at least one day in a calendar month: the rows of a month's page.
    ///
    /// # Errors
    ///
    /// Those of [`Date::new`] for the month's first and last day.
    ///
    /// ```
    /// use semaine::{IsoWeek, Weeks};
    ///
    /// let rows = Weeks::overlapping_month(2025, 8)?;
    /// assert_eq!(rows.len(), 5);
    /// assert_eq!(rows.first(), Some(IsoWeek::new(2025, 31)?));
    /// # Ok::<(), semaine::Error>(())
    /// ```
    pub const fn overlapping_month(year: i32, month: u8) -> Result<Self, Error> {
        let first = tri!(Date::new(year, month, 1));
        let last = tri!(Date::new(year, month, days_in_month(year, month)));
        Ok(Self::inclusive(IsoWeek::of(first), IsoWeek::of(last)))
    }

    /// Every day of the weeks that are left, in order.
    ///
    /// ```
    /// use semaine::Weeks;
    ///
    /// assert_eq!(Weeks::of_year(2025)?.days().len(), 364);
    /// # Ok::<(), semaine::Error>(())
    /// ```
    #[must_use]
    pub const fn days(&self) -> Days {
        Days {
            start: 7 * self.start,
            end: 7 * self.end,
        }
    }
}

/// A range of days.
///
/// It comes from [`IsoWeek::days`], [`Weeks::days`], `a..b` or `a..=b`.
///
/// ```
/// use semaine::{Date, Days};
///
/// let days = Days::from(Date::new(2024, 2, 28)?..=Date::new(2024, 3, 1)?);
/// assert_eq!(days.len(), 3);
/// assert_eq!(days.rev().next(), Some(Date::new(2024, 3, 1)?));
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Days {
    start: u32,
    end: u32,
}

range!(Days of Date);
