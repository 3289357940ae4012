/**
 * Days where the program runs.
 *
 * @module
 */
import { civilOf, epochDayOf } from "../civil.js";
import { type Clock, DAY } from "./clock.js";
import { Remembered } from "./remembered.js";

/**
 * The host's clock. To ask `Date` takes longer than all else, and columns have more rows than days, so
 * that what was found for a day is remembered; for one call, since clocks can be set meanwhile.
 */
export class LocalClock implements Clock {
  /** By how many milliseconds local time is ahead of UTC, by the day in UTC; NaN if that changes. */
  readonly #aheads: Remembered<number>;
  readonly #midnights: Remembered<number>;

  constructor(rows: number) {
    this.#aheads = new Remembered(rows, aheadOn);
    this.#midnights = new Remembered(rows, midnightOf);
  }

  day(milliseconds: number): number {
    const ahead = this.#aheads.get(Math.floor(milliseconds / DAY));
    return Number.isNaN(ahead) ? dayAt(milliseconds) : Math.floor((milliseconds + ahead) / DAY);
  }

  midnight(epochDay: number): number {
    return this.#midnights.get(epochDay);
  }
}

/** No zone has ever changed its clocks twice on a day. */
function aheadOn(utcDay: number): number {
  const start = utcDay * DAY;
  const ahead = aheadAt(start);
  return ahead === aheadAt(start + DAY - 1) ? ahead : Number.NaN;
}

/** `getTimezoneOffset` has minutes, which are not enough for the zones of long ago. */
function aheadAt(milliseconds: number): number {
  const at = new Date(milliseconds);
  const clock = ((at.getHours() * 60 + at.getMinutes()) * 60 + at.getSeconds()) * 1000 + at.getMilliseconds();
  return dayAt(milliseconds) * DAY + clock - milliseconds;
}

function dayAt(milliseconds: number): number {
  const at = new Date(milliseconds);
  return epochDayOf(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

/** The first moment of the day where clocks leave midnight out. */
function midnightOf(epochDay: number): number {
  const { year, month, day } = civilOf(epochDay);
  // The constructor takes the years 0 to 99 for those of the twentieth century.
  const midnight = new Date(2000, 0);
  return midnight.setFullYear(year, month - 1, day);
}
