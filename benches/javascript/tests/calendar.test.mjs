/** The oracle beside what the language and published tables say. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { DAYS, dayOf } from "../src/calendar.js";

test("days are those of the language", () => {
  for (const { epochDay, year, month, day, weekday } of DAYS) {
    const date = new Date(epochDay * 86_400_000);
    assert.equal(date.getUTCFullYear(), year);
    assert.equal(date.getUTCMonth() + 1, month);
    assert.equal(date.getUTCDate(), day);
    assert.equal(date.getUTCDay() || 7, weekday);
  }
  assert.equal(DAYS.length, 73_049);
});

test("weeks begin on Mondays and number the year of their Thursday", () => {
  let weeks = 0;
  for (const { weekday, monday, epochDay, isoYear, week } of DAYS) {
    assert.equal(monday.epochDay, epochDay - weekday + 1);
    assert.deepEqual([isoYear, week], [monday.isoYear, monday.week]);
    weeks += weekday === 1 ? 1 : 0;
  }
  assert.equal(weeks, 10_436);
  const of = (/** @type {string} */ text) => {
    const { isoYear, week } = dayOf(Date.parse(text) / 86_400_000);
    return [isoYear, week];
  };
  assert.deepEqual(of("1995-01-01"), [1994, 52], "from the standard's own examples");
  assert.deepEqual(of("1996-12-31"), [1997, 1], "from the standard's own examples");
  assert.deepEqual(of("2020-12-31"), [2020, 53]);
  assert.deepEqual(of("2021-01-03"), [2020, 53]);
});

test("years with 53 weeks are those of published tables", () => {
  const last = DAYS.filter(({ week, weekday, year }) => week === 53 && weekday === 1 && year > 1999);
  assert.deepEqual(
    last.map(({ isoYear }) => isoYear - 2000),
    [4, 9, 15, 20, 26, 32, 37, 43, 48, 54, 60, 65, 71, 76, 82, 88, 93, 99],
  );
});
