//! Long lists, a page at a time.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
use utoipa::{PartialSchema, ToSchema};

use super::integer::integer;
use super::{Id, MealPlan, ShoppingList};
use crate::week_start::WeekStart;

/// How many things a page has at most: 1 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(u32);

const GREATEST_LIMIT: u32 = 100;

impl Limit {
    /// The number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The page of what was found, of which one more than the limit was asked for, and what leads to the next.
    #[must_use]
    pub fn page<T>(self, mut found: Vec<T>, cursor: impl Fn(&T) -> Cursor) -> (Vec<T>, Next) {
        let limit = self.0 as usize;
        let is_last = found.len() <= limit;
        found.truncate(limit);
        let next = found.last().filter(|_| !is_last).map(cursor);
        (found, Next(next))
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(20)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = integer::<1, { GREATEST_LIMIT as i64 }, D>(deserializer)?;
        u32::try_from(number).map(Self).map_err(de::Error::custom)
    }
}

/// Where a page ends, in the order of weeks and, within a week, of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor(pub WeekStart, pub Id);

/// A text that is no [`Cursor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACursor;

impl fmt::Display for NotACursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the end of a page")
    }
}

impl std::error::Error for NotACursor {}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, NotACursor> {
        let (week, id) = text.split_once('.').ok_or(NotACursor)?;
        let id = id.parse().ok().and_then(Id::new).ok_or(NotACursor)?;
        let cursor = Self(week.parse().map_err(|_| NotACursor)?, id);
        // What was not written by `Display` was not given by this service.
        if cursor.to_string() == text {
            Ok(cursor)
        } else {
            Err(NotACursor)
        }
    }
}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The error of a refused text is that of [`NotACursor`].
impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// What leads to the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Next(pub Option<Cursor>);

impl PartialSchema for Next {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
            .description(Some(
                "What to send as `after` for the next page; null on the last one.",
            ))
            .into()
    }
}

impl ToSchema for Next {}

/// A page of plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MealPlanPage {
    /// In chronological order.
    #[schema(max_items = 100)]
    pub items: Vec<MealPlan>,
    #[allow(
        missing_docs,
        reason = "a comment would hide the description of `Next` in the OpenAPI document"
    )]
    pub next: Next,
}

/// A page of shopping lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShoppingListPage {
    /// In chronological order of their weeks.
    #[schema(max_items = 100)]
    pub items: Vec<ShoppingList>,
    #[allow(
        missing_docs,
        reason = "a comment would hide the description of `Next` in the OpenAPI document"
    )]
    pub next: Next,
}
