import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiError } from "../../dist-unit/api-error.js";
import { createApi } from "../../dist-unit/client.js";
import { MealPlans } from "../../dist-unit/plans.js";
import { setting } from "./setting.mjs";

const WEEK = "2025-08-04";
const NEXT = "2025-08-11";

/** An API whose questions wait until the test answers them, in any order. */
function asked() {
  const questions = [];
  const question = (about) =>
    new Promise((answer, refuse) => {
      questions.push({ about, answer, refuse });
    });
  const api = {
    mealPlanOfWeek: (monday) => question({ read: monday }),
    savePlan: (monday, meals, saved) => question({ save: monday, meals, etag: saved?.etag ?? null }),
  };
  return { api, questions, plans: new MealPlans(api) };
}

function stored(week_start, meals, etag) {
  return { plan: { id: 1, user_id: 1, week_start, meals }, etag };
}

function failure(status) {
  const nothing = { field: null, value: null, weekday: null, previous_monday: null, next_monday: null };
  return new ApiError(status, { error: "No.", code: "no", ...nothing });
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** The plans, once a week without a plan has been read. */
async function loaded() {
  const all = asked();
  all.plans.load(WEEK);
  all.questions[0].answer(null);
  await settled();
  return all;
}

const LUNCH = { monday: { lunch: 5 } };
const BOTH = { monday: { lunch: 5, dinner: 8 } };
const THREE = { ...BOTH, tuesday: { dinner: 8 } };

test("a change while another is saved is saved after it, over the new version", async () => {
  const { plans, questions } = await loaded();
  plans.plan(WEEK, "monday", "lunch", 5);
  plans.plan(WEEK, "monday", "dinner", 8);
  assert.deepEqual(questions[1].about, { save: WEEK, meals: LUNCH, etag: null });
  assert.equal(questions.length, 2);
  assert.deepEqual(plans.get(WEEK).meals, BOTH);
  questions[1].answer(stored(WEEK, LUNCH, '"1"'));
  await settled();
  assert.equal(plans.get(WEEK).saving, "saving");
  assert.deepEqual(questions[2].about, { save: WEEK, meals: BOTH, etag: '"1"' });
  questions[2].answer(stored(WEEK, BOTH, '"2"'));
  await settled();
  assert.equal(plans.get(WEEK).saving, "saved");
  assert.equal(plans.get(WEEK).stored.etag, '"2"');
  assert.equal(plans.unsaved(), "");
});

test("each week has its own answer, in whatever order they come", async () => {
  const { plans, questions } = asked();
  plans.load(WEEK);
  plans.load(NEXT);
  questions[1].answer(stored(NEXT, BOTH, '"7"'));
  await settled();
  assert.equal(plans.get(WEEK).loading, "loading");
  assert.deepEqual(plans.get(NEXT).meals, BOTH);
  questions[0].answer(stored(WEEK, LUNCH, '"3"'));
  await settled();
  assert.deepEqual(plans.get(WEEK).meals, LUNCH);
  assert.deepEqual(plans.get(NEXT).meals, BOTH);
});

test("what was read before a change does not undo it", async () => {
  const { plans, questions } = await loaded();
  plans.load(WEEK);
  plans.plan(WEEK, "monday", "lunch", 5);
  questions[1].answer(stored(WEEK, {}, '"1"'));
  await settled();
  assert.deepEqual(plans.get(WEEK).meals, LUNCH);
  questions[2].answer(stored(WEEK, LUNCH, '"2"'));
  await settled();
  assert.deepEqual(plans.get(WEEK).meals, LUNCH);
  assert.equal(plans.get(WEEK).saving, "saved");
});

test("a week that is being read, or has changes that are not stored, is not read again", async () => {
  const { plans, questions } = asked();
  plans.load(WEEK);
  plans.load(WEEK);
  assert.equal(questions.length, 1);
  questions[0].answer(null);
  await settled();
  plans.plan(WEEK, "monday", "lunch", 5);
  plans.load(WEEK);
  questions[1].refuse(failure(500));
  await settled();
  plans.load(WEEK);
  assert.equal(questions.length, 2);
});

test("a failed save keeps the meals, and is tried again", async () => {
  const { plans, questions } = await loaded();
  plans.plan(WEEK, "monday", "lunch", 5);
  const problem = failure(500);
  questions[1].refuse(problem);
  await settled();
  assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).problem], ["failed", problem]);
  assert.deepEqual(plans.get(WEEK).meals, LUNCH);
  assert.equal(plans.unsaved(), WEEK);
  plans.save(WEEK);
  // The reason stays until there is an answer.
  assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).problem], ["saving", problem]);
  questions[2].answer(stored(WEEK, LUNCH, '"1"'));
  await settled();
  assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).problem], ["saved", null]);
});

