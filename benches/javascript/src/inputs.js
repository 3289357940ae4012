/** The days that are asked about: the same in every run, in no order. */

import { DAYS } from "./calendar.js";

export const SEED = 2025;
/** Single dates: too many for a processor to remember each, few enough for its caches. */
export const SCALARS = 4_096;
/** Columns that no cache can hold. */
export const COLUMN = 10_000_000;

/**
 * Whole numbers below a limit, by Marsaglia's xorshift.
 *
 * @param {number} seed
 * @returns {(limit: number) => number}
 */
export function random(seed) {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** Single days. */
export function days() {
  const next = random(SEED);
  return Array.from({ length: SCALARS }, () => DAYS[next(DAYS.length)]);
}

/**
 * Days of a column, as days since 1970-01-01.
 *
 * @param {number} rows
 */
export function epochDays(rows) {
  const next = random(SEED);
  const [{ epochDay: first }] = DAYS;
  const column = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    column[row] = first + next(DAYS.length);
  }
  return column;
}
