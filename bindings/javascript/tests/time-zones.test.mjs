// Local dates in several time zones, each in a process of its own, since a process has one zone.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const DAYS = 24_837 + 36_525;
const [HELD, REFUSED] = ["instant", "epoch_day_out_of_range"];
const ends = {
  ahead: [REFUSED, HELD, HELD, HELD],
  behind: [HELD, HELD, HELD, REFUSED],
  utc: [HELD, HELD, HELD, HELD],
};

async function run(zone, program) {
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(stdout);
}

const zoneProgram = fileURLToPath(new URL("zone.mjs", import.meta.url));

for (const { zone, changes, gaps, ahead, end } of [
  { zone: "UTC", changes: 0, gaps: 0, ahead: 0, end: "utc" },
  { zone: "Europe/Paris", changes: 100, gaps: 0, ahead: 24_837, end: "ahead" },
  // Midnight did not exist on the days on which summer time began.
  { zone: "America/Sao_Paulo", changes: 50, gaps: 30, ahead: 0, end: "behind" },
  // Midnight came twice on the days on which summer time ended.
  { zone: "America/Havana", changes: 100, gaps: 40, ahead: 0, end: "behind" },
  { zone: "Pacific/Auckland", changes: 100, gaps: 0, ahead: 24_837, end: "ahead" },
  // The first quarter of an hour of 1986 did not exist.
  { zone: "Asia/Kathmandu", changes: 1, gaps: 1, ahead: 24_837, end: "ahead" },
]) {
  test(zone, async () => {
    const counted = await run(zone, [zoneProgram]);
    // Zones have several names; the host says one of them.
    const { timeZone } = new Intl.DateTimeFormat(undefined, { timeZone: zone }).resolvedOptions();
    assert.equal(counted.zone, timeZone);
    assert.equal(counted.days, DAYS);
    assert.equal(counted.ahead, ahead);
    assert.deepEqual(counted.ends, ends[end]);
    // Clocks may yet change more often than they have, but not less.
    assert.ok(counted.changes >= changes && counted.gaps >= gaps, JSON.stringify(counted));
    assert.equal(counted.gaps === 0, gaps === 0);
  });
}

test("a day that a zone left out begins where the next one does", async () => {
  // Samoa went from 29 to 31 December 2011.
  const found = await run("Pacific/Apia", [
    "--input-type=module",
    "--eval",
    `import { toLocalDate } from "semaine";
    const days = ["2011-12-29", "2011-12-30", "2011-12-31"];
    console.log(JSON.stringify(days.map((day) => toLocalDate(day).toISOString())));`,
  ]);
  assert.deepEqual(found, [
    "2011-12-29T10:00:00.000Z",
    "2011-12-30T10:00:00.000Z",
    "2011-12-30T10:00:00.000Z",
  ]);
});

test("the day of one instant is another one in another zone", async () => {
  const program = [
    "--input-type=module",
    "--eval",
    `import { fromLocalDate, fromUtcDate, toDateString, weekNumber } from "semaine";
    const instant = new Date("2025-08-04");
    const dates = [fromLocalDate(instant), fromUtcDate(instant)];
    console.log(JSON.stringify([dates.map(toDateString), dates.map(weekNumber)]));`,
  ];
  const zones = ["America/New_York", "Europe/Paris"];
  const found = await Promise.all(zones.map((zone) => run(zone, program)));
  assert.deepEqual(found, [
    [
      ["2025-08-03", "2025-08-04"],
      [31, 32],
    ],
    [
      ["2025-08-04", "2025-08-04"],
      [32, 32],
    ],
  ]);
});
