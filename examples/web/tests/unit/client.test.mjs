import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiError } from "../../dist-unit/api-error.js";
import { createApi } from "../../dist-unit/client.js";
import { setting } from "./setting.mjs";

const MEALS = { monday: { lunch: 5 }, tuesday: { dinner: 11 } };

/** The API of a server, and the requests that it was sent. */
async function apiOf({ language = "en", timeZone = "UTC", now } = {}) {
  const requests = [];
  const server = await setting(now);
  const carry = (request) => {
    requests.push(request.clone());
    return fetch(request);
  };
  return { api: createApi(carry, language, { baseUrl: server.origin, timeZone }), requests, server };
}

/** The API over something that gives these answers, one after the other; an error is thrown. */
function apiOver(language, ...answers) {
  const requests = [];
  const carry = async (request) => {
    requests.push(request);
    const answer = answers.shift();
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  };
  return { api: createApi(carry, language, { baseUrl: "http://127.0.0.1", timeZone: "UTC" }), requests };
}

async function refused(promise) {
  const error = await promise.then(
    () => null,
    (error) => error,
  );
  assert.ok(error instanceof ApiError, String(error));
  assert.equal(error.name, "ApiError");
  return error;
}

test("recipes come in the language of the API", async () => {
  for (const [language, name] of [
    ["fr", "Porridge aux pommes"],
    ["en", "Apple porridge"],
  ]) {
    const { api, requests } = await apiOf({ language });
    assert.equal((await api.recipes())[0].name, name);
    assert.equal(requests[0].headers.get("Accept-Language"), language);
  }
});

test("a plan is saved, read, and saved again", async () => {
  const { api, requests } = await apiOf();
  assert.equal(await api.mealPlanOfWeek("2025-08-04"), null);
  const created = await api.savePlan("2025-08-04", MEALS, null);
  const plan = { id: 1, user_id: 1, week_start: "2025-08-04", meals: MEALS };
  assert.deepEqual(created, { plan, etag: '"1"' });
  assert.match(requests[1].headers.get("Idempotency-Key"), /^[0-9a-f]{32}$/);
  assert.deepEqual(await api.mealPlanOfWeek("2025-08-10"), created);

  const replaced = await api.savePlan("2025-08-04", {}, created);
  assert.deepEqual(replaced, { plan: { ...plan, meals: {} }, etag: '"2"' });
  const stale = await refused(api.savePlan("2025-08-04", MEALS, created));
  assert.equal(stale.status, 412);
  assert.equal(stale.code, "precondition_failed");
});

test("two new plans have two keys", async () => {
  const { api, requests } = await apiOf();
  await api.savePlan("2025-08-04", {}, null);
  await api.savePlan("2025-08-11", {}, null);
  const [first, second] = requests.map(({ headers }) => headers.get("Idempotency-Key"));
  assert.notEqual(first, second);
});

test("a plan for a week that has one is refused", async () => {
  const { api } = await apiOf();
  await api.savePlan("2025-08-04", MEALS, null);
  const error = await refused(api.savePlan("2025-08-04", {}, null));
  assert.equal(error.status, 409);
  assert.equal(error.code, "meal_plan_exists");
});

test("a date that is no Monday is refused with the Mondays around it, in both languages", async () => {
  for (const [language, message] of [
    [
      "fr",
      "Un plan commence un lundi (ISO 8601)\u00a0: le jeudi 7 août 2025 n’en est pas un. Le lundi précédent est le 4 août 2025, le lundi suivant le 11 août 2025.",
    ],
    [
      "en",
      "A plan starts on a Monday (ISO 8601): Thursday, August 7, 2025 is not one. The Monday before it is August 4, 2025, the Monday after it August 11, 2025.",
    ],
  ]) {
    const { api } = await apiOf({ language });
    const error = await refused(api.savePlan("2025-08-07", {}, null));
    const { status, code, field, value, weekday, previousMonday, nextMonday } = error;
    assert.deepEqual(
      { status, code, field, value, weekday, previousMonday, nextMonday },
      {
        status: 400,
        code: "not_a_monday",
        field: "week_start",
        value: "2025-08-07",
        weekday: "thursday",
        previousMonday: "2025-08-04",
        nextMonday: "2025-08-11",
      },
    );
    assert.equal(error.message, message);
  }
});

