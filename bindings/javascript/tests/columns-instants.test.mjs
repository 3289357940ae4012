// Columns of milliseconds and nanoseconds, at fixed distances from UTC.

import assert from "node:assert/strict";
import test from "node:test";

import * as columns from "semaine/columns";

import { refusal } from "./check.mjs";
import { DAY, LAST_DATE, NOTHING, NULL, random, TYPES, weekOf } from "./columns-oracle.mjs";

/** To ask by name. */
const ask = { ...columns };

const NO_INSTANT = -(2n ** 63n);
const LAST_INSTANT = 2n ** 63n - 1n;

/** Zones, and by how many minutes local time is ahead of UTC in them. */
const ZONES = {
  utc: 0,
  "+00:00": 0,
  "-00:00": 0,
  "+05:30": 330,
  "-03:00": -180,
  "+14:00": 840,
  "-23:59": -1439,
};

const floor = (number, divisor) => {
  const quotient = number / divisor;
  return number % divisor < 0n ? quotient - 1n : quotient;
};

/** The day of an instant, in BigInts, so that nothing is rounded. */
function dayOf(instant, perMinute, minutes) {
  return Number(floor(instant + BigInt(minutes) * perMinute, 1440n * perMinute));
}

function midnight(day, perMinute, minutes) {
  return BigInt(day) * 1440n * perMinute - BigInt(minutes) * perMinute;
}

test("milliseconds", () => {
  const draw = random(3);
  let known = 0;
  for (const [zone, minutes] of Object.entries(ZONES)) {
    const instants = Float64Array.from({ length: 5_003 }, (_, row) => {
      const day = row % 2 ? draw(2 * LAST_DATE) - LAST_DATE : draw(80_000) - 40_000;
      // At midnight, near it, anywhere, and between two milliseconds.
      const place = [0, -1, 1, DAY - 1, draw(DAY), draw(DAY) + 0.5, -0.25, -minutes * 60_000][draw(8)];
      return day * DAY + place - (draw(2) ? minutes * 60_000 : 0);
    });
    instants.set(
      [Number.NaN, 8.64e15, -8.64e15, 8.64e15 + 1, -8.64e15 - 1, Infinity, -Infinity, -0, 1e300],
      7,
    );
    const rows = Array.from(instants, (instant) => {
      if (!(Math.abs(instant) <= 8.64e15)) {
        return { ...NOTHING, weekStart: Number.NaN, weekEnd: Number.NaN };
      }
      known += 1;
      const week = weekOf(dayOf(BigInt(Math.floor(instant)), 60_000n, minutes));
      const inForm = (day) => {
        const time = Number(midnight(day, 60_000n, minutes));
        return Math.abs(time) <= 8.64e15 ? time : Number.NaN;
      };
      return { ...week, weekStart: inForm(week.weekStart), weekEnd: inForm(week.weekEnd) };
    });
    compare(instants, Float64Array, rows, zone);
  }
  assert.ok(known > 34_000, `${known}`);
});

test("nanoseconds", () => {
  const draw = random(4);
  const perMinute = 60_000_000_000n;
  let known = 0;
  for (const [zone, minutes] of Object.entries(ZONES)) {
    const instants = BigInt64Array.from({ length: 5_003 }, (_, row) => {
      const day = BigInt(row % 2 ? draw(213_500) - 106_750 : draw(80_000) - 40_000);
      const place = [0n, -1n, 1n, 999_999n, BigInt(draw(DAY)) * 1_000_000n + BigInt(draw(1_000_000))][
        draw(5)
      ];
      return day * 1440n * perMinute + place - (draw(2) ? BigInt(minutes) * perMinute : 0n);
    });
    instants.set([NO_INSTANT, NO_INSTANT + 1n, LAST_INSTANT, LAST_INSTANT - 1n, -1n, 0n, 1n], 7);
    const rows = Array.from(instants, (instant) => {
      if (instant === NO_INSTANT) {
        return { ...NOTHING, weekStart: NO_INSTANT, weekEnd: NO_INSTANT };
      }
      known += 1;
      const week = weekOf(dayOf(instant, perMinute, minutes));
      const inForm = (day) => {
        const time = midnight(day, perMinute, minutes);
        return time > NO_INSTANT && time <= LAST_INSTANT ? time : NO_INSTANT;
      };
      return { ...week, weekStart: inForm(week.weekStart), weekEnd: inForm(week.weekEnd) };
    });
    compare(instants, BigInt64Array, rows, zone);
  }
  assert.ok(known > 35_000, `${known}`);
});

