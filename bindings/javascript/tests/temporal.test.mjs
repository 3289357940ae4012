// Dates of Temporal, in and out. Node 20 has none, so that a polyfill stands for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as semaine from "semaine";
import { Temporal } from "temporal-polyfill/full";

const plain = new Temporal.PlainDate(2025, 8, 7);

test("whatever has a year, a month and a day is a date", () => {
  for (const date of [
    plain,
    new Temporal.PlainDateTime(2025, 8, 7, 23, 59, 59),
    Temporal.ZonedDateTime.from("2025-08-07T23:30[Europe/Paris]"),
  ]) {
    assert.deepEqual(semaine.weekStart(date), { year: 2025, month: 8, day: 4 });
    assert.equal(semaine.weekNumber(date), 32);
    assert.equal(`${semaine.IsoWeekDate.of(date)}`, "2025-W32-4");
    assert.ok(semaine.IsoWeek.parse("2025-W32").contains(date));
  }
});

test("the calendar of a date does not matter", () => {
  const calendars = [
    "buddhist",
    "chinese",
    "coptic",
    "ethioaa",
    "gregory",
    "hebrew",
    "indian",
    "japanese",
    "persian",
    "roc",
  ];
  const years = new Set();
  for (const calendar of calendars) {
    for (const date of [plain, plain.toPlainDateTime(), plain.toZonedDateTime("Asia/Tokyo")]) {
      const other = date.withCalendar(calendar);
      years.add(other.year);
      assert.equal(semaine.toDateString(other), "2025-08-07");
      assert.deepEqual(semaine.weekEnd(other), { year: 2025, month: 8, day: 10 });
    }
  }
  assert.ok(years.size > 6, [...years].join());
});

test("what is no whole date of Temporal is refused", () => {
  for (const value of [
    new Temporal.PlainYearMonth(2025, 8),
    new Temporal.PlainMonthDay(8, 7),
    new Temporal.PlainTime(12),
    Temporal.Instant.from("2025-08-07T00:00Z"),
    new Temporal.Duration(0, 0, 1),
  ]) {
    assert.throws(() => semaine.weekStart(value), { name: "TypeError", code: "wrong_type" });
  }
});

test("a date becomes one of Temporal", () => {
  for (const date of ["2025-08-07", { year: 2025, month: 8, day: 7 }, plain.withCalendar("hebrew")]) {
    const found = semaine.toPlainDate(date, Temporal);
    assert.ok(found instanceof Temporal.PlainDate && found.equals(plain));
  }
  const [monday, sunday] = semaine.weekRange(plain).map((date) => semaine.toPlainDate(date, Temporal));
  assert.equal(monday.until(sunday).days, 6);
});

test("the Temporal of the host is taken where none is given", () => {
  const host = Object.getOwnPropertyDescriptor(globalThis, "Temporal");
  assert.ok(host === undefined || typeof host.value.PlainDate === "function");
  try {
    delete globalThis.Temporal;
    assert.throws(() => semaine.toPlainDate("2025-08-07"), {
      code: "wrong_type",
      message: "there is no Temporal here; give one",
    });
    globalThis.Temporal = Temporal;
    assert.ok(semaine.toPlainDate("2025-08-07").equals(plain));
  } finally {
    delete globalThis.Temporal;
    if (host) {
      Object.defineProperty(globalThis, "Temporal", host);
    }
  }
});

test("what Temporal cannot hold it refuses itself", () => {
  assert.equal(semaine.toPlainDate("+275760-09-13", Temporal).toString(), "+275760-09-13");
  assert.equal(semaine.toPlainDate("-271821-04-19", Temporal).toString(), "-271821-04-19");
  for (const date of ["+275760-09-14", "-271821-04-18", "+5881580-07-11"]) {
    assert.throws(() => semaine.toPlainDate(date, Temporal), RangeError);
  }
});