test("a text that is no date is refused, and another 404 is not taken for a missing plan", async () => {
  const { api } = await apiOf();
  assert.equal((await refused(api.mealPlanOfWeek("août"))).value, "août");
  const gone = { error: "There is nothing at /api.", code: "not_found", field: null, value: "/api" };
  const body = JSON.stringify({ ...gone, weekday: null, previous_monday: null, next_monday: null });
  const { api: elsewhere } = apiOver("en", new Response(body, { status: 404 }));
  assert.equal((await refused(elsewhere.mealPlanOfWeek("2025-08-04"))).code, "not_found");
});

test("a shopping list is in the order of names in each language", async () => {
  const { api, server } = await apiOf({ language: "fr", now: "2025-08-02T10:00:00Z" });
  await api.savePlan("2025-08-04", { monday: { breakfast: 3, lunch: 6, dinner: 12 } }, null);
  assert.equal(await api.shoppingListOfWeek("2025-08-04"), null);
  const list = await api.generateNextWeeksShoppingList();
  assert.equal(list.week_start, "2025-08-04");
  assert.deepEqual(
    list.items.map(({ name }) => name),
    [
      "beurre",
      "carottes",
      "citrons",
      "épinards",
      "huile d’olive",
      "lentilles vertes",
      "œufs",
      "oignons",
      "pain complet",
      "riz",
      "saumon",
    ],
  );
  assert.deepEqual(await api.shoppingListOfWeek("2025-08-04"), list);
  assert.equal(await api.shoppingListOfWeek("2025-08-11"), null);
  const english = createApi(fetch, "en", { baseUrl: server.origin });
  assert.equal((await english.shoppingListOfWeek("2025-08-04")).items[0].name, "butter");
});

test("next week is that of the API's time zone", async () => {
  const { api, requests } = await apiOf({ now: "2025-08-10T22:30:00Z", timeZone: "Europe/Paris" });
  const missing = await refused(api.generateNextWeeksShoppingList());
  assert.equal(missing.status, 404);
  assert.equal(missing.code, "meal_plan_not_found");
  assert.equal(missing.value, "2025-08-18");
  assert.equal(new URL(requests[0].url).search, "?tz=Europe%2FParis");
  await api.savePlan("2025-08-18", { monday: { dinner: 12 } }, null);
  const list = await api.generateNextWeeksShoppingList();
  assert.equal(list.week_start, "2025-08-18");
  assert.deepEqual(
    list.items.map(({ name }) => name),
    ["rice", "salmon", "spinach"],
  );
});

test("the address can be given, and the time zone has a default", async () => {
  const urls = [];
  const elsewhere = createApi(
    async (request) => {
      urls.push(request.url);
      return new Response("null");
    },
    "en",
    { baseUrl: "http://127.0.0.1/app/" },
  );
  await elsewhere.mealPlanOfWeek("2025-08-04").catch(() => {});
  await elsewhere.generateNextWeeksShoppingList().catch(() => {});
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
  assert.deepEqual(urls, [
    "http://127.0.0.1/app/api/meal-plans/week/2025-08-04?user_id=1",
    `http://127.0.0.1/app/api/shopping-lists/generate-next-week?tz=${zone}`,
  ]);
});

