import type { MealPlanInput, Unit } from "../api/schema";
import type { Amount } from "./catalogue";
import { arrayIn, integerIn, objectIn, required, textIn } from "./fields";
import { isIngredientId } from "./ingredients";
import { planIn } from "./meals";
import { Refusal } from "./refusal";

/** A plan, and how often it was written. */
export interface KeptPlan {
  readonly id: number;
  readonly version: number;
  readonly plan: MealPlanInput;
}

/** What to buy for a plan. */
export interface KeptList {
  readonly id: number;
  readonly meal_plan_id: number;
  readonly generated_at: string;
  readonly items: readonly Amount[];
}

/** What a request with an idempotency key created, when, in milliseconds since 1970. */
export interface KeptKey {
  readonly key: string;
  readonly at: number;
  readonly id: number;
  readonly plan: MealPlanInput;
}

/** All that the store keeps. */
export interface Data {
  /** The form in which it is written. */
  readonly format: 1;
  /** The last id that was given to a plan or a list. */
  readonly last_id: number;
  readonly plans: readonly KeptPlan[];
  readonly lists: readonly KeptList[];
  readonly keys: readonly KeptKey[];
}

export const NOTHING: Data = { format: 1, last_id: 0, plans: [], lists: [], keys: [] };

/** @throws Refusal for what the store would not have written. */
export function dataIn(value: unknown): Data {
  const data = objectIn("data", value, Object.keys(NOTHING));
  integerIn("format", required(data, "format"), 1, 1);
  const plans = arrayIn("plans", required(data, "plans")).map(keptPlanIn);
  const ids = new Set(plans.map(({ id }) => id));
  return {
    format: 1,
    last_id: integerIn("last_id", required(data, "last_id"), 0),
    plans,
    lists: arrayIn("lists", required(data, "lists")).map((list) => keptListIn(list, ids)),
    keys: arrayIn("keys", required(data, "keys")).map(keptKeyIn),
  };
}

function keptPlanIn(value: unknown): KeptPlan {
  const kept = objectIn("plans", value, ["id", "version", "plan"]);
  return {
    id: integerIn("id", required(kept, "id"), 1),
    version: integerIn("version", required(kept, "version"), 1),
    plan: planIn(required(kept, "plan")),
  };
}

function keptListIn(value: unknown, plans: ReadonlySet<number>): KeptList {
  const kept = objectIn("lists", value, ["id", "meal_plan_id", "generated_at", "items"]);
  const plan = integerIn("meal_plan_id", required(kept, "meal_plan_id"), 1);
  if (!plans.has(plan)) {
    throw new Refusal(400, "out_of_range", { field: "meal_plan_id", value: plan });
  }
  return {
    id: integerIn("id", required(kept, "id"), 1),
    meal_plan_id: plan,
    generated_at: textIn("generated_at", required(kept, "generated_at")),
    items: arrayIn("items", required(kept, "items")).map(amountIn),
  };
}

function amountIn(value: unknown): Amount {
  const { id, amount, unit } = objectIn("items", value, ["id", "amount", "unit"]);
  if (!isIngredientId(id) || !isUnit(unit)) {
    throw new Refusal(400, "wrong_type", { field: "items", value });
  }
  return { id, amount: integerIn("amount", amount, 1), unit };
}

function isUnit(value: unknown): value is Unit {
  return value === "g" || value === "ml" || value === "piece";
}

function keptKeyIn(value: unknown): KeptKey {
  const kept = objectIn("keys", value, ["key", "at", "id", "plan"]);
  return {
    key: textIn("key", required(kept, "key")),
    at: integerIn("at", required(kept, "at"), 0),
    id: integerIn("id", required(kept, "id"), 1),
    plan: planIn(required(kept, "plan")),
  };
}
