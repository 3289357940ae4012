/**
 * The numbers that callers give.
 *
 * @module
 */
import { outOfRange, wrongType } from "./errors.js";

/** The integer that is outside the range of every quantity. */
const REFUSED = -(2 ** 31);

/**
 * What the compiled core is given for a number of the caller: the number, or one that it refuses if
 * this is no 32-bit integer. Whoever throws then looks at the number itself.
 */
export function int32(value: number): number {
  return typeof value === "number" && (value | 0) === value ? value : REFUSED;
}

/**
 * The same for a month, a day of a month or a week of a year, of which none is 0 or more than a byte holds.
 */
export function byte(value: number): number {
  return typeof value === "number" && (value & 255) === value ? value : 0;
}

/**
 * A distance: any whole number.
 *
 * @throws TypeError for anything else.
 */
export function distance(value: number): number {
  return Number.isInteger(value) ? value : wrongType("a distance must be an integer");
}

/**
 * The number of a weekday.
 *
 * @throws RangeError `weekday_out_of_range`, TypeError for what is no integer.
 */
export function weekdayIn(value: number, offset?: number): number {
  return Number.isInteger(value) && value > 0 && value < 8
    ? value
    : outOfRange("weekday", value, 1, 7, offset);
}
