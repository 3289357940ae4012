/**
 * The forms of weeks and week dates.
 *
 * @module
 */
import * as core from "./core.js";
import { outOfRange } from "./errors.js";
import { weekdayIn } from "./integers.js";
import { digitAt, expectEnd, expectHyphen, expectText, isSign, unexpected, yearBetween, yearEnd } from "./scan.js";
import { epochWeekOf } from "./weeks.js";

/**
 * Which texts are accepted: ISO 8601, basic or extended; HTML's valid week string; or what people
 * type, with the liberties that `IsoWeek.parseLenient` lists.
 */
export type Form = "strict" | "html" | "lenient";

/** The epoch week of a text that names a week. */
export function parseEpochWeek(text: string, form: Form): number {
  const [epochWeek, end] = parseWeek(text, form);
  expectEnd(text, skipWhiteSpace(text, end, form));
  return epochWeek();
}

/** The epoch day of a text that names a week and a weekday. */
export function parseWeekDay(text: string, form: Form): number {
  const [epochWeek, end, extended] = parseWeek(text, form);
  const at = weekdayPlace(text, end, form, extended);
  const weekday = digitAt(text, at);
  expectEnd(text, skipWhiteSpace(text, at + 1, form));

  return core.monday(epochWeek()) + weekdayIn(weekday, at) - 1;
}

/**
 * Year and week of a text: how to judge them once the form of the whole text is, the place after them,
 * and whether a hyphen stands between them.
 */
function parseWeek(text: string, form: Form): [epochWeek: () => number, end: number, extended: boolean] {
  expectText(text);
  const html = form === "html";
  const start = skipWhiteSpace(text, 0, form);
  expectText(text, start);
  const signed = !html && isSign(text[start]);
  const yearTo = yearEnd(text, start + Number(signed), signed || html);

  const extended = html || !(isW(text, yearTo, form) || isSpace(text, yearTo, form));
  if (extended) {
    expectHyphen(text, yearTo);
  }
  const letterAt = yearTo + Number(extended || text[yearTo] === " ");
  if (!isW(text, letterAt, form)) {
    unexpected(text, letterAt, "expected_w", "'W'");
  }
  const weekAt = letterAt + 1;
  const first = digitAt(text, weekAt);
  const short = form === "lenient" && !isDigit(text, weekAt + 1);
  const week = short ? first : 10 * first + digitAt(text, weekAt + 1);

  const epochWeek = (): number => {
    const year = yearBetween(text, start, yearTo);
    const refused = html && !(year > 0 && year <= core.last_year);
    return refused
      ? outOfRange("HTML year", year, 1, core.last_year, start)
      : epochWeekOf(year, week, [start, weekAt]);
  };
  return [epochWeek, weekAt + (short ? 1 : 2), extended];
}

/** The place of the weekday: after a hyphen exactly where one stood before the week. */
function weekdayPlace(text: string, at: number, form: Form, extended: boolean): number {
  const hyphen = text[at] === "-";
  if (form === "lenient") {
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

/** The place of the first character that is no white space of ASCII. */
function skipWhiteSpace(text: string, from: number, form: Form): number {
  let at = from;
  while (form === "lenient" && /[\t\n\f\r ]/.test(text.charAt(at))) {
    at += 1;
  }
  return at;
}

function isW(text: string, at: number, form: Form): boolean {
  return text[at] === "W" || (form === "lenient" && text[at] === "w");
}

function isSpace(text: string, at: number, form: Form): boolean {
  return form === "lenient" && text[at] === " ";
}

function isDigit(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at));
}
