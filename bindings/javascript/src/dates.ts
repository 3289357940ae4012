/**
 * The dates that functions take and give.
 *
 * @module
 */
import { type CivilDate, civilOf, dayInRange, epochDayOf } from "./civil.js";
import { wrongType } from "./errors.js";
import { parseEpochDay } from "./parse-date.js";
import { dateText } from "./texts.js";

/**
 * A calendar date: `"YYYY-MM-DD"` (with a sign and more digits for years outside 0 to 9999), or
 * anything with the numbers `year`, `month` and `day`, such as a `Temporal.PlainDate`.
 *
 * A `Date` is no calendar date but an instant: `fromLocalDate` and `fromUtcDate` make one of it.
 */
export type DateLike = string | CivilDate;

/** The form in which a date that belongs to another is given: that of the other. */
export type SameForm<D extends DateLike> = D extends string ? string : CivilDate;

/** A date of Temporal, which may be in another calendar than ISO's. */
interface Calendared extends CivilDate {
  withCalendar?(calendar: "iso8601"): CivilDate;
}

/**
 * The days from 1970-01-01 to a date, negative before it: what columns, Arrow and databases hold.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { toEpochDay } from "semaine";
 *
 * toEpochDay("2025-08-07"); // 20307
 * ```
 */
export function toEpochDay(date: DateLike): number {
  if (typeof date === "string") {
    return parseEpochDay(date);
  }
  const civil = inIsoCalendar(date);
  // A week has a year, too.
  return typeof civil?.day === "number"
    ? epochDayOf(civil.year, civil.month, civil.day)
    : wrongType(
        'a date must be "YYYY-MM-DD" or {year, month, day}; of a Date, fromLocalDate or fromUtcDate makes one',
      );
}

/** A date of Temporal that is in another calendar, in ISO's. */
function inIsoCalendar(date: Calendared): CivilDate {
  return typeof date?.withCalendar === "function" ? date.withCalendar("iso8601") : date;
}

/** An epoch day in the form of a date. */
export function inFormOf<D extends DateLike>(date: D, epochDay: number): SameForm<D> {
  return (typeof date === "string" ? dateText(epochDay) : civilOf(epochDay)) as SameForm<D>;
}

/**
 * Reads `YYYY-MM-DD`, with a sign and more digits for years outside 0 to 9999.
 *
 * @throws RangeError with the place in the text as `offset`, TypeError for what is no string.
 * @example
 * ```js
 * import { parseDate } from "semaine";
 *
 * parseDate("2025-08-07"); // { year: 2025, month: 8, day: 7 }
 * parseDate("2025-8-07"); // throws: expected a digit, found '-' (at byte 6)
 * ```
 */
export function parseDate(text: string): CivilDate {
  return civilOf(parseEpochDay(text));
}

/**
 * A date as `YYYY-MM-DD`.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { toDateString } from "semaine";
 *
 * toDateString({ year: 2025, month: 8, day: 7 }); // "2025-08-07"
 * ```
 */
export function toDateString(date: DateLike): string {
  return dateText(toEpochDay(date));
}

/**
 * A date as year, month and day.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { toCivilDate } from "semaine";
 *
 * toCivilDate("2025-08-07"); // { year: 2025, month: 8, day: 7 }
 * ```
 */
export function toCivilDate(date: DateLike): CivilDate {
  return civilOf(toEpochDay(date));
}

/**
 * The date so many days after 1970-01-01.
 *
 * @throws RangeError `epoch_day_out_of_range`, TypeError for what is no integer.
 * @example
 * ```js
 * import { fromEpochDay } from "semaine";
 *
 * fromEpochDay(20_307); // { year: 2025, month: 8, day: 7 }
 * ```
 */
export function fromEpochDay(epochDay: number): CivilDate {
  return civilOf(dayInRange(epochDay));
}
