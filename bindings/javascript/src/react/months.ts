/**
 * Months of the calendar as numbers without a gap: twelve times the year, and the months of it that are over.
 *
 * @module
 */
import { civilOf, epochDayOf } from "../civil.js";

/** The month of an epoch day. */
export function monthOf(epochDay: number): number {
  const { year, month } = civilOf(epochDay);
  return year * 12 + month - 1;
}

/** The year of a month, and its place in it. */
export function yearAndMonthOf(month: number): { readonly year: number; readonly month: number } {
  const year = Math.floor(month / 12);
  return { year, month: month - year * 12 + 1 };
}

/** The first epoch day of a month. */
export function firstDayOf(month: number): number {
  const { year, month: place } = yearAndMonthOf(month);
  return epochDayOf(year, place, 1);
}

/** The last epoch day of a month. */
export function lastDayOf(month: number): number {
  return firstDayOf(month + 1) - 1;
}

/** The day of a month with the same number as an epoch day, or the last one of a month that is too short. */
export function sameDayIn(month: number, epochDay: number): number {
  return Math.min(firstDayOf(month) + civilOf(epochDay).day - 1, lastDayOf(month));
}
