// Arrays in every kind of memory: shared, resized, transferred, WebAssembly's, of other contexts.

import assert from "node:assert/strict";
import test from "node:test";
import { createContext, runInContext } from "node:vm";

import * as columns from "semaine/columns";

import { refusal } from "./check.mjs";
import { TYPES, weekOf } from "./columns-oracle.mjs";

/** To ask by name. */
const ask = { ...columns };

/** More rows than are answered in plain JavaScript alone. */
const ROWS = 1_000;

const days = Int32Array.from({ length: ROWS }, (_, row) => 20_000 + 5 * row);
const expected = Object.fromEntries(
  Object.entries(TYPES).map(([question, Type]) => [
    question,
    Type.from(days, (day) => weekOf(day)[question]),
  ]),
);

/** Checks that a column with the days above is answered, also into arrays that a function makes. */
function check(column, outOf) {
  for (const [question, Type] of Object.entries(TYPES)) {
    assert.deepEqual(ask[question](column), expected[question], question);
    const out = outOf(Type, ROWS);
    assert.equal(ask[question](column, { out }), out);
    assert.deepEqual(Type.from(out), expected[question], question);
  }
  const out = { years: outOf(Int32Array, ROWS), weeks: outOf(Uint8Array, ROWS) };
  columns.yearWeek(column, { out });
  assert.deepEqual(Int32Array.from(out.years), expected.isoYear);
  assert.deepEqual(Uint8Array.from(out.weeks), expected.weekNumber);
  assert.deepEqual(
    columns.format(column),
    Array.from(days, (day) => weekOf(day).text),
  );
}

/** The days in an array on a buffer. */
function on(buffer) {
  const column = new Int32Array(buffer, 0, ROWS);
  column.set(days);
  return column;
}

test("memory that is shared with other threads", () => {
  const shared = (Type, rows) => new Type(new SharedArrayBuffer(rows * Type.BYTES_PER_ELEMENT));
  check(on(new SharedArrayBuffer(4 * ROWS)), shared);
  check(days.slice(), shared);
  check(on(new SharedArrayBuffer(4 * ROWS)), (Type, rows) => new Type(rows));

  const column = on(new SharedArrayBuffer(4 * ROWS));
  assert.equal(columns.weekStart(column, { out: column }), column);
  assert.deepEqual(Int32Array.from(column), expected.weekStart);
});

test("memory that can grow", () => {
  const growing = (Type, rows) =>
    new Type(new ArrayBuffer(rows * Type.BYTES_PER_ELEMENT, { maxByteLength: 99 * ROWS }));
  check(on(new ArrayBuffer(4 * ROWS, { maxByteLength: 99 * ROWS })), growing);
  const sharedGrowing = (Type, rows) =>
    new Type(new SharedArrayBuffer(rows * Type.BYTES_PER_ELEMENT, { maxByteLength: 99 * ROWS }));
  check(on(new SharedArrayBuffer(4 * ROWS, { maxByteLength: 99 * ROWS })), sharedGrowing);

  // An array without a length of its own has as many rows as its buffer has at the moment.
  const buffer = new ArrayBuffer(4 * ROWS, { maxByteLength: 8 * ROWS });
  const tracking = new Int32Array(buffer);
  tracking.set(days);
  check(tracking, (Type, rows) => new Type(rows));
  buffer.resize(4 * 300);
  assert.deepEqual(columns.weekStart(tracking), expected.weekStart.slice(0, 300));
  buffer.resize(4 * 300 + 3);
  assert.deepEqual(columns.weekStart(tracking), expected.weekStart.slice(0, 300));
  buffer.resize(0);
  assert.deepEqual(columns.weekStart(tracking), new Int32Array(0));
});

test("memory of WebAssembly", () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 3 });
  const column = on(memory.buffer);
  let end = column.byteLength;
  check(column, (Type, rows) => {
    const out = new Type(memory.buffer, end, rows);
    end += 4 * ROWS;
    return out;
  });
  memory.grow(1);
  assert.equal(refusal(() => columns.weekStart(column)).code, "wrong_type");
});

test("memory that is gone", () => {
  const gone = (array) => {
    structuredClone(array.buffer, { transfer: [array.buffer] });
    assert.equal(array.length, 0);
    return array;
  };
  const tooShort = () => {
    const buffer = new ArrayBuffer(4 * ROWS, { maxByteLength: 4 * ROWS });
    const array = new Int32Array(buffer, 400, 100);
    buffer.resize(8);
    return array;
  };
  for (const column of [gone(days.slice()), tooShort()]) {
    for (const question of [...Object.keys(TYPES), "yearWeek", "format"]) {
      const { code, message } = refusal(() => ask[question](column));
      assert.deepEqual([code, /memory of the column is gone/.test(message)], ["wrong_type", true]);
    }
    const { code, message } = refusal(() => columns.weekStart(days, { out: column }));
    assert.deepEqual([code, /memory of out is gone/.test(message)], ["wrong_type", true]);
  }
  for (const column of [gone(new Float64Array(9)), gone(new BigInt64Array(9))]) {
    assert.equal(refusal(() => columns.isoYear(column, { zone: "utc" })).code, "wrong_type");
  }
  const weeks = gone(new Uint8Array(ROWS));
  assert.equal(
    refusal(() => columns.yearWeek(days, { out: { years: days.slice(), weeks } })).code,
    "wrong_type",
  );
  assert.deepEqual(columns.weekStart(new Int32Array(0)), new Int32Array(0));
});

