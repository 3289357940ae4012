/**
 * Zones, by which instants are on days.
 *
 * @module
 */
import { outOfRange, wrongType } from "../errors.js";
import { type Clock, DAY } from "./clock.js";
import { LocalClock } from "./local-clock.js";

/**
 * Where the days of instants begin and end: in UTC, where the program runs (`"local"`, with all changes
 * of its clocks), or at a fixed distance from UTC, such as `"+05:30"`.
 */
export type Zone = "utc" | "local" | `${"+" | "-"}${number}:${number}`;

/** The seconds of a day but one. */
const LAST_OFFSET = 86_399;

class FixedClock implements Clock {
  readonly utcOffset: number;

  constructor(utcOffset: number) {
    this.utcOffset = utcOffset;
  }

  day(milliseconds: number): number {
    return Math.floor((milliseconds + 1000 * this.utcOffset) / DAY);
  }

  midnight(epochDay: number): number {
    return epochDay * DAY - 1000 * this.utcOffset;
  }
}

/**
 * The clock of a zone.
 *
 * @throws TypeError for what is no zone, RangeError `utc_offset_out_of_range` for a day or more.
 */
export function clockOf(zone: Zone | undefined, rows: number): Clock {
  if (zone === "utc") {
    return new FixedClock(0);
  }
  if (zone === "local") {
    return new LocalClock(rows);
  }
  const parts = typeof zone === "string" ? /^([+-])(\d\d):([0-5]\d)$/.exec(zone) : null;
  if (parts === null) {
    return wrongType('instants need a zone: "utc", "local" or a distance from UTC such as "+05:30"');
  }
  const seconds = Number(`${parts[1]}1`) * (3600 * Number(parts[2]) + 60 * Number(parts[3]));
  return Math.abs(seconds) <= LAST_OFFSET
    ? new FixedClock(seconds)
    : outOfRange("UTC offset", seconds, -LAST_OFFSET, LAST_OFFSET);
}
