/** The measuring itself, on clocks that tell known times. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { each, whole } from "../src/benchmark.js";
import { random, SEED } from "../src/inputs.js";
import { measure } from "../src/measure.js";

const MILLISECOND = 1e6;

/** A benchmark each of whose rounds takes the next of some times, and the clock that tells them. */
function timed(/** @type {number[]} */ ...times) {
  let now = 0;
  let runs = 0;
  return {
    clock: () => now,
    runs: () => runs,
    benchmark: {
      name: "some",
      rows: 100,
      run(/** @type {number} */ rounds) {
        now += times[runs % times.length] * rounds;
        runs += 1;
      },
      check() {},
    },
  };
}

test("times are for each row", () => {
  const { benchmark, clock } = timed(3 * MILLISECOND, MILLISECOND, 2 * MILLISECOND);
  const [times] = measure([benchmark], random(SEED), clock);
  assert.deepEqual(times, { min: 10_000, median: 20_000 });
});

test("what is fast runs in many rounds, what is slow in few", () => {
  const fast = timed(1_000);
  assert.deepEqual(measure([fast.benchmark], random(SEED), fast.clock), [{ min: 10, median: 10 }]);
  const slow = timed(500 * MILLISECOND);
  measure([slow.benchmark], random(SEED), slow.clock);
  assert.equal(slow.runs(), 1 + 4, "one to warm up, and as many as last two seconds");
});

test("benchmarks take turns in changing order", () => {
  /** @type {string[]} */
  const order = [];
  let now = 0;
  const noted = (/** @type {string} */ name) => ({
    name,
    rows: 1,
    run() {
      order.push(name);
      now += 60 * MILLISECOND;
    },
    check() {},
  });
  measure([noted("a"), noted("b")], random(SEED), () => now);
  const turns = new Set();
  for (let turn = 2; turn < order.length; turn += 2) {
    turns.add(order.slice(turn, turn + 2).join());
  }
  assert.deepEqual([...turns].sort(), ["a,b", "b,a"]);
});

test("a wrong answer is not measured", () => {
  const answers = { read: (/** @type {number} */ answer) => answer, expected: [2, 3] };
  const peer = each("a peer", (input) => input, [1, 2], answers);
  assert.throws(() => measure([peer], random(SEED)), /a peer gives wrong answers/);
});

test("an answer that becomes wrong later is found, too", () => {
  const { benchmark, clock } = timed(500 * MILLISECOND);
  let checks = 0;
  const check = () => {
    checks += 1;
    assert.ok(checks < 2, "wrong by now");
  };
  assert.throws(() => measure([{ ...benchmark, check }], random(SEED), clock), /wrong by now/);
});

test("each input is worked through in each round", () => {
  /** @type {number[]} */
  const inputs = [];
  const answers = { read: (/** @type {number} */ answer) => answer, expected: [10, 20] };
  const work = (/** @type {number} */ input) => {
    inputs.push(input);
    return input * 10;
  };
  const some = each("some", work, [1, 2], answers);
  some.run(2);
  some.check();
  assert.equal(some.rows, 2);
  assert.deepEqual(inputs, [1, 2, 1, 2]);
});

test("columns are compared row by row", () => {
  const column = (/** @type {number[]} */ answers) => {
    const some = whole(
      "some",
      3,
      () => {},
      () => answers,
      [1, 2, 3],
    );
    some.run(1);
    return some;
  };
  column([1, 2, 3]).check();
  assert.throws(() => column([1, 2, 4]).check(), /some gives wrong answers: 4 in row 2, not 3/);
  assert.throws(() => column([1, 2]).check(), /some gives another number of answers/);
});
