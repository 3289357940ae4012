/**
 * Columns of epoch days on the core as plain JavaScript. Engines make the best of loops that call one
 * function each, so that each question has its own.
 *
 * @module
 */
import * as core from "../core.js";
import { NULL } from "./null.js";

/** Stands for null among week numbers and weekdays. */
const NO_NUMBER = 0;

/** The first day of each day's week, or one so many days later, of weeks that start so many days after
 * Monday. Null unless all of the week is representable. */
export function weekStart(days: Int32Array, out: Int32Array, afterMonday: number, later: number): void {
  const first = core.first_day + afterMonday;
  const last = afterMonday === 0 ? core.last_day : core.last_day - 7 + afterMonday;
  for (let row = 0; row < out.length; row += 1) {
    const day = days[row] as number;
    out[row] =
      day >= first && day <= last ? core.monday(core.week_of(day - afterMonday)) + afterMonday + later : NULL;
  }
}

/** The number of each day's week. */
export function weekNumber(days: Int32Array, out: Uint8Array): void {
  for (let row = 0; row < out.length; row += 1) {
    const day = days[row] as number;
    out[row] = isInRange(day) ? core.year_week(core.week_of(day)) & 63 : NO_NUMBER;
  }
}

/** The ISO year of each day. */
export function isoYear(days: Int32Array, out: Int32Array): void {
  for (let row = 0; row < out.length; row += 1) {
    const day = days[row] as number;
    out[row] = isInRange(day) ? core.year_week(core.week_of(day)) >> 6 : NULL;
  }
}

/** Both. */
export function yearWeek(days: Int32Array, years: Int32Array, weeks: Uint8Array): void {
  for (let row = 0; row < years.length; row += 1) {
    const day = days[row] as number;
    if (isInRange(day)) {
      const packed = core.year_week(core.week_of(day));
      years[row] = packed >> 6;
      weeks[row] = packed & 63;
    } else {
      years[row] = NULL;
      weeks[row] = NO_NUMBER;
    }
  }
}

/** The epoch week of each day. */
export function epochWeek(days: Int32Array, out: Int32Array): void {
  for (let row = 0; row < out.length; row += 1) {
    const day = days[row] as number;
    out[row] = isInRange(day) ? core.week_of(day) : NULL;
  }
}

/** The ISO number of each day's weekday. */
export function weekday(days: Int32Array, out: Uint8Array): void {
  for (let row = 0; row < out.length; row += 1) {
    const day = days[row] as number;
    out[row] = isInRange(day) ? core.weekday(day) : NO_NUMBER;
  }
}

/** 1 for each Monday, 0 for other days and null. */
export function isWeekStart(days: Int32Array, out: Uint8Array): void {
  for (let row = 0; row < out.length; row += 1) {
    const day = days[row] as number;
    out[row] = isInRange(day) && core.weekday(day) === 1 ? 1 : 0;
  }
}

function isInRange(day: number): boolean {
  return day >= core.first_day && day <= core.last_day;
}