/** Asks everything of a column, of the whole and of short pieces, and compares. */
function compare(instants, Form, rows, zone) {
  for (const [question, Numbers] of Object.entries(TYPES)) {
    const Type = question === "weekStart" || question === "weekEnd" ? Form : Numbers;
    const expected = Type.from(rows, (row) => row[question]);
    assert.deepEqual(ask[question](instants, { zone }), expected, `${question} in ${zone}`);

    const out = new Type(instants.length);
    for (let row = 0; row < out.length; row += 5) {
      const part = out.subarray(row, row + 5);
      assert.equal(ask[question](instants.subarray(row, row + 5), { zone, out: part }), part);
    }
    assert.deepEqual(out, expected, `${question} in ${zone}, in pieces`);
    if (Type === Form) {
      const same = instants.slice();
      assert.equal(ask[question](same, { zone, out: same }), same);
      assert.deepEqual(same, expected, `${question} in ${zone}, in place`);
    }
  }
  assert.deepEqual(columns.weekStartOn(instants, 1, { zone }), columns.weekStart(instants, { zone }));
  const { years, weeks } = columns.yearWeek(instants, { zone });
  assert.deepEqual(years, columns.isoYear(instants, { zone }));
  assert.deepEqual(weeks, columns.weekNumber(instants, { zone }));
  const texts = rows.map((row) => row.text ?? null);
  assert.deepEqual(columns.format(instants, { zone }), texts);
  const dayTexts = rows.map((row) => row.dayText ?? null);
  assert.deepEqual(columns.format(instants, { zone, weekday: true }), dayTexts);
}

test("midnights of weeks that start on any weekday", () => {
  const instants = Float64Array.of(Date.parse("2025-08-07T22:30Z"), Number.NaN);
  const sunday = Float64Array.of(Date.parse("2025-08-03T00:00+05:30"), Number.NaN);
  assert.deepEqual(columns.weekStartOn(instants, 7, { zone: "+05:30" }), sunday);
});

test("an instant without a zone is refused, and so is a day with one", () => {
  const instants = [new Float64Array(2), new BigInt64Array(2)];
  const questions = [...Object.keys(TYPES), "yearWeek", "format"];
  for (const question of questions) {
    for (const column of instants) {
      assert.equal(refusal(() => ask[question](column)).code, "wrong_type");
      assert.equal(refusal(() => ask[question](column, {})).code, "wrong_type");
    }
    const { code, message } = refusal(() => ask[question](new Int32Array(2), { zone: "utc" }));
    assert.deepEqual([code, message], ["wrong_type", "epoch days have no zone: only instants need one"]);
  }
  const wrong = ["", "UTC", "Z", "Europe/Paris", "05:30", "+5:30", "+0530", "+05:60", "+05:30:00", " +05:30"];
  for (const zone of [...wrong, null, 0, 330, [], {}, ["utc"]]) {
    const { code, message } = refusal(() => columns.weekStart(instants[0], { zone }));
    assert.equal(code, "wrong_type");
    assert.match(message, /"utc", "local" or a distance from UTC such as "\+05:30"/);
  }
  for (const [zone, value] of [
    ["+24:00", 86_400],
    ["-24:00", -86_400],
    ["+99:59", 359_940],
  ]) {
    const error = refusal(() => columns.weekStart(instants[0], { zone }));
    assert.deepEqual(
      [error.code, error.value, error.range],
      ["utc_offset_out_of_range", value, [-86_399, 86_399]],
    );
    assert.equal(error.message, `UTC offset ${value} is out of range: -86399 to 86399`);
  }
});

test("answers go into arrays of the type of the instants", () => {
  const [milliseconds, nanoseconds] = [new Float64Array(3), new BigInt64Array(3)];
  const options = { zone: "utc" };
  for (const out of [new Int32Array(3), nanoseconds, new BigUint64Array(3)]) {
    assert.equal(refusal(() => columns.weekStart(milliseconds, { ...options, out })).code, "wrong_type");
  }
  for (const out of [new Int32Array(3), milliseconds, new BigUint64Array(3)]) {
    assert.equal(refusal(() => columns.weekEnd(nanoseconds, { ...options, out })).code, "wrong_type");
  }
  const out = new Float64Array(2);
  assert.equal(refusal(() => columns.weekEnd(milliseconds, { ...options, out })).code, "length_mismatch");
  assert.equal(NULL, columns.NULL);
});
