//! The number of a thing.

use serde::{Deserialize, Serialize};

/// A number of 1 to 2^53 − 1, which JavaScript holds exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(i64);

impl Id {
    /// The greatest: JavaScript's `Number.MAX_SAFE_INTEGER`.
    pub const MAX: i64 = (1 << 53) - 1;

    /// An identifier, or `None` for a number out of the range.
    #[must_use]
    pub const fn new(number: i64) -> Option<Self> {
        if 1 <= number && number <= Self::MAX {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}
