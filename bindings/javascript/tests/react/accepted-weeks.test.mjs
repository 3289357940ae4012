// What the hooks take for a week or a date, and what they refuse.

import "./dom.mjs";

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { act } from "@testing-library/react";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { IsoWeek } from "semaine";
import { useISOWeek, useToday, useWeekCalendar } from "semaine/react";
import { setClock } from "./clock.mjs";
import { refusedRendering, renderCounted } from "./rendering.mjs";

const today = "2025-01-01";

const ACCEPTED = {
  "a week's text": "2025-W32",
  "a week's basic text": "2025W32",
  "a Monday's text": "2025-08-04",
  "a Thursday's text": "2025-08-07",
  "a Sunday's text": "2025-08-10",
  "a date's parts": { year: 2025, month: 8, day: 7 },
  "an IsoWeek": new IsoWeek(2025, 32),
  "an IsoWeek of the CommonJS copy": new (createRequire(import.meta.url)("semaine").IsoWeek)(2025, 32),
  "the first moment of Monday": new Date(2025, 7, 4),
  "the last moment of Sunday": new Date(2025, 7, 10, 23, 59, 59, 999),
  "a Date of another window": runInNewContext("new Date(2025, 7, 7, 12)"),
};

const NEITHER = /a week or date must be a text, an IsoWeek, .* or a Date/;
const REFUSED = [
  ["2025-W53", "week_not_in_year", /week 53 does not exist in 2025/],
  ["2025-W00", "week_out_of_range", /week 0/],
  ["2025-W54", "week_out_of_range", /week 54/],
  ["2025-w32", "parse_expected_w", /expected 'W'/],
  ["2025-02-30", "day_not_in_month", /day 30 does not exist in month 2 of 2025/],
  ["2025-13-01", "month_out_of_range", /month 13/],
  ["2025-08-04T00:00:00Z", "parse_trailing", /end of the text/],
  ["04/08/2025", "parse_expected_digit", /found '\/'/],
  ["", "parse_empty", /empty/],
  [{ year: 2025, month: 2, day: 29 }, "day_not_in_month", /day 29/],
  [IsoWeek.MAX, "epoch_day_out_of_range", /epoch day 2147483636/],
  [IsoWeek.MIN, "epoch_day_out_of_range", /epoch day -2147483642/],
  [32, "wrong_type", NEITHER],
  [Number.NaN, "wrong_type", NEITHER],
  [true, "wrong_type", NEITHER],
  [{}, "wrong_type", NEITHER],
  [["2025-W32"], "wrong_type", NEITHER],
  [Symbol("2025-W32"), "wrong_type", NEITHER],
  [new Date(Number.NaN), "wrong_type", /valid Date/],
];

function assertRefusal(error, code, message) {
  assert.ok(error instanceof (code === "wrong_type" ? TypeError : RangeError), error.stack);
  assert.equal(error.code, code);
  assert.match(error.message, message);
}

for (const [name, value] of Object.entries(ACCEPTED)) {
  test(`${name} is a week, at first, by choice and as a bound`, () => {
    for (const given of [
      [value, { today }],
      [null, { today: value }],
      [null, { today, week: value }],
      ["2024-W01", { today, min: value }],
      ["2026-W01", { today, max: value }],
    ]) {
      const { selectedWeek } = renderCounted(useISOWeek, given).current;
      assert.equal(`${selectedWeek}`, "2025-W32");
    }
  });
}

test("of a week without a day, today is the Monday", () => {
  assert.equal(renderCounted(useToday, [{ today: "2025-W32" }]).current, "2025-08-04");
  assert.equal(renderCounted(useToday, [{ today: new Date(2025, 7, 10, 23, 59) }]).current, "2025-08-10");
});

test("without a week at first, it is that of today", () => {
  for (const initial of [undefined, null]) {
    const { current } = renderCounted(useISOWeek, [initial, { today: "2025-08-10" }]);
    assert.deepEqual([current.weekInfo.iso, current.weekInfo.type], ["2025-W32", "current"]);
  }
});

