/**
 * What the hooks take for a week or a date.
 *
 * @module
 */
import * as core from "../core.js";
import { type DateLike, toEpochDay } from "../dates.js";
import { outOfRange, wrongType } from "../errors.js";
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
  return within("epoch day", dayOf(value), LAST_DAY);
}

/**
 * The epoch week of a week, or of a date's week.
 *
 * @throws As {@link epochDayOf}.
 */
export function epochWeekOf(value: WeekLike): number {
  return within("epoch week", core.week_of(epochDayOf(value)), LAST_WEEK);
}

function within(noun: string, value: number, last: number): number {
  return Math.abs(value) > last ? outOfRange(noun, value, -last, last) : value;
}

function dayOf(value: WeekLike): number {
  const given = typeof value === "string" && /w/i.test(value) ? IsoWeek.parse(value) : value;
  if (isKind(given, "IsoWeek")) {
    return core.monday((given as IsoWeek).epochWeek);
  }
  // Not `instanceof`, since pages and tests hold dates of other windows.
  const isInstant = Object.prototype.toString.call(given) === "[object Date]";
  const date = isInstant ? fromLocalDate(given as Date) : (given as DateLike);
  return typeof date === "string" || typeof date?.day === "number"
    ? toEpochDay(date)
    : wrongType("a week or date must be a text, an IsoWeek, {year, month, day} or a Date");
}
