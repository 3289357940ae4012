import type { MealPlanInput, Meals, MealsOfDay } from "../api/schema";
import { WEEKDAYS } from "../api/weekdays";
import { MEAL_KINDS } from "../meals";
import { DISHES } from "./catalogue";
import { mondayIn } from "./dates";
import { BODY, integerIn, objectIn, required } from "./fields";
import { Refusal } from "./refusal";

/** @throws Refusal for what is no plan, its week start being no Monday, and recipes that do not exist. */
export function planIn(value: unknown): MealPlanInput {
  const plan = objectIn(BODY, value, ["user_id", "week_start", "meals"]);
  return {
    user_id: integerIn("user_id", required(plan, "user_id"), 1),
    week_start: mondayIn("week_start", required(plan, "week_start")),
    meals: mealsIn(required(plan, "meals")),
  };
}

function mealsIn(value: unknown): Meals {
  const days = objectIn("meals", value, WEEKDAYS);
  const meals: Meals = {};
  for (const day of WEEKDAYS) {
    if (days[day] !== undefined) {
      meals[day] = mealsOfDayIn(`meals.${day}`, days[day]);
    }
  }
  return meals;
}

function mealsOfDayIn(field: string, value: unknown): MealsOfDay {
  const kinds = objectIn(field, value, MEAL_KINDS);
  const meals: MealsOfDay = {};
  for (const kind of MEAL_KINDS) {
    if (kinds[kind] !== undefined) {
      meals[kind] = recipeIn(`${field}.${kind}`, kinds[kind]);
    }
  }
  return meals;
}

function recipeIn(field: string, value: unknown): number {
  const id = integerIn(field, value, 1);
  if (!DISHES.has(id)) {
    throw new Refusal(400, "unknown_recipe", { field, value });
  }
  return id;
}
