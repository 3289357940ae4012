// What the core says of refused calls (`messages.csv`), compared whole. As `vectors.mjs`, for Node and for
// browsers.

import { refusal, same } from "./check.mjs";
import { exact, parsers } from "./vectors.mjs";

/** The largest number of 64 bits, which stands for every larger one in other languages. */
const LARGEST = "9223372036854775807";

function functionsOf(semaine) {
  const { IsoWeek, IsoWeekDate } = semaine;
  const ofNumbers = {
    date: (year, month, day) => semaine.toEpochDay({ year, month, day }),
    from_epoch_day: IsoWeekDate.fromEpochDay,
    from_epoch_week: IsoWeek.fromEpochWeek,
    from_monday: (epochDay) => IsoWeek.fromMonday(semaine.fromEpochDay(epochDay)),
    of_year: IsoWeek.ofYear,
    overlapping_month: IsoWeek.overlappingMonth,
    to_html: (epochWeek) => IsoWeek.fromEpochWeek(epochWeek).toInputValue(),
    week: (year, week) => new IsoWeek(year, week),
    week_constrained: (year, week) => new IsoWeek(year, week, { overflow: "constrain" }),
    weekday: (number) => IsoWeek.MIN.on(number),
  };
  const called = ([name, call]) => [name, (given) => call(...given.split(" ").map(Number))];
  const read = ([name, parse]) => [name, (given) => parse(decodeURIComponent(given))];
  return Object.fromEntries([
    ...Object.entries(ofNumbers).map(called),
    ...Object.entries(parsers(semaine)).map(read),
  ]);
}

function messages({ semaine, rows }) {
  const functions = functionsOf(semaine);
  const number = (field) => (field === "" ? undefined : exact(field));
  let larger = 0;
  for (const row of rows) {
    const found = refusal(() => functions[row.function](row.arguments), row);
    larger += row.message.includes(LARGEST) ? 1 : 0;
    const wanted = {
      code: row.code,
      value: number(row.value),
      range: row.min === "" ? undefined : [number(row.min), number(row.max)],
      offset: number(row.offset),
      // The largest number that JavaScript holds exactly has fewer digits.
      message: row.message.replace(LARGEST, String(Number.MAX_SAFE_INTEGER)),
    };
    same(found, wanted, row);
  }
  return { larger };
}

/** The file, its rows, its check, and what the check has to have counted. */
export const MESSAGES = { file: "messages.csv", count: 1_479, check: messages, counted: { larger: 3 } };
