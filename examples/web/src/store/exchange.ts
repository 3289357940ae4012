import type { Language } from "../api/language";
import type { Data } from "./data";

/** A request as the functions that answer it need it. */
export interface Asked {
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** What stands in the path where the route has a parameter. */
  readonly parameter: string;
  /** The body, if the method has one. */
  readonly body: unknown;
  readonly language: Language;
  readonly now: Date;
}

/** What is answered, and with `data` what is kept from now on. */
export interface Told {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data?: Data;
}

/** Answers a request from what is kept; throws `Refusal`. */
export type Handler = (asked: Asked, data: Data) => Told;
