// The first and the last week that can be chosen.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { fireEvent } from "@testing-library/react";
import { IsoWeek } from "semaine";
import { useWeekCalendar } from "semaine/react";
import { refusedRendering, renderCounted } from "./rendering.mjs";
import { renderCalendar } from "./week-calendar.mjs";

const today = "2025-08-07";

/** 2025-08-04 to 2025-09-14. */
const bounds = { today, min: "2025-08-07", max: new IsoWeek(2025, 37) };

/** The numbers of the weeks that assistive technology takes for disabled, by rows and by cells. */
function disabledWeeks({ calendar, screen }) {
  const rows = screen.getAllByRole("row").slice(1);
  const disabled = (elements) =>
    elements.filter((element) => element.getAttribute("aria-disabled") === "true");
  const numbers = disabled(rows).map((row) => Number(row.firstChild.textContent));
  assert.equal(disabled(screen.getAllByRole("gridcell")).length, numbers.length * 7);
  assert.equal(disabled(screen.getAllByRole("rowheader")).length, numbers.length);
  assert.deepEqual(
    numbers,
    calendar.rows.filter(({ isDisabled }) => isDisabled).map(({ weekNumber }) => weekNumber),
  );
  return numbers;
}

test("weeks beyond the bounds are disabled, and not chosen", () => {
  const told = [];
  const page = renderCalendar("2025-W33", { ...bounds, onChange: (week) => told.push(`${week}`) });
  assert.deepEqual(disabledWeeks(page), [31]);
  const { commits } = page;
  page.click("2025-08-01");
  fireEvent.click(page.screen.getByRole("rowheader", { name: "Semaine 31, 2025" }));
  page.focusOn("2025-08-01");
  page.press("Enter");
  assert.deepEqual([page.week, page.commits, page.tabStops], ["2025-W33", commits, ["2025-08-11"]]);
  page.press("ArrowRight");
  assert.equal(page.focus, "2025-08-12");
  page.go(({ goToNextMonth }) => goToNextMonth());
  assert.deepEqual(disabledWeeks(page), [38, 39, 40]);
  assert.deepEqual(told, []);
});

test("the months end where the weeks do", () => {
  const page = renderCalendar("2025-W33", bounds);
  const can = () => [page.calendar.canGoToPreviousMonth, page.calendar.canGoToNextMonth];
  assert.deepEqual([page.month, ...can()], ["2025-8", false, true]);
  page.go(({ goToPreviousMonth }) => goToPreviousMonth());
  assert.equal(page.month, "2025-8");
  page.go(({ goToNextMonth }) => goToNextMonth());
  assert.deepEqual([page.month, ...can(), page.tabStops], ["2025-9", true, false, ["2025-09-11"]]);
  const { commits } = page;
  page.go(({ goToNextMonth }) => goToNextMonth());
  page.go(({ goToMonth }) => goToMonth(2100, 1));
  assert.deepEqual([page.month, page.commits], ["2025-9", commits]);
  page.go(({ goToMonth }) => goToMonth(-100, 1));
  assert.deepEqual([page.month, page.tabStops], ["2025-8", ["2025-08-11"]]);
});

test("the first week's Monday and the last one's Sunday are in months of their own", () => {
  // 2024-12-30 to 2025-02-02.
  const page = renderCalendar("2025-W01", { today, min: "2025-W01", max: "2025-W05" });
  assert.deepEqual([page.month, page.calendar.canGoToPreviousMonth], ["2025-1", true]);
  page.go(({ goToPreviousMonth }) => goToPreviousMonth());
  assert.deepEqual([page.month, page.tabStops], ["2024-12", ["2024-12-30"]]);
  assert.deepEqual(disabledWeeks(page), [48, 49, 50, 51, 52]);
  assert.equal(page.calendar.canGoToPreviousMonth, false);
  page.go(({ goToMonth }) => goToMonth(2025, 2));
  assert.deepEqual([page.month, page.tabStops], ["2025-2", ["2025-02-02"]]);
  assert.deepEqual(disabledWeeks(page), [6, 7, 8, 9]);
  assert.equal(page.calendar.canGoToNextMonth, false);
});

