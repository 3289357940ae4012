// Where the focus is, what a click does, and which month is shown.

import "./dom.mjs";
import "./rendering.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createElement, StrictMode, useState } from "react";
import { useISOWeek, useWeekCalendar } from "semaine/react";
import { Calendar, DIVS, renderCalendar } from "./week-calendar.mjs";

const today = "2025-08-07";

/** Both hooks of a page, of which one keeps the week. */
function both() {
  const hooks = {};
  const useHook = (initialWeek, options) => {
    const { selectedWeek, goToWeek, goToNextWeek, goToPreviousWeek } = useISOWeek(initialWeek, options);
    Object.assign(hooks, { goToWeek, goToNextWeek, goToPreviousWeek });
    return useWeekCalendar(null, { today, week: selectedWeek, onChange: goToWeek });
  };
  return { hooks, useHook };
}

for (const [mode, wrapper] of [
  ["", undefined],
  [", in StrictMode", StrictMode],
]) {
  test(`the Tab key leads to one day, and from it out of the calendar${mode}`, async () => {
    const user = userEvent.setup();
    const page = renderCalendar("2025-W32", { today }, { wrapper });
    assert.equal(page.focus, "body");
    await user.tab();
    assert.deepEqual([page.focus, page.tabStops], ["2025-08-07", ["2025-08-07"]]);
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowLeft}");
    assert.deepEqual([page.focus, page.tabStops], ["2025-09-03", ["2025-09-03"]]);
    await user.tab();
    assert.deepEqual([page.focus, page.tabStops], ["body", ["2025-09-03"]]);
    await user.tab({ shift: true });
    assert.equal(page.focus, "2025-09-03");
  });

  test(`a click chooses the week and takes the focus, and the month stays${mode}`, async () => {
    const user = userEvent.setup();
    const told = [];
    const page = renderCalendar("2025-W32", { today, onChange: (week) => told.push(`${week}`) }, { wrapper });
    await user.click(page.cell("2025-08-30"));
    assert.deepEqual([page.week, page.focus, page.tabStops], ["2025-W35", "2025-08-30", ["2025-08-30"]]);
    // A day of July, and one of the week that is chosen already.
    await user.click(page.cell("2025-07-29"));
    assert.deepEqual([page.week, page.focus, page.month], ["2025-W31", "2025-07-29", "2025-8"]);
    await user.click(page.cell("2025-07-31"));
    assert.deepEqual([page.week, page.tabStops, page.month], ["2025-W31", ["2025-07-31"], "2025-8"]);
    assert.deepEqual(told, ["2025-W35", "2025-W31"]);
    await user.keyboard("{ArrowRight}");
    assert.deepEqual([page.focus, page.month], ["2025-08-01", "2025-8"]);
    await user.keyboard("{ArrowLeft}");
    assert.deepEqual([page.focus, page.month], ["2025-07-31", "2025-7"]);
  });

  test(`a click is one commit${mode}`, () => {
    const page = renderCalendar("2025-W32", { today }, { wrapper });
    // Without the focus, as where a browser gives none to buttons.
    page.click("2025-07-30");
    assert.deepEqual([page.commits, page.week, page.tabStops], [2, "2025-W31", ["2025-07-30"]]);
    assert.equal(page.focus, "body");
    page.click("2025-07-30");
    assert.equal(page.commits, 2);
    fireEvent.click(page.screen.getByRole("rowheader", { name: "Semaine 33, 2025" }));
    assert.deepEqual([page.commits, page.week, page.tabStops], [3, "2025-W33", ["2025-08-13"]]);
  });

  test(`the month follows when another week is chosen elsewhere${mode}`, () => {
    const { hooks, useHook } = both();
    const page = renderCalendar("2025-W34", { today }, { wrapper, useHook });
    assert.deepEqual([page.month, page.tabStops, page.commits], ["2025-8", ["2025-08-18"], 1]);
    act(() => hooks.goToNextWeek());
    assert.deepEqual([page.month, page.tabStops, page.commits], ["2025-8", ["2025-08-25"], 2]);
    act(() => hooks.goToNextWeek());
    assert.deepEqual([page.month, page.tabStops, page.commits], ["2025-9", ["2025-09-01"], 3]);
    // 2025-08-25 to 31 is not in view in September.
    act(() => hooks.goToPreviousWeek());
    assert.deepEqual([page.month, page.tabStops, page.commits], ["2025-8", ["2025-08-25"], 4]);
    // The Monday is of December, the Thursday of January.
    act(() => hooks.goToWeek("2025-W01"));
    assert.deepEqual([page.month, page.tabStops], ["2025-1", ["2025-01-01"]]);
    act(() => hooks.goToPreviousWeek());
    assert.deepEqual([page.month, page.tabStops], ["2024-12", ["2024-12-25"]]);
    act(() => hooks.goToNextWeek());
    // In view at the end of December.
    assert.deepEqual([page.month, page.tabStops], ["2024-12", ["2024-12-31"]]);
    assert.equal(page.commits, 7);
    assert.equal(page.focus, "body");
  });

  test(`both hooks have one week${mode}`, () => {
    const { hooks, useHook } = both();
    const page = renderCalendar("2025-W32", { today }, { wrapper, useHook });
    page.click("2025-08-20");
    assert.deepEqual([page.week, page.commits], ["2025-W34", 2]);
    act(() => hooks.goToNextWeek());
    assert.deepEqual([page.week, page.tabStops, page.commits], ["2025-W35", ["2025-08-27"], 3]);
  });
}