for (const status of [0, 408, 503]) {
  test(`after ${status}, a plan is saved again by itself, until that is done`, async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { plans, questions } = await loaded();
    plans.plan(WEEK, "monday", "lunch", 5);
    for (const count of [2, 3]) {
      assert.equal(questions.length, count);
      questions.at(-1).refuse(failure(status));
      await settled();
      assert.equal(plans.get(WEEK).saving, "failed");
      t.mock.timers.tick(4_999);
      assert.equal(questions.length, count);
      t.mock.timers.tick(1);
    }
    questions.at(-1).answer(stored(WEEK, LUNCH, '"1"'));
    await settled();
    assert.equal(plans.get(WEEK).saving, "saved");
    t.mock.timers.tick(60_000);
    assert.equal(questions.length, 4);
  });
}

test("what the user has saved meanwhile, or cannot be saved, is not saved again by itself", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { plans, questions } = await loaded();
  plans.plan(WEEK, "monday", "lunch", 5);
  questions[1].refuse(failure(503));
  await settled();
  plans.save(WEEK);
  questions[2].answer(stored(WEEK, LUNCH, '"1"'));
  await settled();
  t.mock.timers.tick(60_000);
  plans.plan(WEEK, "monday", "dinner", 8);
  questions[3].refuse(failure(400));
  await settled();
  t.mock.timers.tick(60_000);
  assert.equal(questions.length, 4);
  assert.equal(plans.get(WEEK).saving, "failed");
});

for (const status of [409, 412]) {
  test(`${status} after a lost answer is no conflict where the meals are these`, async () => {
    const { plans, questions } = await loaded();
    plans.plan(WEEK, "monday", "lunch", 5);
    questions[1].refuse(failure(0));
    await settled();
    plans.save(WEEK);
    questions[2].refuse(failure(status));
    await settled();
    assert.deepEqual(questions[3].about, { read: WEEK });
    questions[3].answer(stored(WEEK, { ...LUNCH, friday: {} }, '"1"'));
    await settled();
    const { saving, problem, stored: known } = plans.get(WEEK);
    assert.deepEqual([saving, problem, known.etag], ["saved", null, '"1"']);
  });

  test(`${status} after a failure is a conflict where the meals are others, or gone`, async () => {
    for (const found of [stored(WEEK, BOTH, '"7"'), null]) {
      const { plans, questions } = await loaded();
      plans.plan(WEEK, "monday", "lunch", 5);
      questions[1].refuse(failure(0));
      await settled();
      plans.save(WEEK);
      questions[2].refuse(failure(status));
      await settled();
      questions[3].answer(found);
      await settled();
      assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).meals], ["conflict", LUNCH]);
    }
  });
}

/** The plans over a server; while `way.loses`, it gets what is sent, and its answers are lost. */
async function overServer() {
  const server = await setting();
  const way = { loses: false };
  const carry = async (request) => {
    const answer = await fetch(request);
    if (way.loses) {
      throw new TypeError("the connection was reset");
    }
    return answer;
  };
  const api = createApi(carry, "en", { baseUrl: server.origin, timeZone: "UTC" });
  return { api, plans: new MealPlans(api), way };
}

for (const [saved, before] of [
  ["created", []],
  ["replaced", [["friday", "dinner", 11]]],
]) {
  test(`a meal that is chosen after the answer of a ${saved} plan was lost is no conflict`, async () => {
    const { api, plans, way } = await overServer();
    await plans.load(WEEK);
    for (const meal of before) {
      await plans.plan(WEEK, ...meal);
    }
    way.loses = true;
    await plans.plan(WEEK, "monday", "lunch", 5);
    // The server has refused this one, unheard: it holds the meals of the request before.
    await plans.plan(WEEK, "monday", "dinner", 8);
    assert.equal(plans.get(WEEK).saving, "failed");
    way.loses = false;
    await plans.plan(WEEK, "tuesday", "dinner", 8);
    assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).problem], ["saved", null]);
    const { plan, etag } = await api.mealPlanOfWeek(WEEK);
    assert.deepEqual(plan.meals, before.length === 0 ? THREE : { ...THREE, friday: { dinner: 11 } });
    assert.equal(plans.get(WEEK).stored.etag, etag);
  });
}

test("what somebody else has saved after a lost answer is a conflict", async () => {
  const { api, plans, way } = await overServer();
  await plans.load(WEEK);
  way.loses = true;
  await plans.plan(WEEK, "monday", "lunch", 5);
  way.loses = false;
  const theirs = { sunday: { lunch: 11 } };
  await api.savePlan(WEEK, theirs, await api.mealPlanOfWeek(WEEK));
  await plans.plan(WEEK, "monday", "dinner", 8);
  assert.equal(plans.get(WEEK).saving, "conflict");
  assert.deepEqual((await api.mealPlanOfWeek(WEEK)).plan.meals, theirs);
});

