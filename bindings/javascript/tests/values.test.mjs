// How weeks and week dates behave as values of JavaScript.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { inspect } from "node:util";
import vm from "node:vm";
import { Worker } from "node:worker_threads";
import * as semaine from "semaine";

const { IsoWeek, IsoWeekDate } = semaine;
const required = createRequire(import.meta.url)("semaine");

const week = new IsoWeek(2025, 32);
const day = week.on(4);
const earlier = new IsoWeek(2024, 53, { overflow: "constrain" });

test("values cannot be changed", () => {
  const range = IsoWeek.ofYear(2025);
  for (const [value, name] of [
    [week, "epochWeek"],
    [week, "year"],
    [week, "monday"],
    [day, "epochDay"],
    [day, "date"],
    [range, "length"],
    [range, "first"],
  ]) {
    const before = value[name];
    assert.throws(() => {
      value[name] = 1;
    }, TypeError);
    assert.throws(() => {
      value.more = 1;
    }, TypeError);
    assert.throws(() => delete value[Object.keys(value)[0]], TypeError);
    assert.deepEqual(value[name], before);
    assert.ok(Object.isFrozen(value));
  }
  week.days.push("2025-08-11");
  assert.equal(week.days.length, 7);
  for (const [name, limit] of [
    ["MIN", "-5877641-W27"],
    ["MAX", "+5881580-W27"],
  ]) {
    assert.equal(`${IsoWeek[name]}`, limit);
  }
});

test("sums leave their terms as they are", () => {
  week.add(1);
  week.subtract(1);
  day.add(1);
  IsoWeek.range(week, week.add(3)).reversed();
  assert.deepEqual([`${week}`, `${day}`], ["2025-W32", "2025-W32-4"]);
});

test("weeks compare and sort by their time", () => {
  const texts = ["2025-W32", "0099-W01", "+10000-W01", "2024-W52", "-0001-W52", "2025-W04"];
  const sorted = ["-0001-W52", "0099-W01", "2024-W52", "2025-W04", "2025-W32", "+10000-W01"];
  assert.deepEqual(texts.map(IsoWeek.parse).sort(IsoWeek.compare).map(String), sorted);
  assert.deepEqual(
    texts
      .map((text) => IsoWeekDate.parse(`${text}-1`))
      .sort(IsoWeekDate.compare)
      .map((one) => `${one.isoWeek}`),
    sorted,
  );
  assert.deepEqual(
    texts
      .map(IsoWeek.parse)
      .sort((a, b) => a - b)
      .map(String),
    sorted,
  );
  assert.ok(earlier < week && week > earlier && week <= IsoWeek.parse("2025W32") && week >= week.add(0));
  assert.ok(day < day.add(1) && day > day.subtract(1));
  assert.equal(Math.max(earlier, week), week.epochWeek);
  assert.deepEqual(
    [IsoWeek.compare(week, week.add(0)), IsoWeek.compare(earlier, week), IsoWeek.compare(week, earlier)],
    [0, -1, 1],
  );
});

test("equality is that of weeks, not of objects", () => {
  const twin = IsoWeek.parse("2025-W32");
  assert.notEqual(week, twin);
  assert.ok(week.equals(twin));
  assert.ok(
    !week.equals(week.add(1)) &&
      !week.equals("2025-W32") &&
      !week.equals(week.epochWeek) &&
      !week.equals(null),
  );
  assert.ok(!week.equals(day) && !day.equals(week) && !day.equals(week.on(5)) && day.equals(twin.on(4)));
  assert.ok(!week.equals({ ...week }));
});

test("deepStrictEqual tells different values apart", () => {
  assert.deepStrictEqual(week, IsoWeek.parse("2025-W32"));
  assert.deepStrictEqual(IsoWeek.fromEpochWeek(-0), IsoWeek.fromEpochWeek(0));
  assert.deepStrictEqual(IsoWeekDate.fromEpochDay(-0), IsoWeekDate.fromEpochDay(0));
  for (const [one, other] of [
    [week, week.add(1)],
    [day, day.add(1)],
    [IsoWeek.fromEpochWeek(7), IsoWeekDate.fromEpochDay(7)],
    [IsoWeek.ofYear(2024), IsoWeek.ofYear(2025)],
    [IsoWeek.range(week, week.add(9), 2), IsoWeek.range(week, week.add(9).add(4), 3)],
  ]) {
    assert.notDeepStrictEqual(one, other);
  }
});

test("keys of maps and properties are numbers and texts", () => {
  const twin = IsoWeek.parse("2025-W32");
  assert.equal(new Map([[week.epochWeek, "x"]]).get(twin.epochWeek), "x");
  assert.equal({ [week]: "x" }[twin], "x");
  assert.deepEqual(Object.keys({ [week]: 1, [day]: 2 }), ["2025-W32", "2025-W32-4"]);
  assert.equal(new Set([week, twin].map(String)).size, 1);
  assert.equal(new Map([[week, "x"]]).get(twin), undefined);
});

