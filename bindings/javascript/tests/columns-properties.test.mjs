// What holds for any column.

import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";
import * as columns from "semaine/columns";

import { NOTHING, NULL, TYPES, weekOf } from "./columns-oracle.mjs";

/** To ask by name. */
const ask = { ...columns };

/** The first and the last day of a whole week. */
const EDGE = 2_147_483_642;

const day = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.constantFrom(NULL, -EDGE - 1, -EDGE, EDGE, EDGE + 1, 2 ** 31 - 1),
);

/** Columns that are answered in plain JavaScript alone, and longer ones. */
const column = fc
  .oneof(fc.array(day, { maxLength: 40 }), fc.array(day, { minLength: 200, maxLength: 300 }))
  .map((days) => Int32Array.from(days));

const known = (one) => (Math.abs(one) <= EDGE ? weekOf(one) : NOTHING);

test("every answer is that of its row", () => {
  fc.assert(
    fc.property(column, (days) => {
      for (const [question, Type] of Object.entries(TYPES)) {
        assert.deepEqual(
          ask[question](days),
          Type.from(days, (one) => known(one)[question]),
        );
      }
    }),
  );
});

test("a part of a column has a part of the answers", () => {
  fc.assert(
    fc.property(column, fc.nat(300), fc.nat(300), (days, start, end) => {
      for (const question of Object.keys(TYPES)) {
        assert.deepEqual(ask[question](days.subarray(start, end)), ask[question](days).subarray(start, end));
      }
    }),
  );
});

test("a Monday is its own week's, and the weekday before the next week's", () => {
  fc.assert(
    fc.property(column, fc.integer({ min: 1, max: 7 }), (days, first) => {
      const starts = columns.weekStartOn(days, first);
      assert.deepEqual(columns.weekStartOn(starts, first), starts);
      for (const [row, start] of starts.entries()) {
        if (start !== NULL) {
          assert.ok(start <= days[row] && days[row] < start + 7);
        }
      }
      const weekdays = columns.weekday(starts);
      assert.ok(starts.every((start, row) => weekdays[row] === (start === NULL ? 0 : first)));
    }),
  );
});

test("texts and days are one another's", () => {
  fc.assert(
    fc.property(column, (days) => {
      const kept = days.map((one) => (Math.abs(one) <= EDGE ? one : NULL));
      assert.deepEqual(columns.parse(columns.format(days, { weekday: true }), { weekday: true }), kept);
      assert.deepEqual(columns.parse(columns.format(days)), columns.weekStart(days));
    }),
  );
});

test("an instant has the answers of its day", () => {
  const offset = fc.integer({ min: -1439, max: 1439 });
  const rows = fc.array(
    fc.record({ day: fc.integer({ min: -100_000, max: 100_000 }), time: fc.nat(86_399_999) }),
  );
  fc.assert(
    fc.property(rows, offset, (parts, minutes) => {
      const two = (number) => String(number).padStart(2, "0");
      const ahead = Math.abs(minutes);
      const zone = `${minutes < 0 ? "-" : "+"}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
      const days = Int32Array.from(parts, (part) => part.day);
      const utc = parts.map((part) => part.day * 86_400_000 + part.time - minutes * 60_000);
      for (const instants of [
        Float64Array.from(utc),
        BigInt64Array.from(utc, (time) => BigInt(time) * 1_000_000n),
      ]) {
        assert.deepEqual(columns.epochWeek(instants, { zone }), columns.epochWeek(days));
        const mondays = columns.weekStart(instants, { zone });
        assert.deepEqual(columns.epochWeek(mondays, { zone }), columns.epochWeek(days));
        assert.ok(columns.isWeekStart(mondays, { zone }).every((isMonday) => isMonday === 1));
        assert.deepEqual(columns.weekStart(mondays, { zone }), mondays);
      }
    }),
  );
});
