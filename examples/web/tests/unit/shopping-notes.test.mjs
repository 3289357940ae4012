import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { changeNotes, followNotes, markItem, readNotes } from "../../dist-unit/shopping-notes.js";

const KEY = "semaine-web:shopping";
const MONDAY = "2025-08-11";

let stored;
let full;

beforeEach(() => {
  stored = new Map();
  full = false;
  globalThis.localStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => {
      if (full) {
        throw new DOMException("full", "QuotaExceededError");
      }
      stored.set(key, value);
    },
  };
});

afterEach(() => {
  delete globalThis.localStorage;
});

test("a mark is added to those that are kept by then", () => {
  markItem(MONDAY, "milk", true);
  stored.set(KEY, JSON.stringify({ monday: MONDAY, etag: '"3"', checked: ["milk", "bread"] }));
  assert.deepEqual(markItem(MONDAY, "egg", true), {
    monday: MONDAY,
    etag: '"3"',
    checked: ["milk", "bread", "egg"],
  });
  assert.deepEqual(markItem(MONDAY, "bread", false).checked, ["milk", "egg"]);
  assert.deepEqual(markItem(MONDAY, "egg", true).checked, ["milk", "egg"]);
});

test("a new version of the list leaves the marks that were made meanwhile", () => {
  markItem(MONDAY, "milk", true);
  assert.deepEqual(
    changeNotes(MONDAY, () => ({ etag: '"2"' })),
    {
      monday: MONDAY,
      etag: '"2"',
      checked: ["milk"],
    },
  );
});

test("the notes about another week, and what are none, are of no use", () => {
  const none = { monday: MONDAY, etag: null, checked: [] };
  for (const text of [
    JSON.stringify({ monday: "2025-08-04", etag: null, checked: ["milk"] }),
    JSON.stringify({ monday: MONDAY, etag: 1, checked: [] }),
    JSON.stringify({ monday: MONDAY, etag: null, checked: [1] }),
    "{",
    "null",
  ]) {
    stored.set(KEY, text);
    assert.deepEqual(readNotes(MONDAY), none);
  }
});

test("marks that cannot be stored are there while the page is open, and stored with the next one", () => {
  markItem(MONDAY, "milk", true);
  full = true;
  markItem(MONDAY, "egg", true);
  assert.deepEqual(readNotes(MONDAY).checked, ["milk", "egg"]);
  full = false;
  markItem(MONDAY, "bread", true);
  assert.deepEqual(JSON.parse(stored.get(KEY)).checked, ["milk", "egg", "bread"]);
});

test("what another tab keeps under the name, or clears, is followed", (t) => {
  const target = new EventTarget();
  globalThis.addEventListener = target.addEventListener.bind(target);
  globalThis.removeEventListener = target.removeEventListener.bind(target);
  t.after(() => {
    delete globalThis.addEventListener;
    delete globalThis.removeEventListener;
  });
  let calls = 0;
  const stop = followNotes(() => {
    calls += 1;
  });
  for (const [key, expected] of [
    [KEY, 1],
    ["semaine-web:language", 1],
    [null, 2],
  ]) {
    target.dispatchEvent(Object.assign(new Event("storage"), { key }));
    assert.equal(calls, expected);
  }
  stop();
  target.dispatchEvent(Object.assign(new Event("storage"), { key: KEY }));
  assert.equal(calls, 2);
});
