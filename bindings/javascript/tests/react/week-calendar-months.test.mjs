// The rows of months.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act } from "@testing-library/react";
import { useWeekCalendar } from "semaine/react";
import { setClock } from "./clock.mjs";
import { monthsOfCycle } from "./months.mjs";
import { renderCounted } from "./rendering.mjs";
import { zone } from "./zone.mjs";

const today = "2025-08-07";

function calendarOf(...given) {
  const hook = renderCounted(useWeekCalendar, given);
  return Object.assign(hook, { go: (step) => act(() => step(hook.current)) });
}

/** The rows of a calendar as texts. */
function weeksIn({ rows }) {
  return rows.map(({ week }) => `${week}`);
}

// All of them in one zone, since they do not depend on it, and elsewhere as many as show that.
const EVERY = zone === "UTC" ? 1 : 25;

test("each month of 400 years has the weeks that overlap it", () => {
  const hook = calendarOf(null, { today });
  let months = 0;
  for (const { year, month, weeks } of monthsOfCycle().filter((_, place) => place % EVERY === 0)) {
    hook.go(({ goToMonth }) => goToMonth(year, month));
    const { current } = hook;
    assert.deepEqual([current.year, current.month], [year, month]);
    assert.deepEqual(
      current.rows.map(({ week, weekNumber, days }) => [
        `${week}`,
        weekNumber,
        days.map(({ dateISO, dayNumber, isOutsideMonth, isWeekend }) => [
          dateISO,
          dayNumber,
          isOutsideMonth,
          isWeekend,
        ]),
      ]),
      Array.from(weeks, ({ text, week, days }) => [
        text,
        week,
        days.map((day, weekday) => [day.text, day.day, day.month !== month, weekday >= 5]),
      ]),
    );
    months += 1;
  }
  assert.equal(months, 4800 / EVERY);
});

test("at first the month of the week's Thursday is shown, with the focus in it", () => {
  for (const [week, options, month, focused] of [
    ["2025-W32", {}, "2025-8", "2025-08-07"],
    [null, {}, "2025-8", "2025-08-07"],
    [undefined, {}, "2025-8", "2025-08-07"],
    ["2025-W33", {}, "2025-8", "2025-08-11"],
    // 2024-12-30 to 2025-01-05, 2026-12-28 to 2027-01-03, 2025-09-29 to 2025-10-05.
    ["2025-W01", {}, "2025-1", "2025-01-01"],
    ["2026-W53", {}, "2026-12", "2026-12-28"],
    ["2025-W40", { today: "2025-09-30" }, "2025-10", "2025-10-01"],
    ["2025-W40", { today: "2025-10-04" }, "2025-10", "2025-10-04"],
    ["2030-W01", { week: "2025-W33" }, "2025-8", "2025-08-11"],
  ]) {
    const { current, commits } = calendarOf(week, { today, ...options });
    assert.equal(`${current.year}-${current.month}`, month);
    const days = current.rows.flatMap(({ days }) => days);
    assert.deepEqual(
      days.filter(({ isFocused }) => isFocused).map(({ dateISO }) => dateISO),
      [focused],
    );
    assert.equal(commits, 1);
  }
});

test("the chosen week, the current week and today are marked", () => {
  const { rows } = calendarOf("2025-W34", { today }).current;
  const marked = (name) => rows.filter((row) => row[name]).map(({ week }) => `${week}`);
  assert.deepEqual(
    [marked("isSelected"), marked("isCurrentWeek"), marked("isDisabled")],
    [["2025-W34"], ["2025-W32"], []],
  );
  const days = rows.flatMap(({ days }) => days);
  assert.deepEqual(
    days.filter(({ isToday }) => isToday).map(({ dateISO }) => dateISO),
    ["2025-08-07"],
  );
});

test("today follows the clock, and the rest stays", (t) => {
  const clock = setClock(t, 2025, 7, 10, 23, 59, 59);
  const hook = calendarOf();
  const marks = () => {
    const { rows, selectedWeek } = hook.current;
    const days = rows.flatMap(({ days }) => days);
    return [
      `${selectedWeek}`,
      rows.find(({ isCurrentWeek }) => isCurrentWeek).weekNumber,
      days.find(({ isToday }) => isToday).dateISO,
      days.find(({ isFocused }) => isFocused).dateISO,
    ];
  };
  assert.deepEqual(marks(), ["2025-W32", 32, "2025-08-10", "2025-08-10"]);
  assert.equal(hook.commits, 1);
  clock.advance(1000);
  assert.deepEqual(marks(), ["2025-W32", 33, "2025-08-11", "2025-08-10"]);
  assert.equal(hook.commits, 2);
});

