// The calendars of other libraries: random days and the days about every New Year. Where one of them errs, a
// test says how, and that this library does not.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as dateFns from "date-fns";
import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import isLeapYear from "dayjs/plugin/isLeapYear.js";
import isoWeek from "dayjs/plugin/isoWeek.js";
import isoWeeksInYear from "dayjs/plugin/isoWeeksInYear.js";
import fc from "fast-check";
import { DateTime } from "luxon";
import * as semaine from "semaine";
import { Temporal } from "temporal-polyfill";

dayjs.extend(customParseFormat).extend(isLeapYear).extend(isoWeek).extend(isoWeeksInYear);

const { IsoWeek, IsoWeekDate } = semaine;
const SEED = 20_250_807;
const SAMPLES = 5_000;

/** The days of 25 December to 7 January of years, and random days between two. */
function* sampled(first, last, from, to) {
  for (let year = first; year <= last; year += 1) {
    const epochDay = semaine.toEpochDay({ year, month: 12, day: 25 });
    for (let day = epochDay; day < epochDay + 14; day += 1) {
      yield semaine.fromEpochDay(day);
    }
  }
  const random = fc.integer({ min: semaine.toEpochDay(from), max: semaine.toEpochDay(to) });
  for (const epochDay of fc.sample(random, { seed: SEED, numRuns: SAMPLES })) {
    yield semaine.fromEpochDay(epochDay);
  }
}

const civil = ({ year, month, day }) => ({ year, month, day });

test("a Temporal polyfill", () => {
  let days = 0;
  for (const date of sampled(-200, 600, "-271821-05-20", "+275760-09-06")) {
    const { year, month, day } = date;
    const plain = new Temporal.PlainDate(year, month, day);
    const [epochDay, week] = [semaine.toEpochDay(date), IsoWeek.of(date)];
    assert.deepEqual([plain.yearOfWeek, plain.weekOfYear], [semaine.isoYear(date), semaine.weekNumber(date)]);
    assert.deepEqual(
      [plain.yearOfWeek, plain.weekOfYear, plain.dayOfWeek],
      [week.year, week.week, semaine.weekday(plain)],
    );
    const monday = plain.subtract({ days: plain.dayOfWeek - 1 });
    assert.deepEqual(semaine.weekRange(plain), [civil(monday), civil(monday.add({ days: 6 }))]);
    assert.equal(plain.toString(), expanded(semaine.toDateString(date)));
    assert.equal(new Temporal.PlainDate(1970, 1, 1).until(plain).days, epochDay);
    const threeWeeks = semaine.toPlainDate(IsoWeekDate.of(plain).add(-21).date, Temporal);
    assert.ok(threeWeeks.equals(plain.subtract({ weeks: 3 })));
    days += 1;
  }
  assert.equal(days, 801 * 14 + SAMPLES);
});

/** ECMAScript has six digits where ISO 8601 takes as many as there are. */
function expanded(text) {
  return text.replace(/^([+-])(\d{4,5})-/, (_, sign, digits) => `${sign}${digits.padStart(6, "0")}-`);
}

test("Date itself", () => {
  let days = 0;
  for (const date of sampled(-200, 600, "-271821-04-20", "+275760-09-13")) {
    const instant = semaine.toUtcDate(date);
    assert.equal(instant.toISOString(), `${expanded(semaine.toDateString(date))}T00:00:00.000Z`);
    assert.equal(semaine.weekday(date) % 7, instant.getUTCDay());
    assert.deepEqual(semaine.fromUtcDate(new Date(instant.toISOString())), date);
    days += 1;
  }
  assert.equal(days, 801 * 14 + SAMPLES);
});

test("date-fns", () => {
  let days = 0;
  for (const date of sampled(1800, 2399, "0100-01-01", "9999-12-31")) {
    const instant = semaine.toLocalDate(date);
    assert.deepEqual(
      [dateFns.getISOWeekYear(instant), dateFns.getISOWeek(instant), dateFns.getISODay(instant)],
      [semaine.isoYear(date), semaine.weekNumber(date), semaine.weekday(date)],
    );
    assert.deepEqual(semaine.fromLocalDate(dateFns.startOfISOWeek(instant)), semaine.weekStart(date));
    assert.deepEqual(semaine.fromLocalDate(dateFns.endOfISOWeek(instant)), semaine.weekEnd(date));
    assert.equal(dateFns.getISOWeeksInYear(instant), semaine.weeksInYear(semaine.isoYear(date)));
    const text = dateFns.format(instant, "RRRR-'W'II");
    assert.equal(`${IsoWeek.of(date)}`, text);
    const epoch = semaine.toLocalDate("2000-01-03");
    const weeks = IsoWeek.of(date).since(IsoWeek.of("2000-01-03"));
    assert.equal(dateFns.differenceInCalendarISOWeeks(instant, epoch), weeks);
    days += 1;
  }
  assert.equal(days, 600 * 14 + SAMPLES);
});

