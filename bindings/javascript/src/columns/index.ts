/**
 * Many dates at once: typed arrays in, typed arrays out.
 *
 * A column is
 *
 * - an `Int32Array` of epoch days, the days since 1970-01-01, in which {@link NULL} is null,
 * - a `Float64Array` of the time values of `Date`, milliseconds since 1970, in which NaN is null, or
 * - a `BigInt64Array` of nanoseconds since 1970, in which the lowest number is null.
 *
 * Which day an instant is on depends on where: milliseconds and nanoseconds need a `zone`, and days have
 * none. Days are answered in the form of the column, instants being the midnights of the zone.
 *
 * Every function writes into the array that it is given as `out`, or else into a new one. It may be the
 * column itself, if that has the type of the answers, but no other array with the same memory. When
 * something is refused, nothing is written; only {@link parse} has then written the rows before the text
 * that it refuses. Nulls stay null, and days whose week cannot be told become null, as do midnights that
 * the type cannot hold.
 *
 * @module
 */
export type { Weekday } from "../functions.js";
export type { Column, DaysLike, NewArrays, NewDays } from "./arrays.js";
export { weekEnd, weekStart, weekStartOn } from "./days.js";
export { engine } from "./engine.js";
export { type FormatOptions, format } from "./format.js";
export { NULL } from "./null.js";
export {
  epochWeek,
  isoYear,
  isWeekStart,
  type NewYearWeeks,
  weekday,
  weekNumber,
  type YearWeeks,
  yearWeek,
} from "./numbers.js";
export type { Into, InZone, OptionsFor } from "./options.js";
export { type ParseOptions, parse } from "./parse.js";
export type { Zone } from "./zone.js";
