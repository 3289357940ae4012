//! A plan of meals for a week.

use serde::{Deserialize, Serialize};

use super::Id;
use crate::week_start::WeekStart;

/// The planned recipes of a week; a day without any may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meals {
    /// On Monday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monday: Option<MealsOfDay>,
    /// On Tuesday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tuesday: Option<MealsOfDay>,
    /// On Wednesday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wednesday: Option<MealsOfDay>,
    /// On Thursday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thursday: Option<MealsOfDay>,
    /// On Friday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friday: Option<MealsOfDay>,
    /// On Saturday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saturday: Option<MealsOfDay>,
    /// On Sunday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sunday: Option<MealsOfDay>,
}

/// The planned recipes of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MealsOfDay {
    /// The recipe of the breakfast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breakfast: Option<Id>,
    /// The recipe of the lunch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lunch: Option<Id>,
    /// The recipe of the dinner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dinner: Option<Id>,
}

/// A plan as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MealPlanInput {
    /// Whose it is.
    pub user_id: Id,
    /// The Monday of its week.
    pub week_start: WeekStart,
    /// What is eaten.
    pub meals: Meals,
}

/// A plan as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
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
