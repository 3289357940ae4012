import assert from "node:assert/strict";
import { test } from "node:test";
import { kept, planOf, setting } from "./setting.mjs";

const PLANS = "/api/meal-plans";
const LISTS = "/api/shopping-lists";
const post = (body, headers = {}) => ["POST", PLANS, { body, headers }];
const put = (path, headers, body = planOf("2025-08-04")) => ["PUT", `${PLANS}/${path}`, { body, headers }];
const meals = (value) => post(planOf("2025-08-04", value));

const CASES = [
  {
    code: "not_a_monday",
    request: post(planOf("2025-08-07")),
    status: 400,
    about: {
      field: "week_start",
      value: "2025-08-07",
      weekday: "thursday",
      previous_monday: "2025-08-04",
      next_monday: "2025-08-11",
    },
    fr: "Un plan commence un lundi (ISO 8601)\u00a0: le jeudi 7 août 2025 n’en est pas un. Le lundi précédent est le 4 août 2025, le lundi suivant le 11 août 2025.",
    en: "A plan starts on a Monday (ISO 8601): Thursday, August 7, 2025 is not one. The Monday before it is August 4, 2025, the Monday after it August 11, 2025.",
  },
  {
    code: "not_a_monday",
    request: ["GET", `${PLANS}?week_start=2024-12-31`],
    status: 400,
    about: {
      field: "week_start",
      value: "2024-12-31",
      weekday: "tuesday",
      previous_monday: "2024-12-30",
      next_monday: "2025-01-06",
    },
    fr: "Un plan commence un lundi (ISO 8601)\u00a0: le mardi 31 décembre 2024 n’en est pas un. Le lundi précédent est le 30 décembre 2024, le lundi suivant le 6 janvier 2025.",
    en: "A plan starts on a Monday (ISO 8601): Tuesday, December 31, 2024 is not one. The Monday before it is December 30, 2024, the Monday after it January 6, 2025.",
  },
  {
    code: "not_a_monday",
    request: ["GET", `${LISTS}?week_start=2027-01-03`],
    status: 400,
    about: {
      field: "week_start",
      value: "2027-01-03",
      weekday: "sunday",
      previous_monday: "2026-12-28",
      next_monday: "2027-01-04",
    },
    fr: "Un plan commence un lundi (ISO 8601)\u00a0: le dimanche 3 janvier 2027 n’en est pas un. Le lundi précédent est le 28 décembre 2026, le lundi suivant le 4 janvier 2027.",
    en: "A plan starts on a Monday (ISO 8601): Sunday, January 3, 2027 is not one. The Monday before it is December 28, 2026, the Monday after it January 4, 2027.",
  },
  {
    code: "not_a_monday",
    request: put("1", { "If-Match": "*" }, planOf("2025-08-09")),
    status: 400,
    about: {
      field: "week_start",
      value: "2025-08-09",
      weekday: "saturday",
      previous_monday: "2025-08-04",
      next_monday: "2025-08-11",
    },
    fr: "Un plan commence un lundi (ISO 8601)\u00a0: le samedi 9 août 2025 n’en est pas un. Le lundi précédent est le 4 août 2025, le lundi suivant le 11 août 2025.",
    en: "A plan starts on a Monday (ISO 8601): Saturday, August 9, 2025 is not one. The Monday before it is August 4, 2025, the Monday after it August 11, 2025.",
  },
  {
    code: "day_not_in_month",
    request: post(planOf("2025-02-29")),
    status: 400,
    about: { field: "week_start", value: "2025-02-29" },
    fr: "La date de début doit être une date qui existe, sous la forme AAAA-MM-JJ\u00a0: «\u00a02025-02-29\u00a0».",
    en: 'The start date must be a date that exists, as YYYY-MM-DD: "2025-02-29".',
  },
  {
    code: "parse_expected_digit",
    request: ["GET", `${PLANS}/week/ao%C3%BBt`],
    status: 400,
    about: { field: "date", value: "août" },
    fr: "date doit être une date qui existe, sous la forme AAAA-MM-JJ\u00a0: «\u00a0août\u00a0».",
    en: 'date must be a date that exists, as YYYY-MM-DD: "août".',
  },
  {
    code: "parse_expected_digit",
    request: ["GET", `${PLANS}/week/%E0%A4%A`],
    status: 400,
    about: { field: "date", value: "%E0%A4%A" },
    fr: "date doit être une date qui existe, sous la forme AAAA-MM-JJ\u00a0: «\u00a0%E0%A4%A\u00a0».",
    en: 'date must be a date that exists, as YYYY-MM-DD: "%E0%A4%A".',
  },
  {
    code: "parse_empty",
    request: ["GET", `${PLANS}?from=`],
    status: 400,
    about: { field: "from", value: "" },
    fr: "from est vide.",
    en: "from is empty.",
  },
  {
    code: "parse_empty",
    request: post(planOf("")),
    status: 400,
    about: { field: "week_start", value: "" },
    fr: "La date de début est vide.",
    en: "The start date is empty.",
  },
  {
    code: "date_out_of_range",
    request: post(planOf("9999-01-04")),
    status: 400,
    about: { field: "week_start", value: "9999-01-04" },
    fr: "La date de début doit être une date des années 1 à 9998\u00a0: 9999-01-04.",
    en: "The start date must be a date of the years 1 to 9998: 9999-01-04.",
  },
  {
    code: "date_out_of_range",
    request: ["GET", `${PLANS}?to=0000-12-31`],
    status: 400,
    about: { field: "to", value: "0000-12-31" },
    fr: "to doit être une date des années 1 à 9998\u00a0: 0000-12-31.",
    en: "to must be a date of the years 1 to 9998: 0000-12-31.",
  },
  {
    code: "from_after_to",
    request: ["GET", `${PLANS}?from=2025-08-05&to=2025-08-04`],
    status: 400,
    about: { field: "from", value: "2025-08-05" },
    fr: "from doit précéder to\u00a0: 2025-08-05.",
    en: "from must not be later than to: 2025-08-05.",
  },
  {
    code: "malformed_json",
    request: post("{"),
    status: 400,
    fr: "Le corps de la requête n’est pas du JSON valide.",
    en: "The body of the request is not valid JSON.",
  },
  {
    code: "wrong_type",
    request: post([]),
    status: 400,
    about: { field: "body" },
    fr: "body n’est pas du bon type.",
    en: "body is of a wrong type.",
  },
  {
    code: "wrong_type",
    request: post({ user_id: "1", week_start: "2025-08-04", meals: {} }),
    status: 400,
    about: { field: "user_id", value: "1" },
    fr: "user_id n’est pas du bon type.",
    en: "user_id is of a wrong type.",
  },
  {
    code: "wrong_type",
    request: post(planOf(20250804)),
    status: 400,
    about: { field: "week_start", value: 20250804 },
    fr: "La date de début n’est pas du bon type.",
    en: "The start date is of a wrong type.",
  },
  {
    code: "wrong_type",
    request: meals([]),
    status: 400,
    about: { field: "meals" },
    fr: "meals n’est pas du bon type.",
    en: "meals is of a wrong type.",
  },
  {
    code: "wrong_type",
    request: meals({ monday: null }),
    status: 400,
    about: { field: "meals.monday" },
    fr: "meals.monday n’est pas du bon type.",
    en: "meals.monday is of a wrong type.",
  },
  {
    code: "wrong_type",
    request: meals({ monday: { lunch: 1.5 } }),
    status: 400,
    about: { field: "meals.monday.lunch", value: 1.5 },
    fr: "meals.monday.lunch n’est pas du bon type.",
    en: "meals.monday.lunch is of a wrong type.",
  },
  {
    code: "wrong_type",
    request: ["GET", `${PLANS}/one`],
    status: 400,
    about: { field: "id", value: "one" },
    fr: "id n’est pas du bon type.",
    en: "id is of a wrong type.",
  },
  {
    code: "missing_field",
    request: post({ user_id: 1, meals: {} }),
    status: 400,
    about: { field: "week_start" },
    fr: "La date de début manque.",
    en: "The start date is missing.",
  },
  {
    code: "unknown_field",
    request: meals({ lundi: {} }),
    status: 400,
    about: { field: "meals.lundi" },
    fr: "meals.lundi est inconnu.",
    en: "meals.lundi is not known.",
  },
  {
    code: "unknown_field",
    request: post({ ...planOf("2025-08-04"), id: 7 }),
    status: 400,
    about: { field: "id" },
    fr: "id est inconnu.",
    en: "id is not known.",
  },
  {
    code: "unknown_field",
    request: post('{"__proto__":{},"user_id":1,"week_start":"2025-08-04","meals":{}}'),
    status: 400,
    about: { field: "__proto__" },
    fr: "__proto__ est inconnu.",
    en: "__proto__ is not known.",
  },
  {
    code: "out_of_range",
    request: ["GET", `${PLANS}?limit=101`],
    status: 400,
    about: { field: "limit", value: 101 },
    fr: "limit est hors limites\u00a0: 101.",
    en: "limit is out of range: 101.",
  },
  {
    code: "out_of_range",
    request: ["DELETE", `${PLANS}/0`, { headers: { "If-Match": "*" } }],
    status: 400,
    about: { field: "id", value: 0 },
    fr: "id est hors limites\u00a0: 0.",
    en: "id is out of range: 0.",
  },
  {
    code: "invalid_cursor",
    request: ["GET", `${LISTS}?after=2025`],
    status: 400,
    about: { field: "after", value: "2025" },
    fr: "after doit être le next de la page précédente\u00a0: 2025.",
    en: "after must be the next of the page before: 2025.",
  },
  {
    code: "invalid_time_zone",
    request: ["POST", `${LISTS}/generate-next-week?tz=Europe/Lyon`, { body: { user_id: 1 } }],
    status: 400,
    about: { field: "tz", value: "Europe/Lyon" },
    fr: "tz doit être un fuseau horaire IANA\u00a0: Europe/Lyon.",
    en: "tz must be an IANA time zone: Europe/Lyon.",
  },
  {
    code: "invalid_idempotency_key",
    request: post(planOf("2025-08-11"), { "Idempotency-Key": "a key" }),
    status: 400,
    about: { field: "Idempotency-Key", value: "a key" },
    fr: "Idempotency-Key doit avoir 1 à 255 caractères ASCII visibles.",
    en: "Idempotency-Key must have 1 to 255 visible ASCII characters.",
  },
  {
    code: "unknown_user",
    request: post({ user_id: 2, week_start: "2025-08-04", meals: {} }),
    status: 400,
    about: { field: "user_id", value: 2 },
    fr: "user_id doit être un utilisateur qui existe\u00a0: 2.",
    en: "user_id must be a user who exists: 2.",
  },
  {
    code: "unknown_recipe",
    request: meals({ sunday: { dinner: 13 } }),
    status: 400,
    about: { field: "meals.sunday.dinner", value: 13 },
    fr: "meals.sunday.dinner doit être une recette qui existe\u00a0: 13.",
    en: "meals.sunday.dinner must be a recipe that exists: 13.",
  },
  {
    code: "not_found",
    request: ["GET", "/api/menus"],
    status: 404,
    about: { value: "/api/menus" },
    fr: "Il n’y a rien à l’adresse /api/menus.",
    en: "There is nothing at /api/menus.",
  },
  {
    code: "meal_plan_not_found",
    request: ["GET", `${PLANS}/99`],
    status: 404,
    about: { field: "id", value: 99 },
    fr: "Le plan 99 n’existe pas.",
    en: "There is no plan 99.",
  },
  {
    code: "meal_plan_not_found",
    request: ["POST", `${LISTS}/generate`, { body: { meal_plan_id: 99 } }],
    status: 404,
    about: { field: "meal_plan_id", value: 99 },
    fr: "Le plan 99 n’existe pas.",
    en: "There is no plan 99.",
  },
  {
    code: "meal_plan_not_found",
    request: ["GET", `${PLANS}/week/2026-12-31`],
    status: 404,
    about: { field: "week_start", value: "2026-12-28" },
    fr: "La semaine du 28 décembre 2026 n’a pas encore de plan.",
    en: "The week of December 28, 2026 has no plan yet.",
  },
  {
    code: "method_not_allowed",
    request: ["PATCH", `${PLANS}/1`],
    status: 405,
    about: { value: "PATCH" },
    fr: "Cette adresse n’a pas la méthode PATCH.",
    en: "This address does not have the method PATCH.",
  },
  {
    code: "meal_plan_exists",
    request: post(planOf("2025-08-04")),
    status: 409,
    about: { field: "week_start", value: "2025-08-04" },
    fr: "La semaine du 4 août 2025 a déjà un plan.",
    en: "The week of August 4, 2025 already has a plan.",
  },
  {
    code: "precondition_failed",
    request: put("1", { "If-Match": '"0"' }),
    status: 412,
    about: { field: "If-Match", value: '"0"' },
    fr: "Le plan a changé depuis sa lecture.",
    en: "The plan has changed since it was read.",
  },
  {
    code: "body_too_large",
    request: post(`"${"é".repeat(8192)}"`),
    status: 413,
    about: { value: 16386 },
    fr: "Le corps de la requête dépasse 16 Kio.",
    en: "The body of the request is larger than 16 KiB.",
  },
  {
    code: "unsupported_media_type",
    request: post("user_id=1", { "Content-Type": "application/x-www-form-urlencoded" }),
    status: 415,
    about: { field: "Content-Type", value: "application/x-www-form-urlencoded" },
    fr: "Le corps de la requête doit être de type application/json.",
    en: "The body of the request must be of the type application/json.",
  },
  {
    code: "unsupported_media_type",
    request: ["POST", `${LISTS}/generate`],
    status: 415,
    about: { field: "Content-Type" },
    fr: "Le corps de la requête doit être de type application/json.",
    en: "The body of the request must be of the type application/json.",
  },
  {
    code: "idempotency_key_reused",
    request: post(planOf("2025-08-11"), { "Idempotency-Key": "used" }),
    status: 422,
    about: { field: "Idempotency-Key", value: "used" },
    fr: "Cette Idempotency-Key a déjà servi pour une autre requête.",
    en: "This Idempotency-Key was used for another request.",
  },
  {
    code: "precondition_required",
    request: put("1", {}),
    status: 428,
    about: { field: "If-Match" },
    fr: "Il faut If-Match, avec l’ETag du plan tel qu’il a été lu.",
    en: "If-Match is needed, with the ETag of the plan as it was read.",
  },
  {
    code: "precondition_required",
    request: ["DELETE", `${PLANS}/1`],
    status: 428,
    about: { field: "If-Match" },
    fr: "Il faut If-Match, avec l’ETag du plan tel qu’il a été lu.",
    en: "If-Match is needed, with the ETag of the plan as it was read.",
  },
];

