//! The number of a thing.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

use super::integer::integer;

/// A number of 1 to 2^53 − 1, which JavaScript holds exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Id(i64);

impl Id {
    /// The greatest: JavaScript's `Number.MAX_SAFE_INTEGER`.
    pub const MAX: i64 = (1 << 53) - 1;

    /// That of the user who is there from the beginning.
    pub const DEMO_USER: Self = Self(1);

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

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Refuses a number out of the range as an invalid value, and everything else as an invalid type.
impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        integer::<1, { Self::MAX }, D>(deserializer).map(Self)
    }
}

impl PartialSchema for Id {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
            .minimum(Some(1_i64))
            .maximum(Some(Self::MAX))
            .into()
    }
}

impl ToSchema for Id {}
