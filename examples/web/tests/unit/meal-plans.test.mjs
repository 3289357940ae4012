import assert from "node:assert/strict";
import { test } from "node:test";
import { planOf, setting } from "./setting.mjs";

const MEALS = { monday: { breakfast: 1, dinner: 8 }, sunday: { lunch: 10 } };

test("a plan is created, found by its id and by every day of its week", async () => {
  const { ask } = setting();
  const created = await ask("POST", "/api/meal-plans", { body: planOf("2025-08-04", MEALS) });
  const plan = { id: 1, user_id: 1, week_start: "2025-08-04", meals: MEALS };
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("Location"), "/api/meal-plans/1");
  assert.equal(created.headers.get("ETag"), '"1"');
  assert.deepEqual(created.body, plan);

  const days = ["04", "05", "06", "07", "08", "09", "10"];
  for (const path of ["1", ...days.map((day) => `week/2025-08-${day}`), "week/2025-08-07?user_id=1"]) {
    const found = await ask("GET", `/api/meal-plans/${path}`);
    assert.equal(found.status, 200);
    assert.equal(found.headers.get("ETag"), '"1"');
    assert.deepEqual(found.body, plan);
  }
  for (const path of ["week/2025-08-03", "week/2025-08-11", "week/2025-08-04?user_id=2", "2"]) {
    assert.equal((await ask("GET", `/api/meal-plans/${path}`)).status, 404);
  }
});

test("a week around New Year is one week", async () => {
  const { ask } = setting();
  await ask("POST", "/api/meal-plans", { body: planOf("2024-12-30", MEALS) });
  await ask("POST", "/api/meal-plans", { body: planOf("2026-12-28", MEALS) });
  for (const [date, monday] of [
    ["2024-12-31", "2024-12-30"],
    ["2025-01-05", "2024-12-30"],
    ["2026-12-31", "2026-12-28"],
    ["2027-01-03", "2026-12-28"],
  ]) {
    assert.equal((await ask("GET", `/api/meal-plans/week/${date}`)).body.week_start, monday);
  }
});

test("meals are kept in the order of the week, whatever order they came in", async () => {
  const { ask } = setting();
  const body = planOf("2025-08-04", { sunday: { dinner: 5 }, monday: { dinner: 8, breakfast: 1 } });
  const { body: plan } = await ask("POST", "/api/meal-plans", { body });
  assert.equal(JSON.stringify(plan.meals), '{"monday":{"breakfast":1,"dinner":8},"sunday":{"dinner":5}}');
});

test("a plan is replaced by whoever knows its version", async () => {
  const { ask } = setting();
  await ask("POST", "/api/meal-plans", { body: planOf("2025-08-04", MEALS) });
  const body = planOf("2025-08-04", { friday: { dinner: 12 } });
  const put = (tag) => ask("PUT", "/api/meal-plans/1", { body, headers: { "If-Match": tag } });

  const replaced = await put('"1"');
  assert.equal(replaced.status, 200);
  assert.equal(replaced.headers.get("ETag"), '"2"');
  assert.deepEqual(replaced.body, { id: 1, ...body });
  assert.deepEqual((await ask("GET", "/api/meal-plans/1")).body, { id: 1, ...body });

  assert.equal((await put('"1"')).status, 412);
  assert.equal((await put('W/"2"')).status, 412);
  assert.equal((await put('"1", "2"')).headers.get("ETag"), '"3"');
  assert.equal((await put("*")).headers.get("ETag"), '"4"');
});

test("a plan moves to a free week only", async () => {
  const { ask } = setting();
  await ask("POST", "/api/meal-plans", { body: planOf("2025-08-04") });
  await ask("POST", "/api/meal-plans", { body: planOf("2025-08-11") });
  const move = (weekStart) =>
    ask("PUT", "/api/meal-plans/1", { body: planOf(weekStart), headers: { "If-Match": "*" } });
  assert.equal((await move("2025-08-11")).status, 409);
  assert.equal((await move("2025-08-18")).status, 200);
  assert.equal((await ask("GET", "/api/meal-plans/week/2025-08-04")).status, 404);
  assert.equal((await ask("GET", "/api/meal-plans/week/2025-08-20")).body.id, 1);
});

