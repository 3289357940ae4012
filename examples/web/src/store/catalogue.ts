import type { Language } from "../api/language";
import type { MealKind, Unit } from "../api/schema";
import type { IngredientId } from "./ingredients";

/** So much of an ingredient. */
export interface Amount {
  readonly id: IngredientId;
  readonly amount: number;
  readonly unit: Unit;
}

export interface Dish {
  readonly name: Readonly<Record<Language, string>>;
  readonly meals: readonly MealKind[];
  readonly ingredients: readonly Amount[];
}

/** How many people the amounts are for. */
export const SERVINGS = 2;

const g = (id: IngredientId, amount: number): Amount => ({ id, amount, unit: "g" });
const ml = (id: IngredientId, amount: number): Amount => ({ id, amount, unit: "ml" });
const pieces = (id: IngredientId, amount: number): Amount => ({ id, amount, unit: "piece" });

/** The dishes, by the ids of their recipes. */
export const DISHES: ReadonlyMap<number, Dish> = new Map<number, Dish>([
  [
    1,
    {
      name: { fr: "Porridge aux pommes", en: "Apple porridge" },
      meals: ["breakfast"],
      ingredients: [g("oat", 100), ml("milk", 400), pieces("apple", 1)],
    },
  ],
  [
    2,
    {
      name: { fr: "Tartines aux fruits rouges", en: "Toast with berries" },
      meals: ["breakfast"],
      ingredients: [g("bread", 120), g("fromage-blanc", 150), g("berry", 150)],
    },
  ],
  [
    3,
    {
      name: { fr: "Œufs brouillés", en: "Scrambled eggs on toast" },
      meals: ["breakfast"],
      ingredients: [pieces("egg", 4), g("bread", 120), g("butter", 15)],
    },
  ],
  [
    4,
    {
      name: { fr: "Yaourt, miel et noix", en: "Yoghurt, honey, walnuts" },
      meals: ["breakfast"],
      ingredients: [g("yoghurt", 300), g("honey", 30), g("walnut", 40)],
    },
  ],
  [
    5,
    {
      name: { fr: "Omelette aux champignons", en: "Mushroom omelette" },
      meals: ["lunch", "dinner"],
      ingredients: [pieces("egg", 5), g("mushroom", 200), g("butter", 15)],
    },
  ],
  [
    6,
    {
      name: { fr: "Salade de lentilles", en: "Lentil salad" },
      meals: ["lunch"],
      ingredients: [
        g("lentil", 160),
        pieces("carrot", 2),
        pieces("onion", 1),
        pieces("lemon", 1),
        ml("olive-oil", 30),
      ],
    },
  ],
  [
    7,
    {
      name: { fr: "Soupe de potiron", en: "Pumpkin soup" },
      meals: ["lunch", "dinner"],
      ingredients: [g("pumpkin", 600), pieces("onion", 1), ml("milk", 200), g("bread", 100)],
    },
  ],
  [
    8,
    {
      name: { fr: "Ratatouille", en: "Ratatouille" },
      meals: ["lunch", "dinner"],
      ingredients: [
        pieces("aubergine", 1),
        pieces("courgette", 2),
        pieces("pepper", 1),
        g("tomato", 400),
        pieces("onion", 1),
        ml("olive-oil", 30),
      ],
    },
  ],
  [
    9,
    {
      name: { fr: "Pâtes à la tomate", en: "Pasta with tomato sauce" },
      meals: ["lunch", "dinner"],
      ingredients: [g("pasta", 200), g("tomato", 400), ml("olive-oil", 20), g("parmesan", 40)],
    },
  ],
  [
    10,
    {
      name: { fr: "Salade niçoise", en: "Niçoise salad" },
      meals: ["lunch"],
      ingredients: [pieces("egg", 2), g("tuna", 150), g("tomato", 300), g("bean", 200), g("potato", 300)],
    },
  ],
  [
    11,
    {
      name: { fr: "Poulet et pommes de terre", en: "Chicken with potatoes" },
      meals: ["dinner"],
      ingredients: [g("chicken", 500), g("potato", 500), pieces("lemon", 1)],
    },
  ],
  [
    12,
    {
      name: { fr: "Saumon, riz et épinards", en: "Salmon, rice, spinach" },
      meals: ["dinner"],
      ingredients: [g("salmon", 260), g("rice", 140), g("spinach", 300)],
    },
  ],
]);
