// What holds for any week, day, number, text and value.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as semaine from "semaine";
import {
  anything,
  civilDates,
  distances,
  Hostile,
  hostiles,
  texts,
  weekDates,
  weeks,
} from "./arbitraries.mjs";
import { PARSERS, reference } from "./grammar.mjs";
import { parsers } from "./vectors.mjs";

const { IsoWeek, IsoWeekDate } = semaine;
const LAST_WEEK = 306_783_377;
const LAST_DAY = 2_147_483_642;
const RUNS = 1_000;

/** Asks a property of many cases; gives how many there were. */
function always(...arbitrariesAndProperty) {
  let asked = 0;
  const property = arbitrariesAndProperty.pop();
  const counted = (...values) => {
    asked += 1;
    property(...values);
  };
  fc.assert(fc.property(...arbitrariesAndProperty, counted), { numRuns: RUNS, includeErrorInReport: true });
  assert.equal(asked, RUNS);
}

/** The answer of a call, or `undefined` if it throws an error of semaine. */
function attempt(call) {
  try {
    return call();
  } catch (error) {
    assert.equal(typeof error.code, "string", error.stack);
    return undefined;
  }
}

test("weeks survive their texts and their numbers", () => {
  always(weeks, (week) => {
    const { epochWeek } = week;
    for (const same of [
      IsoWeek.parse(`${week}`),
      IsoWeek.parse(week.toBasicString()),
      IsoWeek.parseLenient(` ${week.toString().toLowerCase()}\n`),
      IsoWeek.parse(JSON.parse(JSON.stringify(week))),
      new IsoWeek(week.year, week.week),
      new IsoWeek(week.year, week.week, { overflow: "constrain" }),
      IsoWeek.fromEpochWeek(epochWeek),
      IsoWeek.fromMonday(week.monday),
      week.on(4).isoWeek,
    ]) {
      assert.equal(same.epochWeek, epochWeek);
    }
    if (week.year >= 1) {
      assert.equal(IsoWeek.parseHtml(week.toInputValue()).epochWeek, epochWeek);
    }
  });
});

test("days survive their texts and their numbers", () => {
  always(weekDates, (day) => {
    const { epochDay } = day;
    for (const same of [
      IsoWeekDate.parse(`${day}`),
      IsoWeekDate.parse(day.toBasicString()),
      IsoWeekDate.parseLenient(`\t${day.toString().toLowerCase()} `),
      new IsoWeekDate(day.year, day.week, day.weekday),
      day.isoWeek.on(day.weekday),
      IsoWeekDate.of(day.date),
      IsoWeekDate.of(semaine.fromEpochDay(epochDay)),
    ]) {
      assert.equal(same.epochDay, epochDay);
    }
    assert.ok(`${day}`.startsWith(`${day.isoWeek}-`));
  });
});

test("dates keep their form", () => {
  always(civilDates, (date) => {
    const text = semaine.toDateString(date);
    assert.deepEqual(semaine.toCivilDate(text), date);
    for (const ask of [semaine.weekStart, semaine.weekEnd, semaine.nextMonday, semaine.previousMonday]) {
      const [ofText, ofDate] = [attempt(() => ask(text)), attempt(() => ask(date))];
      assert.equal(ofText, ofDate && semaine.toDateString(ofDate));
    }
    assert.deepEqual(semaine.weekRange(text), semaine.weekRange(date).map(semaine.toDateString));
    const [monday, sunday] = semaine.weekRange(date).map(semaine.toEpochDay);
    const epochDay = semaine.toEpochDay(date);
    assert.ok(monday <= epochDay && epochDay <= sunday && sunday - monday === 6);
    assert.equal(semaine.weekday(date), epochDay - monday + 1);
    assert.deepEqual(semaine.weekStart(semaine.weekStart(date)), semaine.weekStart(date));
  });
});

