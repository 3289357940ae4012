/**
 * The week of the month, for which there is no standard: each rule has a name.
 *
 * @module
 */
import * as core from "./core.js";
import { type DateLike, toEpochDay } from "./dates.js";
import { invalidOption } from "./errors.js";

/** In the order of the core. */
const RULES = ["thursday", "monday", "row", "seven_days"] as const;

/**
 * How weeks of a month are counted:
 *
 * - `thursday`: a week belongs to the month of its Thursday, as ISO weeks to years;
 * - `monday`: a week belongs to the month of its Monday;
 * - `row`: the row of a calendar page that starts on Mondays;
 * - `seven_days`: days 1 to 7 are week 1, whatever their weekdays.
 */
export type MonthRule = (typeof RULES)[number];

/** A week of a month. */
export interface MonthWeek {
  /** The year of the month. */
  readonly year: number;
  /** The month, 1 to 12, which need not be that of the date. */
  readonly month: number;
  /** The week of the month, from 1. */
  readonly week: number;
}

/**
 * The week of the month of a date.
 *
 * @throws RangeError for a date that does not exist and `invalid_option` for another rule, TypeError for what
 * is no date.
 * @example
 * ```js
 * import { monthWeek } from "semaine";
 *
 * monthWeek("2025-08-01"); // { year: 2025, month: 7, week: 5 }
 * monthWeek("2025-08-01", "row"); // { year: 2025, month: 8, week: 1 }
 * ```
 */
export function monthWeek(date: DateLike, rule: MonthRule = "thursday"): MonthWeek {
  const place = RULES.indexOf(rule);
  if (place < 0) {
    invalidOption(`a rule must be one of ${RULES.join(", ")}`);
  }
  const packed = core.month_week(toEpochDay(date), place);
  return { year: packed >> 7, month: (packed >> 3) & 15, week: packed & 7 };
}
