/**
 * Texts as columns of days.
 *
 * @module
 */
import * as core from "../core.js";
import { wrongType } from "../errors.js";
import { parseEpochWeek, parseWeekDay } from "../parse-week.js";
import { outOfLength } from "./arrays.js";
import { NULL } from "./null.js";
import type { Into } from "./options.js";

/** What texts are, and what becomes of those that are none. */
export interface ParseOptions extends Into<Int32Array> {
  /** Whether the texts name days (`2025-W32-4`), and those are the answer. */
  readonly weekday?: boolean;
  /** What to do with a text that is none: throw its error, or make it null. */
  readonly errors?: "throw" | "null";
}

/**
 * The Monday of the week that each text names, in epoch days; {@link NULL} for null and undefined.
 *
 * Texts are read as by `IsoWeek.parse`, or, with `weekday`, as by `IsoWeekDate.parse`.
 *
 * @throws RangeError of the first text that is none, with its place in the array as `row`; the rows before
 * it have been written then. TypeError for what is no array of strings and for an `out` of another type,
 * RangeError `length_mismatch`.
 * @example
 * ```js
 * import { NULL, parse } from "semaine/columns";
 *
 * parse(["2024-W52", "2025-W01", null]); // Int32Array.of(20_080, 20_087, NULL)
 * parse(["2025-W01-3"], { weekday: true }); // Int32Array.of(20_089)
 * parse(["2025-W01", "2025-W53"]); // throws: row 1: week 53 does not exist in 2025, which has 52 weeks (at byte 6)
 * parse(["2025-W01", "2025-W53"], { errors: "null" }); // Int32Array.of(20_087, NULL)
 * ```
 */
export function parse(
  texts: readonly (string | null | undefined)[],
  { weekday = false, errors = "throw", out }: ParseOptions = {},
): Int32Array {
  if (!Array.isArray(texts)) {
    wrongType("texts must be an array of strings");
  }
  if (errors !== "throw" && errors !== "null") {
    wrongType('errors must be "throw" or "null"');
  }
  const rows = texts.length;
  const days = outOfLength(rows, "Int32Array", out);
  const dayOf = weekday ? dayOfWeekDate : dayOfWeek;
  for (let row = 0; row < rows; row += 1) {
    const text = texts[row];
    try {
      days[row] = typeof text === "string" ? dayOf(text) : dayOfNone(text);
    } catch (error) {
      if (errors === "throw" || !(error instanceof RangeError)) {
        throw atRow(error as Error, row);
      }
      days[row] = NULL;
    }
  }
  return days;
}

function dayOfNone(text: null | undefined): number {
  return text === null || text === undefined ? NULL : wrongType("a text must be a string");
}

/** The same error, saying in which row it is. */
function atRow(error: Error, row: number): Error {
  error.message = `row ${row}: ${error.message}`;
  return Object.assign(error, { row });
}

function dayOfWeek(text: string): number {
  const week = text.length === 8 ? plainWeek(text) : NO_WEEK;
  return core.monday(week > NO_WEEK ? week : parseEpochWeek(text, "strict"));
}

function dayOfWeekDate(text: string): number {
  const week = text.length === 10 && text.charCodeAt(8) === HYPHEN ? plainWeek(text) : NO_WEEK;
  const weekday = text.charCodeAt(9) - ZERO;
  const isPlain = week > NO_WEEK && weekday >= 1 && weekday <= 7;
  return isPlain ? core.monday(week) + weekday - 1 : parseWeekDay(text, "strict");
}

const NO_WEEK = -core.last_week - 1;
const HYPHEN = 0x2d;
const W = 0x57;
const ZERO = 0x30;

/** The epoch week that most texts name, which have a year of four digits; less for any others. */
function plainWeek(text: string): number {
  const year = 100 * pairAt(text, 0) + pairAt(text, 2);
  const isPlain = year >= 0 && text.charCodeAt(4) === HYPHEN && text.charCodeAt(5) === W;
  const week = pairAt(text, 6);
  return isPlain && week >= 0 ? core.week_from(year, week) : NO_WEEK;
}

/** The number that two digits write; so little for anything else that sums are negative. */
function pairAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >>> 0 < 10 && ones >>> 0 < 10 ? 10 * tens + ones : -1e4;
}
