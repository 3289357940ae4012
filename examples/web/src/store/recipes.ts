import type { Language } from "../api/language";
import type { Ingredient, Recipe } from "../api/schema";
import { type Amount, DISHES, SERVINGS } from "./catalogue";
import type { Handler } from "./exchange";
import { INGREDIENTS } from "./ingredients";

export const listRecipes: Handler = ({ language }) => {
  const items = Array.from(DISHES, ([id, { name, meals, ingredients }]): Recipe => {
    return {
      id,
      name: name[language],
      meals: [...meals],
      servings: SERVINGS,
      ingredients: named(ingredients, language),
    };
  });
  return { status: 200, body: { items } };
};

/** Amounts with the names of their ingredients. */
export function named(amounts: readonly Amount[], language: Language): Ingredient[] {
  return amounts.map(({ id, amount, unit }) => ({ id, name: INGREDIENTS[id][language], amount, unit }));
}
