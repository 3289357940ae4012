import type { KeptPlan } from "./data";
import { Refusal } from "./refusal";

/** The version of a plan, as an `ETag`. */
export function entityTag({ version }: KeptPlan): string {
  return `"${version}"`;
}

/** The `If-Match` of a request. @throws Refusal if it has none. */
export function ifMatchOf(headers: Headers): string {
  const header = headers.get("If-Match");
  if (header === null) {
    throw new Refusal(428, "precondition_required", { field: "If-Match" });
  }
  return header;
}

/** @throws Refusal if an `If-Match` names other versions than the plan's. */
export function requireMatch(ifMatch: string, plan: KeptPlan): void {
  const tags = ifMatch.split(",").map((tag) => tag.trim());
  if (!tags.includes("*") && !tags.includes(entityTag(plan))) {
    throw new Refusal(412, "precondition_failed", { field: "If-Match", value: ifMatch });
  }
}
