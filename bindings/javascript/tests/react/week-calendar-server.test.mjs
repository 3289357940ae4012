// The calendar on a server, and in the page that the browser takes over.

import "./dom.mjs";
import "./rendering.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act, render } from "@testing-library/react";
import { createElement, StrictMode } from "react";
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
    assert.deepEqual(seen(), ["septembre 2025", "2025-09-01", "2025-09-07", "36"]);
  });
}

test("a server has to know what is today", () => {
  assert.throws(() => renderToString(createElement(Page, { given: [] })), {
    name: "RangeError",
    code: "invalid_option",
  });
});