for (const { code, request, status, about = {}, fr, en } of CASES) {
  const [method, path, options] = request;
  test(`${status} ${code}: ${method} ${path} ${about.field ?? ""}`, async () => {
    const { ask, databases } = setting();
    const used = { "Idempotency-Key": "used" };
    await ask("POST", PLANS, { body: planOf("2025-08-04", { monday: { lunch: 5 } }), headers: used });
    const before = await kept(databases);
    for (const [language, error] of Object.entries({ fr, en })) {
      const answer = await ask(method, path, { ...options, language });
      assert.equal(answer.status, status);
      const nothing = { field: null, value: null, weekday: null, previous_monday: null, next_monday: null };
      assert.deepEqual(answer.body, { error, code, ...nothing, ...about });
      assert.equal(answer.headers.get("Content-Language"), language);
    }
    assert.deepEqual(await kept(databases), before);
  });
}

test("405 names the methods that there are", async () => {
  const { headers } = await setting().ask("PATCH", `${PLANS}/1`);
  assert.equal(headers.get("Allow"), "GET, PUT, DELETE");
});

test("a body of 16 KiB is read", async () => {
  const { ask } = setting();
  const body = JSON.stringify(planOf("2025-08-04")).padEnd(16384, " ");
  assert.equal((await ask("POST", PLANS, { body })).status, 201);
});

