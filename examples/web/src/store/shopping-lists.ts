import type { Language } from "../api/language";
import type { ShoppingList } from "../api/schema";
import { type Amount, DISHES } from "./catalogue";
import type { Data, KeptList, KeptPlan } from "./data";
import { mondayIn, mondayOfNextWeek } from "./dates";
import type { Asked, Handler, Told } from "./exchange";
import { BODY, integerIn, integerOf, objectIn, required } from "./fields";
import { optional, planOfWeek, planWithId } from "./meal-plans";
import { pageOf } from "./page";
import { named } from "./recipes";
import { userIn } from "./users";

export const listShoppingLists: Handler = ({ query, language }, { plans, lists }) => {
  const user = optional(query, "user_id", (field, text) => integerOf(field, text, 1));
  const week = optional(query, "week_start", mondayIn);
  const found = lists
    .map((list) => shown(list, planWithId(plans, "meal_plan_id", list.meal_plan_id), language))
    .filter((list) => user === null || list.user_id === user)
    .filter((list) => week === null || list.week_start === week);
  return { status: 200, body: pageOf(found, query) };
};

export const generateShoppingList: Handler = (asked, data) => {
  const field = "meal_plan_id";
  const id = integerIn(field, required(objectIn(BODY, asked.body, [field]), field), 1);
  return generated(planWithId(data.plans, field, id), asked, data);
};

export const generateShoppingListOfNextWeek: Handler = (asked, data) => {
  const user = userIn(required(objectIn(BODY, asked.body, ["user_id"]), "user_id"));
  const monday = mondayOfNextWeek(asked.now, asked.query.get("tz") ?? "UTC");
  return generated(planOfWeek(data.plans, user, monday), asked, data);
};

/** The list of a plan, in place of the one that it may have. */
function generated(plan: KeptPlan, { language, now }: Asked, data: Data): Told {
  const before = data.lists.find((list) => list.meal_plan_id === plan.id);
  const list: KeptList = {
    id: before?.id ?? data.last_id + 1,
    meal_plan_id: plan.id,
    generated_at: now.toISOString(),
    items: amountsOf(plan),
  };
  const others = data.lists.filter((other) => other !== before);
  return {
    status: before === undefined ? 201 : 200,
    body: shown(list, plan, language),
    data: { ...data, last_id: Math.max(data.last_id, list.id), lists: [...others, list] },
  };
}

function amountsOf({ plan }: KeptPlan): Amount[] {
  const sums = new Map<string, Amount>();
  const recipes = Object.values(plan.meals).flatMap((day) => Object.values(day));
  for (const { id, amount, unit } of recipes.flatMap((recipe) => DISHES.get(recipe)?.ingredients ?? [])) {
    const key = `${id} ${unit}`;
    sums.set(key, { id, amount: amount + (sums.get(key)?.amount ?? 0), unit });
  }
  return Array.from(sums)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, amount]) => amount);
}

function shown(list: KeptList, { plan }: KeptPlan, language: Language): ShoppingList {
  return {
    id: list.id,
    user_id: plan.user_id,
    meal_plan_id: list.meal_plan_id,
    week_start: plan.week_start,
    generated_at: list.generated_at,
    items: named(list.items, language),
  };
}
