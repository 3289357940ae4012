/**
 * Weeks as an input holds them.
 *
 * @module
 */
import { IsoWeek } from "../iso-week.js";
import { epochWeekOf, type WeekLike } from "./week-like.js";

/** 0001-W01: HTML has no earlier week. */
export const FIRST_INPUT_WEEK = -102_737;

/**
 * The value of an input for an epoch week, `""` for none.
 *
 * @throws RangeError `html_year_out_of_range` for years before 1.
 */
export function inputText(epochWeek: number | null): string {
  return epochWeek === null ? "" : IsoWeek.fromEpochWeek(epochWeek).toInputValue();
}

/**
 * The epoch week of what an owner gives for an input.
 *
 * @throws As {@link epochWeekOf}, and RangeError `html_year_out_of_range` for years before 1.
 */
export function inputWeekOf(week: WeekLike | null | undefined): number | null {
  if (week == null || week === "") {
    return null;
  }
  const epochWeek = epochWeekOf(week);
  inputText(epochWeek);
  return epochWeek;
}

/**
 * The epoch week of what people type: with the liberties of `IsoWeek.parseLenient`, or a date of the week;
 * `null` for nothing.
 *
 * @throws RangeError for all other texts.
 */
export function typedWeek(text: string): number | null {
  const typed = plain(text);
  if (!/w/i.test(typed)) {
    return inputWeekOf(typed);
  }
  // HTML writes years of five digits without a sign.
  return inputWeekOf(/^\d{5}/.test(typed) ? IsoWeek.parseHtml(typed) : IsoWeek.parseLenient(typed));
}

/** The epoch week in an input, `null` for what is none, and while the second digit of a week is to come. */
export function wholeWeek(text: string): number | null {
  if (/w\d$/i.test(plain(text))) {
    return null;
  }
  try {
    return typedWeek(text);
  } catch {
    return null;
  }
}

/** Without what surrounds it, and in ASCII where other keyboards and word processors have other characters. */
function plain(text: string): string {
  // A hyphen that breaks no line is normalized to U+2010.
  return text.normalize("NFKC").replaceAll("\u2010", "-").trim();
}