test("the focus does not leave the bounds, and keys that would are taken all the same", () => {
  const page = renderCalendar("2025-W32", bounds);
  for (const [from, key, to, shiftKey = false] of [
    ["2025-08-04", "ArrowLeft", "2025-08-04"],
    ["2025-08-10", "ArrowUp", "2025-08-04"],
    ["2025-08-20", "PageUp", "2025-08-04"],
    ["2025-08-20", "PageUp", "2025-08-04", true],
    ["2025-08-04", "Home", "2025-08-04"],
    ["2025-08-20", "PageDown", "2025-09-14"],
    ["2025-08-20", "PageDown", "2025-09-14", true],
  ]) {
    page.go(({ goToMonth }) => goToMonth(2025, 8));
    page.focusOn(from);
    assert.equal(page.press(key, { shiftKey }), true);
    assert.equal(page.focus, to);
  }
  const { commits } = page;
  for (const key of ["ArrowRight", "ArrowDown", "End", "PageDown"]) {
    assert.equal(page.press(key), true);
  }
  assert.deepEqual([page.focus, page.commits], ["2025-09-14", commits]);
});

test("a week of its owner may be beyond the bounds, and the keys lead back", () => {
  for (const [week, month, stop, key, to, canGo] of [
    ["2025-W10", "2025-3", "2025-03-09", "ArrowUp", "2025-08-04", [false, true]],
    ["2026-W10", "2026-3", "2026-02-23", "ArrowDown", "2025-09-14", [true, false]],
  ]) {
    const page = renderCalendar(null, { ...bounds, week });
    const { calendar } = page;
    assert.deepEqual([page.week, page.month], [week, month]);
    assert.equal(page.tabStops.length, 1);
    assert.deepEqual([calendar.canGoToPreviousMonth, calendar.canGoToNextMonth], canGo);
    const { commits } = page;
    page.go(({ goToPreviousMonth, goToNextMonth }) => (canGo[0] ? goToNextMonth : goToPreviousMonth)());
    assert.equal(page.commits, commits);
    page.focusOn(page.tabStops[0]);
    page.press("Enter");
    assert.equal(page.week, week);
    page.press(key);
    assert.equal(page.focus, to, stop);
    page.unmount();
  }
});

test("the tab stop is held to bounds that become narrower", () => {
  const page = renderCalendar("2025-W32", { today });
  page.focusOn("2025-08-07");
  page.press("ArrowDown");
  assert.deepEqual(page.tabStops, ["2025-08-14"]);
  page.rerender("2025-W32", { today, max: "2025-W32" });
  assert.deepEqual([page.tabStops, page.focus, page.week], [["2025-08-10"], "2025-08-10", "2025-W32"]);
  page.rerender("2025-W32", { today, min: "2025-W34", max: "2025-W34" });
  assert.deepEqual([page.tabStops.length, page.week, page.month], [1, "2025-W34", "2025-8"]);
});

test("bounds that move the choice leave the tab stop on its day of the week", () => {
  const page = renderCalendar("2025-W32", { today });
  assert.deepEqual(page.tabStops, ["2025-08-07"]);
  page.rerender("2025-W32", { today, min: "2025-W50" });
  assert.deepEqual([page.week, page.tabStops], ["2025-W50", ["2025-12-11"]]);
  page.rerender("2025-W32", { today, max: "2025-W10" });
  assert.deepEqual([page.week, page.tabStops], ["2025-W10", ["2025-03-06"]]);
});

test("the keys keep to the bounds of the last rendering", () => {
  const page = renderCalendar("2025-W32", { today, max: "2025-W32" });
  page.focusOn("2025-08-07");
  page.rerender("2025-W32", { today, max: "2025-W37" });
  page.press("PageDown");
  assert.equal(page.focus, "2025-09-07");
  page.press("PageDown");
  assert.equal(page.focus, "2025-09-14");
});

test("bounds that exclude each other are refused", () => {
  const options = { today, min: "2025-W33", max: "2025-W32" };
  const error = refusedRendering(() => renderCounted(useWeekCalendar, [null, options]));
  assert.deepEqual([error.name, error.code], ["RangeError", "invalid_option"]);
});
