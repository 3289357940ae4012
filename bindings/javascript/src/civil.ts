/**
 * Year, month and day to epoch days, and back.
 *
 * @module
 */
import * as core from "./core.js";
import { outOfRange, refuse } from "./errors.js";
import { byte, int32 } from "./integers.js";

/** A day as three numbers; `Temporal.PlainDate` has them, too. */
export interface CivilDate {
  /** The year; 0 is the year before 1. */
  readonly year: number;
  /** The month, 1 to 12. */
  readonly month: number;
  /** The day of the month, from 1. */
  readonly day: number;
}

/**
 * The epoch day of a year, month and day.
 *
 * @param yearTo Where the year of a text ends that has it at its beginning, then a hyphen, the month, a
 * hyphen and the day.
 * @throws RangeError as the core's `Date::new`.
 */
export function epochDayOf(year: number, month: number, day: number, yearTo?: number): number {
  const epochDay = core.day(int32(year), byte(month), byte(day));
  return epochDay < core.first_day ? refuseDay(epochDay, year, month, day, yearTo) : epochDay;
}

/**
 * Throws what a refusal of the compiled core means.
 */
export function refuseDay(refusal: number, year: number, month: number, day: number, yearTo?: number): never {
  const yearAt = yearTo && 0;
  const dayAt = yearTo && yearTo + 4;
  switch (refusal + 2 ** 31) {
    case 0:
      return outOfRange("year", year, core.first_year, core.last_year, yearAt);
    case 1:
      return outOfRange("month", month, 1, 12, yearTo && yearTo + 1);
    case 2:
      return outOfRange("day", day, 1, 31, dayAt);
    case 3: {
      let days = 28;
      while (core.day(year, month, days + 1) >= core.first_day) {
        days += 1;
      }
      const reason = `day ${day} does not exist in month ${month} of ${year}, which has ${days} days`;
      return refuse("day_not_in_month", reason, { value: day, range: [1, days] }, dayAt);
    }
    default: {
      // A cycle of 400 years nearer to the present, the day is representable.
      const cycles = Math.sign(year);
      const epochDay = core.day(year - 400 * cycles, month, day) + 146_097 * cycles;
      return outOfRange("epoch day", epochDay, core.first_day, core.last_day, yearAt);
    }
  }
}

/**
 * A number that has to be an epoch day.
 *
 * @throws RangeError `epoch_day_out_of_range`, TypeError for what is no integer.
 */
export function dayInRange(epochDay: number, offset?: number): number {
  return Number.isInteger(epochDay) && Math.abs(epochDay) <= core.last_day
    ? epochDay | 0
    : outOfRange("epoch day", epochDay, core.first_day, core.last_day, offset);
}

/** Year, month and day of an epoch day of the range. */
export function civilOf(epochDay: number): CivilDate {
  const packed = core.civil(epochDay);
  return { year: Math.floor(packed / 512), month: (packed >> 5) & 15, day: packed & 31 };
}