for (const [name, values, numberOf, limit] of [
  ["weeks", weeks, (week) => week.epochWeek, LAST_WEEK],
  ["days", weekDates, (day) => day.epochDay, LAST_DAY],
]) {
  test(`sums of ${name}`, () => {
    always(values, distances, (value, distance) => {
      const sum = numberOf(value) + distance;
      const later = attempt(() => value.add(distance));
      assert.equal(later !== undefined, Math.abs(sum) <= limit);
      if (later === undefined) {
        assert.throws(() => value.add(distance), { range: [-limit, limit], value: sum });
        assert.throws(() => value.subtract(-distance), { range: [-limit, limit], value: sum });
        return;
      }
      assert.equal(numberOf(later), sum);
      assert.equal(later.since(value), distance + 0);
      assert.equal(value.since(later), 0 - distance);
      assert.ok(later.subtract(distance).equals(value));
      assert.ok(value.subtract(-distance).equals(later));
      assert.equal(later - value, distance + 0);
    });
  });

  test(`the order of ${name} is that of their numbers`, () => {
    const { compare } = name === "weeks" ? IsoWeek : IsoWeekDate;
    always(values, values, fc.boolean(), (one, other, twin) => {
      const two = twin ? one.add(0) : other;
      const [a, b] = [numberOf(one), numberOf(two)];
      assert.equal(compare(one, two), a < b ? -1 : a > b ? 1 : 0);
      assert.deepEqual([one < two, one <= two, one > two, one >= two], [a < b, a <= b, a > b, a >= b]);
      assert.equal(one.equals(two), a === b);
      assert.equal(String(one) === String(two), a === b);
      assert.ok(
        a === b || Math.sign(one.year - two.year || one.week - two.week || a - b) === Math.sign(a - b),
      );
    });
  });
}

test("any numbers make a week, or an error that is right about them", () => {
  const numbers = fc.oneof(
    distances,
    fc.integer({ min: -9999, max: 9999 }),
    fc.integer({ min: -1, max: 60 }),
  );
  let made = 0;
  always(numbers, numbers, (year, number) => {
    try {
      const week = new IsoWeek(year, number);
      assert.deepEqual([week.year, week.week], [year + 0, number]);
      made += 1;
    } catch ({ code, value, range: [min, max], offset }) {
      assert.equal(offset, undefined);
      assert.ok(value < min || max < value);
      assert.ok(
        code === "epoch_week_out_of_range" || value === (code === "year_out_of_range" ? year : number),
      );
    }
    const constrained = attempt(() => new IsoWeek(year, number, { overflow: "constrain" }));
    const strict = attempt(() => new IsoWeek(year, number));
    if (strict === undefined && constrained !== undefined) {
      assert.ok(number > constrained.week);
      assert.equal(constrained.week, semaine.weeksInYear(year));
    } else {
      assert.equal(constrained?.epochWeek, strict?.epochWeek);
    }
  });
  assert.ok(made > 10);
});

test("ranges are their members", () => {
  const starts = fc.integer({ min: -1e6, max: 1e6 }).map(IsoWeek.fromEpochWeek);
  const steps = fc.oneof(fc.integer({ min: -40, max: 40 }), distances);
  let members = 0;
  always(starts, fc.integer({ min: -300, max: 300 }), steps, weeks, (start, length, step, other) => {
    const stop = start.add(length);
    if (step === 0) {
      assert.throws(() => IsoWeek.range(start, stop, step), { code: "invalid_option" });
      return;
    }
    const wanted = [];
    for (let at = start.epochWeek; step > 0 ? at < stop.epochWeek : at > stop.epochWeek; at += step) {
      wanted.push(at);
    }
    members += wanted.length;
    const range = IsoWeek.range(start, stop, step);
    assert.deepEqual(Array.from(range, Number), wanted);
    assert.equal(range.length, wanted.length);
    assert.deepEqual(Array.from(range.reversed(), Number), wanted.toReversed());
    assert.deepEqual(Array.from(range.reversed().reversed(), Number), wanted);
    assert.equal(range.first?.epochWeek, wanted[0]);
    assert.deepStrictEqual(range.reversed().reversed(), range);
    assert.equal(range.last?.epochWeek, wanted.at(-1));
    assert.equal(range.at(length)?.epochWeek, wanted.at(length));
    for (const week of [start, stop, other, start.add(1), ...range]) {
      assert.equal(range.includes(week), wanted.includes(week.epochWeek));
    }
  });
  assert.ok(members > RUNS);
});

