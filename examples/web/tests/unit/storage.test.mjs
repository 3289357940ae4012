import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { erase } from "../../dist-unit/database.js";
import { createStore } from "../../dist-unit/store.js";
import { keep, kept, ORIGIN, planOf, setting } from "./setting.mjs";

const PLANS = "/api/meal-plans";

const PLAN = { user_id: 1, week_start: "2025-08-04", meals: { monday: { lunch: 5 } } };
const LIST = {
  id: 2,
  meal_plan_id: 1,
  generated_at: "2025-08-09T10:00:00.000Z",
  items: [
    { id: "butter", amount: 15, unit: "g" },
    { id: "egg", amount: 5, unit: "piece" },
    { id: "mushroom", amount: 200, unit: "g" },
  ],
};
const KEPT = {
  format: 1,
  last_id: 2,
  plans: [{ id: 1, version: 3, plan: PLAN }],
  lists: [LIST],
  keys: [{ key: "a", at: 1754733600000, id: 1, plan: PLAN }],
};

test("what an earlier visit kept is there", async () => {
  const { ask, databases } = setting();
  await keep(databases, KEPT);
  const { body, headers } = await ask("GET", `${PLANS}/week/2025-08-10`);
  assert.deepEqual(body, { id: 1, ...PLAN });
  assert.equal(headers.get("ETag"), '"3"');
  assert.equal((await ask("GET", "/api/shopping-lists")).body.items[0].items[1].name, "eggs");
  assert.equal((await ask("POST", PLANS, { body: planOf("2025-08-11") })).body.id, 3);
  assert.equal((await kept(databases)).plans.length, 2);
});

test("it is kept in that form", async () => {
  const { ask, databases } = setting();
  await ask("POST", PLANS, { body: PLAN, headers: { "Idempotency-Key": "a" } });
  await ask("PUT", `${PLANS}/1`, { body: PLAN, headers: { "If-Match": '"1"' } });
  await ask("PUT", `${PLANS}/1`, { body: PLAN, headers: { "If-Match": '"2"' } });
  await ask("POST", "/api/shopping-lists/generate", { body: { meal_plan_id: 1 } });
  assert.deepEqual(await kept(databases), KEPT);
});

test("two stores on one database, as two tabs have, see each other's plans", async () => {
  const here = setting();
  const there = setting({ databases: here.databases });
  await here.ask("POST", PLANS, { body: planOf("2025-08-04") });
  const { headers } = await there.ask("GET", `${PLANS}/1`);
  const put = ({ ask }) =>
    ask("PUT", `${PLANS}/1`, { body: planOf("2025-08-04"), headers: { "If-Match": headers.get("ETag") } });
  const statuses = await Promise.all([put(here), put(there)]);
  assert.deepEqual(statuses.map(({ status }) => status).sort(), [200, 412]);
});

