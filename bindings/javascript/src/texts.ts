/**
 * Numbers as ISO 8601 writes them.
 *
 * @module
 */

import { civilOf } from "./civil.js";
import * as core from "./core.js";

/** Two digits. */
export function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** Four digits, or a sign and as many as the year needs, at least four. */
export function yearText(year: number): string {
  const count = Math.abs(year);
  const digits = count < 1000 ? `${10_000 + count}`.slice(1) : `${count}`;
  return year < 0 ? `-${digits}` : year > 9999 ? `+${digits}` : digits;
}

/** `YYYY-MM-DD` of an epoch day. */
export function dateText(epochDay: number): string {
  const { year, month, day } = civilOf(epochDay);
  return `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `YYYY-Www` of an epoch week, with another separator if one is given. */
export function weekText(epochWeek: number, separator = "-"): string {
  const packed = core.year_week(epochWeek);
  return `${yearText(packed >> 6)}${separator}W${twoDigits(packed & 63)}`;
}
