/**
 * What the addon for Node offers: `bindings/javascript/native`.
 *
 * @module
 */
import type { AnyArray } from "./arrays.js";

/** Whether a column was answered. Arrays that are shared with other threads, for one, never are. */
type Ask = (column: AnyArray, utcOffset: number, out: AnyArray) => boolean;

/** The core's columns, compiled for this machine. */
export interface Addon {
  readonly weekStart: Ask;
  readonly weekEnd: Ask;
  readonly weekNumber: Ask;
  readonly isoYear: Ask;
  readonly epochWeek: Ask;
  readonly weekday: Ask;
  readonly isWeekStart: Ask;
  weekStartOn(column: AnyArray, utcOffset: number, out: AnyArray, first: number): boolean;
  yearWeek(column: AnyArray, utcOffset: number, years: AnyArray, weeks: AnyArray): boolean;
  /** Has the system hand out large new memory faster. */
  useLargePages(memory: Uint8Array): void;
}
