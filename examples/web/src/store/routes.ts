import type { Handler } from "./exchange";
import {
  createMealPlan,
  deleteMealPlan,
  getMealPlan,
  getMealPlanOfWeek,
  listMealPlans,
  replaceMealPlan,
} from "./meal-plans";
import { listRecipes } from "./recipes";
import { Refusal } from "./refusal";
import { generateShoppingList, generateShoppingListOfNextWeek, listShoppingLists } from "./shopping-lists";

/** The first path that matches is taken; what its group holds is the parameter. */
const ROUTES: readonly (readonly [path: RegExp, methods: ReadonlyMap<string, Handler>])[] = [
  [/^\/api\/recipes$/, new Map([["GET", listRecipes]])],
  [
    /^\/api\/meal-plans$/,
    new Map([
      ["GET", listMealPlans],
      ["POST", createMealPlan],
    ]),
  ],
  [/^\/api\/meal-plans\/week\/([^/]+)$/, new Map([["GET", getMealPlanOfWeek]])],
  [
    /^\/api\/meal-plans\/([^/]+)$/,
    new Map([
      ["GET", getMealPlan],
      ["PUT", replaceMealPlan],
      ["DELETE", deleteMealPlan],
    ]),
  ],
  [/^\/api\/shopping-lists$/, new Map([["GET", listShoppingLists]])],
  [/^\/api\/shopping-lists\/generate$/, new Map([["POST", generateShoppingList]])],
  [/^\/api\/shopping-lists\/generate-next-week$/, new Map([["POST", generateShoppingListOfNextWeek]])],
];

/** @throws Refusal for a path or a method that there is not. */
export function routeOf(method: string, path: string): { handler: Handler; parameter: string } {
  for (const [pattern, methods] of ROUTES) {
    const match = pattern.exec(path);
    if (match !== null) {
      const handler = methods.get(method);
      if (handler === undefined) {
        const headers = { Allow: [...methods.keys()].join(", ") };
        throw new Refusal(405, "method_not_allowed", { value: method, headers });
      }
      return { handler, parameter: decoded(match[1] ?? "") };
    }
  }
  throw new Refusal(404, "not_found", { value: path });
}

/** Without its percent escapes, where they make a text. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
