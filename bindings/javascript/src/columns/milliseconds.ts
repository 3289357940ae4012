/**
 * Columns of the time values of `Date`: milliseconds since 1970, NaN for null.
 *
 * @module
 */

/** The last millisecond that a `Date` can hold; the first one is its opposite. */
const LAST = 8.64e15;

/** Whole milliseconds of rows from one on; NaN for what no `Date` can hold. */
export function readMilliseconds(column: Float64Array, first: number, times: Float64Array): void {
  for (let row = 0; row < times.length; row += 1) {
    times[row] = held(Math.floor(column[first + row] as number));
  }
}

/** Writes times to rows from one on; NaN for what no `Date` can hold. */
export function writeMilliseconds(times: Float64Array, column: Float64Array, first: number): void {
  for (let row = 0; row < times.length; row += 1) {
    column[first + row] = held(times[row] as number);
  }
}

function held(time: number): number {
  return Math.abs(time) <= LAST ? time : Number.NaN;
}