test("what was lost once is forgotten with the next answer", async () => {
  const { api, plans, way } = await overServer();
  await plans.load(WEEK);
  way.loses = true;
  await plans.plan(WEEK, "monday", "lunch", 5);
  way.loses = false;
  await plans.plan(WEEK, "monday", "dinner", 8);
  assert.equal(plans.get(WEEK).saving, "saved");
  // Somebody else takes the dinner out again.
  await api.savePlan(WEEK, LUNCH, await api.mealPlanOfWeek(WEEK));
  await plans.plan(WEEK, "tuesday", "dinner", 8);
  assert.equal(plans.get(WEEK).saving, "conflict");
});

test("a week that could not be read is read again; one that was keeps what is known", async () => {
  const { plans, questions } = asked();
  plans.load(WEEK);
  const problem = failure(503);
  questions[0].refuse(problem);
  await settled();
  assert.deepEqual([plans.get(WEEK).loading, plans.get(WEEK).problem], ["failed", problem]);
  plans.load(WEEK);
  questions[1].answer(stored(WEEK, LUNCH, '"1"'));
  await settled();
  assert.deepEqual([plans.get(WEEK).loading, plans.get(WEEK).problem], ["done", null]);
  plans.load(WEEK);
  questions[2].refuse(problem);
  await settled();
  assert.deepEqual([plans.get(WEEK).loading, plans.get(WEEK).problem], ["done", null]);
  assert.deepEqual(plans.get(WEEK).meals, LUNCH);
});

for (const status of [404, 409, 412]) {
  test(`${status} is a conflict: nothing is saved until the user has chosen`, async () => {
    const { plans, questions } = await loaded();
    plans.plan(WEEK, "monday", "lunch", 5);
    questions[1].refuse(failure(status));
    await settled();
    assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).problem], ["conflict", null]);
    plans.plan(WEEK, "monday", "dinner", 8);
    assert.equal(questions.length, 2);
    assert.equal(plans.unsaved(), WEEK);

    plans.keepMine(WEEK);
    questions[2].answer(stored(WEEK, {}, '"9"'));
    await settled();
    assert.deepEqual(questions[3].about, { save: WEEK, meals: BOTH, etag: '"9"' });
    questions[3].answer(stored(WEEK, BOTH, '"10"'));
    await settled();
    assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).meals], ["saved", BOTH]);
  });
}

test("the other version can be taken, and a failure to get it keeps the choice", async () => {
  const { plans, questions } = await loaded();
  plans.plan(WEEK, "monday", "lunch", 5);
  questions[1].refuse(failure(412));
  await settled();
  const problem = failure(503);
  plans.takeTheirs(WEEK);
  questions[2].refuse(problem);
  await settled();
  assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).problem], ["conflict", problem]);
  plans.keepMine(WEEK);
  questions[3].refuse(problem);
  await settled();
  assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).problem], ["conflict", problem]);
  plans.takeTheirs(WEEK);
  questions[4].answer(stored(WEEK, BOTH, '"4"'));
  await settled();
  assert.deepEqual([plans.get(WEEK).saving, plans.get(WEEK).meals], ["none", BOTH]);
});

test("a meal is taken out of a plan", async () => {
  const { plans, questions } = asked();
  plans.load(WEEK);
  questions[0].answer(stored(WEEK, BOTH, '"1"'));
  await settled();
  plans.plan(WEEK, "monday", "dinner", null);
  assert.deepEqual(questions[1].about, { save: WEEK, meals: LUNCH, etag: '"1"' });
});

test("another language asks again for what failed, and only that", async () => {
  const { api, plans, questions } = await loaded();
  plans.plan(WEEK, "monday", "lunch", 5);
  questions[1].refuse(failure(500));
  plans.load(NEXT);
  questions[2].refuse(failure(503));
  await settled();
  plans.speak(api);
  assert.equal(questions.length, 3);
  plans.speak({ ...api });
  assert.deepEqual(
    questions.slice(3).map(({ about }) => about),
    [{ save: WEEK, meals: LUNCH, etag: null }, { read: NEXT }],
  );
  plans.speak({ ...api });
  assert.equal(questions.length, 5);
});

test("who listens is told of every change until they stop", async () => {
  const { plans, questions } = asked();
  let calls = 0;
  const stop = plans.subscribe(() => {
    calls += 1;
  });
  plans.load(WEEK);
  questions[0].answer(null);
  await settled();
  assert.equal(calls, 2);
  assert.equal(plans.get(WEEK), plans.get(WEEK));
  stop();
  plans.plan(WEEK, "monday", "lunch", 5);
  assert.equal(calls, 2);
});
