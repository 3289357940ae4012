// Columns of epoch days, with whichever engine answers.

import assert from "node:assert/strict";
import test from "node:test";

import * as columns from "semaine/columns";

import { refusal } from "./check.mjs";
import { NOTHING, NULL, random, TYPES, weekOf } from "./columns-oracle.mjs";

/** To ask by name. */
const ask = { ...columns };

/** Days of which nothing is known. */
const STRANGE = [NULL, NULL + 1, NULL + 5, 2 ** 31 - 5, 2 ** 31 - 1];

test("the engine is the one that was asked for", () => {
  const wanted = process.env.SEMAINE_ENGINE;
  assert.ok(["native", "portable"].includes(columns.engine()));
  if (wanted) {
    assert.equal(columns.engine(), wanted);
  }
});

test("every length, at every place in a buffer, into new arrays and into given ones", () => {
  const draw = random(1);
  const buffer = new ArrayBuffer(4 * 216);
  let cases = 0;
  for (let length = 0; length <= 200; length += 1) {
    const offset = draw(8);
    const column = new Int32Array(buffer, 4 * offset, length);
    for (let row = 0; row < length; row += 1) {
      column[row] = draw(20) === 0 ? STRANGE[draw(STRANGE.length)] : draw(2_000_000) - 1_000_000;
    }
    const known = Array.from(column, (day) => (STRANGE.includes(day) ? NOTHING : weekOf(day)));
    for (const [question, Type] of Object.entries(TYPES)) {
      const expected = Type.from(known, (row) => row[question]);
      assert.deepEqual(ask[question](column), expected, `${question} of ${length}`);

      const wide = new Type(length + 9).fill(77);
      const out = wide.subarray(3, 3 + length);
      assert.equal(ask[question](column, { out }), out);
      assert.deepEqual(out, expected);
      assert.ok([...wide.subarray(0, 3), ...wide.subarray(3 + length)].every((byte) => byte === 77));
      if (Type === Int32Array) {
        const same = column.slice();
        assert.equal(ask[question](same, { out: same }), same);
        assert.deepEqual(same, expected, `${question} of ${length} in place`);
      }
      cases += 1;
    }
    const out = { years: new Int32Array(length), weeks: new Uint8Array(length) };
    assert.equal(columns.yearWeek(column, { out }), out);
    assert.deepEqual(out.years, columns.isoYear(column));
    assert.deepEqual(out.weeks, columns.weekNumber(column));
  }
  assert.equal(cases, 201 * 7);
});

test("long columns are answered as short ones, row by row", () => {
  const draw = random(2);
  const column = Int32Array.from({ length: 200_003 }, () => draw(2 ** 31) * 2 + draw(2));
  const pieces = 8;
  for (const question of Object.keys(TYPES)) {
    const whole = ask[question](column);
    const short = new TYPES[question](column.length);
    for (let row = 0; row < column.length; row += pieces) {
      short.set(ask[question](column.subarray(row, row + pieces)), row);
    }
    assert.ok(Buffer.from(whole.buffer).equals(Buffer.from(short.buffer)), question);
  }
});

test("answers of many megabytes, into new arrays", () => {
  const column = Int32Array.from({ length: 1_500_000 }, (_, row) => row - 750_000);
  const mondays = column.map((day) => day - ((((day + 3) % 7) + 7) % 7));
  const answers = columns.weekStart(column);
  assert.ok(Buffer.from(answers.buffer).equals(Buffer.from(mondays.buffer)));
  const instants = Float64Array.from(column, (day) => day * 86_400_000 + 1);
  const midnights = Float64Array.from(mondays, (day) => day * 86_400_000);
  const answered = columns.weekStart(instants, { zone: "utc" });
  assert.ok(Buffer.from(answered.buffer).equals(Buffer.from(midnights.buffer)));
});

test("what is no column, no place for answers or no weekday is refused", () => {
  const column = Int32Array.of(1, 2, 3);
  const of = (call) => refusal(call).code;
  for (const none of [
    undefined,
    null,
    1,
    "1",
    [1, 2],
    {},
    new Uint32Array(2),
    new Int16Array(2),
    new DataView(new ArrayBuffer(8)),
  ]) {
    assert.equal(
      of(() => columns.weekStart(none)),
      "wrong_type",
    );
    assert.equal(
      of(() => columns.format(none)),
      "wrong_type",
    );
  }
  for (const out of [null, [], new Float64Array(3), new Uint8Array(3), new Uint32Array(3)]) {
    assert.equal(
      of(() => columns.weekStart(column, { out })),
      "wrong_type",
    );
  }
  for (const out of [new Int32Array(3), new Int8Array(3), new Uint8ClampedArray(3)]) {
    assert.equal(
      of(() => columns.weekNumber(column, { out })),
      "wrong_type",
    );
  }
  for (const out of [
    null,
    1,
    new Int32Array(3),
    {},
    { years: column },
    { years: new Int32Array(3), weeks: [] },
  ]) {
    assert.equal(
      of(() => columns.yearWeek(column, { out })),
      "wrong_type",
    );
  }
  const { code, message, value, range } = refusal(() => columns.weekEnd(column, { out: new Int32Array(2) }));
  assert.deepEqual([code, value, range], ["length_mismatch", 2, [3, 3]]);
  assert.equal(message, "length 2 does not match: expected 3");
  for (const first of [0, 8, -1]) {
    const error = refusal(() => columns.weekStartOn(column, first));
    assert.deepEqual([error.code, error.value, error.range], ["weekday_out_of_range", first, [1, 7]]);
  }
  for (const first of [1.5, "1", undefined, Number.NaN]) {
    assert.equal(
      of(() => columns.weekStartOn(column, first)),
      "wrong_type",
    );
  }
});

test("what is no object is no options", () => {
  const column = Int32Array.of(1);
  const calls = [
    ...Object.keys(TYPES).map((question) => (options) => ask[question](column, options)),
    (options) => columns.weekStartOn(column, 1, options),
    (options) => columns.yearWeek(column, options),
    (options) => columns.format(column, options),
    (options) => columns.parse([], options),
  ];
  assert.equal(calls.length, 11);
  for (const call of calls) {
    for (const options of [null, 1, 0, true, "utc", "", Symbol("utc"), () => {}]) {
      const { code, message } = refusal(() => call(options));
      assert.deepEqual([code, message], ["wrong_type", "options must be an object"]);
    }
    assert.deepEqual(call(undefined), call({}));
  }
});
