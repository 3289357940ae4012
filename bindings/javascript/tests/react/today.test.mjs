// Today as the clock goes on: over midnights of all kinds, and over a night's sleep.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act, render } from "@testing-library/react";
import { createElement, StrictMode, useLayoutEffect } from "react";
import { useISOWeek, useToday } from "semaine/react";
import { setClock } from "./clock.mjs";
import { renderCounted } from "./rendering.mjs";
import { zone } from "./zone.mjs";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Midnights by the rules of their zones: the instant at which each new date begins, in UTC. */
const MIDNIGHTS = [
  {
    name: "an ordinary night",
    timeZone: "UTC",
    start: "2025-08-03T20:00:30Z",
    hours: 30,
    dates: [
      "2025-08-03",
      ["2025-08-04T00:00:00.000Z", "2025-08-04"],
      ["2025-08-05T00:00:00.000Z", "2025-08-05"],
    ],
  },
  {
    name: "the turn of the year, five hours behind",
    timeZone: "America/New_York",
    start: "2026-01-01T03:00:00Z",
    hours: 3,
    dates: ["2025-12-31", ["2026-01-01T05:00:00.000Z", "2026-01-01"]],
  },
  {
    name: "a day of 23 hours",
    timeZone: "Europe/Paris",
    start: "2025-03-29T21:59:59Z",
    hours: 25,
    dates: [
      "2025-03-29",
      ["2025-03-29T23:00:00.000Z", "2025-03-30"],
      ["2025-03-30T22:00:00.000Z", "2025-03-31"],
    ],
  },
  {
    name: "a day of 25 hours",
    timeZone: "Europe/Paris",
    start: "2025-10-25T21:00:00.001Z",
    hours: 27,
    dates: [
      "2025-10-25",
      ["2025-10-25T22:00:00.000Z", "2025-10-26"],
      ["2025-10-26T23:00:00.000Z", "2025-10-27"],
    ],
  },
  {
    name: "a day of 23 hours, twelve ahead",
    timeZone: "Pacific/Auckland",
    start: "2025-09-27T11:30:00Z",
    hours: 24,
    dates: [
      "2025-09-27",
      ["2025-09-27T12:00:00.000Z", "2025-09-28"],
      ["2025-09-28T11:00:00.000Z", "2025-09-29"],
    ],
  },
  {
    name: "a day of 25 hours, thirteen ahead",
    timeZone: "Pacific/Auckland",
    start: "2025-04-05T10:30:00Z",
    hours: 26,
    dates: [
      "2025-04-05",
      ["2025-04-05T11:00:00.000Z", "2025-04-06"],
      ["2025-04-06T12:00:00.000Z", "2025-04-07"],
    ],
  },
  {
    name: "a night without midnight",
    timeZone: "America/Sao_Paulo",
    start: "2018-11-04T02:00:00Z",
    hours: 2,
    dates: ["2018-11-03", ["2018-11-04T03:00:00.000Z", "2018-11-04"]],
  },
  {
    name: "a night whose last hour comes twice",
    timeZone: "America/Sao_Paulo",
    start: "2018-02-18T00:00:00Z",
    hours: 4,
    dates: ["2018-02-17", ["2018-02-18T03:00:00.000Z", "2018-02-18"]],
  },
  {
    name: "a night with two midnights",
    timeZone: "America/Havana",
    start: "2025-11-02T02:00:00Z",
    hours: 5,
    dates: ["2025-11-01", ["2025-11-02T04:00:00.000Z", "2025-11-02"]],
  },
  {
    name: "a night without its first quarter of an hour",
    timeZone: "Asia/Kathmandu",
    start: "1985-12-31T17:00:00Z",
    hours: 3,
    dates: ["1985-12-31", ["1985-12-31T18:30:00.000Z", "1986-01-01"]],
  },
  {
    name: "a day that was left out",
    timeZone: "Pacific/Apia",
    start: "2011-12-30T08:00:00Z",
    hours: 3,
    dates: ["2011-12-29", ["2011-12-30T10:00:00.000Z", "2011-12-31"]],
  },
];

let local = 0;
for (const { name, timeZone, start, hours, dates } of MIDNIGHTS) {
  const waysToAsk = { "by name": { timeZone } };
  if (timeZone === zone) {
    waysToAsk["of the process"] = {};
    local += 1;
  }
  for (const [way, options] of Object.entries(waysToAsk)) {
    test(`${name}: ${timeZone}, ${way}`, (t) => {
      const clock = setClock(t, start);
      const end = clock.now + hours * HOUR;
      const seen = [];
      const { current } = renderCounted(() => {
        const today = useToday(options);
        seen.push(seen.length === 0 ? today : [new Date(clock.now).toISOString(), today]);
        return today;
      });
      assert.equal(current, dates[0]);
      clock.advance(end - clock.now);
      assert.deepEqual(seen, dates);
    });
  }
}