test("the focus goes along when the chosen week changes while it is in the calendar", () => {
  const { hooks, useHook } = both();
  const page = renderCalendar("2025-W34", { today }, { useHook });
  page.focusOn("2025-08-20");
  act(() => hooks.goToNextWeek());
  assert.equal(page.focus, "2025-08-27");
  act(() => hooks.goToWeek("2030-W10"));
  assert.equal(page.focus, "2030-03-06");
});

test("turning the pages moves the tab stop, and the focus only if it is in the calendar", async () => {
  const page = renderCalendar("2025-W05", { today });
  const button = document.createElement("button");
  document.body.append(button);
  page.focusOn("2025-01-31");
  button.focus();
  page.go(({ goToNextMonth }) => goToNextMonth());
  assert.deepEqual([document.activeElement, page.tabStops], [button, ["2025-02-28"]]);
  page.go(({ goToPreviousMonth }) => goToPreviousMonth());
  assert.deepEqual([document.activeElement, page.tabStops], [button, ["2025-01-28"]]);
  page.focusOn("2025-01-28");
  page.go(({ goToMonth }) => goToMonth(2024, 2));
  assert.deepEqual([page.focus, page.tabStops], ["2024-02-28", ["2024-02-28"]]);
});

test("the focus is left where it went while the calendar was away", () => {
  const page = renderCalendar("2025-W32", { today });
  const field = document.createElement("input");
  document.body.append(field);
  for (const step of ["goToNextMonth", "goToPreviousMonth"]) {
    page.focusOn(page.tabStops[0]);
    // No event tells that its cell is gone.
    const { parentNode } = page.container;
    page.container.remove();
    field.focus();
    parentNode.append(page.container);
    page.go((calendar) => calendar[step]());
    assert.equal(document.activeElement, field);
  }
});

test("the focus stays away once it has left for nothing else", () => {
  const page = renderCalendar("2025-W32", { today });
  page.focusOn("2025-08-07");
  act(() => document.activeElement.blur());
  page.go(({ goToNextMonth }) => goToNextMonth());
  assert.equal(page.focus, "body");
});

