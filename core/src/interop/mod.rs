//! Conversions from and to the types of other crates, each behind the feature of its name.

#[cfg(feature = "chrono")]
pub(crate) mod chrono;
#[cfg(feature = "jiff")]
pub(crate) mod jiff;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "time")]
pub(crate) mod time;

/// Converts weekdays from and to another crate's, whose variants are given from Monday to Sunday.
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
macro_rules! weekday_conversions {
    ($theirs:path: $($their_day:ident $our_day:ident),*) => {
        impl From<$theirs> for crate::Weekday {
            fn from(weekday: $theirs) -> Self {
                match weekday {
                    $(<$theirs>::$their_day => Self::$our_day,)*
                }
            }
        }

        impl From<crate::Weekday> for $theirs {
            fn from(weekday: crate::Weekday) -> Self {
                match weekday {
                    $(crate::Weekday::$our_day => Self::$their_day,)*
                }
            }
        }
    };
}
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
use weekday_conversions;
