/**
 * What is thrown. Codes and messages are those of the core (`core/src/error.rs`); only `wrong_type` is
 * JavaScript's own.
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

/** Throws a `RangeError`. */
export function refuse(
  code: string,
  message: string,
  value?: number,
  range?: readonly [number, number],
  offset?: number,
): never {
  const where = offset === undefined ? "" : ` (at byte ${offset})`;
  throw Object.assign(new RangeError(message + where), { code, value, range, offset });
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
  return refuse(code, `${noun} ${value} is out of range: ${min} to ${max}`, value, [min, max], offset);
}
