import assert from "node:assert/strict";
import { test } from "node:test";
import { planOf, setting } from "./setting.mjs";

const MEALS = { monday: { lunch: 5, dinner: 8 }, wednesday: { dinner: 9 }, sunday: { lunch: 10, dinner: 5 } };
const AMOUNTS = [
  ["aubergine", 1, "piece", "aubergines", "aubergines"],
  ["bean", 200, "g", "haricots verts", "green beans"],
  ["butter", 30, "g", "beurre", "butter"],
  ["courgette", 2, "piece", "courgettes", "courgettes"],
  ["egg", 12, "piece", "œufs", "eggs"],
  ["mushroom", 400, "g", "champignons", "mushrooms"],
  ["olive-oil", 50, "ml", "huile d’olive", "olive oil"],
  ["onion", 1, "piece", "oignons", "onions"],
  ["parmesan", 40, "g", "parmesan", "parmesan"],
  ["pasta", 200, "g", "pâtes", "pasta"],
  ["pepper", 1, "piece", "poivrons", "peppers"],
  ["potato", 300, "g", "pommes de terre", "potatoes"],
  ["tomato", 1100, "g", "tomates", "tomatoes"],
  ["tuna", 150, "g", "thon", "tuna"],
];
const FRENCH = AMOUNTS.map(([id, amount, unit, name]) => ({ id, name, amount, unit }));
const ENGLISH = AMOUNTS.map(([id, amount, unit, , name]) => ({ id, name, amount, unit }));

test("a list sums the ingredients of all meals by ingredient and unit, in both languages", async () => {
  const { ask } = setting();
  await ask("POST", "/api/meal-plans", { body: planOf("2025-08-04", MEALS) });
  const { status, headers, body } = await ask("POST", "/api/shopping-lists/generate", {
    body: { meal_plan_id: 1 },
    language: "fr",
  });
  assert.equal(status, 201);
  assert.equal(headers.get("Content-Language"), "fr");
  const list = {
    id: 2,
    user_id: 1,
    meal_plan_id: 1,
    week_start: "2025-08-04",
    generated_at: "2025-08-09T10:00:00.000Z",
  };
  assert.deepEqual(body, { ...list, items: FRENCH });
  const { body: page } = await ask("GET", "/api/shopping-lists", { language: "en" });
  assert.deepEqual(page, { items: [{ ...list, items: ENGLISH }], next: null });
});

test("a list that is generated again is the same list, of the plan as it is now", async () => {
  const { ask, clock } = setting();
  await ask("POST", "/api/meal-plans", { body: planOf("2025-08-04", MEALS) });
  await ask("POST", "/api/shopping-lists/generate", { body: { meal_plan_id: 1 } });
  const body = planOf("2025-08-04", { friday: { dinner: 11 } });
  await ask("PUT", "/api/meal-plans/1", { body, headers: { "If-Match": "*" } });
  clock.now = new Date("2025-08-09T11:00:00Z");
  const again = await ask("POST", "/api/shopping-lists/generate", { body: { meal_plan_id: 1 } });
  assert.equal(again.status, 200);
  assert.equal(again.body.id, 2);
  assert.equal(again.body.generated_at, "2025-08-09T11:00:00.000Z");
  assert.deepEqual(again.body.items, [
    { id: "chicken", name: "chicken", amount: 500, unit: "g" },
    { id: "lemon", name: "lemons", amount: 1, unit: "piece" },
    { id: "potato", name: "potatoes", amount: 500, unit: "g" },
  ]);
  assert.equal((await ask("GET", "/api/shopping-lists")).body.items.length, 1);
});

test("a plan without meals has an empty list", async () => {
  const { ask } = setting();
  await ask("POST", "/api/meal-plans", { body: planOf("2025-08-04", { monday: {} }) });
  const { status, body } = await ask("POST", "/api/shopping-lists/generate", { body: { meal_plan_id: 1 } });
  assert.equal(status, 201);
  assert.deepEqual(body.items, []);
});

for (const [now, zone, monday] of [
  ["2025-08-09T10:00:00Z", "", "2025-08-11"],
  ["2025-08-10T21:59:59Z", "?tz=Europe/Paris", "2025-08-11"],
  ["2025-08-10T22:00:00Z", "?tz=Europe/Paris", "2025-08-18"],
  ["2025-08-10T22:00:00Z", "?tz=UTC", "2025-08-11"],
  ["2025-08-11T03:59:59Z", "?tz=America/New_York", "2025-08-11"],
  ["2024-12-28T10:00:00Z", "?tz=Pacific/Auckland", "2024-12-30"],
  ["2026-12-26T10:00:00Z", "?tz=Asia/Kathmandu", "2026-12-28"],
  ["2027-01-02T10:00:00Z", "", "2027-01-04"],
]) {
  test(`next week's list at ${now}${zone} is that of ${monday}`, async () => {
    const { ask } = setting({ now });
    const path = `/api/shopping-lists/generate-next-week${zone}`;
    const missing = await ask("POST", path, { body: { user_id: 1 } });
    assert.equal(missing.status, 404);
    assert.equal(missing.body.code, "meal_plan_not_found");
    assert.equal(missing.body.value, monday);

    await ask("POST", "/api/meal-plans", { body: planOf(monday, { sunday: { dinner: 12 } }) });
    const first = await ask("POST", path, { body: { user_id: 1 } });
    assert.equal(first.status, 201);
    assert.equal(first.body.week_start, monday);
    assert.deepEqual(
      first.body.items.map(({ id, amount }) => [id, amount]),
      [
        ["rice", 140],
        ["salmon", 260],
        ["spinach", 300],
      ],
    );
    assert.equal((await ask("POST", path, { body: { user_id: 1 } })).status, 200);
  });
}

test("lists are in chronological order, and found by week and user", async () => {
  const { ask } = setting();
  for (const monday of ["2025-08-11", "2025-08-04"]) {
    const { body } = await ask("POST", "/api/meal-plans", { body: planOf(monday) });
    await ask("POST", "/api/shopping-lists/generate", { body: { meal_plan_id: body.id } });
  }
  const weeks = async (query) => {
    const { body } = await ask("GET", `/api/shopping-lists?${query}`);
    return body.items.map((list) => list.week_start);
  };
  assert.deepEqual(await weeks(""), ["2025-08-04", "2025-08-11"]);
  assert.deepEqual(await weeks("limit=1"), ["2025-08-04"]);
  assert.deepEqual(await weeks("limit=1&after=2025-08-04.4"), ["2025-08-11"]);
  assert.deepEqual(await weeks("week_start=2025-08-11&user_id=1"), ["2025-08-11"]);
  assert.deepEqual(await weeks("user_id=2"), []);
});
