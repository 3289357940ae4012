import { integerIn } from "./fields";
import { Refusal } from "./refusal";

/** The only user of the store. */
export const DEMO_USER = 1;

/** @throws Refusal for what is no user. */
export function userIn(value: unknown): number {
  const id = integerIn("user_id", value, 1);
  if (id !== DEMO_USER) {
    throw new Refusal(400, "unknown_user", { field: "user_id", value });
  }
  return id;
}
