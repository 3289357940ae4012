import { ApiError } from "./api/api-error";
import type { Texts } from "./texts";

/** Why something failed, in a sentence for people. */
export function reasonOf(problem: unknown, text: Texts): string {
  return problem instanceof ApiError ? problem.message : text.unexpected;
}
