/**
 * Calendar dates of the instants that `Date` holds, and back.
 *
 * @module
 */
import { type CivilDate, civilOf } from "./civil.js";
import { type DateLike, toEpochDay } from "./dates.js";
import { outOfRange, wrongType } from "./errors.js";

/** A `Date` holds the days from the epoch up to this number, and as many before it. */
const LAST_DAY = 100_000_000;
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The calendar date of an instant where the program runs: in a browser, what the user's clock shows.
 *
 * @throws TypeError for what is no valid `Date`.
 * @example
 * ```js
 * import { fromLocalDate, weekStart } from "semaine";
 *
 * weekStart(fromLocalDate(new Date(2025, 7, 7, 23, 59))); // { year: 2025, month: 8, day: 4 }
 * ```
 */
export function fromLocalDate(instant: Date): CivilDate {
  judge(instant);
  return { year: instant.getFullYear(), month: instant.getMonth() + 1, day: instant.getDate() };
}

/**
 * The calendar date of an instant in UTC, such as the midnight that `new Date("2025-08-07")` is.
 *
 * @throws TypeError for what is no valid `Date`.
 * @example
 * ```js
 * import { fromUtcDate, weekStart } from "semaine";
 *
 * weekStart(fromUtcDate(new Date("2025-08-07"))); // { year: 2025, month: 8, day: 4 }
 * ```
 */
export function fromUtcDate(instant: Date): CivilDate {
  judge(instant);
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, day: instant.getUTCDate() };
}

/**
 * Midnight where the program runs, or the first moment of the day where clocks leave midnight out; of the
 * next day where they leave out a whole day, as those of Samoa did in 2011.
 *
 * @throws RangeError for a date that does not exist or that no `Date` holds, TypeError for what is no date.
 * @example
 * ```js
 * import { toLocalDate } from "semaine";
 *
 * toLocalDate("2025-08-04").getHours(); // 0
 * ```
 */
export function toLocalDate(date: DateLike): Date {
  return localMidnight(instantDay(date));
}

/**
 * The same of an epoch day.
 *
 * @throws RangeError for a day that no `Date` holds.
 */
export function localMidnight(epochDay: number): Date {
  const { year, month, day } = civilOf(epochDay);
  // The constructor takes the years 0 to 99 for those of the twentieth century.
  const instant = new Date(2000, 0);
  instant.setFullYear(year, month - 1, day);
  // A zone ahead of UTC or behind it has no midnight on one of the last days.
  return Number.isNaN(instant.getTime()) ? refuseDay(epochDay, LAST_DAY - 1) : instant;
}

/**
 * Midnight in UTC.
 *
 * @throws RangeError for a date that does not exist or that no `Date` holds, TypeError for what is no date.
 * @example
 * ```js
 * import { toUtcDate } from "semaine";
 *
 * toUtcDate("2025-08-04").toISOString(); // "2025-08-04T00:00:00.000Z"
 * ```
 */
export function toUtcDate(date: DateLike): Date {
  return new Date(instantDay(date) * MILLISECONDS_PER_DAY);
}

function judge(instant: Date): void {
  let time = Number.NaN;
  try {
    // Not `instanceof`, since pages and tests hold dates of other windows.
    time = Date.prototype.getTime.call(instant);
  } catch {
    // It is no Date at all.
  }
  if (Number.isNaN(time)) {
    wrongType("an instant must be a valid Date");
  }
}

function instantDay(date: DateLike): number {
  const epochDay = toEpochDay(date);
  return Math.abs(epochDay) > LAST_DAY ? refuseDay(epochDay) : epochDay;
}

function refuseDay(epochDay: number, last = LAST_DAY): never {
  return outOfRange("epoch day", epochDay, -last, last);
}
