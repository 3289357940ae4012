/**
 * What is thrown. Codes and messages are those of the core (`core/src/error.rs`); only `wrong_type` and
 * `invalid_option` are JavaScript's own.
 *
 * @module
 */

/** The stable name of what an error is about, the same in every language that semaine speaks. */
export type ErrorCode =
  | "day_not_in_month"
  | "day_out_of_range"
  | "epoch_day_out_of_range"
  | "epoch_week_out_of_range"
  | "html_year_out_of_range"
  | "invalid_option"
  | "length_mismatch"
  | "month_out_of_range"
  | "not_a_monday"
  | "parse_empty"
  | "parse_expected_digit"
  | "parse_expected_separator"
  | "parse_expected_w"
  | "parse_mixed_separators"
  | "parse_negative_zero"
  | "parse_trailing"
  | "parse_unexpected_end"
  | "utc_offset_out_of_range"
  | "week_not_in_year"
  | "week_out_of_range"
  | "weekday_out_of_range"
  | "wrong_type"
  | "year_out_of_range";

/**
 * What every function of semaine throws: a `RangeError` for a value or a text that is refused, a
 * `TypeError` with the code `wrong_type` for something that is no date, number or text at all.
 */
export interface SemaineError extends Error {
  readonly code: ErrorCode;
  /** The number that was refused. */
  readonly value?: number;
  /** The smallest and the largest number that would have been accepted in its place. */
  readonly range?: readonly [min: number, max: number];
  /** Where in the text the refused part begins, counted from 0. */
  readonly offset?: number;
  /** In which row of a column the text is, counted from 0. */
  readonly row?: number;
}

/**
 * Whether something that was caught is an error of semaine, by its code.
 *
 * @example
 * ```js
 * import { IsoWeek, isSemaineError } from "semaine";
 *
 * try {
 *   IsoWeek.parse("2025-W54");
 * } catch (error) {
 *   isSemaineError(error); // true
 * }
 * ```
 */
export function isSemaineError(error: unknown): error is SemaineError {
  // Codes of Node are in capitals.
  return error instanceof Error && /^[a-z]+(_[a-z]+)+$/.test(String((error as { code?: unknown }).code));
}

/** Throws a `RangeError`. */
export function refuse(
  code: string,
  message: string,
  details?: Pick<SemaineError, "value" | "range">,
  offset?: number,
): never {
  const [where, place] = offset === undefined ? [""] : [` (at byte ${offset})`, { offset }];
  throw Object.assign(new RangeError(message + where), { code }, details, place);
}

/** Throws a `RangeError` for an option that has another value than the documented ones. */
export function invalidOption(message: string): never {
  return refuse("invalid_option", message);
}

/** Throws a `TypeError`. */
export function wrongType(message: string): never {
  throw Object.assign(new TypeError(message), { code: "wrong_type" });
}

/** Throws for a number outside its bounds, or for what is no whole number. */
export function outOfRange(noun: string, value: number, min: number, max: number, offset?: number): never {
  if (!Number.isInteger(value)) {
    wrongType(`${noun} must be an integer`);
  }
  const code = `${noun.replace(" ", "_").toLowerCase()}_out_of_range`;
  return refuse(
    code,
    `${noun} ${value} is out of range: ${min} to ${max}`,
    { value, range: [min, max] },
    offset,
  );
}
