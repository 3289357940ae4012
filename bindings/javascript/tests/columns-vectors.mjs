// The vectors, as columns. The same checks run in Node and in browsers, so that they are given the columns,
// and the rows of each file.

import { refusal, same } from "./check.mjs";
import { DAY, NULL, TYPES } from "./columns-oracle.mjs";

/** A `Date` holds all of such days in any zone, and the whole weeks around them. */
const MILLISECONDS_UNTIL = 99_999_990;
/** The same of 64 bits of nanoseconds. */
const NANOSECONDS_UNTIL = 106_740;

const NAMES = {
  weekStart: "week_start",
  weekEnd: "week_end",
  weekNumber: "iso_week",
  isoYear: "iso_year",
  epochWeek: "epoch_week",
  weekday: "weekday",
};

function sameArray(found, wanted, about) {
  same([found.constructor, found.length], [wanted.constructor, wanted.length], about);
  same(found, wanted, about);
}

/** The column of the vectors that answers a question. */
const answers = (rows, question) => TYPES[question].from(rows, (row) => row[NAMES[question]]);

function dates({ columns, rows }) {
  const days = Int32Array.from(rows, (row) => row.epoch_day);
  for (const question of Object.keys(NAMES)) {
    sameArray(columns[question](days), answers(rows, question), question);
  }
  const isMonday = Uint8Array.from(rows, (row) => row.weekday === "1");
  sameArray(columns.isWeekStart(days), isMonday, "isWeekStart");
  const { years, weeks } = columns.yearWeek(days);
  sameArray(years, answers(rows, "isoYear"), "years");
  sameArray(weeks, answers(rows, "weekNumber"), "weeks");
  for (let first = 1; first <= 7; first += 1) {
    const starts = rows.map((row) => {
      const start = row.epoch_day - ((row.weekday - first + 7) % 7);
      const isWhole = start >= -2147483642 && start + 6 <= 2147483642;
      return isWhole ? start : NULL;
    });
    sameArray(columns.weekStartOn(days, first), Int32Array.from(starts), `weeks from ${first} on`);
  }
  return { milliseconds: milliseconds(columns, rows), nanoseconds: nanoseconds(columns, rows) };
}

function milliseconds(columns, rows) {
  const held = rows.filter((row) => Math.abs(row.epoch_day) < MILLISECONDS_UNTIL);
  const utc = Float64Array.from(held, (row) => row.epoch_day * DAY + 0.5);
  const local = Float64Array.from(held, (row) =>
    new Date(2000, 0).setFullYear(row.year, row.month - 1, row.day),
  );
  for (const question of ["weekNumber", "isoYear", "epochWeek", "weekday"]) {
    const wanted = answers(held, question);
    sameArray(columns[question](utc, { zone: "utc" }), wanted, `${question} in UTC`);
    sameArray(columns[question](local, { zone: "local" }), wanted, `${question} where this runs`);
  }
  const mondays = Float64Array.from(held, (row) => row.week_start * DAY);
  sameArray(columns.weekStart(utc, { zone: "utc" }), mondays, "weekStart in UTC");
  return held.length;
}

function nanoseconds(columns, rows) {
  const held = rows.filter((row) => Math.abs(row.epoch_day) < NANOSECONDS_UNTIL);
  const toInstant = (day, hours) => (BigInt(day) * 24n - hours) * 3_600_000_000_000n;
  const instants = BigInt64Array.from(held, (row) => toInstant(row.epoch_day, 9n));
  const zone = "+09:00";
  sameArray(columns.weekNumber(instants, { zone }), answers(held, "weekNumber"), "weekNumber in Tokyo");
  const sundays = BigInt64Array.from(held, (row) => toInstant(row.week_end, 9n));
  sameArray(columns.weekEnd(instants, { zone }), sundays, "weekEnd in Tokyo");
  return held.length;
}

function dateTexts({ columns, rows }) {
  const { format, parse } = columns;
  const days = Int32Array.from(rows, (row) => row.epoch_day);
  const weekDates = rows.map((row) => row.week_date);
  const weeks = rows.map((row) => row.week_date.slice(0, -2));
  const basicWeekDates = rows.map((row) => row.basic_week_date);
  const basicWeeks = rows.map((row) => row.basic_week_date.slice(0, -1));
  same(format(days), weeks, "format");
  same(format(days, { weekday: true }), weekDates, "format with the weekday");
  sameArray(parse(weekDates, { weekday: true }), days, "parse with the weekday");
  sameArray(parse(basicWeekDates, { weekday: true }), days, "parse in the basic form with the weekday");
  const mondays = days.map((day) => day - ((((day + 3) % 7) + 7) % 7));
  sameArray(parse(weeks), mondays, "parse");
  sameArray(parse(basicWeeks), mondays, "parse in the basic form");
}

function texts({ columns, rows }) {
  const counted = { accepted: 0, refused: 0 };
  for (const { function: name, text, result, error, offset, value } of rows) {
    const weekday = name === "parse_week_date";
    if (!(weekday || name === "parse_week")) {
      continue;
    }
    const column = ["2025-W01-1".slice(0, weekday ? 10 : 8), decodeURIComponent(text)];
    const nulled = columns.parse(column, { weekday, errors: "null" });
    if (error === "") {
      counted.accepted += 1;
      const day = weekday ? Number(result) : Number(result) * 7 - 3;
      sameArray(nulled, Int32Array.of(20_087, day), text);
      sameArray(columns.parse(column, { weekday }), nulled, text);
    } else {
      counted.refused += 1;
      sameArray(nulled, Int32Array.of(20_087, NULL), text);
      const thrown = refusal(() => columns.parse(column, { weekday }), text);
      same([thrown.code, thrown.offset], [error, Number(offset)], text);
      if (value !== "" && Number.isSafeInteger(Number(value))) {
        same(thrown.value, Number(value), text);
      }
    }
  }
  return counted;
}

/** As in `vectors.mjs`. */
export const COLUMN_VECTORS = [
  { file: "date_texts.csv", count: 882, check: dateTexts },
  { file: "dates.csv", count: 6_232, check: dates, counted: { milliseconds: 5_795, nanoseconds: 4_775 } },
  { file: "texts.csv", count: 7_729, check: texts, counted: { accepted: 238, refused: 2_569 } },
];