test("each zone in which the tests run has a night of its own", () => {
  assert.ok(local > 0, zone);
});

test("the night of a Sunday: the week is no longer the current one, and stays chosen", (t) => {
  const clock = setClock(t, 2025, 7, 10, 23, 59, 30);
  const hook = renderCounted(useISOWeek);
  const shown = () => [
    hook.current.weekInfo.iso,
    hook.current.weekInfo.type,
    hook.current.getWeekType("2025-W33"),
    hook.current.weekDays.map(({ isToday }) => (isToday ? "x" : "-")).join(""),
    hook.commits,
  ];
  assert.deepEqual(shown(), ["2025-W32", "current", "next", "------x", 1]);
  clock.advance(30 * SECOND - 1);
  assert.deepEqual(shown(), ["2025-W32", "current", "next", "------x", 1]);
  clock.advance(1);
  assert.deepEqual(shown(), ["2025-W32", "past", "current", "-------", 2]);
  act(() => hook.current.goToCurrentWeek());
  assert.deepEqual(shown(), ["2025-W33", "current", "current", "x------", 3]);
  clock.advance(24 * HOUR);
  assert.deepEqual(shown(), ["2025-W33", "current", "current", "-x-----", 4]);
});

test("a zone other than the browser's tells today, while midnights stay the browser's", (t) => {
  setClock(t, "2025-08-10T11:30:00Z");
  const hook = renderCounted(useISOWeek, [null, { timeZone: "Pacific/Kiritimati" }]);
  assert.deepEqual([hook.current.weekInfo.iso, hook.current.weekInfo.type], ["2025-W33", "current"]);
  const { monday } = hook.current.weekInfo;
  assert.deepEqual([monday.getDate(), monday.getHours(), monday.getMinutes()], [11, 0, 0]);
  hook.rerender(null, { timeZone: "Pacific/Pago_Pago" });
  assert.deepEqual([hook.current.weekInfo.iso, hook.current.weekInfo.type], ["2025-W33", "next"]);
});

const WAKING = {
  "window gets the focus": () => window.dispatchEvent(new Event("focus")),
  "page is shown again": () => window.dispatchEvent(new Event("pageshow")),
  "page becomes visible": () => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })),
};

for (const [what, wake] of Object.entries(WAKING)) {
  test(`after a night's sleep today is told as soon as the ${what}`, (t) => {
    const clock = setClock(t, 2025, 7, 10, 22);
    const hook = renderCounted(useISOWeek);
    clock.sleep(9 * HOUR);
    act(wake);
    assert.deepEqual([hook.current.weekInfo.iso, hook.current.weekInfo.type], ["2025-W32", "past"]);
    assert.equal(hook.commits, 2);
    act(wake);
    assert.deepEqual([hook.commits, clock.waiting], [2, 1]);
    clock.advance(17 * HOUR);
    act(() => hook.current.goToCurrentWeek());
    assert.equal(
      hook.current.weekDays.findIndex(({ isToday }) => isToday),
      1,
    );
  });
}

test("after a night's sleep of which no event tells, today is told within a minute", (t) => {
  const clock = setClock(t, 2025, 7, 10, 22);
  const hook = renderCounted(useToday);
  clock.sleep(9 * HOUR);
  clock.advance(MINUTE);
  assert.equal(hook.current, "2025-08-11");
});

test("a clock that is set back is followed, too", (t) => {
  const clock = setClock(t, 2025, 7, 11, 0, 30);
  const hook = renderCounted(useToday);
  clock.sleep(-HOUR);
  act(WAKING["window gets the focus"]);
  assert.equal(hook.current, "2025-08-10");
});

test("a midnight between rendering and listening is not missed", (t) => {
  const clock = setClock(t, 2025, 7, 10, 23, 59, 59, 999);
  const hook = renderCounted(() => {
    const today = useToday();
    useLayoutEffect(() => {
      if (clock.waiting === 0) {
        clock.sleep(1);
      }
    }, []);
    return today;
  });
  assert.deepEqual([hook.answers[0], hook.current], ["2025-08-10", "2025-08-11"]);
});

test("the timers of an hour are at most one a minute", (t) => {
  const clock = setClock(t, 2025, 7, 7, 12);
  const hook = renderCounted(useISOWeek);
  clock.advance(HOUR);
  assert.ok(clock.delays.length >= 1 && clock.delays.length <= 62, `${clock.delays.length} timers`);
  assert.equal(hook.commits, 1);
});

