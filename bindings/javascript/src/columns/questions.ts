/**
 * What columns of days are asked, and how each engine is asked it.
 *
 * @module
 */
import type { Addon } from "./addon.js";
import type { AnyArray } from "./arrays.js";
import * as portable from "./portable.js";

/** A question, by the arrays that take its answers. */
export interface Question<Outs extends readonly AnyArray[]> {
  /** Asks the addon, which may decline. */
  native(addon: Addon, column: AnyArray, utcOffset: number, ...outs: Outs): boolean;
  portable(days: Int32Array, ...outs: Outs): void;
}

/** The first day of weeks that start on a weekday. */
export function weekStartOn(first: number): Question<[AnyArray]> {
  return {
    native: (addon, column, utcOffset, out) => addon.weekStartOn(column, utcOffset, out, first),
    portable: (days, out) => portable.weekStart(days, out as Int32Array, first - 1, 0),
  };
}

export const weekStart: Question<[AnyArray]> = {
  native: (addon, ...arrays) => addon.weekStart(...arrays),
  portable: (days, out) => portable.weekStart(days, out as Int32Array, 0, 0),
};

export const weekEnd: Question<[AnyArray]> = {
  native: (addon, ...arrays) => addon.weekEnd(...arrays),
  portable: (days, out) => portable.weekStart(days, out as Int32Array, 0, 6),
};

export const weekNumber: Question<[Uint8Array]> = {
  native: (addon, ...arrays) => addon.weekNumber(...arrays),
  portable: portable.weekNumber,
};

export const isoYear: Question<[Int32Array]> = {
  native: (addon, ...arrays) => addon.isoYear(...arrays),
  portable: portable.isoYear,
};

export const yearWeek: Question<[Int32Array, Uint8Array]> = {
  native: (addon, ...arrays) => addon.yearWeek(...arrays),
  portable: portable.yearWeek,
};

export const epochWeek: Question<[Int32Array]> = {
  native: (addon, ...arrays) => addon.epochWeek(...arrays),
  portable: portable.epochWeek,
};

export const weekday: Question<[Uint8Array]> = {
  native: (addon, ...arrays) => addon.weekday(...arrays),
  portable: portable.weekday,
};

export const isWeekStart: Question<[Uint8Array]> = {
  native: (addon, ...arrays) => addon.isWeekStart(...arrays),
  portable: portable.isWeekStart,
};
