// Columns of texts: of days, and to days.

import assert from "node:assert/strict";
import test from "node:test";

import { format, NULL, parse } from "semaine/columns";

import { refusal } from "./check.mjs";
import { random, vectors, weekOf } from "./columns-oracle.mjs";

const rows = vectors("date_texts.csv", 882);
const days = Int32Array.from(rows, (row) => row.epoch_day);
const texts = {
  week: rows.map((row) => row.week_date.slice(0, -2)),
  basicWeek: rows.map((row) => row.basic_week_date.slice(0, -1)),
  weekDate: rows.map((row) => row.week_date),
  basicWeekDate: rows.map((row) => row.basic_week_date),
};

/** Nothing, a text, anything that is neither. */
const NONE = [null, undefined];
const WRONG = [1, 0, false, {}, [], ["2025-W01"], new Array(8), Symbol("2025-W01"), { length: 8 }];

test("every vector as text", () => {
  assert.deepEqual(format(days), texts.week);
  assert.deepEqual(format(days, { weekday: true }), texts.weekDate);
});

test("every vector from its texts", () => {
  assert.deepEqual(parse(texts.weekDate, { weekday: true }), days);
  assert.deepEqual(parse(texts.basicWeekDate, { weekday: true }), days);
  const mondays = days.map((day) => day - ((((day + 3) % 7) + 7) % 7));
  assert.deepEqual(parse(texts.week), mondays);
  assert.deepEqual(parse(texts.basicWeek), mondays);
});

test("every text that the scalar parsers are given", () => {
  const counted = { accepted: 0, refused: 0 };
  for (const { function: name, text, result, error, offset, value } of vectors("texts.csv", 7729)) {
    const weekday = name === "parse_week_date";
    if (!(weekday || name === "parse_week")) {
      continue;
    }
    const column = ["2025-W01-1".slice(0, weekday ? 10 : 8), decodeURIComponent(text)];
    const nulled = parse(column, { weekday, errors: "null" });
    if (error === "") {
      counted.accepted += 1;
      const day = weekday ? Number(result) : Number(result) * 7 - 3;
      assert.deepEqual(nulled, Int32Array.of(20_087, day), text);
      assert.deepEqual(parse(column, { weekday }), nulled);
    } else {
      counted.refused += 1;
      assert.deepEqual(nulled, Int32Array.of(20_087, NULL), text);
      const thrown = refusal(() => parse(column, { weekday }));
      assert.deepEqual([thrown.code, thrown.offset], [error, Number(offset)], text);
      if (value !== "" && Number.isSafeInteger(Number(value))) {
        assert.equal(thrown.value, Number(value), text);
      }
    }
  }
  assert.deepEqual(counted, { accepted: 238, refused: 2569 });
});

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