test("the type of a body may name its encoding, in any case", async () => {
  const { ask } = setting();
  const headers = { "Content-Type": "Application/JSON; charset=utf-8" };
  assert.equal((await ask("POST", PLANS, { body: planOf("2025-08-04"), headers })).status, 201);
});

test("a body that is not UTF-8 is refused", async () => {
  const { fetch } = setting();
  const request = new Request(`http://127.0.0.1${PLANS}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: Uint8Array.of(0x22, 0xff, 0x22),
  });
  const response = await fetch(request);
  assert.equal(response.status, 400);
  assert.equal((await response.json()).code, "malformed_json");
});

test("a long value is cut where it is told", async () => {
  const { body } = await setting().ask("GET", `${PLANS}/week/${"9".repeat(300)}`);
  assert.equal(body.value, `${"9".repeat(100)}…`);
});

test("a long name is cut where it is told", async () => {
  const { body } = await setting().ask("POST", PLANS, { body: { ["m".repeat(300)]: 1 } });
  assert.equal(body.field, `${"m".repeat(100)}…`);
});

test("the first and the last dates that are taken have Mondays around them", async () => {
  const { ask } = setting();
  const refused = async (date) => (await ask("POST", PLANS, { body: planOf(date) })).body;
  const first = await refused("0001-01-02");
  assert.equal(first.previous_monday, "0001-01-01");
  assert.equal(first.next_monday, "0001-01-08");
  const last = await refused("9998-12-31");
  assert.equal(last.previous_monday, "9998-12-28");
  assert.equal(last.next_monday, "9999-01-04");
});

test("what the store itself gets wrong is a 500 that is written to the console", async (t) => {
  const log = t.mock.method(console, "error", () => {});
  const { ask, clock } = setting();
  await ask("POST", PLANS, { body: planOf("2025-08-04") });
  clock.now = new Date(Number.NaN);
  for (const [language, error] of [
    ["fr", "Une erreur interne s’est produite."],
    ["en", "An internal error has happened."],
  ]) {
    const { status, body } = await ask("POST", `${LISTS}/generate`, { body: { meal_plan_id: 1 }, language });
    assert.equal(status, 500);
    assert.equal(body.code, "internal_error");
    assert.equal(body.error, error);
  }
  assert.equal(log.mock.callCount(), 2);
  assert.equal(log.mock.calls[0].arguments[0].message, "Invalid time value");
});