test("texts are read as the reference reads them", () => {
  const parse = parsers(semaine);
  const accepted = Object.fromEntries(PARSERS.map((parser) => [parser, 0]));
  always(texts, (text) => {
    for (const parser of PARSERS) {
      const wanted = reference(parser, text);
      let found;
      try {
        found = parse[parser](text);
      } catch (error) {
        assertPlace(error, text);
      }
      assert.equal(found, wanted, `${parser} of ${JSON.stringify(text)}`);
      accepted[parser] += wanted === undefined ? 0 : 1;
    }
  });
  assert.ok(
    Object.values(accepted).every((count) => count > 0),
    JSON.stringify(accepted),
  );
});

/** What every error of a text has to have. */
function assertPlace(error, text) {
  assert.ok(error instanceof RangeError, error.stack);
  assert.ok(error.message.endsWith(`(at byte ${error.offset})`), error.message);
  assert.equal(error.code.startsWith("parse_"), error.value === undefined);
  assert.equal(error.value === undefined, error.range === undefined);
  assert.ok(error.offset <= text.length);
  // Everything before the refused part is ASCII, so that it is an offset of bytes and of characters.
  assert.match(text.slice(0, error.offset), /^[\0-\x7F]*$/);
  assert.ok(!/NaN|undefined|Infinity/.test(error.message), error.message);
}

test("huge texts are refused where they go wrong, or read whole", () => {
  const zeros = "0".repeat(1_000_000);
  for (const parse of [
    IsoWeek.parse,
    IsoWeek.parseHtml,
    IsoWeek.parseLenient,
    IsoWeekDate.parse,
    semaine.parseDate,
  ]) {
    for (const text of [
      "2025-W32".repeat(100_000),
      `+${"9".repeat(1_000_000)}`,
      "é".repeat(1e5),
      " ".repeat(1e5),
    ]) {
      assert.throws(() => parse(text), /\(at byte \d+\)$/);
    }
  }
  assert.equal(`${IsoWeek.parse(`+${zeros}2025-W32`)}`, "2025-W32");
  assert.equal(`${IsoWeek.parseHtml(`${zeros}2025-W32`)}`, "2025-W32");
  assert.equal(`${IsoWeek.parseLenient(`\n+${zeros}2025-w32${" ".repeat(1e5)}`)}`, "2025-W32");
  for (const sign of ["+", "-"]) {
    assert.throws(() => semaine.toEpochDay(`${sign}${"9".repeat(1_000_000)}-01-01`), {
      name: "RangeError",
      code: "year_out_of_range",
      value: Number(`${sign}${Number.MAX_SAFE_INTEGER}`),
    });
  }
});

const week = new IsoWeek(2025, 32);
const day = week.on(4);
const range = IsoWeek.ofYear(2025);

