/**
 * Epoch weeks of the numbers and sums that callers give.
 *
 * @module
 */
import * as core from "./core.js";
import { outOfRange, refuse } from "./errors.js";
import { byte, int32 } from "./integers.js";

/**
 * The epoch week of a year and a number.
 *
 * @param yearAt Where a text has the year.
 * @param weekAt Where it has the number.
 * @throws RangeError as the core's `IsoWeek::new`.
 */
export function epochWeekOf(year: number, week: number, yearAt?: number, weekAt?: number): number {
  const epochWeek = core.week_from(int32(year), byte(week));
  return epochWeek < -core.last_week ? refuseWeek(epochWeek, year, week, yearAt, weekAt) : epochWeek;
}

function refuseWeek(refusal: number, year: number, week: number, yearAt?: number, weekAt?: number): number {
  // The places of what was refused, as `core.ts` counts them.
  switch (refusal + 2 ** 31) {
    case 0:
      return outOfRange("year", year, core.first_year, core.last_year, yearAt);
    case 1:
      return outOfRange("week", week, 1, 53, weekAt);
    case 3: {
      const reason = `week ${week} does not exist in ${year}, which has 52 weeks`;
      return refuse("week_not_in_year", reason, { value: week, range: [1, 52] }, weekAt);
    }
    default: {
      // A cycle of 400 years nearer to the present, the week is representable.
      const cycles = Math.sign(year);
      return weekInRange(core.week_from(year - 400 * cycles, week) + 20_871 * cycles, yearAt);
    }
  }
}

/**
 * A number that has to be an epoch week.
 *
 * @throws RangeError `epoch_week_out_of_range`, TypeError for what is no integer.
 */
export function weekInRange(epochWeek: number, offset?: number): number {
  return Number.isInteger(epochWeek) && Math.abs(epochWeek) <= core.last_week
    ? epochWeek | 0
    : outOfRange("epoch week", epochWeek, -core.last_week, core.last_week, offset);
}
