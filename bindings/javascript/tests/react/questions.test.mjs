// What useISOWeek answers about weeks and dates.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act } from "@testing-library/react";
import { useISOWeek } from "semaine/react";
import { weeksOf } from "./calendar.mjs";
import { renderCounted } from "./rendering.mjs";

const today = "2025-08-07";
const parts = (instant) => [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()];

test("every moment of a week is in it, and its date is the one that clocks show", () => {
  const { current } = renderCounted(useISOWeek, ["2018-W01", { today }]);
  let asked = 0;
  // Years in which each of the zones but UTC changed its clocks, or had.
  for (const week of weeksOf(2018, 2018)) {
    const before = new Date(week.days[0].year, week.days[0].month - 1, week.days[0].day, 0, 0, 0, -1);
    assert.notEqual(`${current.getWeekMonday(before)}`, `${current.getWeekMonday(week.text)}`);
    for (const { year, month, day, text } of week.days) {
      for (const time of [[0], [0, 0, 1], [1, 30], [3], [12], [22], [23, 59, 59, 999]]) {
        const instant = new Date(year, month - 1, day, ...time);
        assert.equal(current.formatDateForAPI(instant), text);
        assert.deepEqual(parts(current.getWeekMonday(instant)), Object.values(week.days[0]).slice(0, 3));
        assert.deepEqual(parts(current.getWeekSunday(instant)), Object.values(week.days[6]).slice(0, 3));
        assert.equal(current.isSameWeekAs(instant), week.text === "2018-W01");
        asked += 1;
      }
    }
  }
  assert.equal(asked, 52 * 7 * 7);
});

test("questions without a week are about the chosen one", () => {
  const hook = renderCounted(useISOWeek, ["2025-W40", { today }]);
  for (const nothing of [[], [undefined]]) {
    assert.equal(hook.current.formatWeekRange(...nothing), "Semaine du 29 septembre au 5 octobre 2025");
    assert.deepEqual(parts(hook.current.getWeekMonday(...nothing)), [2025, 9, 29]);
    assert.deepEqual(parts(hook.current.getWeekSunday(...nothing)), [2025, 10, 5]);
  }
  act(() => hook.current.goToNextWeek());
  assert.equal(hook.current.formatWeekRange(), "Semaine du 6 au 12 octobre 2025");
  assert.deepEqual(parts(hook.current.getWeekMonday()), [2025, 10, 6]);
  assert.deepEqual(parts(hook.current.getWeekMonday("2026-W01")), [2025, 12, 29]);
  assert.deepEqual(parts(hook.current.getWeekSunday("2026-W01")), [2026, 1, 4]);
});

test("dates for interfaces and for people", () => {
  const { formatDateForAPI, formatDateForDisplay } = renderCounted(useISOWeek, [null, { today }]).current;
  for (const [date, api, display] of [
    ["2025-08-04", "2025-08-04", "4 août 2025"],
    [{ year: 2025, month: 1, day: 1 }, "2025-01-01", "1 janvier 2025"],
    [new Date(2024, 1, 29, 23, 59), "2024-02-29", "29 février 2024"],
    ["2026-W01", "2025-12-29", "29 décembre 2025"],
    ["0001-01-01", "0001-01-01", "1 janvier 1"],
    // Years before 1 are counted backwards.
    ["0000-02-29", "0000-02-29", "29 février 1 av. J.-C."],
    ["-0043-03-15", "-0043-03-15", "15 mars 44 av. J.-C."],
  ]) {
    assert.equal(formatDateForAPI(date), api);
    assert.equal(formatDateForDisplay(date), display);
  }
});

test("the type of any week, and of the chosen one", () => {
  const hook = renderCounted(useISOWeek, ["2025-W33", { today }]);
  const types = ["current", "next", "past", "future"];
  for (const [week, type] of [
    ["2025-W31", "past"],
    ["2025-08-03", "past"],
    ["2025-08-04", "current"],
    [new Date(2025, 7, 10, 23, 59), "current"],
    [new Date(2025, 7, 11), "next"],
    ["2025-08-17", "next"],
    ["2025-08-18", "future"],
    ["2026-W32", "future"],
    ["2024-W32", "past"],
  ]) {
    assert.equal(hook.current.getWeekType(week), type);
    assert.equal(hook.current.isCurrentWeek(week), type === "current");
    assert.equal(hook.current.isNextWeek(week), type === "next");
    act(() => hook.current.goToWeek(week));
    assert.deepEqual(
      types.map((each) => hook.current.isWeekType(each)),
      types.map((each) => each === type),
    );
  }
});

test("questions can be handed on without their hook", () => {
  const { getWeekMonday, formatDateForAPI, getWeekType } = renderCounted(useISOWeek, [
    null,
    { today },
  ]).current;
  assert.deepEqual(["2025-08-07", "2026-01-01"].map(getWeekMonday).map(formatDateForAPI), [
    "2025-08-04",
    "2025-12-29",
  ]);
  assert.deepEqual(["2025-W32", "2025-W33"].map(getWeekType), ["current", "next"]);
});
