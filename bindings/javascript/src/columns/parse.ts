/**
 * Texts as columns of days.
 *
 * @module
 */
import * as core from "../core.js";
import { wrongType } from "../errors.js";
import { parseEpochWeek, parseWeekDay } from "../parse-week.js";
import { type NewArrays, outOfLength } from "./arrays.js";
import { dayOfText, mondayOfText } from "./day-of-text.js";
import { NULL } from "./null.js";
import { type Into, readable } from "./options.js";

/** What texts are, and what becomes of those that are none. */
export interface ParseOptions<Days extends Int32Array = Int32Array> extends Into<Days> {
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
export function parse<Days extends Int32Array = NewArrays["Int32Array"]>(
  texts: readonly (string | null | undefined)[],
  options?: ParseOptions<Days>,
): Days;
export function parse(texts: readonly (string | null | undefined)[], options: ParseOptions = {}): Int32Array {
  const { weekday = false, errors = "throw", out } = readable(options);
  if (!Array.isArray(texts)) {
    wrongType("texts must be an array of strings");
  }
  if (errors !== "throw" && errors !== "null") {
    wrongType('errors must be "throw" or "null"');
  }
  const rows = texts.length;
  const days = outOfLength(rows, "Int32Array", out);
  const dayOf = weekday ? dayOfText : mondayOfText;
  for (let row = 0; row < rows; row += 1) {
    const text = texts[row];
    const day = typeof text === "string" ? dayOf(text) : dayOfNone(text, row);
    const isRefused = day === NULL && typeof text === "string" && errors === "throw";
    days[row] = isRefused ? atRow(row, () => parseText(text, weekday)) : day;
  }
  return days;
}

function dayOfNone(text: null | undefined, row: number): number {
  return text === null || text === undefined ? NULL : atRow(row, () => wrongType("a text must be a string"));
}

function parseText(text: string, weekday: boolean): number {
  return weekday ? parseWeekDay(text, "strict") : core.monday(parseEpochWeek(text, "strict"));
}

/** What a function returns, or its error, saying in which row it is. */
function atRow(row: number, find: () => number): number {
  try {
    return find();
  } catch (error) {
    (error as Error).message = `row ${row}: ${(error as Error).message}`;
    throw Object.assign(error as Error, { row });
  }
}
