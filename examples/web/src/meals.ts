import type { MealKind, Meals } from "./api/schema";
import { WEEKDAYS } from "./api/weekdays";

/** The meals of a day, in their order. */
export const MEAL_KINDS: readonly MealKind[] = ["breakfast", "lunch", "dinner"];

/** Whether anything is planned. */
export function hasMeals(meals: Meals): boolean {
  return Object.values(meals).some((ofDay) => Object.keys(ofDay).length > 0);
}

/** Whether the same is planned; a day without meals may be left out. */
export function areSameMeals(some: Meals, others: Meals): boolean {
  return WEEKDAYS.every((day) => MEAL_KINDS.every((kind) => some[day]?.[kind] === others[day]?.[kind]));
}