for (const [language, network, unexpected] of [
  [
    "fr",
    "Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.",
    (status) => `Réponse inattendue du serveur (${status}).`,
  ],
  [
    "en",
    "The server does not answer. Check the connection, then try again.",
    (status) => `The server gave an unexpected answer (${status}).`,
  ],
]) {
  test(`no answer, in ${language}`, async () => {
    const failure = new TypeError("fetch failed");
    const { api, requests } = apiOver(language, failure);
    const error = await refused(api.recipes());
    const { status, code, field, value, weekday, previousMonday, nextMonday, message, cause } = error;
    assert.deepEqual([status, code, message, cause], [0, "network_failure", network, failure]);
    assert.deepEqual([field, value, weekday, previousMonday, nextMonday], [null, null, null, null, null]);
    assert.equal(requests.length, 1);
  });

  test(`an answer that breaks off, in ${language}`, async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError("terminated")) });
    const { api } = apiOver(language, new Response(body));
    assert.equal((await refused(api.recipes())).message, network);
  });

  const full = {
    error: "Non.",
    code: "no",
    field: null,
    value: null,
    weekday: null,
    previous_monday: null,
    next_monday: null,
  };
  for (const [what, status, body] of [
    ["a page of a proxy", 502, "<h1>Bad gateway</h1>"],
    ["a page that says 200", 200, "<h1>Log in</h1>"],
    ["nothing with 200", 200, ""],
    ["nothing with 500", 500, ""],
    ["null", 500, "null"],
    ["a text", 500, '"no"'],
    ["another error's shape", 422, '{"detail":"no"}'],
    ["a sentence that is none", 400, JSON.stringify({ ...full, error: 1 })],
    ["a code that is none", 400, JSON.stringify({ ...full, code: null })],
    ["a field that is none", 400, JSON.stringify({ ...full, field: 1 })],
    ["a value with parts", 400, JSON.stringify({ ...full, value: {} })],
    ["an unknown weekday", 400, JSON.stringify({ ...full, weekday: "lundi" })],
    ["a Monday that is none", 400, JSON.stringify({ ...full, previous_monday: 1 })],
    ["no next Monday", 400, JSON.stringify({ ...full, next_monday: undefined })],
  ]) {
    test(`an answer that is ${what}, in ${language}`, async () => {
      const { api } = apiOver(language, new Response(body, { status }));
      const error = await refused(api.recipes());
      assert.equal(error.status, status);
      assert.equal(error.code, "unexpected_answer");
      assert.equal(error.message, unexpected(status));
    });
  }

  test(`a plan without a version, and none where there should be one, in ${language}`, async () => {
    const plan = '{"id":1,"user_id":1,"week_start":"2025-08-04","meals":{}}';
    const { api } = apiOver(language, new Response(plan), new Response(null, { status: 204 }));
    assert.equal((await refused(api.mealPlanOfWeek("2025-08-04"))).message, unexpected(200));
    assert.equal((await refused(api.recipes())).message, unexpected(204));
  });
}

test("an error of the API's shape is told as it is", async () => {
  const body =
    '{"error":"Too many.","code":"overloaded","field":null,"value":true,"weekday":null,"previous_monday":null,"next_monday":null}';
  const { api } = apiOver("en", new Response(body, { status: 503 }));
  const { status, code, value, message } = await refused(api.recipes());
  assert.deepEqual([status, code, value, message], [503, "overloaded", true, "Too many."]);
});

test("a new plan whose answer is lost is there once", async () => {
  const server = await setting();
  const keys = [];
  const lossy = async (request) => {
    keys.push(request.headers.get("Idempotency-Key"));
    const response = await fetch(request);
    if (keys.length === 1) {
      throw new TypeError("the connection was closed");
    }
    return response;
  };
  const api = createApi(lossy, "en", { baseUrl: server.origin });
  const { plan, etag } = await api.savePlan("2025-08-04", MEALS, null);
  assert.deepEqual([plan.id, etag, keys.length, keys[0]], [1, '"1"', 2, keys[1]]);
  assert.equal((await server.ask("GET", "/api/meal-plans")).body.items.length, 1);
});

test("a new plan is tried twice, and a change once", async () => {
  const failure = new TypeError("fetch failed");
  const { api, requests } = apiOver("en", failure, failure, failure);
  assert.equal((await refused(api.savePlan("2025-08-04", {}, null))).code, "network_failure");
  assert.equal(requests.length, 2);
  const saved = { plan: { id: 1, user_id: 1, week_start: "2025-08-04", meals: {} }, etag: '"1"' };
  assert.equal((await refused(api.savePlan("2025-08-04", {}, saved))).code, "network_failure");
  assert.equal(requests.length, 3);
});

test("who does not answer in time is taken for away", async () => {
  const silent = (request) =>
    new Promise((_, refuse) => {
      request.signal.addEventListener("abort", () => refuse(request.signal.reason));
    });
  const api = createApi(silent, "en", { baseUrl: "http://127.0.0.1", patience: 1 });
  const { code, cause, isPassing } = await refused(api.recipes());
  assert.deepEqual([code, cause.name, isPassing], ["network_failure", "TimeoutError", true]);
});

test("a server that has ended is away until it is started again, with all that it had saved", async () => {
  const { api, server } = await apiOf();
  const saved = await api.savePlan("2025-08-04", MEALS, null);
  await server.kill();
  const away = await refused(api.savePlan("2025-08-04", {}, saved));
  assert.deepEqual([away.code, away.isPassing], ["network_failure", true]);
  await server.start();
  assert.deepEqual(await api.mealPlanOfWeek("2025-08-04"), saved);
  const stale = await refused(api.savePlan("2025-08-11", {}, { ...saved, etag: '"7"' }));
  assert.deepEqual([stale.code, stale.isPassing], ["precondition_failed", false]);
});