test("a later initial week is no longer the first", () => {
  const hook = renderCounted(useISOWeek, ["2025-W32", { today }]);
  hook.rerender("2025-W40", { today });
  assert.equal(hook.current.weekInfo.iso, "2025-W32");
});

test("what is no week is refused, wherever it is given", () => {
  let refused = 0;
  for (const [value, code, message] of REFUSED) {
    for (const given of [
      [value, { today }],
      [null, { today: value }],
      [null, { today, week: value }],
      [null, { today, min: value }],
      [null, { today, max: value }],
    ]) {
      const error = refusedRendering(() => renderCounted(useISOWeek, given));
      assertRefusal(error, code, message);
      refused += 1;
    }
    const { current } = renderCounted(useISOWeek, ["2025-W32", { today }]);
    for (const ask of [
      current.goToWeek,
      current.isSameWeekAs,
      current.formatWeekRange,
      current.getWeekMonday,
      current.getWeekSunday,
      current.formatDateForAPI,
      current.formatDateForDisplay,
      current.getWeekType,
      current.isCurrentWeek,
      current.isNextWeek,
    ]) {
      let thrown;
      try {
        ask(value);
      } catch (error) {
        thrown = error;
      }
      assertRefusal(thrown ?? assert.fail(`${ask} took ${String(value)}`), code, message);
      refused += 1;
    }
  }
  assert.equal(refused, REFUSED.length * 15);
});

test("nothing is no week to go to", () => {
  const { current } = renderCounted(useISOWeek, ["2025-W32", { today }]);
  for (const ask of ["goToWeek", "isSameWeekAs", "getWeekType", "formatDateForAPI", "formatDateForDisplay"]) {
    assert.throws(() => current[ask](), { name: "TypeError", code: "wrong_type" });
    assert.throws(() => current[ask](null), { name: "TypeError", code: "wrong_type" });
  }
});

test("an option that is null is as if it were not given", (t) => {
  setClock(t, 2025, 7, 7, 12);
  const options = ["week", "min", "max", "today", "serverToday", "timeZone", "locale", "onChange"];
  const none = Object.fromEntries(options.map((name) => [name, null]));
  const [given, nothing] = [none, {}].map((options) => renderCounted(useISOWeek, [null, options]));
  for (const { current } of [given, nothing]) {
    act(() => current.goToNextWeek());
  }
  const { weekInfo, weekDays, canGoToNextWeek } = given.current;
  assert.equal(weekInfo.displayRange, "Semaine du 11 au 17 août 2025");
  assert.deepEqual(
    [weekInfo, weekDays, canGoToNextWeek],
    [nothing.current.weekInfo, nothing.current.weekDays, nothing.current.canGoToNextWeek],
  );
  assert.equal(renderCounted(useToday, [none]).current, "2025-08-07");
  const { rows } = renderCounted(useWeekCalendar, [null, none]).current;
  assert.deepEqual([rows.length, rows[1].label], [5, "Semaine 32, 2025"]);
  assert.equal(
    renderToString(createElement(() => useToday({ serverToday: null, today: "2025-08-08" }))),
    "2025-08-08",
  );
});

test("bounds that leave no week are refused", () => {
  const given = ["2025-W32", { today, min: "2025-W33", max: "2025-W32" }];
  const error = refusedRendering(() => renderCounted(useISOWeek, given));
  assertRefusal(error, "invalid_option", /min must not be after max/);
});

test("what Intl does not know is refused by Intl", () => {
  for (const [options, message] of [
    [{ timeZone: "Mars/Olympus" }, /time zone.*Mars\/Olympus/],
    [{ timeZone: "" }, /time zone/],
    [{ locale: "no language" }, /locale/],
  ]) {
    const error = refusedRendering(() => renderCounted(useISOWeek, ["2025-W32", { today, ...options }]));
    assert.ok(error instanceof RangeError);
    assert.match(error.message, message);
  }
});
