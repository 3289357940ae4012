import { IsoWeek } from "semaine";
import type { MealPlan, MealPlanInput } from "../api/schema";
import type { KeptPlan } from "./data";
import { dateIn, mondayIn } from "./dates";
import { entityTag, ifMatchOf, requireMatch } from "./entity-tag";
import type { Handler, Told } from "./exchange";
import { integerOf } from "./fields";
import { createdBy, idempotencyKeyOf, remembered } from "./idempotency";
import { planIn } from "./meals";
import { pageOf } from "./page";
import { Refusal } from "./refusal";
import { DEMO_USER, userIn } from "./users";

export const listMealPlans: Handler = ({ query }, { plans }) => {
  const user = optional(query, "user_id", (field, text) => integerOf(field, text, 1));
  const week = optional(query, "week_start", mondayIn);
  const from = optional(query, "from", dateIn);
  const to = optional(query, "to", dateIn);
  if (from !== null && to !== null && from > to) {
    throw new Refusal(400, "from_after_to", { field: "from", value: from });
  }
  const first = from === null ? null : IsoWeek.of(from).monday;
  const found = plans
    .filter(({ plan }) => user === null || plan.user_id === user)
    .filter(({ plan }) => week === null || plan.week_start === week)
    .filter(({ plan }) => first === null || plan.week_start >= first)
    .filter(({ plan }) => to === null || plan.week_start <= to);
  return { status: 200, body: pageOf(found.map(shown), query) };
};

export const getMealPlanOfWeek: Handler = ({ parameter, query }, { plans }) => {
  const date = dateIn("date", parameter);
  const user = optional(query, "user_id", (field, text) => integerOf(field, text, 1)) ?? DEMO_USER;
  return found(planOfWeek(plans, user, IsoWeek.of(date).monday));
};

export const getMealPlan: Handler = ({ parameter }, { plans }) => {
  return found(planWithId(plans, "id", integerOf("id", parameter, 1)));
};

export const createMealPlan: Handler = ({ body, headers, now }, data) => {
  const key = idempotencyKeyOf(headers);
  const plan = writtenIn(body);
  const keys = remembered(data.keys, now);
  const before = createdBy(key, keys, plan);
  if (before !== null) {
    return created({ id: before.id, version: 1, plan });
  }
  requireFree(data.plans, plan, null);
  const kept = { id: data.last_id + 1, version: 1, plan };
  return {
    ...created(kept),
    data: {
      ...data,
      last_id: kept.id,
      plans: [...data.plans, kept],
      keys: key === null ? keys : [...keys, { key, at: now.getTime(), id: kept.id, plan }],
    },
  };
};

export const replaceMealPlan: Handler = ({ parameter, body, headers }, data) => {
  const id = integerOf("id", parameter, 1);
  const ifMatch = ifMatchOf(headers);
  const plan = writtenIn(body);
  const before = planWithId(data.plans, "id", id);
  requireMatch(ifMatch, before);
  requireFree(data.plans, plan, id);
  const kept = { id, version: before.version + 1, plan };
  return {
    ...found(kept),
    data: { ...data, plans: data.plans.map((other) => (other === before ? kept : other)) },
  };
};

export const deleteMealPlan: Handler = ({ parameter, headers }, data) => {
  const id = integerOf("id", parameter, 1);
  const ifMatch = ifMatchOf(headers);
  requireMatch(ifMatch, planWithId(data.plans, "id", id));
  return {
    status: 204,
    data: {
      ...data,
      plans: data.plans.filter((plan) => plan.id !== id),
      lists: data.lists.filter((list) => list.meal_plan_id !== id),
    },
  };
};

/** @throws Refusal if there is no plan with an id, which a field of the request has. */
export function planWithId(plans: readonly KeptPlan[], field: string, id: number): KeptPlan {
  const kept = plans.find((plan) => plan.id === id);
  if (kept === undefined) {
    throw new Refusal(404, "meal_plan_not_found", { field, value: id });
  }
  return kept;
}

/** @throws Refusal if a user has no plan for the week of a Monday. */
export function planOfWeek(plans: readonly KeptPlan[], user: number, monday: string): KeptPlan {
  const kept = plans.find(({ plan }) => plan.user_id === user && plan.week_start === monday);
  if (kept === undefined) {
    throw new Refusal(404, "meal_plan_not_found", { field: "week_start", value: monday });
  }
  return kept;
}

/** What a query has under a name, read by a function that refuses what it is not. */
export function optional<T>(
  query: URLSearchParams,
  field: string,
  readIn: (field: string, text: string) => T,
): T | null {
  const text = query.get(field);
  return text === null ? null : readIn(field, text);
}

function writtenIn(body: unknown): MealPlanInput {
  const plan = planIn(body);
  userIn(plan.user_id);
  return plan;
}

function requireFree(plans: readonly KeptPlan[], wanted: MealPlanInput, id: number | null): void {
  const isTaken = plans.some(
    (other) =>
      other.id !== id && other.plan.user_id === wanted.user_id && other.plan.week_start === wanted.week_start,
  );
  if (isTaken) {
    throw new Refusal(409, "meal_plan_exists", { field: "week_start", value: wanted.week_start });
  }
}

function shown({ id, plan }: KeptPlan): MealPlan {
  return { id, ...plan };
}

function found(kept: KeptPlan): Told {
  return { status: 200, body: shown(kept), headers: { ETag: entityTag(kept) } };
}

function created(kept: KeptPlan): Told {
  const headers = { ETag: entityTag(kept), Location: `/api/meal-plans/${kept.id}` };
  return { status: 201, body: shown(kept), headers };
}