/** Every public function that takes something, and whether `undefined` is an answer of it. */
const CALLS = {
  fromEpochDay: [semaine.fromEpochDay],
  fromLocalDate: [semaine.fromLocalDate],
  fromUtcDate: [semaine.fromUtcDate],
  isLongYear: [semaine.isLongYear],
  isMonday: [semaine.isMonday],
  isoYear: [semaine.isoYear],
  monthWeek: [semaine.monthWeek],
  nextMonday: [semaine.nextMonday],
  parseDate: [semaine.parseDate],
  previousMonday: [semaine.previousMonday],
  toCivilDate: [semaine.toCivilDate],
  toDateString: [semaine.toDateString],
  toEpochDay: [semaine.toEpochDay],
  toLocalDate: [semaine.toLocalDate],
  toPlainDate: [semaine.toPlainDate],
  toUtcDate: [semaine.toUtcDate],
  weekEnd: [semaine.weekEnd],
  weekNumber: [semaine.weekNumber],
  weekRange: [semaine.weekRange],
  weekStart: [semaine.weekStart],
  weekday: [semaine.weekday],
  weeksInYear: [semaine.weeksInYear],
  IsoWeek: [
    (a, b, c) => new IsoWeek(a, b, c),
    IsoWeek.of,
    IsoWeek.fromMonday,
    IsoWeek.fromEpochWeek,
    IsoWeek.parse,
    IsoWeek.parseHtml,
    IsoWeek.parseLenient,
    IsoWeek.fromInput,
    IsoWeek.range,
    IsoWeek.ofYear,
    IsoWeek.overlappingMonth,
    IsoWeek.compare,
    (a) => IsoWeek.compare(week, a),
    (a, b) => IsoWeek.range(week, week.add(9), a, b),
    (a) => new IsoWeek(2025, a, { overflow: "constrain" }),
    (a) => week.day(a),
    (a) => week.on(a),
    (a) => week.contains(a),
    (a) => week.equals(a),
    (a) => week.add(a),
    (a) => week.subtract(a),
    (a) => week.since(a),
  ],
  IsoWeekDate: [
    (a, b, c) => new IsoWeekDate(a, b, c),
    (a) => new IsoWeekDate(2025, 32, a),
    IsoWeekDate.of,
    IsoWeekDate.fromEpochDay,
    IsoWeekDate.parse,
    IsoWeekDate.parseLenient,
    IsoWeekDate.compare,
    (a) => IsoWeekDate.compare(day, a),
    (a) => day.equals(a),
    (a) => day.add(a),
    (a) => day.subtract(a),
    (a) => day.since(a),
  ],
  isSemaineError: [semaine.isSemaineError],
  WeekRange: [(a) => range.at(a) ?? null, (a) => range.includes(a), (a) => range.equals(a)],
};

test("every export is asked below", () => {
  const classesOnlyGiven = ["WeekRange"];
  assert.deepEqual(Object.keys(CALLS).sort(), [...Object.keys(semaine), ...classesOnlyGiven].sort());
});

for (const [name, calls] of Object.entries(CALLS)) {
  test(`whatever ${name} is given, it answers or throws an error with a code`, () => {
    always(anything, anything, anything, (...boxes) => {
      const values = boxes.map((box) => box());
      for (const call of calls) {
        let answer;
        try {
          answer = call(...values);
        } catch (error) {
          assertOurs(error, values);
          continue;
        }
        assertWhole(answer);
      }
    });
  });
}

function assertOurs(error, values) {
  if (
    values.some((value) => hostiles.includes(value)) &&
    (error instanceof Hostile || /revoked/.test(error.message))
  ) {
    return;
  }
  assert.equal(typeof error.code, "string", error.stack);
  assert.ok(error instanceof (error.code === "wrong_type" ? TypeError : RangeError), error.stack);
  assert.ok(!/NaN|undefined|\[object/.test(error.message), error.message);
}

/** No `undefined`, no NaN, no -0 and no fraction anywhere in an answer. */
function assertWhole(answer) {
  const numbers = answer instanceof Date ? [answer.getTime()] : Object.values(Object(answer));
  for (const number of typeof answer === "string" ? [] : [answer, ...numbers]) {
    assert.notEqual(number, undefined);
    assert.ok(
      typeof number !== "number" || (Number.isInteger(number) && !Object.is(number, -0)),
      String(number),
    );
  }
  assert.ok(
    !/NaN|undefined|Invalid/.test(String(typeof answer === "object" ? JSON.stringify(answer) : answer)),
  );
}
