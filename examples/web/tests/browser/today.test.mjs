import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";
import { test } from "./harness.mjs";

/** When a Sunday ends. */
const MIDNIGHTS = [
  ["Europe/Paris", "2025-08-10T22:00:00Z"],
  ["Pacific/Auckland", "2025-08-10T12:00:00Z"],
  ["America/Sao_Paulo", "2025-08-11T03:00:00Z"],
];

for (const [timezoneId, midnight] of MIDNIGHTS) {
  test(`today moves at midnight, and when a machine wakes up, in ${timezoneId}`, {
    now: null,
    timezoneId,
  }, async ({ planner }) => {
    const { page } = planner;
    const after = (seconds) => new Date(Date.parse(midnight) + 1000 * seconds);
    await page.clock.install({ time: after(-3600) });
    await planner.open();
    await page.clock.pauseAt(after(-1));
    await planner.showsWeek("2025-W32");
    await planner.showsToday("2025-08-10");
    await showsCalendarDay(page, "dimanche 10 août 2025, semaine 32");
    await planner.shopsFor("Semaine du 11 au 17 août 2025");

    await page.clock.runFor(2_000);
    await showsCalendarDay(page, "lundi 11 août 2025, semaine 33");
    await planner.showsToday(null);
    await planner.showsWeek("2025-W32");
    await planner.showsText(".badge", "Semaine passée");
    await planner.shopsFor("Semaine du 18 au 24 août 2025");
    await planner.goToCurrentWeek();
    await planner.showsWeek("2025-W33");
    await planner.showsToday("2025-08-11");

    // Timers stand still while a machine sleeps, so only the time of day is changed.
    await page.clock.setSystemTime(after(26 * 3600));
    await planner.showsToday("2025-08-11");
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await planner.showsToday("2025-08-12");
    await showsCalendarDay(page, "mardi 12 août 2025, semaine 33");
  });
}

/** Waits until a day, and no other, is marked as today in the calendar. */
async function showsCalendarDay(page, name) {
  const marked = page.locator("[role=gridcell][aria-current=date]");
  await eventually(async () =>
    assert.deepEqual(await marked.evaluateAll((cells) => cells.map((cell) => cell.ariaLabel)), [name]),
  );
}
