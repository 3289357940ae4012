// Pages that a server renders in another time zone and at another time than the browser that takes them over.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { fireEvent } from "@testing-library/react";
import { setClock } from "./clock.mjs";
import { hydrate, serve } from "./hydration.mjs";
import "./rendering.mjs";
import { zone } from "./zone.mjs";

/** A Sunday afternoon in UTC, and a Monday already for those furthest ahead. */
const RENDERED = "2025-08-10T13:00:00Z";
const MINUTES_BEHIND = { UTC: 0, "Pacific/Auckland": -720, "America/New_York": 240 };

/** Two hours later: what is shown then in each zone. */
const TAKEN_OVER = "2025-08-10T15:00:00Z";
const SUNDAY = ["2025-W32", "Semaine du 4 au 10 août 2025", "10 août 2025", "2025-08-10"];
const MONDAY = ["2025-W33", "Semaine du 11 au 17 août 2025", "11 août 2025", "2025-08-11"];
const SHOWN = {
  UTC: SUNDAY,
  "Europe/Paris": SUNDAY,
  "America/Sao_Paulo": SUNDAY,
  "Pacific/Auckland": MONDAY,
  "Asia/Kathmandu": SUNDAY,
};

function textsOf(container) {
  const text = (selector) => container.querySelector(selector)?.textContent;
  const current = container.querySelector("[aria-current=date]")?.getAttribute("title");
  return [text("button"), text("h2"), text("p"), current];
}

for (const [serverZone, minutesBehind] of Object.entries(MINUTES_BEHIND)) {
  for (const [serverToday, sent] of [
    ["2025-08-10", SUNDAY],
    ["2025-08-11", MONDAY],
    ["2024-02-29", ["2024-W09", "Semaine du 26 février au 3 mars 2024", "29 février 2024", "2024-02-29"]],
  ]) {
    test(`rendered in ${serverZone} on ${serverToday}, taken over here`, async (t) => {
      const { offset, html, timers } = await serve(serverZone, "WeekPage", RENDERED, { serverToday });
      assert.deepEqual([offset, timers], [minutesBehind, 0]);
      const page = document.createElement("div");
      page.innerHTML = html;
      assert.deepEqual(textsOf(page), sent);

      const clock = setClock(t, TAKEN_OVER);
      const { container, recovered, kept, unmount } = await hydrate(html, "WeekPage", { serverToday });
      assert.deepEqual([recovered, kept], [[], true]);
      assert.deepEqual(textsOf(container), SHOWN[zone]);
      assert.equal(container.querySelector("main").className, "current");

      // The week is chosen now, and does not follow the clock.
      clock.advance(7 * 24 * 3_600_000);
      assert.deepEqual(textsOf(container).slice(0, 2), SHOWN[zone].slice(0, 2));
      assert.equal(container.querySelector("main").className, "past");
      fireEvent.click(container.querySelector("button"));
      assert.equal(container.querySelector("main").className, "current");
      unmount();
      assert.equal(clock.waiting, 0);
    });
  }
}

test("a given week is the server's and the browser's", async (t) => {
  const props = { initialWeek: "2026-W53", serverToday: "2025-08-10", locale: "en" };
  const { html } = await serve("Pacific/Auckland", "WeekPage", RENDERED, props);
  setClock(t, TAKEN_OVER);
  const { container, recovered } = await hydrate(html, "WeekPage", props);
  assert.deepEqual(recovered, []);
  const [iso, range] = textsOf(container);
  assert.deepEqual([iso, range], ["2026-W53", "Week of December 28 to January 03, 2027"]);
});

test("a given today is the server's and the browser's for good", async (t) => {
  const props = { today: "2024-12-30" };
  const { html } = await serve("America/New_York", "WeekPage", RENDERED, props);
  setClock(t, TAKEN_OVER);
  const { container, recovered } = await hydrate(html, "WeekPage", props);
  const texts = [
    "2025-W01",
    "Semaine du 30 décembre 2024 au 5 janvier 2025",
    "30 décembre 2024",
    "2024-12-30",
  ];
  assert.deepEqual([textsOf(container), recovered], [texts, []]);
});

test("where both know the visitor's zone, it is the zone that counts", async (t) => {
  const props = { serverToday: "2025-08-11", timeZone: "Pacific/Auckland" };
  const { html } = await serve("America/New_York", "WeekPage", RENDERED, props);
  setClock(t, TAKEN_OVER);
  const { container, recovered } = await hydrate(html, "WeekPage", props);
  assert.deepEqual([textsOf(container), recovered], [MONDAY, []]);
});

test("a server that is not told today says so", async () => {
  for (const initialWeek of [undefined, "2025-W32"]) {
    const { html, error } = await serve("UTC", "WeekPage", RENDERED, { initialWeek });
    assert.equal(html, undefined);
    assert.deepEqual([error.name, error.code], ["RangeError", "invalid_option"]);
    assert.match(error.message, /serverToday or today/);
  }
});

test("a server refuses what is no date", async () => {
  const { error } = await serve("UTC", "WeekPage", RENDERED, { serverToday: "2025-02-29" });
  assert.deepEqual([error.name, error.code], ["RangeError", "day_not_in_month"]);
});

test("within Suspense the browser alone renders what the server could not", async (t) => {
  const { html } = await serve("Pacific/Auckland", "SuspendingPage", RENDERED);
  assert.match(html, /…/);
  assert.doesNotMatch(html, /Semaine/);
  setClock(t, TAKEN_OVER);
  const { container, recovered } = await hydrate(html, "SuspendingPage");
  assert.deepEqual(textsOf(container), SHOWN[zone]);
  // React says that the server's error is why.
  assert.equal(recovered.length, 1);
});
