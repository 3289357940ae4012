/**
 * What tells days from instants.
 *
 * @module
 */

/** As many milliseconds as a day has. */
export const DAY = 86_400_000;

/** Days of instants, and the midnights with which days begin, in milliseconds since 1970. */
export interface Clock {
  /** By how many seconds local time is ahead of UTC, if it always is. */
  readonly utcOffset?: number;
  /** The epoch day of an instant that a `Date` can hold. */
  day(milliseconds: number): number;
  /** The first instant of an epoch day; NaN, or more than a `Date` can hold, if it is not among them. */
  midnight(epochDay: number): number;
}
