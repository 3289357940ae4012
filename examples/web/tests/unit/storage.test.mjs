import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../dist-unit/store.js";
import { memory, ORIGIN, planOf, setting } from "./setting.mjs";

const PLANS = "/api/meal-plans";

const PLAN = '{"user_id":1,"week_start":"2025-08-04","meals":{"monday":{"lunch":5}}}';
const LIST =
  '{"id":2,"meal_plan_id":1,"generated_at":"2025-08-09T10:00:00.000Z","items":[{"id":"egg","amount":5,"unit":"piece"}]}';
const KEPT = `{"format":1,"last_id":2,"plans":[{"id":1,"version":3,"plan":${PLAN}}],"lists":[${LIST}],"keys":[{"key":"a","at":1754733600000,"id":1,"plan":${PLAN}}]}`;

test("what an earlier visit kept is there", async () => {
  const { ask, storage } = setting({ storage: memory(KEPT) });
  const { body, headers } = await ask("GET", `${PLANS}/week/2025-08-10`);
  assert.deepEqual(body, { id: 1, ...JSON.parse(PLAN) });
  assert.equal(headers.get("ETag"), '"3"');
  assert.equal((await ask("GET", "/api/shopping-lists")).body.items[0].items[0].name, "eggs");
  assert.equal((await ask("POST", PLANS, { body: planOf("2025-08-11") })).body.id, 3);
  assert.equal(JSON.parse(storage.text).plans.length, 2);
});

test("it is written in that form", async () => {
  const { ask, storage } = setting();
  await ask("POST", PLANS, { body: PLAN, headers: { "Idempotency-Key": "a" } });
  await ask("PUT", `${PLANS}/1`, { body: PLAN, headers: { "If-Match": '"1"' } });
  await ask("PUT", `${PLANS}/1`, { body: PLAN, headers: { "If-Match": '"2"' } });
  await ask("POST", "/api/shopping-lists/generate", { body: { meal_plan_id: 1 } });
  const { lists, ...rest } = JSON.parse(storage.text);
  const { lists: expectedLists, ...expected } = JSON.parse(KEPT);
  assert.deepEqual(rest, expected);
  assert.deepEqual(Object.keys(lists[0]), Object.keys(expectedLists[0]));
});

test("two stores on one storage, as two tabs have, see each other's plans", async () => {
  const storage = memory();
  const here = setting({ storage });
  const there = setting({ storage });
  await here.ask("POST", PLANS, { body: planOf("2025-08-04") });
  const { headers } = await there.ask("GET", `${PLANS}/1`);
  const put = ({ ask }) =>
    ask("PUT", `${PLANS}/1`, {
      body: planOf("2025-08-04"),
      headers: { "If-Match": headers.get("ETag") },
    });
  assert.equal((await put(here)).status, 200);
  assert.equal((await put(there)).status, 412);
});

test("a change is made under the lock, and a look is not", async () => {
  const held = [];
  const storage = memory();
  const locks = {
    request(name, callback) {
      held.push(`${name} taken`);
      try {
        return callback();
      } finally {
        held.push("given back");
      }
    },
  };
  const { ask } = setting({
    locks,
    storage: {
      getItem: () => storage.getItem(held.push("read")),
      setItem: (key, text) => storage.setItem(key, text, held.push("written")),
    },
  });
  await ask("GET", PLANS);
  assert.deepEqual(held.splice(0), ["read"]);
  await ask("POST", PLANS, { body: planOf("2025-08-04") });
  assert.deepEqual(held.splice(0), ["semaine-web taken", "read", "written", "given back"]);
  await ask("POST", PLANS, { body: planOf("2025-08-04") });
  assert.deepEqual(held, ["semaine-web taken", "read", "given back"]);
});

for (const [what, text] of [
  ["no JSON", "{"],
  ["nothing", ""],
  ["no object", "[]"],
  ["a later form", KEPT.replace('"format":1', '"format":2')],
  ["another key", KEPT.replace('"format":1', '"format":1,"more":1')],
  ["a missing key", KEPT.replace('"last_id":2,', "")],
  ["plans that are no array", '{"format":1,"last_id":0,"plans":{},"lists":[],"keys":[]}'],
  ["a plan of a Tuesday", KEPT.replace("2025-08-04", "2025-08-05")],
  ["an unknown recipe", KEPT.replace('"lunch":5', '"lunch":50')],
  ["a list without a plan", KEPT.replace('"meal_plan_id":1', '"meal_plan_id":7')],
  ["an unknown ingredient", KEPT.replace('"egg"', '"toString"')],
  ["an unknown unit", KEPT.replace('"piece"', '"kg"')],
  ["a time that is no text", KEPT.replace('"2025-08-09T10:00:00.000Z"', "1")],
]) {
  test(`storage with ${what} is refused and left as it is`, async () => {
    const { ask, storage } = setting({ storage: memory(text) });
    for (const [language, error] of [
      [
        "fr",
        "Les données sous « semaine-web » dans le stockage de ce navigateur sont illisibles. Elles sont laissées telles quelles.",
      ],
      [
        "en",
        'What is under "semaine-web" in the storage of this browser cannot be read. It is left as it is.',
      ],
    ]) {
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
    assert.equal(storage.text, text);
  });
}

for (const name of ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"]) {
  test(`storage that is full (${name}) keeps what it has`, async () => {
    const storage = memory(KEPT);
    storage.setItem = () => {
      throw new DOMException("The quota has been exceeded.", name);
    };
    const { ask } = setting({ storage });
    for (const [language, error] of [
      ["fr", "L'espace de stockage de ce navigateur est plein : rien n'a été enregistré, rien n'est perdu."],
      ["en", "The storage of this browser is full: nothing was saved, and nothing is lost."],
    ]) {
      const { status, body } = await ask("POST", PLANS, { body: planOf("2025-08-11"), language });
      assert.equal(status, 507);
      assert.equal(body.code, "storage_full");
      assert.equal(body.error, error);
    }
    assert.equal((await ask("GET", `${PLANS}/week/2025-08-04`)).status, 200);
    assert.equal((await ask("GET", `${PLANS}/week/2025-08-11`)).status, 404);
  });
}

test("storage that is refused is told, in both languages", async () => {
  const refused = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  const writes = { getItem: () => null, setItem: refused };
  for (const [language, error] of [
    ["fr", "Ce navigateur refuse l'accès à son stockage : rien n'a été enregistré."],
    ["en", "This browser refuses access to its storage: nothing was saved."],
  ]) {
    for (const storage of [refused, () => null, () => writes]) {
      const store = createStore({ storage, now: () => new Date(0), locks: undefined });
      const response = await store(
        new Request(ORIGIN + PLANS, {
          method: "POST",
          headers: { "Accept-Language": language, "Content-Type": "application/json" },
          body: PLAN,
        }),
      );
      assert.equal(response.status, 503);
      const body = await response.json();
      assert.equal(body.code, "storage_unavailable");
      assert.equal(body.error, error);
    }
  }
});
