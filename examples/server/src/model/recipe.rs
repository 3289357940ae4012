//! A dish that can be planned.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Id, Ingredient};

/// A meal of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum MealKind {
    /// In the morning.
    Breakfast,
    /// At noon.
    Lunch,
    /// In the evening.
    Dinner,
}

/// A dish that can be planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "id": 5,
    "name": "Omelette aux champignons",
    "meals": ["lunch", "dinner"],
    "servings": 2,
    "ingredients": [
        { "id": "egg", "name": "œufs", "amount": 5, "unit": "piece" },
        { "id": "mushroom", "name": "champignons", "amount": 200, "unit": "g" },
    ],
}))]
pub struct Recipe {
    /// Its number.
    pub id: Id,
    /// In the language of the answer.
    #[schema(example = "Ratatouille")]
    pub name: String,
    /// What it is usually eaten as. A plan may have it for another meal.
    #[schema(min_items = 1)]
    pub meals: Vec<MealKind>,
    /// How many people the amounts are for.
    #[schema(minimum = 1)]
    pub servings: u32,
    /// What it is made of.
    #[schema(min_items = 1)]
    pub ingredients: Vec<Ingredient>,
}

/// All recipes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecipeList {
    /// In the order of their ids.
    pub items: Vec<Recipe>,
}
