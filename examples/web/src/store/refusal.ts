import type { ErrorBody, Weekday } from "../api/schema";
import type { Reason } from "./sentences";

/** What a refusal is about, as far as there is such a thing. */
export interface About {
  readonly field?: string;
  readonly value?: unknown;
  readonly weekday?: Weekday;
  readonly previousMonday?: string;
  readonly nextMonday?: string;
  /** The code to give instead of the reason's own. */
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is answered with an error. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: Reason;
  readonly about: About;

  constructor(status: number, reason: Reason, about: About = {}, options?: ErrorOptions) {
    super(reason, options);
    this.status = status;
    this.reason = reason;
    this.about = about;
  }
}

/** A value as it is told: what has parts is left out. */
export function told(value: unknown): ErrorBody["value"] {
  if (typeof value === "string") {
    return cut(value);
  }
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** A text that is not longer than a sentence bears. */
export function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 100;
