// A store in a database of its own, and requests to it whose answers are compared with openapi.json.
import { IDBFactory } from "fake-indexeddb";
import { createStore } from "../../dist-unit/store.js";
import { compare } from "./contract.mjs";

export const ORIGIN = "http://127.0.0.1";

/** A store on a Saturday of 2025-W32, unless another time is given. */
export function setting({ now = "2025-08-09T10:00:00Z", databases = new IDBFactory() } = {}) {
  const clock = { now: new Date(now) };
  const fetch = createStore({ databases: () => databases, now: () => clock.now });

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

  return { ask, clock, databases, fetch };
}

/** The body of a plan for the demo user. */
export function planOf(weekStart, meals = {}) {
  return { user_id: 1, week_start: weekStart, meals };
}

/** What the store has kept. */
export function kept(databases) {
  return inDatabase(databases, "readonly", (store) => store.get("data"));
}

/** Puts something in the place of what the store has kept. */
export function keep(databases, data) {
  return inDatabase(databases, "readwrite", (store) => store.put(data, "data"));
}

function inDatabase(databases, mode, ask) {
  return new Promise((resolve, reject) => {
    const opening = databases.open("semaine-web", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("kept", mode);
      const request = ask(transaction.objectStore("kept"));
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(request.result);
      };
    };
  });
}
