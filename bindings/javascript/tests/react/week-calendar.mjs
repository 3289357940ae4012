// A calendar on a page, and what of it can be seen and asked.

import "./dom.mjs";

import { act, fireEvent, render, within } from "@testing-library/react";
import { createElement as h, Profiler } from "react";
import { useWeekCalendar } from "semaine/react";

export const TABLE = { grid: "table", group: "tbody", row: "tr", header: "th", cell: "td" };
export const DIVS = { grid: "div", group: "div", row: "div", header: "div", cell: "button" };

/** A calendar in elements of some kind, keyed as its documentation has it. */
export function Calendar({ calendar, tags = TABLE, content = ({ dayNumber }) => dayNumber }) {
  const { weekNumbers, weekdays, rows } = calendar;
  const header = (column) =>
    h(tags.header, { key: column.key, ...calendar.getColumnHeaderProps(column) }, column.shortLabel);
  const cell = (row) => (day) =>
    h(
      tags.cell,
      { key: day.dateISO, "data-date": day.dateISO, ...calendar.getCellProps(day, row) },
      content(day),
    );
  const week = (row) =>
    h(
      tags.row,
      { key: row.key, ...calendar.getRowProps(row) },
      h(tags.header, calendar.getWeekNumberProps(row), row.weekNumber),
      row.days.map(cell(row)),
    );
  return h(
    tags.grid,
    calendar.getGridProps(),
    h(
      tags.grid === "table" ? "thead" : "div",
      { role: "rowgroup" },
      h(tags.row, calendar.getHeaderRowProps(), [weekNumbers, ...weekdays].map(header)),
    ),
    h(tags.group, { role: "rowgroup" }, rows.map(week)),
  );
}

/** Renders a calendar with arguments for the hook, and counts how often the page was brought up to date. */
export function renderCalendar(
  initialWeek,
  options,
  { tags, content, wrapper, useHook = useWeekCalendar } = {},
) {
  const page = {
    commits: 0,
    renderings: 0,
    cell: (date) => page.container.querySelector(`[data-date="${date}"]`),
    /** The date of the cell with the focus, or the element that has it. */
    get focus() {
      return document.activeElement.dataset.date ?? document.activeElement.localName;
    },
    /** The dates to which the Tab key leads. */
    get tabStops() {
      return Array.from(page.container.querySelectorAll('[data-date][tabindex="0"]'), dateOf);
    },
    /** The shown month: `2025-8`. */
    get month() {
      return `${page.calendar.year}-${page.calendar.month}`;
    },
    /** The chosen week, as the hook has it. */
    get week() {
      return `${page.calendar.selectedWeek}`;
    },
    /** The dates of rows and of cells that assistive technology takes for chosen. */
    get selectedDates() {
      const rows = page.container.querySelectorAll('[role="row"][aria-selected="true"]');
      return Array.from(rows, (row) => Array.from(row.querySelectorAll("[data-date]"), dateOf)).flat();
    },
    /** Presses a key where the focus is, and tells whether the browser was kept from acting on it. */
    press: (key, modifiers = {}) => !fireEvent.keyDown(document.activeElement, { key, ...modifiers }),
    click: (date) => fireEvent.click(page.cell(date)),
    /** Gives the focus to a day as the pointer does. */
    focusOn: (date) => act(() => page.cell(date).focus()),
    go: (step) => act(() => step(page.calendar)),
  };
  const count = () => {
    page.commits += 1;
  };
  function Caller({ given }) {
    page.renderings += 1;
    const calendar = useHook(...given);
    page.calendar = calendar;
    return h(Calendar, { calendar, tags, content });
  }
  const element = (given) => h(Profiler, { id: "calendar", onRender: count }, h(Caller, { given }));
  const { container, rerender, unmount } = render(element([initialWeek, options]), { wrapper });
  return Object.assign(page, {
    container,
    unmount,
    screen: within(container),
    rerender: (...given) => rerender(element(given)),
  });
}

function dateOf({ dataset }) {
  return dataset.date;
}
