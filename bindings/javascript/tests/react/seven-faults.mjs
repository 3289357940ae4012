// What hand-written hooks get wrong about weeks: for each fault a hook as people write it, and a check that it
// fails in some of the zones where the tests run, and useISOWeek in none.

import "./dom.mjs";

import assert from "node:assert/strict";
import { act } from "@testing-library/react";
import { useState } from "react";
import { useISOWeek } from "semaine/react";
import { weeksOf } from "./calendar.mjs";
import { setClock } from "./clock.mjs";
import { hydrate, serve } from "./hydration.mjs";
import { renderCounted, takeComplaints } from "./rendering.mjs";
import { zone } from "./zone.mjs";

const DAY = 86_400_000;
const today = "2025-08-07";
const HOURS = [0, 1, 6, 12, 20, 23];

/** The Monday of a date's week, at the same time of day. */
function mondayOf(date) {
  const monday = new Date(date);
  monday.setDate(date.getDate() - ((date.getDay() + 6) % 7));
  return monday;
}

function parts(date) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()];
}

/** The instants of a day at several hours, as clocks show them where the program runs. */
function instantsOf({ year, month, day }) {
  return HOURS.map((hour) => new Date(year, month - 1, day, hour, 30));
}

const dateByToIsoString = {
  fault: "toISOString names another day",
  zones: ["Europe/Paris", "Pacific/Auckland", "Asia/Kathmandu", "America/Sao_Paulo"],
  handWritten: () => ({ formatDateForAPI: (date) => date.toISOString().split("T")[0] }),
  check(useHook) {
    const { formatDateForAPI } = renderCounted(useHook, [null, { today }]).current;
    for (const day of weeksOf(2025, 2025).flatMap(({ days }) => days)) {
      for (const instant of instantsOf(day)) {
        assert.equal(formatDateForAPI(instant), day.text);
      }
    }
  },
};

const sundayByHours = {
  fault: "six times 24 hours after a Monday is no Sunday",
  zones: ["Europe/Paris", "Pacific/Auckland", "America/Sao_Paulo"],
  handWritten: () => ({ getWeekSunday: (date) => new Date(mondayOf(date).getTime() + 6 * DAY) }),
  check(useHook) {
    const { getWeekSunday } = renderCounted(useHook, [null, { today }]).current;
    for (const { days } of weeksOf(2018, 2018)) {
      const { year, month, day } = days[6];
      for (const instant of days.flatMap(instantsOf)) {
        assert.deepEqual(parts(getWeekSunday(instant)), [year, month, day]);
      }
    }
  },
};

const mondaysByTimestamp = {
  fault: "Mondays are compared by their timestamps",
  zones: ["UTC", "Europe/Paris", "Pacific/Auckland", "Asia/Kathmandu", "America/Sao_Paulo"],
  handWritten: (initial) => ({
    isSameWeekAs: (date) => mondayOf(date).getTime() === mondayOf(initial).getTime(),
  }),
  check(useHook) {
    for (const { days } of weeksOf(2025, 2025)) {
      const [morning, ...later] = days.flatMap(instantsOf);
      const { isSameWeekAs } = renderCounted(useHook, [morning, { today }]).current;
      assert.ok(later.every(isSameWeekAs));
    }
  },
};

const dateTextAsInstant = {
  fault: "a date's text is taken for midnight in UTC",
  zones: ["America/Sao_Paulo"],
  handWritten: (initial) => ({ weekInfo: { monday: mondayOf(new Date(initial)) } }),
  check(useHook) {
    for (const { days } of weeksOf(2025, 2025)) {
      const { year, month, day, text } = days[0];
      const { weekInfo } = renderCounted(useHook, [text, { today }]).current;
      assert.deepEqual(parts(weekInfo.monday), [year, month, day]);
    }
  },
};

/** The days since the year began, counted in hours that summer time shortens, and weeks as rounded sevenths. */
function weekByQuotient(date) {
  const thursday = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  thursday.setDate(thursday.getDate() + 3 - ((thursday.getDay() + 6) % 7));
  const newYear = new Date(thursday.getFullYear(), 0, 1);
  return Math.ceil(((thursday - newYear) / DAY + 1) / 7);
}

const weekByRounding = {
  fault: "a week's number is a rounded quotient of milliseconds",
  zones: ["Pacific/Auckland", "America/Sao_Paulo"],
  handWritten: (initial) => ({ weekInfo: { weekNumber: weekByQuotient(initial) } }),
  check(useHook) {
    let checked = 0;
    // 2010 and 2021 began on a Friday, so that the number is near a whole one.
    for (const { week, days } of [...weeksOf(2010, 2010), ...weeksOf(2021, 2021)]) {
      const { year, month, day } = days[2];
      const { weekInfo } = renderCounted(useHook, [new Date(year, month - 1, day), { today }]).current;
      assert.equal(weekInfo.weekNumber, week);
      checked += 1;
    }
    assert.equal(checked, 104);
  },
};

function useWeekOfMounting() {
  const [now] = useState(() => new Date());
  return { isCurrentWeek: (date) => parts(mondayOf(date)).join() === parts(mondayOf(now)).join() };
}

const todayReadOnce = {
  fault: "today is read once",
  zones: ["UTC", "Europe/Paris", "Pacific/Auckland", "Asia/Kathmandu", "America/Sao_Paulo"],
  handWritten: useWeekOfMounting,
  check(useHook, test) {
    const clock = setClock(test, 2025, 7, 10, 23, 59);
    const overMidnight = renderCounted(useHook);
    assert.ok(overMidnight.current.isCurrentWeek(new Date()));
    clock.advance(120_000);
    assert.ok(overMidnight.current.isCurrentWeek(new Date()));
    clock.sleep(7 * DAY);
    act(() => window.dispatchEvent(new Event("focus")));
    assert.ok(overMidnight.current.isCurrentWeek(new Date()));
  },
};

const hydrationMismatch = {
  fault: "server and browser render different weeks",
  zones: ["Europe/Paris", "Pacific/Auckland", "Asia/Kathmandu", "America/Sao_Paulo"],
  page: "WeekPage",
  handWrittenPage: "HandWrittenPage",
  async check(page, test) {
    // Sunday evening in UTC and west of it, Monday east of it; the server is where the browser is not.
    const instant = "2025-08-10T22:30:00Z";
    const serverZone = zone === "America/Sao_Paulo" ? "Pacific/Auckland" : "America/New_York";
    const props = { serverToday: "2025-08-10" };
    const { html } = await serve(serverZone, page, instant, props);
    setClock(test, instant);
    const { recovered } = await hydrate(html, page, props);
    assert.deepEqual([recovered, takeComplaints()], [[], []]);
  },
};

export const FAULTS = [
  dateByToIsoString,
  sundayByHours,
  mondaysByTimestamp,
  dateTextAsInstant,
  weekByRounding,
  todayReadOnce,
  hydrationMismatch,
].map(({ handWritten, handWrittenPage, page, ...fault }) => ({
  ...fault,
  handWritten: handWritten ?? handWrittenPage,
  ours: page ?? useISOWeek,
}));
