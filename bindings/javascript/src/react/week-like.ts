/**
 * What the hooks take for a week or a date.
 *
 * @module
 */
import * as core from "../core.js";
import { type DateLike, toEpochDay } from "../dates.js";
import { outOfRange } from "../errors.js";
import { fromLocalDate } from "../instants.js";
import { IsoWeek } from "../iso-week.js";
import { isKind } from "../value.js";

/**
 * A week (an `IsoWeek` or a text such as `"2025-W32"`), or a date in it (`"2025-08-07"`, `{year, month, day}`,
 * or a `Date`, which stands for its calendar date where the program runs).
 */
export type WeekLike = IsoWeek | DateLike | Date;

/** The hooks give days as `Date`, too, which has no midnight further from the epoch in some zone. */
const LAST_DAY = 99_999_999;
/** The last week with seven such days; epoch week 0 ends on epoch day 3. */
export const LAST_WEEK: number = Math.floor((LAST_DAY - 3) / 7);

/**
 * The epoch day of a date, or of a week's Monday.
 *
 * @throws RangeError for what does not exist or is beyond the range of `Date`, TypeError for what is neither
 * week nor date.
 */
export function epochDayOf(value: WeekLike): number {
  const epochDay = isWeek(value) ? core.monday(weekOf(value).epochWeek) : toEpochDay(dateOf(value));
  return Math.abs(epochDay) > LAST_DAY ? outOfRange("epoch day", epochDay, -LAST_DAY, LAST_DAY) : epochDay;
}

/**
 * The epoch week of a week, or of a date's week.
 *
 * @throws As {@link epochDayOf}.
 */
export function epochWeekOf(value: WeekLike): number {
  const epochWeek = core.week_of(epochDayOf(value));
  return Math.abs(epochWeek) > LAST_WEEK
    ? outOfRange("epoch week", epochWeek, -LAST_WEEK, LAST_WEEK)
    : epochWeek;
}

function isWeek(value: WeekLike): value is IsoWeek | string {
  return typeof value === "string" ? /w/i.test(value) : isKind(value, "IsoWeek");
}

function weekOf(value: IsoWeek | string): IsoWeek {
  return typeof value === "string" ? IsoWeek.parse(value) : value;
}

function dateOf(value: DateLike | Date): DateLike {
  // Not `instanceof`, since pages and tests hold dates of other windows.
  return Object.prototype.toString.call(value) === "[object Date]"
    ? fromLocalDate(value as Date)
    : (value as DateLike);
}