test("texts are ISO's wherever a text is wanted", () => {
  assert.deepEqual(
    [`${week}`, String(week), week.toString(), ["x", week].join()],
    ["2025-W32", "2025-W32", "2025-W32", "x,2025-W32"],
  );
  assert.equal("".concat(week), "2025-W32");
  assert.equal(`${day}`, "2025-W32-4");
  assert.deepEqual([week.toBasicString(), day.toBasicString()], ["2025W32", "2025W324"]);
  assert.equal(JSON.stringify({ week, days: [day] }), '{"week":"2025-W32","days":["2025-W32-4"]}');
  assert.equal(inspect(week), "IsoWeek <2025-W32>");
  assert.equal(inspect({ day }), "{ day: IsoWeekDate <2025-W32-4> }");
});

test("numbers are those of the epoch wherever a number is wanted", () => {
  assert.deepEqual([+week, Number(week), week.valueOf()], [2901, 2901, 2901]);
  assert.deepEqual([+day, Number(day), day.valueOf()], [20_307, 20_307, 20_307]);
  assert.equal(week - earlier, week.since(earlier));
});

test("a week iterates over its days, a range over its weeks", () => {
  const days = [
    "2025-08-04",
    "2025-08-05",
    "2025-08-06",
    "2025-08-07",
    "2025-08-08",
    "2025-08-09",
    "2025-08-10",
  ];
  assert.deepEqual([...week], days);
  assert.deepEqual(week.days, days);
  assert.deepEqual(
    days.map((_, index) => week.day(index + 1)),
    days,
  );
  const [monday, ...others] = week;
  assert.deepEqual([monday, others.length], ["2025-08-04", 6]);
  const range = IsoWeek.range(week, week.add(3));
  assert.deepEqual([...range].map(String), [...range].map(String));
  assert.deepEqual(Array.from(range, String), ["2025-W32", "2025-W33", "2025-W34"]);
  assert.deepEqual([...range.reversed()].map(String), ["2025-W34", "2025-W33", "2025-W32"]);
  assert.deepEqual(
    [`${range.at(0)}`, `${range.at(-1)}`, range.at(3), range.at(-4), range.at(0.5)],
    ["2025-W32", "2025-W34", undefined, undefined, undefined],
  );
  const empty = IsoWeek.range(week, week);
  assert.deepEqual([empty.length, empty.first, empty.last, [...empty]], [0, undefined, undefined, []]);
});

test("a huge range is made at once", () => {
  const all = IsoWeek.range(IsoWeek.MIN, IsoWeek.MAX);
  assert.equal(all.length, 613_566_754);
  assert.ok(all.at(-1).equals(IsoWeek.MAX.subtract(1)) && all.includes(week) && !all.includes(IsoWeek.MAX));
  assert.ok(all.reversed().at(300_000_000).equals(IsoWeek.MAX.subtract(300_000_001)));
});

test("a structured clone keeps the integer, and another thread makes a week of it", async () => {
  assert.deepEqual(structuredClone(week), { epochWeek: 2901 });
  assert.deepEqual(structuredClone(day), { epochDay: 20_307 });
  const program = `
    import { parentPort, workerData } from "node:worker_threads";
    const { IsoWeek } = await import(workerData.semaine);
    parentPort.postMessage(String(IsoWeek.fromEpochWeek(workerData.week.epochWeek)));`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
    workerData: { week, semaine: import.meta.resolve("semaine") },
  });
  const text = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  assert.equal(text, "2025-W32");
});

test("dates of other realms are dates", () => {
  const foreign = vm.runInNewContext("new Date(Date.UTC(2025, 7, 7, 12))");
  assert.ok(!(foreign instanceof Date));
  assert.deepEqual(semaine.fromUtcDate(foreign), { year: 2025, month: 8, day: 7 });
  assert.equal(semaine.weekStart(vm.runInNewContext("'2025-08-07'")), "2025-08-04");
  assert.deepEqual(semaine.weekStart(vm.runInNewContext("({ year: 2025, month: 8, day: 7 })")), {
    year: 2025,
    month: 8,
    day: 4,
  });
  const invalid = vm.runInNewContext("new Date(NaN)");
  assert.throws(() => semaine.fromUtcDate(invalid), { code: "wrong_type" });
});

test("a given object is not kept, changed or given back", () => {
  const monday = Object.freeze({ year: 2025, month: 8, day: 4, hour: 12 });
  assert.notEqual(semaine.weekStart(monday), monday);
  assert.deepEqual(semaine.weekStart(monday), { year: 2025, month: 8, day: 4 });
  assert.notEqual(semaine.toCivilDate(monday), semaine.toCivilDate(monday));
});

