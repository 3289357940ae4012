// The facts that other projects publish in their tests. As `vectors.mjs`, for Node and for browsers.

import { answerOrCode, refusal, same } from "./check.mjs";
import { parsers } from "./vectors.mjs";

const civilOf = ({ year, month, day }) => ({ year: Number(year), month: Number(month), day: Number(day) });

function dates({ semaine, rows }) {
  const { IsoWeek, IsoWeekDate } = semaine;
  let refused = 0;
  for (const row of rows) {
    const [year, week, weekday] = [row.iso_year, row.iso_week, row.weekday].map(Number);
    if (row.year === "") {
      refused += 1;
      refusal(() => new IsoWeekDate(year, week, weekday), row);
      continue;
    }
    const civil = civilOf(row);
    const day = IsoWeekDate.of(civil);
    for (const [column, found] of [
      ["iso_year", [day.year, semaine.isoYear(civil), IsoWeek.of(civil).year]],
      ["iso_week", [day.week, semaine.weekNumber(civil), IsoWeek.of(civil).week]],
      ["weekday", [day.weekday, semaine.weekday(civil), IsoWeek.of(civil).days.indexOf(day.date) + 1]],
    ]) {
      if (row[column]) {
        same(found, Array(3).fill(Number(row[column])), row);
      }
    }
    same(semaine.parseDate(new IsoWeekDate(day.year, day.week, day.weekday).date), civil, row);
  }
  return { refused };
}

function years({ semaine, rows }) {
  for (const row of rows) {
    same(semaine.weeksInYear(Number(row.year)), Number(row.weeks), row);
  }
}

function texts({ semaine, rows }) {
  const parse = parsers(semaine);
  let refused = 0;
  for (const row of rows) {
    const read = () => parse[row.function](decodeURIComponent(row.text));
    // A week is told by its Monday.
    const epochDay = () => (row.function === "parse_week" ? 7 * read() - 3 : read());
    if (row.year === "") {
      refused += 1;
      refusal(read, row);
    } else {
      same(semaine.fromEpochDay(epochDay()), civilOf(row), row);
    }
  }
  return { refused };
}

/** Epoch day 0 is Julian day 2,440,588. */
function julianDays({ semaine, rows }) {
  for (const row of rows) {
    const epochDay = Number(row.julian_day) - 2_440_588;
    same(semaine.fromEpochDay(epochDay), civilOf(row), row);
    same(semaine.toEpochDay(civilOf(row)), epochDay, row);
  }
}

/** What `<input type="week">` keeps of the values that scripts give it. */
function inputs({ semaine, rows }) {
  for (const row of rows) {
    const kept = answerOrCode(() => semaine.IsoWeek.fromInput(row)?.toInputValue() ?? "", row);
    same(/^(parse|week|year|html)_/.test(kept) ? "" : kept, row.sanitized, row);
  }
}

/** Each file, its rows, its check, and what the check has to have counted. */
export const PUBLISHED = [
  { file: "chrono_dates.csv", count: 29, check: dates, counted: { refused: 4 } },
  { file: "cpython_dates.csv", count: 53, check: dates, counted: { refused: 6 } },
  { file: "cpython_texts.csv", count: 41, check: texts, counted: { refused: 13 } },
  { file: "cpython_years.csv", count: 800, check: years },
  { file: "go_dates.csv", count: 98, check: dates, counted: { refused: 0 } },
  { file: "jiff_dates.csv", count: 12, check: dates, counted: { refused: 2 } },
  { file: "jiff_texts.csv", count: 5, check: texts, counted: { refused: 2 } },
  { file: "jiff_years.csv", count: 4, check: years },
  { file: "test262_dates.csv", count: 54, check: dates, counted: { refused: 0 } },
  { file: "time_dates.csv", count: 19, check: dates, counted: { refused: 1 } },
  { file: "time_julian_days.csv", count: 6, check: julianDays },
  { file: "time_years.csv", count: 400, check: years },
  { file: "wpt_inputs.csv", count: 16, check: inputs },
].map((table) => ({ ...table, file: `published/${table.file}` }));
