// The keyboard of the calendar.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act } from "@testing-library/react";
import { createElement } from "react";
import { useWeekCalendar } from "semaine/react";
import { Days } from "./months.mjs";
import { renderCounted } from "./rendering.mjs";
import { renderCalendar } from "./week-calendar.mjs";
import { zone } from "./zone.mjs";

const today = "2025-08-07";
const days = new Days(2021, 2030);

/** Where a key leads from a date, by the list of days. */
const KEYS = {
  ArrowLeft: (date) => days.after(date, -1),
  ArrowRight: (date) => days.after(date, 1),
  ArrowUp: (date) => days.after(date, -7),
  ArrowDown: (date) => days.after(date, 7),
  Home: (date) => days.after(date, 0 - days.after(date, 0).weekday),
  End: (date) => days.after(date, 6 - days.after(date, 0).weekday),
  PageUp: (date) => days.monthsAfter(date, -1),
  PageDown: (date) => days.monthsAfter(date, 1),
  "Shift+PageUp": (date) => days.monthsAfter(date, -12),
  "Shift+PageDown": (date) => days.monthsAfter(date, 12),
};

function press(page, name) {
  const key = name.replace("Shift+", "");
  return page.press(key, { shiftKey: key !== name });
}

/** Gives the focus to a day of its own month. */
function startFrom(page, { date, year, month }) {
  if (page.month !== `${year}-${month}`) {
    page.go(({ goToMonth }) => goToMonth(year, month));
  }
  page.focusOn(date);
}

const MONTHS = [
  [2024, 2],
  [2024, 12],
  [2026, 12],
  [2027, 1],
];

// All of them in one zone, since they do not depend on it, and elsewhere as many as show that.
const EVERY = zone === "UTC" ? 1 : 10;

test("each key leads from each day to the right one, and shows its month", () => {
  // Without a page, whose elements take longer than all that is tested here.
  const hook = renderCounted(useWeekCalendar, ["2025-W32", { today }]);
  const shown = () => hook.current.rows.flatMap((row) => row.days.map((day) => ({ day, row })));
  const target = document.body;
  const event = { target, currentTarget: target, altKey: false, ctrlKey: false, metaKey: false };
  let pressed = 0;
  for (const [year, month] of MONTHS) {
    for (const { date } of days.ofMonth(year, month).filter((_, place) => place % EVERY === 0)) {
      for (const [name, dayAfter] of Object.entries(KEYS)) {
        act(() => hook.current.goToMonth(year, month));
        const { day, row } = shown().find(({ day }) => day.dateISO === date);
        act(() => hook.current.getCellProps(day, row).onFocus(event));
        const { commits } = hook;
        const key = name.replace("Shift+", "");
        let prevented = 0;
        const preventDefault = () => {
          prevented += 1;
        };
        const cell = hook.current.getCellProps(day, row);
        act(() => cell.onKeyDown({ ...event, key, shiftKey: key !== name, preventDefault }));
        const wanted = dayAfter(date);
        const what = `${name} from ${date}`;
        const stops = shown().filter(({ day }) => day.isFocused);
        assert.deepEqual([stops.map(({ day }) => day.dateISO), prevented], [[wanted.date], 1], what);
        assert.deepEqual([hook.current.year, hook.current.month], [wanted.year, wanted.month], what);
        assert.equal(hook.commits, commits + (wanted.date === date ? 0 : 1), what);
        pressed += 1;
      }
    }
  }
  assert.equal(pressed, (EVERY === 1 ? 29 + 31 + 31 + 31 : 3 + 4 + 4 + 4) * 10);
  assert.equal(`${hook.current.selectedWeek}`, "2025-W32");
});

test("the focus goes where the key leads", () => {
  const page = renderCalendar("2025-W32", { today });
  const day = days.ofMonth(2024, 12).at(-1);
  let pressed = 0;
  for (const [key, dayAfter] of Object.entries(KEYS)) {
    startFrom(page, day);
    const { commits } = page;
    assert.equal(press(page, key), true);
    const wanted = dayAfter(day.date);
    assert.deepEqual([page.focus, page.tabStops], [wanted.date, [wanted.date]], key);
    assert.equal(page.month, `${wanted.year}-${wanted.month}`, key);
    assert.equal(page.commits, commits + 1, key);
    pressed += 1;
  }
  assert.equal(pressed, 10);
  assert.equal(page.week, "2025-W32");
});

