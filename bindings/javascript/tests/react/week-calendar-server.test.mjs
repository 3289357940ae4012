// The calendar on a server, and in the page that the browser takes over.

import "./dom.mjs";
import "./rendering.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act, render } from "@testing-library/react";
import { createElement, StrictMode, useLayoutEffect } from "react";
import { renderToString } from "react-dom/server";
import { useWeekCalendar } from "semaine/react";
import { setClock } from "./clock.mjs";
import { Calendar } from "./week-calendar.mjs";

function Page({ given }) {
  return createElement(Calendar, { calendar: useWeekCalendar(...given) });
}

for (const [mode, wrapper] of [
  ["", undefined],
  [", in StrictMode", StrictMode],
]) {
  test(`what the server rendered is taken over, and then the clock decides${mode}`, (t) => {
    setClock(t, 2025, 8, 1, 12);
    const given = [null, { serverToday: "2025-08-31" }];
    const html = renderToString(createElement(Page, { given }));
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = html;
    const seen = () => [
      container.querySelector("table").getAttribute("aria-label"),
      container.querySelector("[aria-current]").dataset.date,
      container.querySelector("[tabindex='0']").dataset.date,
      container.querySelector("tr[aria-selected='true']").firstChild.textContent,
    ];
    assert.deepEqual(seen(), ["août 2025", "2025-08-31", "2025-08-31", "35"]);
    act(() => {
      render(createElement(Page, { given }), { container, hydrate: true, wrapper });
    });
    assert.deepEqual(seen(), ["septembre 2025", "2025-09-01", "2025-09-01", "36"]);
  });
}

test("on another day of the same week, the tab stop is on the visitor's today", (t) => {
  setClock(t, 2025, 8, 3, 12);
  const given = ["2025-W36", { serverToday: "2025-09-01" }];
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(createElement(Page, { given }));
  const stop = () => container.querySelector("[tabindex='0']").dataset.date;
  assert.equal(stop(), "2025-09-01");
  act(() => {
    render(createElement(Page, { given }), { container, hydrate: true });
  });
  assert.equal(stop(), "2025-09-03");
});

test("what was gone to before the browser's today is known stays", (t) => {
  setClock(t, 2025, 8, 3, 12);
  const given = ["2025-W36", { serverToday: "2025-09-01" }];
  function Moving() {
    const calendar = useWeekCalendar(...given);
    const { goToMonth } = calendar;
    useLayoutEffect(() => goToMonth(2024, 2), [goToMonth]);
    return createElement(Calendar, { calendar });
  }
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(createElement(Page, { given }));
  act(() => {
    render(createElement(Moving), { container, hydrate: true });
  });
  assert.equal(container.querySelector("table").getAttribute("aria-label"), "février 2024");
});

test("a server has to know what is today", () => {
  assert.throws(() => renderToString(createElement(Page, { given: [] })), {
    name: "RangeError",
    code: "invalid_option",
  });
});
