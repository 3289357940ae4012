/**
 * Days where the program runs.
 *
 * @module
 */
import { civilOf } from "../civil.js";
import * as core from "../core.js";
import { type Clock, DAY } from "./clock.js";
import { Remembered } from "./remembered.js";

/**
 * The host's clock. To ask `Date` takes longer than all else, and columns have more rows than days, so
 * that what was found for a day is remembered; for one call, since clocks can be set meanwhile.
 *
 * No zone has ever changed its clocks twice in two days: between days that begin with the same distance
 * from UTC, there is no other.
 */
export class LocalClock implements Clock {
  /** By how many milliseconds local time is ahead of UTC when a day of UTC begins. */
  readonly #aheads: Remembered<number>;
  /** The midnights of days. */
  readonly #midnights: Remembered<number>;

  constructor(rows: number) {
    this.#aheads = new Remembered(rows, (utcDay) => aheadAt(utcDay * DAY));
    this.#midnights = new Remembered(rows, (epochDay) => this.#midnightOf(epochDay));
  }

  day(milliseconds: number): number {
    const utcDay = Math.floor(milliseconds / DAY);
    const ahead = this.#aheads.get(utcDay);
    return ahead === this.#aheads.get(utcDay + 1)
      ? Math.floor((milliseconds + ahead) / DAY)
      : dayOn(new Date(milliseconds));
  }

  midnight(epochDay: number): number {
    return this.#midnights.get(epochDay);
  }

  #midnightOf(epochDay: number): number {
    const ahead = this.#aheads.get(epochDay);
    const isSteady = ahead === this.#aheads.get(epochDay - 1) && ahead === this.#aheads.get(epochDay + 1);
    return isSteady ? epochDay * DAY - ahead : midnightOf(epochDay);
  }
}

/** `getTimezoneOffset` has minutes, which are not enough for the zones of long ago. NaN beyond `Date`. */
function aheadAt(milliseconds: number): number {
  const at = new Date(milliseconds);
  const clock = ((at.getHours() * 60 + at.getMinutes()) * 60 + at.getSeconds()) * 1000 + at.getMilliseconds();
  return dayOn(at) * DAY + clock - milliseconds;
}

function dayOn(at: Date): number {
  return core.day(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

/** The first moment of the day where clocks leave midnight out. NaN beyond `Date`. */
function midnightOf(epochDay: number): number {
  const { year, month, day } = civilOf(epochDay);
  // The constructor takes the years 0 to 99 for those of the twentieth century.
  return new Date(2000, 0).setFullYear(year, month - 1, day);
}
