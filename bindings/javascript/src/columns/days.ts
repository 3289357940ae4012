/**
 * Questions to columns whose answers are days.
 *
 * @module
 */
import { outOfRange } from "../errors.js";
import type { Weekday } from "../functions.js";
import { type AnyArray, type Column, type DaysLike, type NewDays, outFor } from "./arrays.js";
import { datesOf } from "./column.js";
import { type Into, type Options, type OptionsFor, readable } from "./options.js";
import type { Question } from "./questions.js";
import * as questions from "./questions.js";

/**
 * The Monday of each date's week; of an instant, the midnight with which it begins.
 *
 * @throws TypeError for what is no column, for instants without a zone and for an `out` of another type,
 * RangeError `length_mismatch` and `utc_offset_out_of_range`.
 * @example
 * ```js
 * import { weekStart } from "semaine/columns";
 *
 * const days = Int32Array.of(20_086, 20_087); // 2024-12-29 and 2024-12-30
 * weekStart(days); // Int32Array.of(20_080, 20_087)
 * weekStart(days, { out: days }) === days; // true
 *
 * const instants = Float64Array.of(Date.parse("2025-08-07T22:30Z"));
 * weekStart(instants, { zone: "utc" }); // Float64Array.of(Date.parse("2025-08-04T00:00Z"))
 * weekStart(instants, { zone: "+05:30" }); // Float64Array.of(Date.parse("2025-08-04T00:00+05:30"))
 * weekStart(instants); // throws: instants need a zone: "utc", "local" or a distance from UTC such as "+05:30"
 * ```
 */
export function weekStart<Dates extends Column, Days extends DaysLike<Dates> = NewDays<Dates>>(
  column: Dates,
  ...options: OptionsFor<Dates, Into<Days>>
): Days;
export function weekStart(column: Column, options?: Options): AnyArray {
  return answer(questions.weekStart, column, options);
}

/**
 * The Sunday of each date's week; of an instant, the midnight with which it begins.
 *
 * @throws As {@link weekStart}.
 * @example
 * ```js
 * import { weekEnd } from "semaine/columns";
 *
 * weekEnd(Int32Array.of(20_086, 20_087)); // Int32Array.of(20_086, 20_093)
 * ```
 */
export function weekEnd<Dates extends Column, Days extends DaysLike<Dates> = NewDays<Dates>>(
  column: Dates,
  ...options: OptionsFor<Dates, Into<Days>>
): Days;
export function weekEnd(column: Column, options?: Options): AnyArray {
  return answer(questions.weekEnd, column, options);
}

/**
 * The first day of each date's week, for weeks that start on any weekday: American ones start on
 * Sunday, 7. Such weeks have no ISO number. Dates become null whose week is not wholly representable.
 *
 * @throws RangeError `weekday_out_of_range` for a weekday other than 1 to 7, and as {@link weekStart}.
 * @example
 * ```js
 * import { weekStartOn } from "semaine/columns";
 *
 * weekStartOn(Int32Array.of(20_087), 7); // Int32Array.of(20_086)
 * ```
 */
export function weekStartOn<Dates extends Column, Days extends DaysLike<Dates> = NewDays<Dates>>(
  column: Dates,
  first: Weekday,
  ...options: OptionsFor<Dates, Into<Days>>
): Days;
export function weekStartOn(column: Column, first: Weekday, options?: Options): AnyArray {
  if (!(Number.isInteger(first) && first > 0 && first < 8)) {
    outOfRange("weekday", first, 1, 7);
  }
  return answer(questions.weekStartOn(first), column, options);
}

function answer(question: Question<[AnyArray]>, column: Column, options: Options = {}): AnyArray {
  const { out, zone } = readable(options);
  const dates = datesOf(column, zone);
  const written = outFor(column, dates.form, out);
  dates.answerDays(question, written);
  return written;
}
