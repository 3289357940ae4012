//! What the service speaks of, in the shape in which JSON carries it.

mod id;
mod meal_plan;
mod shopping_list;

pub use self::id::Id;
pub use self::meal_plan::{MealPlan, MealPlanInput, Meals, MealsOfDay};
pub use self::shopping_list::{Amount, Unit};
