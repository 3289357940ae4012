/**
 * Questions to columns whose answers are numbers.
 *
 * @module
 */
import { wrongType } from "../errors.js";
import { type Arrays, type Column, expectApart, type NewArrays, outFor } from "./arrays.js";
import { datesOf } from "./column.js";
import { type Into, type Options, type OptionsFor, readable } from "./options.js";
import type { Question } from "./questions.js";
import * as questions from "./questions.js";

/** Years and week numbers. */
export interface YearWeeks {
  /** The ISO years. */
  readonly years: Int32Array;
  /** The numbers of the weeks in those years. */
  readonly weeks: Uint8Array;
}

/** Years and week numbers in new arrays. */
export interface NewYearWeeks extends YearWeeks {
  readonly years: NewArrays["Int32Array"];
  readonly weeks: NewArrays["Uint8Array"];
}

/**
 * The number of each date's ISO week, 1 to 53; 0 for null.
 *
 * A week number needs its year: {@link yearWeek} gives both, in hardly more time.
 *
 * @throws As {@link weekStart}.
 * @example
 * ```js
 * import { weekNumber } from "semaine/columns";
 *
 * weekNumber(Int32Array.of(20_086, 20_087)); // Uint8Array.of(52, 1)
 * ```
 */
export function weekNumber<Dates extends Column, Numbers extends Uint8Array = NewArrays["Uint8Array"]>(
  column: Dates,
  ...options: OptionsFor<Dates, Into<Numbers>>
): Numbers;
export function weekNumber(column: Column, options?: Options): Uint8Array {
  return answer(questions.weekNumber, "Uint8Array", column, options);
}

/**
 * The ISO year of each date, that of its week; {@link NULL} for null.
 *
 * @throws As {@link weekStart}.
 * @example
 * ```js
 * import { isoYear } from "semaine/columns";
 *
 * isoYear(Int32Array.of(20_086, 20_087)); // Int32Array.of(2024, 2025)
 * ```
 */
export function isoYear<Dates extends Column, Numbers extends Int32Array = NewArrays["Int32Array"]>(
  column: Dates,
  ...options: OptionsFor<Dates, Into<Numbers>>
): Numbers;
export function isoYear(column: Column, options?: Options): Int32Array {
  return answer(questions.isoYear, "Int32Array", column, options);
}

/**
 * ISO year and week number of each date in one pass; {@link NULL} and 0 for null.
 *
 * @throws As {@link weekStart}.
 * @example
 * ```js
 * import { yearWeek } from "semaine/columns";
 *
 * const { years, weeks } = yearWeek(Int32Array.of(20_086, 20_087));
 * years; // Int32Array.of(2024, 2025)
 * weeks; // Uint8Array.of(52, 1)
 * ```
 */
export function yearWeek<Dates extends Column, Numbers extends YearWeeks = NewYearWeeks>(
  column: Dates,
  ...options: OptionsFor<Dates, Into<Numbers>>
): Numbers;
export function yearWeek(column: Column, options: Options<YearWeeks> = {}): YearWeeks {
  const { out, zone } = readable(options);
  const dates = datesOf(column, zone);
  if (out !== undefined && !(out?.years && out.weeks)) {
    wrongType("out must be { years, weeks }");
  }
  const years = outFor(column, "Int32Array", out?.years, "years");
  const weeks = outFor(column, "Uint8Array", out?.weeks, "weeks");
  expectApart(years, weeks, "years");
  dates.answer(questions.yearWeek, years, weeks);
  return out ?? { years, weeks };
}

/**
 * The epoch week of each date, the weeks since 1970-W01; {@link NULL} for null.
 *
 * It is `IsoWeek.epochWeek`: a number to group, join and subtract weeks by.
 *
 * @throws As {@link weekStart}.
 * @example
 * ```js
 * import { epochWeek } from "semaine/columns";
 *
 * epochWeek(Int32Array.of(-4, -3, 4)); // Int32Array.of(-1, 0, 1)
 * ```
 */
export function epochWeek<Dates extends Column, Numbers extends Int32Array = NewArrays["Int32Array"]>(
  column: Dates,
  ...options: OptionsFor<Dates, Into<Numbers>>
): Numbers;
export function epochWeek(column: Column, options?: Options): Int32Array {
  return answer(questions.epochWeek, "Int32Array", column, options);
}

/**
 * The weekday of each date, 1 for Monday to 7 for Sunday; 0 for null.
 *
 * @throws As {@link weekStart}.
 * @example
 * ```js
 * import { weekday } from "semaine/columns";
 *
 * weekday(Int32Array.of(20_086, 20_087)); // Uint8Array.of(7, 1)
 * ```
 */
export function weekday<Dates extends Column, Numbers extends Uint8Array = NewArrays["Uint8Array"]>(
  column: Dates,
  ...options: OptionsFor<Dates, Into<Numbers>>
): Numbers;
export function weekday(column: Column, options?: Options): Uint8Array {
  return answer(questions.weekday, "Uint8Array", column, options);
}

/**
 * 1 for each date that is a Monday, 0 for other dates and for null.
 *
 * @throws As {@link weekStart}.
 * @example
 * ```js
 * import { isWeekStart } from "semaine/columns";
 *
 * isWeekStart(Int32Array.of(20_086, 20_087)); // Uint8Array.of(0, 1)
 * ```
 */
export function isWeekStart<Dates extends Column, Numbers extends Uint8Array = NewArrays["Uint8Array"]>(
  column: Dates,
  ...options: OptionsFor<Dates, Into<Numbers>>
): Numbers;
export function isWeekStart(column: Column, options?: Options): Uint8Array {
  return answer(questions.isWeekStart, "Uint8Array", column, options);
}

function answer<Name extends keyof Arrays>(
  question: Question<[Arrays[Name]]>,
  name: Name,
  column: Column,
  options: Options = {},
): Arrays[Name] {
  const { out, zone } = readable(options);
  const dates = datesOf(column, zone);
  const written = outFor(column, name, out);
  dates.answer(question, written);
  return written;
}
