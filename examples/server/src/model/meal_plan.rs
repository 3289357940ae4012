//! A plan of meals for a week.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Id;
use crate::extract::given;
use crate::week_start::WeekStart;

/// A day without a planned meal may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Meals {
    /// On Monday.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = MealsOfDay)]
    pub monday: Option<MealsOfDay>,
    /// On Tuesday.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = MealsOfDay)]
    pub tuesday: Option<MealsOfDay>,
    /// On Wednesday.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = MealsOfDay)]
    pub wednesday: Option<MealsOfDay>,
    /// On Thursday.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = MealsOfDay)]
    pub thursday: Option<MealsOfDay>,
    /// On Friday.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = MealsOfDay)]
    pub friday: Option<MealsOfDay>,
    /// On Saturday.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = MealsOfDay)]
    pub saturday: Option<MealsOfDay>,
    /// On Sunday.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = MealsOfDay)]
    pub sunday: Option<MealsOfDay>,
}

/// The ids of recipes. A meal that is not planned is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MealsOfDay {
    /// In the morning.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = Id)]
    pub breakfast: Option<Id>,
    /// At noon.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = Id)]
    pub lunch: Option<Id>,
    /// In the evening.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    #[schema(value_type = Id)]
    pub dinner: Option<Id>,
}

impl Meals {
    /// Each planned recipe, with the keys that lead to it, in the order of the week.
    pub fn recipes(&self) -> impl Iterator<Item = (&'static str, &'static str, Id)> {
        [
            ("monday", &self.monday),
            ("tuesday", &self.tuesday),
            ("wednesday", &self.wednesday),
            ("thursday", &self.thursday),
            ("friday", &self.friday),
            ("saturday", &self.saturday),
            ("sunday", &self.sunday),
        ]
        .into_iter()
        .filter_map(|(day, meals)| Some((day, meals.as_ref()?)))
        .flat_map(|(day, meals)| {
            [
                ("breakfast", meals.breakfast),
                ("lunch", meals.lunch),
                ("dinner", meals.dinner),
            ]
            .into_iter()
            .filter_map(move |(meal, recipe)| Some((day, meal, recipe?)))
        })
    }
}

/// A plan as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "user_id": 1,
    "week_start": "2025-08-04",
    "meals": { "monday": { "breakfast": 1, "lunch": 5, "dinner": 8 }, "sunday": { "dinner": 11 } },
}))]
pub struct MealPlanInput {
    /// Whose it is.
    pub user_id: Id,
    /// The Monday of its week.
    pub week_start: WeekStart,
    /// What is eaten.
    pub meals: Meals,
}

/// A plan as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "id": 7,
    "user_id": 1,
    "week_start": "2025-08-04",
    "meals": { "monday": { "breakfast": 1, "lunch": 5, "dinner": 8 }, "sunday": { "dinner": 11 } },
}))]
pub struct MealPlan {
    /// Its number.
    pub id: Id,
    /// Whose it is.
    pub user_id: Id,
    /// The Monday of its week.
    pub week_start: WeekStart,
    /// What is eaten.
    pub meals: Meals,
}

/// Plans that are written together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MealPlanInputs {
    /// No two of a user for a week.
    #[schema(min_items = 1, max_items = 100)]
    pub items: Vec<MealPlanInput>,
}

impl MealPlanInputs {
    /// How many may be written at once.
    pub const MOST: usize = 100;
}

/// Plans that were written together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MealPlanList {
    /// In the order of the request.
    #[schema(min_items = 1, max_items = 100)]
    pub items: Vec<MealPlan>,
}
