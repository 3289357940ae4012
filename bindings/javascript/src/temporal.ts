/**
 * To the dates of Temporal. From them nothing is needed: they have a year, a month and a day.
 *
 * @module
 */
import { civilOf } from "./civil.js";
import { type DateLike, toEpochDay } from "./dates.js";
import { wrongType } from "./errors.js";

/** What makes a date of three numbers, as `Temporal.PlainDate` does. */
export interface TemporalLike<PlainDate> {
  readonly PlainDate: new (year: number, month: number, day: number) => PlainDate;
}

/** The `Temporal.PlainDate` of this environment, where its types are known. */
export type HostPlainDate = typeof globalThis extends { readonly Temporal: TemporalLike<infer PlainDate> }
  ? PlainDate
  : unknown;

/**
 * A date as a `Temporal.PlainDate`: that of the environment, or of a polyfill that is given.
 *
 * @throws TypeError where there is no Temporal, RangeError for a date that does not exist or that Temporal
 * cannot hold.
 * @example
 * ```js
 * import { toPlainDate } from "semaine";
 * import { Temporal } from "temporal-polyfill";
 *
 * toPlainDate("2025-08-04", Temporal).toString(); // "2025-08-04"
 * ```
 */
export function toPlainDate(date: DateLike): HostPlainDate;
export function toPlainDate<PlainDate>(date: DateLike, temporal: TemporalLike<PlainDate>): PlainDate;
export function toPlainDate(date: DateLike, temporal = hostTemporal()): unknown {
  const { year, month, day } = civilOf(toEpochDay(date));
  return typeof temporal?.PlainDate === "function"
    ? new temporal.PlainDate(year, month, day)
    : wrongType("there is no Temporal here; give one");
}

function hostTemporal(): TemporalLike<unknown> | undefined {
  return (globalThis as { Temporal?: TemporalLike<unknown> }).Temporal;
}