/** The listeners that window and document have, except those that React keeps for good. */
function countListeners(t) {
  const listeners = new Set();
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    const key = (type, listener) => `${target === window ? "window" : "document"} ${type} ${idOf(listener)}`;
    target.addEventListener = (type, listener, ...options) => {
      listeners.add(key(type, listener));
      addEventListener.call(target, type, listener, ...options);
    };
    target.removeEventListener = (type, listener, ...options) => {
      listeners.delete(key(type, listener));
      removeEventListener.call(target, type, listener, ...options);
    };
    t.after(() => {
      delete target.addEventListener;
      delete target.removeEventListener;
    });
  }
  return listeners;
}

const ids = new Map();
function idOf(listener) {
  ids.set(listener, ids.get(listener) ?? ids.size);
  return ids.get(listener);
}

for (const [mode, wrapper] of [
  ["", undefined],
  [", in StrictMode", StrictMode],
]) {
  test(`many hooks have one timer, and the last one takes it and all listeners away${mode}`, (t) => {
    const clock = setClock(t, 2025, 7, 10, 23, 30);
    // React listens to the document of its first root for good.
    renderCounted(() => null).unmount();
    const listeners = countListeners(t);
    const hooks = Array.from({ length: 10 }, (_, at) =>
      renderCounted(at % 2 === 0 ? useISOWeek : useToday, [], { wrapper }),
    );
    // In StrictMode the first one leaves and comes again.
    assert.deepEqual([clock.waiting, clock.delays.length], [1, wrapper === undefined ? 1 : 2]);
    const held = listeners.size;
    assert.ok(held > 0);
    clock.advance(HOUR);
    assert.equal(clock.waiting, 1);
    const [first, ...others] = hooks;
    for (const { current, commits, unmount } of others) {
      assert.ok(current === "2025-08-11" || current.weekInfo.type === "past");
      assert.equal(commits, 2);
      unmount();
    }
    assert.deepEqual([clock.waiting, listeners.size], [1, held]);
    first.unmount();
    assert.deepEqual([clock.waiting, listeners.size], [0, 0]);
    // A hook that comes later begins anew.
    const later = renderCounted(useToday, [], { wrapper });
    clock.advance(24 * HOUR);
    assert.equal(later.current, "2025-08-12");
    later.unmount();
    assert.deepEqual([clock.waiting, listeners.size], [0, 0]);
  });
}

test("another zone takes the place of the first", (t) => {
  const clock = setClock(t, "2025-08-10T11:30:00Z");
  const hook = renderCounted(useToday, [{ timeZone: "Pacific/Kiritimati" }]);
  assert.equal(hook.current, "2025-08-11");
  hook.rerender({ timeZone: "Pacific/Pago_Pago" });
  assert.equal(hook.current, "2025-08-10");
  assert.equal(clock.waiting, 1);
  hook.unmount();
  assert.equal(clock.waiting, 0);
});

test("a given today needs no clock, and follows only who gives it", (t) => {
  const clock = setClock(t, 2025, 7, 10, 23, 30);
  const listeners = countListeners(t);
  const hook = renderCounted(useToday, [{ today: "2020-02-29" }]);
  assert.deepEqual([clock.waiting, clock.delays.length], [0, 0]);
  assert.ok([...listeners].every((listener) => !/focus|pageshow|visibility/.test(listener)));
  clock.advance(HOUR);
  assert.deepEqual(hook.answers, ["2020-02-29"]);
  hook.rerender({ today: "2020-03-01" });
  assert.equal(hook.current, "2020-03-01");
  hook.rerender({});
  assert.equal(hook.current, "2025-08-11");
  hook.rerender({ today: "2020-03-01" });
  assert.deepEqual([hook.current, clock.waiting], ["2020-03-01", 0]);
});

test("all components of a page say the same, in one commit", (t) => {
  const clock = setClock(t, 2025, 7, 10, 23, 59);
  const commits = [];
  function Day() {
    return createElement("i", null, useToday(), " ");
  }
  function Week() {
    return createElement("b", null, useISOWeek().weekInfo.type, " ");
  }
  function Page() {
    useToday();
    useLayoutEffect(() => {
      commits.push(container.textContent);
    });
    return [createElement(Day, { key: 1 }), createElement(Week, { key: 2 }), createElement(Day, { key: 3 })];
  }
  const container = document.body.appendChild(document.createElement("p"));
  render(createElement(Page), { container });
  clock.advance(MINUTE);
  assert.deepEqual(commits, ["2025-08-10 current 2025-08-10 ", "2025-08-11 past 2025-08-11 "]);
});