test("a plan is deleted with its list by whoever knows its version, and its id is not given again", async () => {
  const { ask } = setting();
  await ask("POST", "/api/meal-plans", { body: planOf("2025-08-04", MEALS) });
  await ask("POST", "/api/shopping-lists/generate", { body: { meal_plan_id: 1 } });
  const remove = (tag) => ask("DELETE", "/api/meal-plans/1", { headers: { "If-Match": tag } });
  assert.equal((await remove('"2"')).status, 412);
  assert.equal((await remove('"1"')).status, 204);
  assert.equal((await remove('"1"')).status, 404);
  assert.equal((await ask("GET", "/api/meal-plans/week/2025-08-04")).status, 404);
  assert.deepEqual((await ask("GET", "/api/shopping-lists")).body, { items: [], next: null });
  const again = await ask("POST", "/api/meal-plans", { body: planOf("2025-08-04") });
  assert.equal(again.body.id, 3);
});

test("a repeated request with a key creates one plan", async () => {
  const { ask, clock } = setting();
  const post = (key, body) => ask("POST", "/api/meal-plans", { body, headers: { "Idempotency-Key": key } });
  const first = await post("a", planOf("2025-08-04", MEALS));
  const reordered = { meals: MEALS, week_start: "2025-08-04", user_id: 1 };
  const second = await post("a", reordered);
  assert.equal(second.status, 201);
  assert.deepEqual(second.body, first.body);
  assert.equal(second.headers.get("Location"), first.headers.get("Location"));
  assert.equal(second.headers.get("ETag"), first.headers.get("ETag"));
  assert.equal((await ask("GET", "/api/meal-plans")).body.items.length, 1);

  assert.equal((await post("a", planOf("2025-08-11"))).status, 422);
  assert.equal((await post("b", planOf("2025-08-04", MEALS))).status, 409);

  clock.now = new Date("2025-08-10T09:59:59Z");
  assert.equal((await post("a", planOf("2025-08-04", MEALS))).status, 201);
  clock.now = new Date("2025-08-10T10:00:00Z");
  assert.equal((await post("a", planOf("2025-08-04", MEALS))).status, 409);
});

test("plans are listed in chronological order, in pages", async () => {
  const { ask } = setting();
  const mondays = ["2025-08-11", "2024-12-30", "2026-12-28", "2025-08-04", "2025-08-18"];
  for (const monday of mondays) {
    await ask("POST", "/api/meal-plans", { body: planOf(monday) });
  }
  const weeks = async (query) => {
    const { status, body } = await ask("GET", `/api/meal-plans?${query}`);
    assert.equal(status, 200);
    return [body.items.map((plan) => plan.week_start), body.next];
  };
  const sorted = ["2024-12-30", "2025-08-04", "2025-08-11", "2025-08-18", "2026-12-28"];
  assert.deepEqual(await weeks(""), [sorted, null]);
  assert.deepEqual(await weeks("limit=5"), [sorted, null]);
  const [first, next] = await weeks("limit=2");
  assert.deepEqual(first, ["2024-12-30", "2025-08-04"]);
  const [second, afterwards] = await weeks(`limit=2&after=${next}`);
  assert.deepEqual(second, ["2025-08-11", "2025-08-18"]);
  assert.deepEqual(await weeks(`limit=2&after=${afterwards}`), [["2026-12-28"], null]);
  assert.deepEqual(await weeks("after=2026-12-28.3"), [[], null]);

  assert.deepEqual(await weeks("user_id=1&limit=100"), [sorted, null]);
  assert.deepEqual(await weeks("user_id=2"), [[], null]);
  assert.deepEqual(await weeks("week_start=2025-08-11"), [["2025-08-11"], null]);
  assert.deepEqual(await weeks("from=2025-08-17"), [["2025-08-11", "2025-08-18", "2026-12-28"], null]);
  assert.deepEqual(await weeks("to=2025-01-01"), [["2024-12-30"], null]);
  assert.deepEqual(await weeks("from=2025-08-10&to=2025-08-10"), [["2025-08-04"], null]);
});