test("subclasses inherit, and statics make weeks, not subclasses", () => {
  class Sprint extends IsoWeek {
    get name() {
      return `Sprint ${this}`;
    }
  }
  const sprint = new Sprint(2025, 32);
  assert.equal(sprint.name, "Sprint 2025-W32");
  assert.ok(sprint instanceof IsoWeek && sprint.equals(week) && week.equals(sprint));
  assert.equal(IsoWeek.compare(sprint, week), 0);
  assert.equal(inspect(sprint), "IsoWeek <2025-W32>");
  for (const made of [Sprint.of("2025-08-07"), Sprint.parse("2025-W32"), sprint.add(0), Sprint.MIN]) {
    assert.equal(made.constructor, IsoWeek);
  }
  assert.throws(() => new Sprint(2025, 53), { code: "week_not_in_year" });
});

test("nobody makes a week without new, or one that skipped its judge", () => {
  assert.throws(() => IsoWeek(2025, 32), TypeError);
  assert.throws(() => new IsoWeek(Symbol("epoch week"), 2 ** 40), { code: "wrong_type" });
  assert.throws(() => new IsoWeek(), { code: "wrong_type" });
  assert.throws(() => new IsoWeekDate(Symbol("epoch day"), 0.5), { code: "wrong_type" });
});

test("week inputs", () => {
  assert.equal(IsoWeek.fromInput({ value: "" }), null);
  assert.ok(IsoWeek.fromInput({ value: "2025-W32" }).equals(week));
  assert.equal(week.toInputValue(), "2025-W32");
  assert.equal(IsoWeek.parse("+12025-W01").toInputValue(), "12025-W01");
  assert.equal(`${IsoWeek.parseHtml("12025-W01")}`, "+12025-W01");
  assert.throws(() => IsoWeek.fromInput({ value: "2025W32" }), {
    code: "parse_expected_separator",
    offset: 4,
  });
  assert.throws(() => IsoWeek.fromInput({}), { code: "wrong_type" });
  assert.throws(() => IsoWeek.fromInput(null), { code: "wrong_type" });
});

test("ESM and CommonJS export the same names and behave alike", () => {
  assert.deepEqual(Object.keys(required).sort(), Object.keys(semaine).sort());
  for (const [name, exported] of Object.entries(semaine)) {
    assert.equal(typeof required[name], typeof exported);
    assert.equal(required[name].length, exported.length, name);
  }
  assert.equal(`${required.IsoWeek.parse("2025-W32").add(21)}`, "2026-W01");
  assert.equal(required.weekStart("2025-08-07"), "2025-08-04");
  assert.throws(() => required.weekStart("2025-02-29"), {
    name: "RangeError",
    code: "day_not_in_month",
    offset: 8,
  });
});

test("weeks of another copy of the package are weeks", () => {
  const other = required.IsoWeek.parse("2025-W32");
  assert.ok(!(other instanceof IsoWeek));
  assert.ok(week.equals(other) && other.equals(week) && !week.equals(other.add(1)));
  assert.equal(week.since(other.subtract(2)), 2);
  assert.equal(IsoWeek.compare(other, week.add(1)), -1);
  assert.ok(
    IsoWeek.ofYear(2025).includes(other) && IsoWeek.ofYear(2025).equals(required.IsoWeek.ofYear(2025)),
  );
  assert.ok(day.equals(required.IsoWeekDate.of("2025-08-07")));
  assert.ok(!week.equals(required.IsoWeekDate.fromEpochDay(week.epochWeek)));
});

test("a proxy of a week is a week", () => {
  const proxy = new Proxy(week, {});
  assert.deepEqual(
    [proxy.monday, proxy.week, `${proxy}`, week.equals(proxy)],
    ["2025-08-04", 32, "2025-W32", true],
  );
});

test("a range is shown, compared and sent as its weeks", () => {
  const range = IsoWeek.range(week, week.add(9), 4);
  assert.equal(String(range), "2025-W32 to 2025-W40, step 4");
  assert.equal(inspect(range), "WeekRange <2025-W32 to 2025-W40, step 4>");
  assert.equal(inspect(IsoWeek.range(week, week)), "WeekRange <no weeks>");
  assert.equal(JSON.stringify({ range }), '{"range":["2025-W32","2025-W36","2025-W40"]}');
  assert.ok(range.equals(IsoWeek.range(week, week.add(12), 4)));
  assert.ok(!range.equals(IsoWeek.range(week, week.add(9), 3)) && !range.equals([]) && !range.equals(null));
  assert.ok(IsoWeek.range(week, week).equals(IsoWeek.range(day.isoWeek.add(1), week, 7)));
});

test("every name is there", () => {
  assert.deepEqual(Object.keys(semaine).sort(), [
    "IsoWeek",
    "IsoWeekDate",
    "fromEpochDay",
    "fromLocalDate",
    "fromUtcDate",
    "isLongYear",
    "isMonday",
    "isSemaineError",
    "isoYear",
    "monthWeek",
    "nextMonday",
    "parseDate",
    "previousMonday",
    "toCivilDate",
    "toDateString",
    "toEpochDay",
    "toLocalDate",
    "toPlainDate",
    "toUtcDate",
    "weekEnd",
    "weekNumber",
    "weekRange",
    "weekStart",
    "weekday",
    "weeksInYear",
  ]);
});