test("the day of the month is held to the length of the month", () => {
  const page = renderCalendar("2024-W05", { today });
  for (const [from, key, to] of [
    ["2024-01-31", "PageDown", "2024-02-29"],
    ["2024-03-31", "PageUp", "2024-02-29"],
    ["2024-02-29", "Shift+PageDown", "2025-02-28"],
    ["2024-02-29", "Shift+PageUp", "2023-02-28"],
    ["2025-05-31", "PageDown", "2025-06-30"],
  ]) {
    const [year, month] = from.split("-").map(Number);
    startFrom(page, { date: from, year, month });
    press(page, key);
    assert.equal(page.focus, to);
  }
});

test("Enter and the space bar choose the week of the day with the focus", () => {
  const told = [];
  const page = renderCalendar("2025-W32", { today, onChange: (week) => told.push(`${week}`) });
  page.focusOn("2025-08-14");
  const { commits } = page;
  assert.equal(page.press("Enter"), true);
  assert.deepEqual([page.week, page.focus, page.commits], ["2025-W33", "2025-08-14", commits + 1]);
  assert.equal(page.press("Enter"), true);
  page.press("ArrowDown");
  page.press("ArrowDown");
  page.press("ArrowDown");
  assert.equal(page.focus, "2025-09-04");
  assert.equal(page.press(" "), true);
  assert.deepEqual([page.week, page.month], ["2025-W36", "2025-9"]);
  assert.deepEqual(told, ["2025-W33", "2025-W36"]);
});

test("keys of the browser and of other programs are left alone", () => {
  const page = renderCalendar("2025-W32", { today });
  page.focusOn("2025-08-14");
  const { commits } = page;
  let pressed = 0;
  for (const modifier of ["ctrlKey", "altKey", "metaKey"]) {
    for (const key of [...Object.keys(KEYS).slice(0, 8), "Enter", " "]) {
      assert.equal(page.press(key, { [modifier]: true }), false);
      pressed += 1;
    }
  }
  assert.equal(pressed, 30);
  for (const key of ["Tab", "Escape", "a", "F5", "Shift", "Delete", "Process", "toString"]) {
    assert.equal(page.press(key), false);
  }
  assert.deepEqual([page.focus, page.week, page.commits], ["2025-08-14", "2025-W32", commits]);
});

test("the arrows are mirrored where text runs from right to left", () => {
  // Browsers hand the direction down to the cells by themselves.
  const style = document.createElement("style");
  style.textContent = '[dir="rtl"] * { direction: rtl }';
  document.body.append(style);
  const wrapper = ({ children }) => createElement("div", { dir: "rtl" }, children);
  const page = renderCalendar("2025-W32", { today, locale: "ar" }, { wrapper });
  page.focusOn("2025-08-31");
  for (const [key, to] of [
    ["ArrowLeft", "2025-09-01"],
    ["ArrowRight", "2025-08-31"],
    ["ArrowRight", "2025-08-30"],
    ["ArrowUp", "2025-08-23"],
    ["ArrowDown", "2025-08-30"],
    ["Home", "2025-08-25"],
    ["End", "2025-08-31"],
    ["PageUp", "2025-07-31"],
    ["PageDown", "2025-08-31"],
  ]) {
    assert.equal(page.press(key), true);
    assert.equal(page.focus, to);
  }
});

test("keys of what stands in a cell are its own", () => {
  const content = ({ dayNumber }) => createElement("button", { type: "button" }, dayNumber);
  const page = renderCalendar("2025-W32", { today }, { content });
  const { commits } = page;
  const inner = page.cell("2025-08-20").firstChild;
  inner.focus();
  for (const key of ["ArrowLeft", "Enter", " ", "PageDown"]) {
    assert.equal(page.press(key), false);
  }
  assert.equal(document.activeElement, inner);
  assert.deepEqual([page.commits, page.tabStops], [commits, ["2025-08-07"]]);
});
