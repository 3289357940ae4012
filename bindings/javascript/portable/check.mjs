/**
 * Compares what a compiled core answers with the test vectors: `node check.mjs <core.js> <vectors>`.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , module, vectors] = process.argv;
const core = await import(pathToFileURL(module));

/** The errors of the vectors, in the order of the numbers that stand for them. */
const REFUSALS = [
  ["year_out_of_range"],
  ["month_out_of_range", "week_out_of_range"],
  ["day_out_of_range"],
  ["day_not_in_month", "week_not_in_year"],
  ["epoch_day_out_of_range", "epoch_week_out_of_range"],
];
const RULES = ["thursday", "monday", "row", "seven_days"];

let compared = 0;
every("dates.csv", ({ epoch_day, year, month, day, weekday, iso_year, iso_week, epoch_week, week_start }) => {
  same(core.day(+year, +month, +day), +epoch_day);
  same(core.civil(+epoch_day), +year * 512 + +month * 32 + +day);
  same(core.weekday(+epoch_day), +weekday);
  same(core.week_of(+epoch_day), +epoch_week);
  same(core.year_week(+epoch_week), +iso_year * 64 + +iso_week);
  same(core.monday(+epoch_week), +week_start);
});
every("civil_errors.csv", ({ year, month, day, epoch_day, error }) => {
  same(core.day(+year, +month, +day), error ? refusal(error) : +epoch_day);
});
every("weeks.csv", ({ year, week, epoch_week, error }) => {
  same(core.week_from(+year, +week), error ? refusal(error) : +epoch_week);
});
every("years.csv", ({ year, weeks_in_year }) => {
  same(core.weeks_in_year(+year), +weeks_in_year);
});
every("month_weeks.csv", ({ epoch_day, rule, year, month, week }) => {
  same(core.month_week(+epoch_day, RULES.indexOf(rule)), +year * 128 + +month * 8 + +week);
});
every("months.csv", ({ year, month, first_week, weeks, error }) => {
  same(core.weeks_of_month(+year, +month), error ? refusal(error) * 8 : +first_week * 8 + +weeks);
});
console.log(`${compared} answers are those of the vectors`);

/** Calls back with each row of a file, of which there must be some. */
function every(file, check) {
  const [header, ...rows] = readFileSync(join(vectors, file), "utf8").trimEnd().split("\n");
  const names = header.split(",");
  assert.ok(rows.length > 0, `${file} is empty`);
  for (const row of rows) {
    const fields = row.split(",");
    try {
      check(Object.fromEntries(names.map((name, place) => [name, fields[place]])));
    } catch (error) {
      error.message = `${file}: ${row}\n${error.message}`;
      throw error;
    }
  }
}

function same(answer, expected) {
  assert.equal(answer, expected);
  compared += 1;
}

function refusal(error) {
  const place = REFUSALS.findIndex((codes) => codes.includes(error));
  assert.notEqual(place, -1, `no refusal stands for ${error}`);
  return -(2 ** 31) + place;
}