test("changes that come at once are all made, or refused", async () => {
  const here = setting();
  const there = setting({ databases: here.databases });
  const mondays = ["2025-08-04", "2025-08-11", "2025-08-18", "2025-08-25", "2025-09-01"];
  const answers = await Promise.all(
    [...mondays, ...mondays].map((monday, index) =>
      (index % 2 === 0 ? here : there).ask("POST", PLANS, { body: planOf(monday) }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, 201, 201, 201, 201, 409, 409, 409, 409, 409]);
  const { plans } = await kept(here.databases);
  assert.deepEqual(
    plans.map(({ id }) => id),
    [1, 2, 3, 4, 5],
  );
});

const UNREADABLE = {
  fr: "Les données sous «\u00a0semaine-web\u00a0» dans le stockage de ce navigateur sont illisibles. Elles sont laissées telles quelles.",
  en: 'What is under "semaine-web" in the storage of this browser cannot be read. It is left as it is.',
};

async function unreadable(ask) {
  for (const [language, error] of Object.entries(UNREADABLE)) {
    for (const answer of [
      await ask("GET", `${PLANS}/week/2025-08-04`, { language }),
      await ask("POST", PLANS, { body: planOf("2025-08-11"), language }),
      await ask("DELETE", `${PLANS}/1`, { headers: { "If-Match": "*" }, language }),
    ]) {
      assert.equal(answer.status, 500);
      assert.equal(answer.body.code, "storage_unreadable");
      assert.equal(answer.body.value, "semaine-web");
      assert.equal(answer.body.error, error);
    }
  }
}

const withItem = (item) => ({ ...KEPT, lists: [{ ...LIST, items: [item] }] });
const withPlan = (plan) => ({ ...KEPT, plans: [{ id: 1, version: 3, plan: { ...PLAN, ...plan } }] });

for (const [what, data] of [
  ["a text", "{}"],
  ["null", null],
  ["an array", []],
  ["a later form", { ...KEPT, format: 2 }],
  ["another key", { ...KEPT, more: 1 }],
  ["a missing key", { ...KEPT, last_id: undefined }],
  ["plans that are no array", { ...KEPT, plans: {} }],
  ["a plan of a Tuesday", withPlan({ week_start: "2025-08-05" })],
  ["an unknown recipe", withPlan({ meals: { monday: { lunch: 50 } } })],
  ["a list without a plan", { ...KEPT, lists: [{ ...LIST, meal_plan_id: 7 }] }],
  ["an unknown ingredient", withItem({ id: "toString", amount: 1, unit: "g" })],
  ["an unknown unit", withItem({ id: "egg", amount: 1, unit: "kg" })],
  ["a time that is no text", { ...KEPT, lists: [{ ...LIST, generated_at: 1 }] }],
]) {
  test(`what is kept is refused and left as it is: ${what}`, async () => {
    const { ask, databases } = setting();
    await keep(databases, data);
    await unreadable(ask);
    assert.deepEqual(await kept(databases), data);
  });
}

for (const [what, version, store] of [
  ["a later version", 2, "kept"],
  ["another page", 1, "cache"],
]) {
  test(`the database of ${what} is refused and left as it is`, async () => {
    const databases = new IDBFactory();
    await new Promise((resolve) => {
      const opening = databases.open("semaine-web", version);
      opening.onupgradeneeded = () => opening.result.createObjectStore(store);
      opening.onsuccess = () => resolve(opening.result.close());
    });
    await unreadable(setting({ databases }).ask);
    assert.deepEqual(await databases.databases(), [{ name: "semaine-web", version }]);
  });
}

for (const [name, status, code, fr, en] of [
  [
    "QuotaExceededError",
    507,
    "storage_full",
    "L’espace de stockage de ce navigateur est plein\u00a0: rien n’a été enregistré, rien n’est perdu.",
    "The storage of this browser is full: nothing was saved, and nothing is lost.",
  ],
  [
    "UnknownError",
    503,
    "storage_unavailable",
    "Ce navigateur refuse l’accès à son stockage.",
    "This browser refuses access to its storage.",
  ],
]) {
  test(`a database that does not take a change (${name}) keeps what it has`, async (t) => {
    const { ask, databases } = setting();
    await keep(databases, KEPT);
    const put = t.mock.method(IDBObjectStore.prototype, "put", () => {
      throw new DOMException("The change was not made.", name);
    });
    for (const [language, error] of Object.entries({ fr, en })) {
      const answer = await ask("POST", PLANS, { body: planOf("2025-08-11"), language });
      assert.equal(answer.status, status);
      assert.equal(answer.body.code, code);
      assert.equal(answer.body.error, error);
    }
    assert.equal(put.mock.callCount(), 2);
    assert.deepEqual(await kept(databases), KEPT);
  });
}

test("a change that fails when it is made final is not taken for made", async (t) => {
  const { ask, databases } = setting();
  await keep(databases, KEPT);
  t.mock.method(IDBObjectStore.prototype, "put", function () {
    this.transaction.abort();
  });
  const answer = await ask("POST", PLANS, { body: planOf("2025-08-11") });
  assert.equal(answer.status, 503);
  assert.equal(answer.body.code, "storage_unavailable");
  assert.deepEqual(await kept(databases), KEPT);
});

test("a browser that refuses its storage, or has none, is told of", async () => {
  const refused = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  for (const databases of [refused, () => undefined, () => ({ open: refused })]) {
    const store = createStore({ databases, now: () => new Date(0) });
    const response = await store(new Request(`${ORIGIN}${PLANS}`));
    assert.equal(response.status, 503);
    assert.equal((await response.json()).code, "storage_unavailable");
  }
});

test("what cannot be read can be deleted, for a fresh start", async () => {
  const { ask, databases } = setting();
  await keep(databases, "another page's");
  assert.equal((await ask("GET", "/api/meal-plans")).status, 500);
  await erase(() => databases);
  assert.deepEqual((await ask("GET", "/api/meal-plans")).body.items, []);
  assert.equal((await ask("POST", "/api/meal-plans", { body: PLAN })).status, 201);
});
