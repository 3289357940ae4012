// A store in a memory of its own, and requests to it whose answers are compared with openapi.json.
import { createStore } from "../../dist-unit/store.js";
import { compare } from "./contract.mjs";

export const ORIGIN = "http://127.0.0.1";

/** What the store needs of `localStorage`. */
export function memory(text = null) {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_key, text) {
      this.text = text;
    },
  };
}

/** A store on a Saturday of 2025-W32, unless another time is given. */
export function setting({ now = "2025-08-09T10:00:00Z", storage = memory(), locks } = {}) {
  const clock = { now: new Date(now) };
  const fetch = createStore({ storage: () => storage, now: () => clock.now, locks });

  async function ask(method, path, { body, headers = {}, language = "en" } = {}) {
    const type = body === undefined ? {} : { "Content-Type": "application/json" };
    const response = await fetch(
      new Request(ORIGIN + path, {
        method,
        headers: { "Accept-Language": language, ...type, ...headers },
        body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
      }),
    );
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === "" ? null : JSON.parse(text),
    };
    compare(method, path, answer);
    return answer;
  }

  return { ask, clock, fetch, storage };
}

/** The body of a plan for the demo user. */
export function planOf(weekStart, meals = {}) {
  return { user_id: 1, week_start: weekStart, meals };
}