test("arrays that overlap", () => {
  const buffer = new ArrayBuffer(4 * ROWS + 64);
  const column = on(buffer);
  const before = column.slice();
  const overlapping = [new Int32Array(buffer, 4, ROWS), new Int32Array(buffer, 64, ROWS)];
  for (const out of overlapping) {
    assert.equal(refusal(() => columns.weekStart(column, { out })).code, "wrong_type");
    assert.equal(refusal(() => columns.isoYear(column, { out })).code, "wrong_type");
  }
  for (const offset of [0, 1, 4 * ROWS - 1]) {
    const out = new Uint8Array(buffer, offset, 16);
    const short = new Int32Array(buffer, 0, 16);
    const overlaps = offset < 64;
    const call = () => columns.weekNumber(short, { out });
    if (overlaps) {
      assert.equal(refusal(call).code, "wrong_type");
    } else {
      assert.equal(call(), out);
    }
  }
  assert.deepEqual(column.slice(0, -1), before.slice(0, -1), "nothing was written that was refused");

  const years = new Int32Array(buffer, 64, 16);
  const weeks = new Uint8Array(buffer, 100, 16);
  const short = days.subarray(0, 16);
  assert.equal(refusal(() => columns.yearWeek(short, { out: { years, weeks } })).code, "wrong_type");

  // Side by side, they do not.
  const halves = new Int32Array(2 * ROWS);
  halves.set(days);
  const [first, second] = [halves.subarray(0, ROWS), halves.subarray(ROWS)];
  assert.deepEqual(columns.weekEnd(first, { out: second }), expected.weekEnd);
  assert.deepEqual(columns.weekEnd(first, { out: first }), expected.weekEnd);
});

test("years in the place of the days, and weeks beside them", () => {
  const column = days.slice();
  const out = { years: column, weeks: new Uint8Array(ROWS) };
  assert.equal(columns.yearWeek(column, { out }), out);
  assert.deepEqual(out.years, expected.isoYear);
  assert.deepEqual(out.weeks, expected.weekNumber);
});

test("arrays of other contexts and of subclasses", () => {
  const context = createContext({ days: [...days] });
  check(runInContext("Int32Array.from(days)", context), (Type, rows) =>
    runInContext(`new ${Type.name}(${rows})`, context),
  );
  class Days extends Int32Array {
    get [Symbol.toStringTag]() {
      return "Float64Array";
    }
  }
  check(Days.from(days), (Type, rows) => new Type(rows));
  class Weeks extends Uint8Array {}
  const out = new Weeks(ROWS);
  assert.equal(columns.weekNumber(days, { out }), out);
  const buffer = Buffer.alloc(ROWS);
  columns.weekNumber(days, { out: buffer });
  assert.deepEqual(Uint8Array.from(buffer), expected.weekNumber);
});

test("arrays of subclasses whose constructors know rows alone", () => {
  const subclass = (Type) =>
    class extends Type {
      // Views of a buffer would be lost here.
      constructor(rows) {
        super(Number(rows));
      }
    };
  const rows = 3 * ROWS;
  const instants = Float64Array.from({ length: rows }, (_, row) => 259_200_000 * row);
  for (const zone of ["utc", "local", "-03:30"]) {
    for (const [question, Type] of Object.entries(TYPES)) {
      const wanted = ask[question](instants, { zone });
      const out = new (subclass(wanted.constructor))(rows);
      assert.equal(ask[question](instants, { zone, out }), out);
      assert.deepEqual(Type.from(out), Type.from(wanted), `${question} in ${zone}`);
    }
    const out = { years: new (subclass(Int32Array))(rows), weeks: new (subclass(Uint8Array))(rows) };
    columns.yearWeek(instants, { zone, out });
    assert.deepEqual(Uint8Array.from(out.weeks), columns.weekNumber(instants, { zone }));
    assert.deepEqual(Int32Array.from(out.years), columns.isoYear(instants, { zone }));
  }
});

test("objects that pretend to be arrays, or to be of another length", () => {
  const pretended = Object.create(Int32Array.prototype);
  assert.equal(refusal(() => columns.weekStart(pretended)).code, "wrong_type");
  const tagged = { [Symbol.toStringTag]: "Int32Array", length: 100, buffer: days.buffer };
  assert.equal(refusal(() => columns.weekStart(tagged)).code, "wrong_type");
  const longer = Object.defineProperty(days.slice(), "length", { value: 2 * ROWS });
  const answers = columns.weekStart(longer);
  assert.deepEqual(answers.slice(0, ROWS), expected.weekStart);
});