test("going to other months", () => {
  const hook = calendarOf("2025-W01", { today });
  const month = () => `${hook.current.year}-${hook.current.month}`;
  const focused = () =>
    hook.current.rows.flatMap(({ days }) => days).find(({ isFocused }) => isFocused).dateISO;
  hook.go(({ goToPreviousMonth }) => goToPreviousMonth());
  assert.deepEqual([month(), focused()], ["2024-12", "2024-12-01"]);
  hook.go(({ goToNextMonth }) => goToNextMonth());
  assert.deepEqual([month(), focused()], ["2025-1", "2025-01-01"]);
  hook.go(({ goToNextMonth, goToPreviousMonth }) => {
    goToNextMonth();
    goToNextMonth();
    goToNextMonth();
    goToPreviousMonth();
  });
  assert.deepEqual([month(), focused()], ["2025-3", "2025-03-01"]);
  hook.go(({ goToMonth }) => goToMonth(2026, 12));
  assert.deepEqual([month(), focused()], ["2026-12", "2026-12-01"]);
  assert.equal(hook.commits, 5);
  assert.equal(`${hook.current.selectedWeek}`, "2025-W01");
  hook.go(({ goToMonth }) => goToMonth(2026, 12));
  assert.equal(hook.commits, 5);
});

test("a month that does not exist is refused where it is asked for", () => {
  const hook = calendarOf("2025-W01", { today });
  for (const [year, month, name, code] of [
    [2025, 0, "RangeError", "month_out_of_range"],
    [2025, 13, "RangeError", "month_out_of_range"],
    [5_881_581, 1, "RangeError", "year_out_of_range"],
    [2025.5, 1, "TypeError", "wrong_type"],
    ["2025", 1, "TypeError", "wrong_type"],
    [2025, Number.NaN, "TypeError", "wrong_type"],
  ]) {
    assert.throws(() => hook.current.goToMonth(year, month), { name, code });
  }
  assert.equal(hook.commits, 1);
});

test("the functions are always the same, and what has not changed is not made again", () => {
  const hook = calendarOf("2025-W32", { today });
  const before = hook.current;
  hook.rerender("2025-W32", { today });
  assert.equal(hook.current.rows, before.rows);
  hook.go(({ goToNextMonth }) => goToNextMonth());
  const { current } = hook;
  assert.notEqual(current.rows, before.rows);
  for (const name of [
    "goToPreviousMonth",
    "goToNextMonth",
    "goToMonth",
    "weekdays",
    "weekNumbers",
    "selectedWeek",
  ]) {
    assert.equal(current[name], before[name]);
  }
  assert.equal(hook.commits, 3);
});

test("the calendar ends with the weeks that Date has in every time zone", () => {
  for (const [end, week, month, weeks, canGo] of [
    ["first", "-271821-W17", [-271_821, 4], ["-271821-W17"], [false, true]],
    ["last", "+275760-W36", [275_760, 9], ["+275760-W36"], [true, false]],
  ]) {
    for (const locale of ["fr", "en", "ar-EG"]) {
      const hook = calendarOf(week, { today, locale });
      assert.deepEqual([hook.current.year, hook.current.month], month, end);
      assert.deepEqual(weeksIn(hook.current), weeks);
      assert.deepEqual([hook.current.canGoToPreviousMonth, hook.current.canGoToNextMonth], canGo);
      assert.doesNotMatch(JSON.stringify(hook.current), /NaN|Invalid|undefined/);
      const { commits } = hook;
      hook.go(({ goToPreviousMonth, goToNextMonth }) => (canGo[0] ? goToNextMonth : goToPreviousMonth)());
      hook.go(({ goToMonth }) => goToMonth(canGo[0] ? 5_881_579 : -5_877_640, 6));
      assert.equal(hook.commits, commits);
      hook.go(({ goToPreviousMonth, goToNextMonth }) => (canGo[0] ? goToPreviousMonth : goToNextMonth)());
      assert.equal(hook.current.month, canGo[0] ? 8 : 5);
    }
  }
});

test("years before 1 are those of ISO 8601 as numbers, and of their era in words", () => {
  const hook = calendarOf("0000-W10", { today });
  assert.deepEqual(
    [hook.current.year, hook.current.month, hook.current.monthLabel],
    [0, 3, "mars 1 av. J.-C."],
  );
  assert.deepEqual(
    [hook.current.rows[1].label, hook.current.rows[1].days[0].label],
    ["Semaine 10, 1 av. J.-C.", "lundi 6 mars 1 av. J.-C., semaine 10"],
  );
  hook.go(({ goToMonth }) => goToMonth(-5, 12));
  assert.deepEqual(
    [hook.current.year, hook.current.month, hook.current.monthLabel],
    [-5, 12, "décembre 6 av. J.-C."],
  );
  hook.go(({ goToNextMonth }) => goToNextMonth());
  assert.deepEqual(
    [hook.current.year, hook.current.month, hook.current.monthLabel],
    [-4, 1, "janvier 5 av. J.-C."],
  );
  hook.go(({ goToPreviousMonth }) => goToPreviousMonth());
  assert.deepEqual([hook.current.year, hook.current.month], [-5, 12]);
});
