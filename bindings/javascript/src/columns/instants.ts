/**
 * Columns of instants as columns of days, and back.
 *
 * @module
 */
import { isArray } from "./arrays.js";
import type { Clock } from "./clock.js";
import { readMilliseconds, writeMilliseconds } from "./milliseconds.js";
import { readNanoseconds, writeNanoseconds } from "./nanoseconds.js";
import { NULL } from "./null.js";

/** The columns whose rows are instants. */
export type Instants = Float64Array | BigInt64Array;

/** The rows that are read at once: few enough to stay in the fastest cache. */
const BLOCK = 1024;

/** Hands on the days of each block of so many rows, and the first of the rows. */
export function eachBlock(
  instants: Instants,
  rows: number,
  clock: Clock,
  answer: (days: Int32Array, first: number) => void,
): void {
  const allTimes = new Float64Array(Math.min(BLOCK, rows));
  const allDays = new Int32Array(allTimes.length);
  for (let first = 0; first < rows; first += BLOCK) {
    const times = allTimes.subarray(0, rows - first);
    const days = allDays.subarray(0, rows - first);
    if (isArray(instants, "BigInt64Array")) {
      readNanoseconds(instants, first, times);
    } else {
      readMilliseconds(instants, first, times);
    }
    for (let row = 0; row < days.length; row += 1) {
      const time = times[row] as number;
      days[row] = Number.isNaN(time) ? NULL : clock.day(time);
    }
    answer(days, first);
  }
}

/** Writes the midnights of days to rows from one on. */
export function writeMidnights(days: Int32Array, clock: Clock, out: Instants, first: number): void {
  const times = new Float64Array(days.length);
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row] as number;
    times[row] = day === NULL ? Number.NaN : clock.midnight(day);
  }
  if (isArray(out, "BigInt64Array")) {
    writeNanoseconds(times, out, first);
  } else {
    writeMilliseconds(times, out, first);
  }
}
