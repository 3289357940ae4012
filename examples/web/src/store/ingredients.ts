import type { Language } from "../api/language";

/** What is bought, as a shop writes it. */
export const INGREDIENTS = {
  apple: { fr: "pommes", en: "apples" },
  aubergine: { fr: "aubergines", en: "aubergines" },
  bean: { fr: "haricots verts", en: "green beans" },
  berry: { fr: "fruits rouges", en: "berries" },
  bread: { fr: "pain complet", en: "wholemeal bread" },
  butter: { fr: "beurre", en: "butter" },
  carrot: { fr: "carottes", en: "carrots" },
  chicken: { fr: "poulet", en: "chicken" },
  courgette: { fr: "courgettes", en: "courgettes" },
  egg: { fr: "œufs", en: "eggs" },
  "fromage-blanc": { fr: "fromage blanc", en: "fromage blanc" },
  honey: { fr: "miel", en: "honey" },
  lemon: { fr: "citrons", en: "lemons" },
  lentil: { fr: "lentilles vertes", en: "green lentils" },
  milk: { fr: "lait", en: "milk" },
  mushroom: { fr: "champignons", en: "mushrooms" },
  oat: { fr: "flocons d’avoine", en: "rolled oats" },
  "olive-oil": { fr: "huile d’olive", en: "olive oil" },
  onion: { fr: "oignons", en: "onions" },
  parmesan: { fr: "parmesan", en: "parmesan" },
  pasta: { fr: "pâtes", en: "pasta" },
  pepper: { fr: "poivrons", en: "peppers" },
  potato: { fr: "pommes de terre", en: "potatoes" },
  pumpkin: { fr: "potiron", en: "pumpkin" },
  rice: { fr: "riz", en: "rice" },
  salmon: { fr: "saumon", en: "salmon" },
  spinach: { fr: "épinards", en: "spinach" },
  tomato: { fr: "tomates", en: "tomatoes" },
  tuna: { fr: "thon", en: "tuna" },
  walnut: { fr: "noix", en: "walnuts" },
  yoghurt: { fr: "yaourt", en: "yoghurt" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type IngredientId = keyof typeof INGREDIENTS;

export function isIngredientId(id: unknown): id is IngredientId {
  return typeof id === "string" && Object.hasOwn(INGREDIENTS, id);
}
