//! What is kept, read from the rows of the database.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::error::BoxDynError;
use sqlx::{Error, Row};

use super::json;
use crate::model::{Amount, Id, MealPlan};
use crate::week_start::WeekStart;

/// A kept plan with the version that its `ETag` tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The plan.
    pub plan: MealPlan,
    /// Grows by one with each change.
    pub version: i64,
}

impl Kept {
    /// As `try_from` reads them. Dates go in and out as texts: they are what both databases agree on.
    pub(super) const COLUMNS: &str =
        "id, user_id, CAST(week_start AS TEXT) AS monday, meals, version";
}

impl TryFrom<AnyRow> for Kept {
    type Error = Error;

    fn try_from(row: AnyRow) -> Result<Self, Error> {
        Ok(Self {
            plan: MealPlan {
                id: id(&row, "id")?,
                user_id: id(&row, "user_id")?,
                week_start: week_start(&row)?,
                meals: json::read(&row, "meals")?,
            },
            version: row.try_get("version")?,
        })
    }
}

/// A kept shopping list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptList {
    /// Its number.
    pub id: Id,
    /// The plan that it is for.
    pub meal_plan_id: Id,
    /// Whose plan that is.
    pub user_id: Id,
    /// The Monday of the plan's week.
    pub week_start: WeekStart,
    /// When it was last written, to the millisecond.
    pub generated_at: Timestamp,
    /// What to buy.
    pub items: Vec<Amount>,
}

impl TryFrom<AnyRow> for KeptList {
    type Error = Error;

    fn try_from(row: AnyRow) -> Result<Self, Error> {
        Ok(Self {
            id: id(&row, "id")?,
            meal_plan_id: id(&row, "meal_plan_id")?,
            user_id: id(&row, "user_id")?,
            week_start: week_start(&row)?,
            generated_at: Timestamp::from_millisecond(row.try_get("generated_at")?)
                .map_err(|error| unreadable("generated_at", error))?,
            items: json::read(&row, "items")?,
        })
    }
}

fn id(row: &AnyRow, column: &str) -> Result<Id, Error> {
    Id::new(row.try_get(column)?).ok_or_else(|| unreadable(column, "not an id"))
}

fn week_start(row: &AnyRow) -> Result<WeekStart, Error> {
    let column = "monday";
    row.try_get::<&str, _>(column)?
        .parse::<WeekStart>()
        .map_err(|error| unreadable(column, error))
}

fn unreadable(column: &str, source: impl Into<BoxDynError>) -> Error {
    Error::ColumnDecode {
        index: column.to_owned(),
        source: source.into(),
    }
}
