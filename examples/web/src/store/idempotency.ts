import type { MealPlanInput } from "../api/schema";
import type { KeptKey } from "./data";
import { Refusal } from "./refusal";

const DAY = 24 * 60 * 60 * 1000;

/** The idempotency key of a request, or null. @throws Refusal for one that is no key. */
export function idempotencyKeyOf(headers: Headers): string | null {
  const field = "Idempotency-Key";
  const key = headers.get(field);
  if (key !== null && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Refusal(400, "invalid_idempotency_key", { field, value: key });
  }
  return key;
}

/** The keys that are younger than a day. */
export function remembered(keys: readonly KeptKey[], now: Date): readonly KeptKey[] {
  return keys.filter(({ at }) => now.getTime() - at < DAY);
}

/** What a key created. @throws Refusal if it created something else than this plan. */
export function createdBy(key: string | null, keys: readonly KeptKey[], plan: MealPlanInput): KeptKey | null {
  const created = keys.find((kept) => kept.key === key);
  if (created === undefined) {
    return null;
  }
  // Both were read by the same function, which gives every key its place.
  if (JSON.stringify(created.plan) !== JSON.stringify(plan)) {
    throw new Refusal(422, "idempotency_key_reused", { field: "Idempotency-Key", value: key });
  }
  return created;
}
