/**
 * Columns of dates as texts.
 *
 * @module
 */
import * as core from "../core.js";
import { weekText } from "../texts.js";
import type { Column } from "./arrays.js";
import { datesOf } from "./column.js";
import { type InZone, type OptionsFor, readable } from "./options.js";
import { Remembered } from "./remembered.js";

/** How dates are written. */
export interface FormatOptions {
  /** Whether the text also names the day, as in `2025-W32-4`. */
  readonly weekday?: boolean;
}

/**
 * The text of each date's week, such as `2025-W32`; null for null.
 *
 * Rows of the same week share a text, so that a long column takes hardly more time than an array of as
 * many rows.
 *
 * @throws TypeError for what is no column and for instants without a zone, RangeError
 * `utc_offset_out_of_range`.
 * @example
 * ```js
 * import { format, NULL } from "semaine/columns";
 *
 * format(Int32Array.of(20_086, 20_087, NULL)); // ["2024-W52", "2025-W01", null]
 * format(Int32Array.of(20_087), { weekday: true }); // ["2025-W01-1"]
 * ```
 */
export function format<Dates extends Column>(
  column: Dates,
  ...options: OptionsFor<Dates, FormatOptions>
): (string | null)[];
export function format(column: Column, options: FormatOptions & Partial<InZone> = {}): (string | null)[] {
  const { weekday = false, zone } = readable(options);
  const dates = datesOf(column, zone);
  const rows = column.length;
  const texts: (string | null)[] = new Array(rows);
  const weekTexts = new Remembered(rows, weekText);
  const dayTexts = new Remembered(rows, (day) => `${weekTexts.get(core.week_of(day))}-${core.weekday(day)}`);
  dates.each((days, first) => {
    for (let row = 0; row < days.length; row += 1) {
      const day = days[row] as number;
      const isKnown = day >= core.first_day && day <= core.last_day;
      texts[first + row] = isKnown ? (weekday ? dayTexts.get(day) : weekTexts.get(core.week_of(day))) : null;
    }
  });
  return texts;
}