test("luxon", () => {
  let days = 0;
  for (const date of sampled(1, 600, "0001-01-01", "9999-12-25")) {
    const other = DateTime.fromObject(date, { zone: "utc" });
    assert.deepEqual(
      [other.weekYear, other.weekNumber, other.weekday, other.weeksInWeekYear],
      [
        semaine.isoYear(other),
        semaine.weekNumber(date),
        semaine.weekday(date),
        semaine.weeksInYear(semaine.isoYear(date)),
      ],
    );
    assert.deepEqual(civil(other.startOf("week")), semaine.weekStart(civil(other)));
    assert.deepEqual(civil(other.endOf("week")), semaine.weekEnd(date));
    assert.equal(`${IsoWeekDate.of(date)}`, other.toISOWeekDate());
    assert.equal(IsoWeekDate.parse(other.toISOWeekDate()).date, other.toISODate());
    days += 1;
  }
  assert.equal(days, 600 * 14 + SAMPLES);
});

test("dayjs", () => {
  let days = 0;
  for (const date of sampled(1800, 2399, "0101-01-05", "9999-12-31")) {
    const other = dayjs(semaine.toLocalDate(date));
    assert.deepEqual(
      [other.isoWeekYear(), other.isoWeek(), other.isoWeekday()],
      [semaine.isoYear(date), semaine.weekNumber(date), semaine.weekday(date)],
    );
    assert.deepEqual(semaine.fromLocalDate(other.startOf("isoWeek").toDate()), semaine.weekStart(date));
    days += 1;
  }
  assert.equal(days, 600 * 14 + SAMPLES);
});

const refused = (call, code) => assert.throws(call, { code });

test("date-fns and the setters of luxon and dayjs roll week 53 of a short year over", () => {
  const june = new Date(2021, 5, 1);
  assert.deepEqual(semaine.fromLocalDate(dateFns.parseISO("2021-W53-1")), { year: 2022, month: 1, day: 3 });
  assert.equal(dateFns.getISOWeekYear(dateFns.setISOWeek(june, 53)), 2022);
  assert.equal(DateTime.fromISO("2021-06-01").set({ weekNumber: 53 }).weekYear, 2022);
  assert.equal(dayjs(june).isoWeek(53).isoWeekYear(), 2022);
  refused(() => new IsoWeek(2021, 53), "week_not_in_year");
  refused(() => IsoWeekDate.parse("2021-W53-1"), "week_not_in_year");
  assert.equal(new IsoWeek(2021, 53, { overflow: "constrain" }).year, 2021);
});

test("date-fns and dayjs accept days that do not exist", () => {
  assert.equal(dateFns.getISOWeek("2025-02-29"), 9);
  assert.equal(dayjs("2025-02-29").format("YYYY-MM-DD"), "2025-03-01");
  assert.ok(Number.isNaN(DateTime.fromISO("2025-02-29").weekNumber));
  refused(() => semaine.weekNumber("2025-02-29"), "day_not_in_month");
  refused(() => semaine.weekNumber({ year: 2025, month: 2, day: 29 }), "day_not_in_month");
});

test("date-fns takes null for 1970, dayjs takes undefined for now", () => {
  assert.equal(dateFns.getISOWeekYear(null), 1970);
  assert.ok(dayjs(undefined).isValid());
  assert.ok(!dayjs(null).isValid());
  for (const nothing of [null, undefined]) {
    refused(() => semaine.weekNumber(nothing), "wrong_type");
    refused(() => IsoWeek.of(nothing), "wrong_type");
    refused(() => IsoWeek.parse(nothing), "wrong_type");
  }
});

test("dayjs reads the text of a week as today", () => {
  const today = dayjs();
  const read = dayjs("2021-W01", "GGGG-[W]WW");
  assert.ok(Math.abs(read.diff(today, "day")) <= 1);
  assert.equal(IsoWeek.parse("2021-W01").monday, "2021-01-04");
});

test("dayjs counts weeks from 1900 where the year is less than 100", () => {
  assert.equal(dayjs(semaine.toLocalDate("0100-01-03")).isoWeek(), -99_085);
  assert.equal(semaine.weekNumber("0100-01-03"), 53);
});

test("dayjs counts the weeks of the calendar year", () => {
  let wrong = 0;
  for (const date of sampled(2000, 2399, "2000-01-01", "2000-12-31")) {
    const day = dayjs(semaine.toLocalDate(date));
    wrong += day.isoWeeksInYear() === semaine.weeksInYear(day.isoWeekYear()) ? 0 : 1;
    const last = IsoWeek.of({ year: semaine.isoYear(date), month: 12, day: 28 });
    assert.equal(semaine.weeksInYear(semaine.isoYear(date)), last.week);
  }
  assert.ok(wrong > 100, String(wrong));
});

test("a Date is taken by the others in the zone of the host, and by this library not at all", () => {
  const instant = new Date("2025-08-04T00:00Z");
  const weeks = [
    dateFns.getISOWeek(instant),
    dayjs(instant).isoWeek(),
    DateTime.fromJSDate(instant).weekNumber,
  ];
  const here = semaine.weekNumber(semaine.fromLocalDate(instant));
  assert.deepEqual(weeks, [here, here, here]);
  assert.equal(semaine.weekNumber(semaine.fromUtcDate(instant)), 32);
  refused(() => semaine.weekNumber(instant), "wrong_type");
});

test("the years 0 to 99 are not those of the twentieth century", () => {
  assert.equal(new Date(50, 0, 1).getFullYear(), 1950);
  assert.equal(semaine.toLocalDate("0050-01-01").getFullYear(), 50);
  assert.equal(semaine.toUtcDate("0050-01-01").getUTCFullYear(), 50);
  assert.equal(`${IsoWeek.of("0050-01-03")}`, "0050-W01");
});
