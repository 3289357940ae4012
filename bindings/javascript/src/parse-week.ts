/**
 * The forms of weeks and week dates.
 *
 * @module
 */
import * as core from "./core.js";
import { outOfRange } from "./errors.js";
import { weekdayIn } from "./integers.js";
import {
  digitAt,
  expectEnd,
  expectHyphen,
  expectText,
  isDigit,
  isSign,
  unexpected,
  yearBetween,
  yearEnd,
} from "./scan.js";
import { epochWeekOf } from "./weeks.js";

/**
 * Which texts are accepted: ISO 8601, basic or extended; HTML's valid week string; or what people
 * type, with the liberties that `IsoWeek.parseLenient` lists.
 */
export type Form = "strict" | "html" | "lenient";

/** The epoch week of a text that names a week. */
export function parseEpochWeek(text: string, form: Form): number {
  return parse(text, form, false);
}

/** The epoch day of a text that names a week and a weekday. */
export function parseWeekDay(text: string, form: Form): number {
  return parse(text, form, true);
}

function parse(text: string, form: Form, hasWeekday: boolean): number {
  expectText(text);
  const lenient = form === "lenient";
  const html = form === "html";
  const start = lenient ? skipWhiteSpace(text, 0) : 0;
  expectText(text, start);
  const signed = !html && isSign(text, start);
  const yearTo = yearEnd(text, start + Number(signed), signed || html);

  const spaced = lenient && text[yearTo] === " ";
  const extended = !spaced && (html || !isLetter(text, yearTo, lenient));
  if (extended) {
    expectHyphen(text, yearTo);
  }
  const letterAt = yearTo + Number(spaced || extended);
  if (!isLetter(text, letterAt, lenient)) {
    unexpected(text, letterAt, "expected_w", "'W'");
  }
  const weekAt = letterAt + 1;
  let week = digitAt(text, weekAt);
  let at = weekAt + 1;
  if (!lenient || isDigit(text, at)) {
    week = 10 * week + digitAt(text, at);
    at += 1;
  }

  let weekday = 1;
  if (hasWeekday) {
    at = weekdayPlace(text, at, lenient, extended);
    weekday = digitAt(text, at);
    at += 1;
  }
  expectEnd(text, lenient ? skipWhiteSpace(text, at) : at);

  const year = yearBetween(text, start, yearTo);
  if (html && !(year >= 1 && year <= core.last_year)) {
    outOfRange("HTML year", year, 1, core.last_year, start);
  }
  const epochWeek = epochWeekOf(year, week, start, weekAt);
  return hasWeekday ? core.monday(epochWeek) + weekdayIn(weekday, at - 1) - 1 : epochWeek;
}

/** The place of the weekday: after a hyphen exactly where one stands before the week. */
function weekdayPlace(text: string, at: number, lenient: boolean, extended: boolean): number {
  const hyphen = text[at] === "-";
  if (lenient) {
    return at + Number(hyphen || text[at] === " ");
  }
  if (extended ? isDigit(text, at) : hyphen) {
    unexpected(text, at, "mixed_separators", "the same form throughout");
  }
  if (extended) {
    expectHyphen(text, at);
  }
  return at + Number(extended);
}

function isLetter(text: string, at: number, lenient: boolean): boolean {
  return text[at] === "W" || (lenient && text[at] === "w");
}

/** The next place at which no white space of ASCII stands. */
function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  while (/[\t\n\f\r ]/.test(text.charAt(at))) {
    at += 1;
  }
  return at;
}
