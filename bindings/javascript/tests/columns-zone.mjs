// Columns of instants where the program runs: run by `columns-zones.test.mjs`, which chooses the zone, and
// is told how many rows were compared. What they are compared with are `Date` and `Intl`.

import assert from "node:assert/strict";

import * as columns from "semaine/columns";

import { DAY, NULL, random, weekOf } from "./columns-oracle.mjs";

const zone = "local";
const draw = random(6);

/** The first instants after changes of clocks between 1880 and 2040, found by halving. */
function changesOfClocks() {
  const found = [];
  const minutesAt = (time) => new Date(time).getTimezoneOffset();
  for (let time = Date.UTC(1880, 0, 1); time < Date.UTC(2040, 0, 1); time += DAY) {
    if (minutesAt(time) !== minutesAt(time + DAY)) {
      let [before, after] = [time, time + DAY];
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        [before, after] = minutesAt(middle) === minutesAt(time) ? [middle, after] : [before, middle];
      }
      found.push(after);
    }
  }
  return found.length === 0 ? [0] : found;
}

const changes = changesOfClocks();

/** Any instants, those of living memory, and those around midnight and changes of clocks. */
const instants = Float64Array.from({ length: 20_000 }, (_, row) => {
  const within = (days) => (draw(2 * days) - days) * DAY;
  const time = draw(DAY);
  switch (row % 4) {
    case 0:
      return within(99_999_000) + time;
    case 1:
      return within(80_000) + time + 0.5;
    case 2:
      return within(20_000) + Math.floor(time / 900_000) * 900_000 - (draw(3) - 1);
    default:
      return changes[draw(changes.length)] + draw(7_200_000) - 3_600_000;
  }
});

/** A day as `Date` shows it on the clock of the wall. */
function dayOf(instant) {
  const wall = new Date(instant);
  const day = new Date(0).setUTCFullYear(wall.getFullYear(), wall.getMonth(), wall.getDate());
  return day / DAY;
}

/** The midnight with which a day begins, or the first moment of a day without one. */
function midnightOf(day) {
  const utc = new Date(day * DAY);
  const wall = new Date(2000, 0, 1);
  wall.setFullYear(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate());
  wall.setHours(0, 0, 0, 0);
  return wall.getTime();
}

const rows = Array.from(instants, (instant) => weekOf(dayOf(instant)));
const mondays = Float64Array.from(rows, (row) => midnightOf(row.weekStart));
const sundays = Float64Array.from(rows, (row) => midnightOf(row.weekEnd));
assert.deepEqual(columns.weekStart(instants, { zone }), mondays);
assert.deepEqual(columns.weekEnd(instants, { zone }), sundays);
assert.deepEqual(columns.weekStart(instants.slice(), { zone, out: instants.slice() }), mondays);
assert.deepEqual(
  columns.epochWeek(instants, { zone }),
  Int32Array.from(rows, (row) => row.epochWeek),
);
assert.deepEqual(
  columns.weekday(instants, { zone }),
  Uint8Array.from(rows, (row) => row.weekday),
);
const { years, weeks } = columns.yearWeek(instants, { zone });
assert.deepEqual(
  years,
  Int32Array.from(rows, (row) => row.isoYear),
);
assert.deepEqual(
  weeks,
  Uint8Array.from(rows, (row) => row.weekNumber),
);

// The same instants in nanoseconds, where those can be held.
const limit = 2 ** 63 / 1e6 - 8 * DAY;
const near = instants.filter((instant) => Math.abs(instant) < limit).map(Math.floor);
const nanoseconds = BigInt64Array.from(near, (instant) => BigInt(instant) * 1_000_000n + 999_999n);
assert.ok(nanoseconds.length > 11_000);
const nearMondays = columns.weekStart(near, { zone });
assert.deepEqual(
  columns.weekStart(nanoseconds, { zone }),
  BigInt64Array.from(nearMondays, (monday) => BigInt(monday) * 1_000_000n),
);
assert.deepEqual(columns.isoYear(nanoseconds, { zone }), columns.isoYear(near, { zone }));

// `Intl` tells the date of an instant from the zone's name.
const timeZone = process.env.TZ;
const calendar = new Intl.DateTimeFormat("en", {
  timeZone,
  calendar: "iso8601",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});
let compared = 0;
const texts = columns.format(instants, { zone, weekday: true });
for (let row = 0; compared < 1_000; row += 1) {
  // Before the year 1, it would not tell which era a year is of.
  if (instants[row] > Date.UTC(0)) {
    const parts = calendar.formatToParts(instants[row]).map(({ type, value }) => [type, Number(value)]);
    const { year, month, day } = Object.fromEntries(parts);
    assert.equal(texts[row], weekOf(new Date(0).setUTCFullYear(year, month - 1, day) / DAY).dayText);
    compared += 1;
  }
}

// The edges of `Date`, and null.
const edges = Float64Array.of(
  8.64e15,
  -8.64e15,
  8.64e15 - 1,
  1 - 8.64e15,
  Number.NaN,
  8.64e15 + 2,
  -Infinity,
);
const edgeDays = Array.from(edges, (instant) => (Math.abs(instant) <= 8.64e15 ? dayAtEdge(instant) : NULL));
assert.deepEqual(
  columns.epochWeek(edges, { zone }),
  Int32Array.from(edgeDays, (day) => (day === NULL ? NULL : weekOf(day).epochWeek)),
);
assert.deepEqual(
  columns.weekEnd(edges, { zone }),
  Float64Array.from(edgeDays, (day) => (day === NULL ? Number.NaN : midnightOf(weekOf(day).weekEnd))),
);

/** At the edges, what the wall shows may be beyond what a `Date` can hold. */
function dayAtEdge(instant) {
  const away = instant > 0 ? -7 : 7;
  return dayOf(instant + away * DAY) - away;
}

console.log(JSON.stringify({ rows: instants.length, changes: changes.length }));
