/**
 * The questions that code asks of a date or a year, as plain functions.
 *
 * @module
 */

import { dayInRange } from "./civil.js";
import * as core from "./core.js";
import { type DateLike, inFormOf, type SameForm, toEpochDay } from "./dates.js";
import { outOfRange } from "./errors.js";
import { int32 } from "./integers.js";
import { weekInRange } from "./weeks.js";

/** The number of a weekday, 1 for Monday to 7 for Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * The Monday of a date's week, in the form of the date.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { weekStart } from "semaine";
 *
 * weekStart("2025-08-07"); // "2025-08-04"
 * weekStart({ year: 2025, month: 8, day: 7 }); // { year: 2025, month: 8, day: 4 }
 * weekStart("2025-02-29"); // throws: day 29 does not exist in month 2 of 2025, which has 28 days (at byte 8)
 * ```
 */
export function weekStart<D extends DateLike>(date: D): SameForm<D> {
  return inFormOf(date, core.monday(weekOf(date)));
}

/**
 * The Sunday of a date's week, in the form of the date.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { weekEnd } from "semaine";
 *
 * weekEnd("2025-08-07"); // "2025-08-10"
 * ```
 */
export function weekEnd<D extends DateLike>(date: D): SameForm<D> {
  return inFormOf(date, core.monday(weekOf(date)) + 6);
}

/**
 * The Monday and the Sunday of a date's week, in the form of the date.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { weekRange } from "semaine";
 *
 * weekRange("2025-08-07"); // ["2025-08-04", "2025-08-10"]
 * ```
 */
export function weekRange<D extends DateLike>(date: D): [monday: SameForm<D>, sunday: SameForm<D>] {
  const monday = core.monday(weekOf(date));
  return [inFormOf(date, monday), inFormOf(date, monday + 6)];
}

/**
 * The first Monday after a date, in the form of the date.
 *
 * @throws RangeError for a date that does not exist or is in the last week, TypeError for what is no date.
 * @example
 * ```js
 * import { nextMonday } from "semaine";
 *
 * nextMonday("2025-08-03"); // "2025-08-04"
 * nextMonday("2025-08-04"); // "2025-08-11"
 * ```
 */
export function nextMonday<D extends DateLike>(date: D): SameForm<D> {
  return inFormOf(date, core.monday(weekInRange(weekOf(date) + 1)));
}

/**
 * The last Monday before a date, in the form of the date.
 *
 * @throws RangeError for a date that does not exist or is the first of all, TypeError for what is no date.
 * @example
 * ```js
 * import { previousMonday } from "semaine";
 *
 * previousMonday("2025-08-05"); // "2025-08-04"
 * previousMonday("2025-08-04"); // "2025-07-28"
 * ```
 */
export function previousMonday<D extends DateLike>(date: D): SameForm<D> {
  return inFormOf(date, core.monday(core.week_of(dayInRange(toEpochDay(date) - 1))));
}

/**
 * The number of a date's ISO week, 1 to 53.
 *
 * Around New Year it is ambiguous without {@link isoYear}: to store, show or compare weeks, use
 * {@link IsoWeek}.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { weekNumber } from "semaine";
 *
 * weekNumber("2025-08-07"); // 32
 * weekNumber("2024-12-30"); // 1, of 2025
 * ```
 */
export function weekNumber(date: DateLike): number {
  return core.year_week(weekOf(date)) & 63;
}

/**
 * The year that a date's ISO week belongs to, which around New Year is not always that of the date.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { isoYear } from "semaine";
 *
 * isoYear("2024-12-30"); // 2025
 * ```
 */
export function isoYear(date: DateLike): number {
  return core.year_week(weekOf(date)) >> 6;
}

/**
 * The number of a date's weekday, 1 for Monday to 7 for Sunday.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { weekday } from "semaine";
 *
 * weekday("2025-08-10"); // 7
 * ```
 */
export function weekday(date: DateLike): Weekday {
  return core.weekday(toEpochDay(date)) as Weekday;
}

/**
 * Whether a date is a Monday.
 *
 * @throws RangeError for a date that does not exist, TypeError for what is no date.
 * @example
 * ```js
 * import { isMonday } from "semaine";
 *
 * isMonday("2025-08-04"); // true
 * ```
 */
export function isMonday(date: DateLike): boolean {
  return weekday(date) === 1;
}

/**
 * The number of weeks of an ISO year.
 *
 * @throws RangeError for a year of which no day is representable, TypeError for what is no integer.
 * @example
 * ```js
 * import { weeksInYear } from "semaine";
 *
 * weeksInYear(2025); // 52
 * weeksInYear(2026); // 53
 * ```
 */
export function weeksInYear(year: number): 52 | 53 {
  const number = int32(year);
  return number < core.first_year || number > core.last_year
    ? outOfRange("year", year, core.first_year, core.last_year)
    : (core.weeks_in_year(number) as 52 | 53);
}

/**
 * Whether an ISO year has 53 weeks.
 *
 * @throws RangeError for a year of which no day is representable, TypeError for what is no integer.
 * @example
 * ```js
 * import { isLongYear } from "semaine";
 *
 * isLongYear(2026); // true
 * ```
 */
export function isLongYear(year: number): boolean {
  return weeksInYear(year) === 53;
}

function weekOf(date: DateLike): number {
  return core.week_of(toEpochDay(date));
}
