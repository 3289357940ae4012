//! What to buy for a plan.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Id;
use crate::week_start::WeekStart;

/// What an amount counts: grams, millilitres or pieces.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Grams.
    G,
    /// Millilitres.
    Ml,
    /// Pieces.
    Piece,
}

/// How much of an ingredient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// The name of the ingredient in every language.
    pub id: String,
    /// How many of the unit.
    pub amount: u32,
    /// What is counted.
    pub unit: Unit,
}

/// How much of an ingredient, with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ingredient {
    /// The name of the ingredient in every language.
    #[schema(example = "egg")]
    pub id: String,
    /// In the language of the answer.
    #[schema(example = "œufs")]
    pub name: String,
    /// How many of the unit.
    #[schema(minimum = 1, example = 4)]
    pub amount: u32,
    /// What is counted.
    pub unit: Unit,
}

/// What to buy for a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "id": 3,
    "user_id": 1,
    "meal_plan_id": 7,
    "week_start": "2025-08-04",
    "generated_at": "2025-08-02T09:30:00Z",
    "items": [{ "id": "egg", "name": "œufs", "amount": 9, "unit": "piece" }],
}))]
pub struct ShoppingList {
    /// Its number.
    pub id: Id,
    /// Whose plan it is for.
    pub user_id: Id,
    /// The plan that it is for.
    pub meal_plan_id: Id,
    /// The Monday of the plan's week.
    pub week_start: WeekStart,
    /// When the list was last written.
    #[serde(serialize_with = "text")]
    #[schema(value_type = String, format = DateTime)]
    pub generated_at: Timestamp,
    /// The ingredients of all planned meals, summed by ingredient and unit, in the order of their ids.
    pub items: Vec<Ingredient>,
}

fn text<S: serde::Serializer>(instant: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(instant)
}
