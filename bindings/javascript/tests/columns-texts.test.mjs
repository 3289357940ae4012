// Columns of texts: of days, and to days.

import assert from "node:assert/strict";
import test from "node:test";

import { format, NULL, parse } from "semaine/columns";

import { refusal } from "./check.mjs";
import { random, weekOf } from "./columns-oracle.mjs";

/** Nothing, a text, anything that is neither. */
const NONE = [null, undefined];
const WRONG = [1, 0, false, {}, [], ["2025-W01"], new Array(8), Symbol("2025-W01"), { length: 8 }];

test("the row of a text that is none is told", () => {
  const column = ["2025-W01", null, "2025-W53"];
  assert.throws(() => parse(column), {
    name: "RangeError",
    code: "week_not_in_year",
    row: 2,
    offset: 6,
    value: 53,
    range: [1, 52],
    message: "row 2: week 53 does not exist in 2025, which has 52 weeks (at byte 6)",
  });
  assert.deepEqual(parse(column, { errors: "null" }), Int32Array.of(20_087, NULL, NULL));
  assert.throws(() => parse(["2025-W01", ""]), { code: "parse_empty", row: 1 });
});

test("texts that become null cost no errors", () => {
  const Original = globalThis.RangeError;
  let made = 0;
  globalThis.RangeError = class extends Original {
    constructor(message) {
      super(message);
      made += 1;
    }
  };
  const rows = [
    ...["", "junk", "2025-W53", "2025W53", "2025-W00", "2025-W1", "-0000-W01", "+999999999999-W01"],
    ...["2025-W01-8", "2025-W53-1", "2025W010", "2025-W011", "+2025W01-1", "2025-W01 ", "2025-w01"],
  ];
  try {
    for (const weekday of [false, true]) {
      assert.deepEqual(parse(rows, { weekday, errors: "null" }), new Int32Array(rows.length).fill(NULL));
    }
    assert.equal(made, 0);
    assert.throws(() => parse(rows), { code: "parse_empty" });
    assert.equal(made, 1);
  } finally {
    globalThis.RangeError = Original;
  }
});

test("what is no text is refused, whatever becomes of texts that are none", () => {
  for (const wrong of WRONG) {
    for (const errors of ["throw", "null"]) {
      for (const weekday of [false, true]) {
        const expected = {
          name: "TypeError",
          code: "wrong_type",
          row: 1,
          message: "row 1: a text must be a string",
        };
        assert.throws(() => parse([null, wrong], { errors, weekday }), expected);
      }
    }
  }
  for (const wrong of [undefined, null, "2025-W01", 1, {}, new Int32Array(1), new Set(["2025-W01"])]) {
    assert.equal(refusal(() => parse(wrong)).code, "wrong_type");
  }
  for (const errors of ["raise", "", null, true]) {
    assert.equal(refusal(() => parse(["2025-W01"], { errors })).code, "wrong_type");
  }
});

test("nothing stays nothing", () => {
  assert.deepEqual(parse([...NONE, "2025-W01"]), Int32Array.of(NULL, NULL, 20_087));
  assert.deepEqual(parse(new Array(2)), Int32Array.of(NULL, NULL));
  assert.deepEqual(parse([]), new Int32Array(0));
  assert.deepEqual(format(Int32Array.of(NULL, 2 ** 31 - 1, 0)), [null, null, "1970-W01"]);
  assert.deepEqual(format(new Int32Array(0)), []);
});

test("answers go into an array of the caller", () => {
  const out = new Int32Array(5).fill(7);
  const part = out.subarray(1, 3);
  assert.equal(parse(["1970-W01", "1970-W02"], { out: part }), part);
  assert.deepEqual(out, Int32Array.of(7, -3, 4, 7, 7));
  assert.equal(refusal(() => parse(["1970-W01"], { out })).code, "length_mismatch");
  for (const wrong of [null, [], new Float64Array(1), new Uint32Array(1)]) {
    assert.equal(refusal(() => parse(["1970-W01"], { out: wrong })).code, "wrong_type");
  }
});

test("long columns, of more weeks and days than are remembered", () => {
  const draw = random(5);
  const column = Int32Array.from({ length: 100_000 }, (_, row) =>
    row % 3 ? draw(3_000) : draw(4_000_000) - 2_000_000,
  );
  const known = Array.from(column, weekOf);
  assert.deepEqual(
    format(column),
    known.map((row) => row.text),
  );
  const weekDates = format(column, { weekday: true });
  assert.deepEqual(
    weekDates,
    known.map((row) => row.dayText),
  );
  assert.deepEqual(parse(weekDates, { weekday: true }), column);
});
