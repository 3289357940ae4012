//! What the service speaks of, in the shape in which JSON carries it.

mod id;
mod integer;
mod meal_plan;
mod page;
mod recipe;
mod shopping_list;
mod week;
mod zone;

pub use self::id::Id;
pub use self::meal_plan::{
    MealPlan, MealPlanInput, MealPlanInputs, MealPlanList, Meals, MealsOfDay,
};
pub use self::page::{Cursor, Limit, MealPlanPage, Next, NotACursor, ShoppingListPage};
pub use self::recipe::{MealKind, Recipe, RecipeList};
pub use self::shopping_list::{Amount, Ingredient, ShoppingList, Unit};
pub use self::week::{NamedWeek, NotAWeek, Week};
pub use self::zone::{NotAZone, Zone};
