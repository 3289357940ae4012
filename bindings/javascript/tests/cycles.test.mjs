// Whole cycles of 400 years against the stepper: about 1970, year 0, year 10,000, and both ends of the range.
// `slow/every-day.test.mjs` walks over every day that a `Date` has.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DAYS_PER_CYCLE, WEEKS_PER_CYCLE, weeksFrom } from "./stepper.mjs";
import { walk } from "./walk.mjs";

test("a cycle of the stepper ends where the next one begins", () => {
  let last;
  for (const week of weeksFrom(0, WEEKS_PER_CYCLE + 1)) {
    last = structuredClone(week);
  }
  const [first] = weeksFrom(1, 1);
  assert.deepEqual(last, first);
  assert.equal(last.text, "2370-W01");
});

for (const [name, cycle] of [
  ["1970 to 2369", 0],
  ["the years about 0", -5],
  ["the years about 10,000", 20],
]) {
  test(name, () => {
    assert.deepEqual(walk(cycle, WEEKS_PER_CYCLE), {
      days: DAYS_PER_CYCLE,
      instants: DAYS_PER_CYCLE,
      refused: 0,
    });
  });
}

test("the first days of all, and those before them", () => {
  const { days, instants, refused } = walk(-14_700, WEEKS_PER_CYCLE);
  assert.equal(days, 2_147_483_642 + (-14_699 * DAYS_PER_CYCLE - 3));
  assert.equal(days + 7 * refused, DAYS_PER_CYCLE);
  assert.equal(instants, 0);
});

test("the last days of all, and those after them", () => {
  const { days, instants, refused } = walk(14_699, WEEKS_PER_CYCLE);
  assert.equal(days, 2_147_483_642 + 1 - (14_699 * DAYS_PER_CYCLE - 3));
  assert.equal(days + 7 * refused, DAYS_PER_CYCLE);
  assert.equal(instants, 0);
});
