import type { MealKind, Meals } from "./api/schema";

/** The meals of a day, in their order. */
export const MEAL_KINDS: readonly MealKind[] = ["breakfast", "lunch", "dinner"];

/** Whether anything is planned. */
export function hasMeals(meals: Meals): boolean {
  return Object.values(meals).some((ofDay) => Object.keys(ofDay).length > 0);
}