test("the focus stays on a day whose cell is another one in another month", () => {
  let calendar;
  function Turning() {
    calendar = useWeekCalendar("2025-W32", { today });
    return createElement(Calendar, { key: calendar.month, calendar });
  }
  const { container } = render(createElement(Turning));
  const cell = () => container.querySelector('[data-date="2025-07-31"]');
  const before = cell();
  act(() => before.focus());
  act(() => calendar.goToPreviousMonth());
  assert.notEqual(cell(), before);
  assert.equal(document.activeElement, cell());
});

test("there is no focus to move where there is no grid", () => {
  function Closing() {
    const calendar = useWeekCalendar("2025-W32", { today });
    const [open, setOpen] = useState(true);
    const close = () => {
      setOpen(false);
      calendar.goToNextMonth();
    };
    return createElement("div", { onKeyUp: close }, open && createElement(Calendar, { calendar }));
  }
  render(createElement(Closing));
  const cell = screen.getByRole("gridcell", { name: /^jeudi 7 août 2025/ });
  act(() => cell.focus());
  fireEvent.keyUp(cell, { key: "Escape" });
  assert.equal(screen.queryByRole("grid"), null);
  assert.equal(document.activeElement, document.body);
});

test("the focus stays where it is when the language changes", () => {
  const page = renderCalendar("2025-W32", { today, locale: "en" });
  page.focusOn("2025-08-07");
  const cell = document.activeElement;
  page.rerender("2025-W32", { today, locale: "de" });
  assert.equal(document.activeElement, cell);
  assert.match(cell.getAttribute("aria-label"), /^Donnerstag/);
});

test("the focus moves in a shadow tree, too", () => {
  const host = document.body.appendChild(document.createElement("div"));
  const shadow = host.attachShadow({ mode: "open" });
  const root = shadow.appendChild(document.createElement("div"));
  function Inside() {
    return createElement(Calendar, { calendar: useWeekCalendar("2025-W32", { today }) });
  }
  render(createElement(Inside), { container: root });
  act(() => root.querySelector('[data-date="2025-08-07"]').focus());
  for (const [key, date] of [
    ["ArrowRight", "2025-08-08"],
    ["PageDown", "2025-09-08"],
    ["PageDown", "2025-10-08"],
  ]) {
    fireEvent.keyDown(shadow.activeElement, { key });
    assert.equal(shadow.activeElement.dataset.date, date);
  }
});

test("a week that its owner does not change is not chosen", () => {
  const page = renderCalendar(null, { today, week: "2025-W32" });
  page.focusOn("2025-08-20");
  page.press("Enter");
  assert.deepEqual([page.week, page.focus], ["2025-W32", "2025-08-20"]);
  page.rerender(null, { today, week: "2025-W34" });
  assert.deepEqual([page.week, page.focus], ["2025-W34", "2025-08-20"]);
  page.rerender(null, { today, week: "2026-W34" });
  assert.deepEqual([page.week, page.month, page.focus], ["2026-W34", "2026-8", "2026-08-19"]);
});

test("several keys in one event are all heard", () => {
  const page = renderCalendar("2025-W32", { today });
  page.focusOn("2025-08-07");
  const { commits } = page;
  act(() => {
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) {
      page.press(key);
    }
  });
  assert.deepEqual([page.focus, page.commits <= commits + 3], ["2025-08-22", true]);
});

test("it is a calendar in other elements, too", async () => {
  const user = userEvent.setup();
  const page = renderCalendar("2025-W32", { today }, { tags: DIVS });
  await user.tab();
  await user.keyboard("{ArrowRight}{ArrowDown}{Enter}");
  assert.deepEqual([page.focus, page.week], ["2025-08-15", "2025-W33"]);
  await user.keyboard("{ArrowDown} ");
  assert.deepEqual([page.focus, page.week], ["2025-08-22", "2025-W34"]);
  await user.click(screen.getByRole("gridcell", { name: /^samedi 9 août 2025/ }));
  assert.deepEqual([page.focus, page.week], ["2025-08-09", "2025-W32"]);
});
